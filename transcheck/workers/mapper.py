"""What maps the pages of a run, here or elsewhere."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Protocol

from transcheck.check.job import PageJob, ReadBytes
from transcheck.check.page_result import PageResult
from transcheck.site import PageFiles


class Mapper(Protocol):
    """Maps pages; their results are the same wherever that is."""

    def __call__(
        self, job: PageJob, pages: Sequence[PageFiles], read: ReadBytes
    ) -> Iterator[tuple[int, PageResult]]:
        """Yield the results of pages with their numbers, in any order.

        Args:
            job: What the pages share.
            pages: The pages.
            read: Gives the bytes of a file; called in this process only, but for
                `read_bytes`.

        Raises:
            RuleError: A rule failed.
            WorkerError: What maps the pages broke down.
        """
        ...


def map_here(
    job: PageJob, pages: Sequence[PageFiles], read: ReadBytes
) -> Iterator[tuple[int, PageResult]]:
    """Map pages one after the other in this process: see `Mapper`."""
    from transcheck.check.map_page import map_page  # noqa: PLC0415 - start-up counts

    for number, page in enumerate(pages):
        yield number, map_page(page, job, read)


def size_of(page: PageFiles) -> int:
    """Return the bytes of a page's files, those left out that cannot be read."""
    size = 0
    for path in page.files.values():
        with suppress(OSError):
            size += os.stat(path).st_size  # noqa: PTH116 - a hundred thousand times
    return size
