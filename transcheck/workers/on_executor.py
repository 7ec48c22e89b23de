"""Mapping pages on any `concurrent.futures.Executor`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from pathlib import Path
from typing import Any

from msgspec import Struct

from transcheck.check.job import PageJob, ReadBytes, read_bytes
from transcheck.check.page_result import PageResult
from transcheck.site import PageFiles
from transcheck.workers.spread import Team, spread
from transcheck.workers.task import do_task, pack


class OnExecutor(Struct, frozen=True):
    """Maps pages on an executor.

    Args:
        executor: What does the tasks. Where its workers are other processes, they have
            the same software; a task says so where they have not.
        workers: How many tasks it does at a time.
        share: Brings what all pages share to the workers: what it returns comes with
            each task, and to the worker as it was, or as `unpack` makes it.
        files_shared: Workers read the files, which they find at the same paths; else
            they are sent what the files hold.
        watch: As in `Team`.
    """

    executor: Executor
    workers: int
    share: Callable[[bytes], Any] = lambda packed: packed
    files_shared: bool = False
    watch: Callable[[], None] = lambda: None

    def __call__(
        self, job: PageJob, pages: Sequence[PageFiles], read: ReadBytes
    ) -> Iterator[tuple[int, PageResult]]:
        """Yield the results of pages with their numbers; see `Mapper`."""
        shared = self.share(pack(job))
        # Readers other than of the disk live in this process.
        is_disk = read is read_bytes
        folder = str(Path.cwd()) if self.files_shared and is_disk else None
        team = Team(
            lambda task: self.executor.submit(do_task, shared, task),
            self.workers,
            self.watch,
        )
        return spread(team, pages, read, folder)
