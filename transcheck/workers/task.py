"""What a worker does: some pages of a run, from their files to their results."""

from __future__ import annotations

import pickle
import traceback
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import lru_cache

from msgspec import Struct

from transcheck.check.map_page import (
    PageJob,
    PageResult,
    map_page,
    read_bytes,
)
from transcheck.errors import RuleError
from transcheck.registry import distribution_name
from transcheck.site import PageFiles


class Task(Struct, frozen=True):
    """Some pages of a run.

    Args:
        pages: The pages by their number in the run, in its order.
        contents: What their files hold, or why one cannot be read; None where the
            worker is to read them.
    """

    pages: Mapping[int, PageFiles]
    contents: Mapping[str, bytes | OSError] | None

    def read(self, path: str) -> bytes:
        """Return the bytes of a file.

        Raises:
            OSError: It cannot be read.
        """
        if self.contents is None:
            return read_bytes(path)
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


@lru_cache(maxsize=1)
def unpack(job: bytes) -> PageJob:
    """Return what the pages of a run share, from its pickle."""
    unpacked: PageJob = pickle.loads(job)  # noqa: S301 - from the process that asks
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
                brought_by = distribution_name(type(rule))
                raise RuleError(rule.id, brought_by, page.name, error) from error
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
