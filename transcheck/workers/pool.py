"""A pool of processes that map pages, and how it ends."""

from __future__ import annotations

import gc
import multiprocessing
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from contextvars import ContextVar
from multiprocessing.connection import Connection, wait

from transcheck.check.job import PageJob
from transcheck.workers.prepare import prepare
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
    parent = multiprocessing.parent_process()
    prepare(lambda: wait([ended, *([parent.sentinel] if parent else [])]))
    _JOB.set(job)


def _do(task: Task) -> Answer:
    answer = do_task(_JOB.get(), task)
    # Of what was made since the task before; what is kept of that is many times more.
    gc.collect(1)
    return answer
