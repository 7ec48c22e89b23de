"""Handing the pages of a run to workers, and taking what they give, as it comes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Future, wait

from msgspec import Struct

from transcheck.check.job import ReadBytes
from transcheck.check.page_result import PageResult
from transcheck.errors import WorkerError
from transcheck.site import PageFiles
from transcheck.workers.mapper import size_of
from transcheck.workers.task import LOST, Answer, Failure, Task, raise_first


class Team(Struct, frozen=True):
    """Workers that are there.

    Args:
        submit: Has a task done by one of them.
        size: How many tasks they do at a time.
        watch: Called every few seconds in which nothing comes; raises to end it all.
    """

    submit: Callable[[Task], Future[Answer]]
    size: int
    watch: Callable[[], None] = lambda: None


# Pages are handed out together up to so many bytes: a task costs a fraction of a
# millisecond, and mapping so much some hundred.
_TASK_BYTES = 16_384
# Tasks that wait for each worker, so that none is idle.
_AHEAD = 2
_PATIENCE = 5  # seconds in which something should come


def spread(
    team: Team, pages: Sequence[PageFiles], read: ReadBytes, folder: str | None = None
) -> Iterator[tuple[int, PageResult]]:
    """Yield the results of pages with their numbers, in the order they come.

    Large pages are handed out first, so that no worker is left with one at the end;
    few tasks are under way at a time, so that memory is bounded.

    Args:
        team: Who does the tasks.
        pages: The pages.
        read: Gives the bytes of a file, to be sent with the task.
        folder: Where relative paths start, for workers that read the files; None for
            those that are sent what they hold.

    Raises:
        WorkerError: A worker was lost.
        Exception: What the first page in the order of pages raised.
    """
    waiting = _tasks(pages, read, folder)
    running: set[Future[Answer]] = set()
    failures: list[Failure] = []
    try:
        while True:
            for task in waiting:
                # What comes after a failure is not asked for any more.
                if _is_wanted(task, failures):
                    running.add(team.submit(task))
                if len(running) > _AHEAD * team.size:
                    break
            if not running:
                break
            done, running = wait(running, _PATIENCE, FIRST_COMPLETED)
            if not done:
                team.watch()
            for answer in map(_answer, done):
                yield from answer.unpack()
                failures += [answer.failure] if answer.failure else []
    finally:
        for future in running:
            future.cancel()
    raise_first(failures)


def _is_wanted(task: Task, failures: Sequence[Failure]) -> bool:
    return not any(failure.number < min(task.pages) for failure in failures)


def _answer(future: Future[Answer]) -> Answer:
    """Return what came of a task that is done."""
    try:
        return future.result()
    except BrokenExecutor as error:
        raise WorkerError(LOST) from error


def _share_out(pages: Sequence[PageFiles]) -> Iterator[list[int]]:
    """Yield the numbers of pages that go together, the largest pages first."""
    sizes = list(map(size_of, pages))
    numbers: list[int] = []
    taken = 0
    for number in sorted(range(len(pages)), key=lambda one: -sizes[one]):
        numbers.append(number)
        taken += sizes[number]
        if taken >= _TASK_BYTES:
            yield sorted(numbers)
            numbers, taken = [], 0
    if numbers:
        yield sorted(numbers)


def _tasks(
    pages: Sequence[PageFiles], read: ReadBytes, folder: str | None
) -> Iterator[Task]:
    """Yield tasks, each made when it is asked for."""
    for numbers in _share_out(pages):
        some = {number: pages[number] for number in numbers}
        if folder is not None:
            yield Task(some, None, folder)
        else:
            paths = [path for page in some.values() for path in page.files.values()]
            yield Task(some, {path: _content(path, read) for path in paths})


def _content(path: str, read: ReadBytes) -> bytes | OSError:
    try:
        return read(path)
    except OSError as error:
        return error
