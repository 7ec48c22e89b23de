"""A pool of processes that map pages, and how it ends."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from contextvars import ContextVar
from multiprocessing.connection import Connection, wait

from transcheck.check.job import PageJob
from transcheck.workers.spread import Team
from transcheck.workers.task import Answer, Task, do_task

_JOB: ContextVar[PageJob] = ContextVar("job")


@contextmanager
def pool(job: PageJob, number: int, start: str) -> Iterator[Team]:
    """Start processes, and end them: at once where something went wrong.

    Args:
        job: What the pages share; it comes to each process once.
        number: How many processes.
        start: How they are started: ``fork`` or ``spawn``.

    Yields:
        Those who do the tasks.
    """
    context = multiprocessing.get_context(start)
    ended, end = context.Pipe(duplex=False)
    executor = ProcessPoolExecutor(
        number, mp_context=context, initializer=_begin, initargs=(job, ended)
    )
    try:
        yield Team(lambda task: executor.submit(_do, task), number)
    except BaseException:
        end.send_bytes(b"")
        raise
    finally:
        executor.shutdown(cancel_futures=True)
        ended.close()
        end.close()


def _begin(job: PageJob, ended: Connection) -> None:
    """Prepare a process for its tasks."""
    prepare(ended)
    _JOB.set(job)


def prepare(*ends: Connection) -> None:
    """Prepare a process for work.

    Args:
        ends: Where something comes from when the run is ended.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # it comes to the whole group
    # What is there already is never looked at again, so that memory stays shared; and
    # there is nothing to collect before a page is done.
    gc.freeze()
    gc.disable()
    threading.Thread(target=_follow, args=(ends,), daemon=True).start()


def _follow(ends: tuple[Connection, ...]) -> None:
    """End this process when the run is ended, or the process that it is in."""
    parent = multiprocessing.parent_process()
    wait([*ends, *([parent.sentinel] if parent else [])])
    os._exit(1)


def _do(task: Task) -> Answer:
    answer = do_task(_JOB.get(), task)
    # Of what was made since the task before; what is kept of that is many times more.
    gc.collect(1)
    return answer
