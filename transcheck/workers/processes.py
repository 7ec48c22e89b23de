"""Mapping pages on processes of this machine."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from contextvars import ContextVar
from multiprocessing.connection import Connection, wait

from msgspec import Struct

from transcheck.check.map_page import PageJob, PageResult, ReadBytes, read_bytes
from transcheck.processors import count_processors
from transcheck.site import PageFiles
from transcheck.workers.mapper import map_here
from transcheck.workers.spread import Submit, size_of, spread
from transcheck.workers.task import Answer, Task, do_task

# A process is worth its start from so many bytes of pages on: see bench/.
_BYTES_FOR_ONE = 64_000

_JOB: ContextVar[PageJob] = ContextVar("job")


class Processes(Struct, frozen=True):
    """Maps pages on processes.

    Args:
        number: How many at most; None for as many as there are processors, and fewer
            where pages are too small to be worth it.
        start: How they are started, as in `multiprocessing`; None for the fastest way
            that is safe.
    """

    number: int | None = None
    start: str | None = None

    def __call__(
        self, job: PageJob, pages: Sequence[PageFiles], read: ReadBytes
    ) -> Iterator[tuple[int, PageResult]]:
        """Yield the results of pages with their numbers; see `Mapper`."""
        number = min(len(pages), self.number or _worthwhile(pages))
        if number <= 1:
            yield from map_here(job, pages, read)
            return
        # Readers other than of the disk live in this process.
        send = None if read is read_bytes else read
        with _pool(job, number, self.start or _start_method()) as submit:
            yield from spread(submit, number, pages, send)


def _worthwhile(pages: Sequence[PageFiles]) -> int:
    """Return how many processes are worth their start."""
    most = count_processors()
    size = 0
    for page in pages:
        size += size_of(page)
        if size >= most * _BYTES_FOR_ONE:
            return most
    return size // _BYTES_FOR_ONE


@contextmanager
def _pool(job: PageJob, number: int, start: str) -> Iterator[Submit]:
    """Start processes, and end them: at once where something went wrong."""
    context = multiprocessing.get_context(start)
    ended, end = context.Pipe(duplex=False)
    executor = ProcessPoolExecutor(
        number, mp_context=context, initializer=_begin, initargs=(job, ended)
    )
    try:
        yield lambda task: executor.submit(_do, task)
    except BaseException:
        end.send_bytes(b"")
        raise
    finally:
        executor.shutdown(cancel_futures=True)
        ended.close()
        end.close()


def _start_method() -> str:
    """Return how processes are started.

    A fork takes the least time and memory, but it is safe only where no other thread
    runs, such as those that numpy starts; and outside of Linux not even then.
    """
    forkable = sys.platform == "linux" and len(os.listdir("/proc/self/task")) == 1  # noqa: PTH208 - it is only counted
    return "fork" if forkable else "spawn"


def _begin(job: PageJob, ended: Connection) -> None:
    """Prepare a process for its tasks."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # it comes to the whole group
    _JOB.set(job)
    threading.Thread(target=_follow, args=(ended,), daemon=True).start()


def _follow(ended: Connection) -> None:
    """End this process when the run is ended, or the process that it is in."""
    parent = multiprocessing.parent_process()
    wait([ended, *([parent.sentinel] if parent else [])])
    os._exit(1)


def _do(task: Task) -> Answer:
    return do_task(_JOB.get(), task)
