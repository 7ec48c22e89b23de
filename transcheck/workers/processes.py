"""Mapping pages on processes of this machine."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from transcheck.check.job import PageJob, ReadBytes, read_bytes
from transcheck.check.narrow import least_files
from transcheck.check.page_result import PageResult
from transcheck.processors import count_processors
from transcheck.site import PageFiles
from transcheck.workers.mapper import map_here, size_of

# From so many bytes of pages on a process is worth its start. A fork is there after a
# hundredth of a second; a spawned process takes a second to import everything.
_WORTH = {"fork": 50_000, "spawn": 300_000}
# Up to so many pages for each process are shared out before they start.
_FEW = 2


class Processes(Struct, frozen=True):
    """Maps pages on processes.

    Args:
        number: How many at most; None for as many as there are processors, and fewer
            where pages are too small to be worth it.
        start: How they are started: ``fork`` or ``spawn``, as in `multiprocessing`;
            None for the fastest way that is safe.
    """

    number: int | None = None
    start: str | None = None

    def __call__(
        self, job: PageJob, pages: Sequence[PageFiles], read: ReadBytes
    ) -> Iterator[tuple[int, PageResult]]:
        """Yield the results of pages with their numbers; see `Mapper`."""
        start = self.start or _start_method()
        number = min(len(pages), self.number or _worthwhile(pages, job, _WORTH[start]))
        if number <= 1:
            yield from map_here(job, pages, read)
            return
        # What is loaded before they are forked, they need not load.
        job = replace(job, rules=tuple(job.rules))
        if start == "fork" and read is read_bytes and len(pages) <= _FEW * number:
            from transcheck.workers.forks import map_on_forks  # noqa: PLC0415 - start-up counts

            yield from map_on_forks(job, pages, number)
            return
        from transcheck.workers.pool import pool  # noqa: PLC0415 - as above
        from transcheck.workers.spread import spread  # noqa: PLC0415 - as above

        # Readers other than of the disk live in this process.
        folder = "" if read is read_bytes else None
        with pool(job, number, start) as team:
            yield from spread(team, pages, read, folder)


def _worthwhile(pages: Sequence[PageFiles], job: PageJob, bytes_for_one: int) -> int:
    """Return how many processes are worth their start."""
    most = count_processors()
    size = 0
    for page in pages:
        if job.reported is not None:
            page = replace(page, files=least_files(page, job.reported.files))  # noqa: PLW2901 - the same page
        size += size_of(page)
        if size >= most * bytes_for_one:
            return most
    return size // bytes_for_one


def _start_method() -> str:
    """Return how processes are started.

    A fork takes the least time and memory, but it is safe only where no other thread
    runs, such as those that numpy starts; and outside of Linux not even then.
    """
    forkable = sys.platform == "linux" and len(os.listdir("/proc/self/task")) == 1  # noqa: PTH208 - it is only counted
    return "fork" if forkable else "spawn"
