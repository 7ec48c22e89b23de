"""What a worker does: some pages of a run, from their files to their results."""

from __future__ import annotations

import os
import pickle
import traceback
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from functools import lru_cache
from zlib import compress, decompress

from msgspec import Struct

from transcheck.check.job import PageJob, read_bytes
from transcheck.check.map_page import map_page
from transcheck.check.page_result import PageResult
from transcheck.errors import RuleError, WorkerError
from transcheck.registry import distribution_name
from transcheck.site import PageFiles
from transcheck.workers.software import plugins_of, software, tell_apart

LOST = (
    "a worker process ended before its work was done, probably for want of memory;"
    " '--jobs 1' needs the least"
)


class Task(Struct, frozen=True):
    """Some pages of a run.

    Args:
        pages: The pages by their number in the run, in its order.
        contents: What their files hold, or why one cannot be read; None where the
            worker is to read them.
        folder: Where relative paths start when it does, "" for where it runs.
    """

    pages: Mapping[int, PageFiles]
    contents: Mapping[str, bytes | OSError] | None
    folder: str = ""

    def read(self, path: str) -> bytes:
        """Return the bytes of a file.

        Raises:
            OSError: It cannot be read.
        """
        if self.contents is None:
            return read_bytes(os.path.join(self.folder, path))  # noqa: PTH118 - a str
        content = self.contents[path]
        if isinstance(content, OSError):
            raise content
        return content


class Failure(Struct, frozen=True):
    """Why a page has no result.

    Args:
        number: The page's.
        error: What was raised.
        trace: Where, for maintainers.
    """

    number: int
    error: Exception
    trace: str


class Answer(Struct, frozen=True):
    """What came of a task.

    Args:
        results: The results by the pages' numbers, pickled.
        failure: Why the pages after them have none, None when all have one.
    """

    results: Mapping[int, bytes]
    failure: Failure | None = None

    def unpack(self) -> Iterator[tuple[int, PageResult]]:
        """Yield the results with the pages' numbers."""
        for number, result in self.results.items():
            yield number, pickle.loads(result)  # noqa: S301 - our own


class _TraceInWorker(Exception):  # noqa: N818 - it only shows where an error was
    """Where in a worker an error was raised."""


def do_task(shared: PageJob | bytes, task: Task) -> Answer:
    """Map the pages of a task, up to the first that fails.

    Args:
        shared: What the pages of the run share, pickled or not.
        task: The pages.
    """
    job = unpack(shared) if isinstance(shared, bytes) else shared
    results: dict[int, bytes] = {}
    for number, page in task.pages.items():
        result = _try_page(number, page, job, task)
        if isinstance(result, Failure):
            return Answer(results, result)
        results[number] = result
    return Answer(results)


def raise_first(failures: Iterable[Failure]) -> None:
    """Raise what the first page in the order of pages raised, if one did."""
    first = min(failures, key=lambda failure: failure.number, default=None)
    if first is not None:
        raise first.error from _TraceInWorker(first.trace)


def pack(job: PageJob) -> bytes:
    """Return what the pages of a run share, to be sent to other processes.

    The software that it takes is told before anything that takes it.
    """
    plugins = plugins_of(job.rules)
    packed = pickle.dumps(job, pickle.HIGHEST_PROTOCOL)
    return pickle.dumps((plugins, software(plugins), compress(packed)))


@lru_cache(maxsize=1)
def unpack(packed: bytes) -> PageJob:
    """Return what the pages of a run share.

    Raises:
        WorkerError: This process has other software than the one that packed it.
    """
    plugins, there, job = pickle.loads(packed)  # noqa: S301 - from the process that asks
    if apart := tell_apart(there, software(plugins)):
        raise WorkerError(f"a worker has other software than there is here: {apart}")
    unpacked: PageJob = pickle.loads(decompress(job))  # noqa: S301 - as above
    return unpacked


def _try_page(
    number: int, page: PageFiles, job: PageJob, task: Task
) -> bytes | Failure:
    try:
        return _pack(map_page(page, job, task.read), page, job)
    except Exception as error:  # noqa: BLE001 - it is raised where the run is
        return Failure(number, error, traceback.format_exc())


def _pack(result: PageResult, page: PageFiles, job: PageJob) -> bytes:
    try:
        return pickle.dumps(result, pickle.HIGHEST_PROTOCOL)
    except Exception as error:
        for rule in job.rules:
            if not all(map(_is_picklable, _given_by(rule.id, result))):
                said = f"what it gave cannot be sent to another process: {error}"
                brought_by = distribution_name(type(rule))
                raise RuleError(rule.id, brought_by, page.name, said) from error
        raise


def _given_by(rule: str, result: PageResult) -> Iterator[object]:
    """Yield what a rule gave to a result."""
    yield from (one for one in result.found if one.rule == rule)
    yield from (one for one in result.habits if one.rule == rule)
    yield result.facts.get(rule)


def _is_picklable(value: object) -> bool:
    with suppress(Exception):
        pickle.dumps(value)
        return True
    return False
