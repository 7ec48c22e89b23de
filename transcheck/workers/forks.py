"""Mapping few pages on forks of this process.

Each is told what to do before it is there, and gives one answer: a pool, with its
queues and threads, takes longer to start and to end than such pages take.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from threading import Thread
from typing import BinaryIO, NoReturn

from transcheck.check.job import PageJob
from transcheck.check.page_result import PageResult
from transcheck.errors import WorkerError
from transcheck.site import PageFiles
from transcheck.workers.mapper import size_of
from transcheck.workers.task import LOST, Answer, Task, do_task, raise_first


def map_on_forks(
    job: PageJob, pages: Sequence[PageFiles], number: int
) -> Iterator[tuple[int, PageResult]]:
    """Yield the results of pages with their numbers.

    Args:
        job: What the pages share.
        pages: The pages; whoever maps one reads its files.
        number: How many processes, no more than pages.

    Raises:
        WorkerError: A process was lost.
        Exception: What the first page in the order of pages raised.
    """
    with ExitStack() as forks:
        # Nothing is written to it: it ends when this process does, whatever ends it.
        alive = ended, end = os.pipe()
        answers_from = [
            _fork(job, Task(share, None), forks, alive)
            for share in _share_out(pages, number)
        ]
        os.close(ended)
        forks.callback(os.close, end)
        answers = list(map(_read, answers_from))
    for answer in answers:
        yield from answer.unpack()
    raise_first(answer.failure for answer in answers if answer.failure)


def _share_out(
    pages: Sequence[PageFiles], number: int
) -> Iterator[dict[int, PageFiles]]:
    """Yield the pages of each process by their numbers, about as much for each."""
    sizes = list(map(size_of, pages))
    shares: list[list[int]] = [[] for _ in range(number)]
    for page in sorted(range(len(pages)), key=lambda one: -sizes[one]):
        min(shares, key=lambda share: sum(sizes[one] for one in share)).append(page)
    for share in shares:
        yield {page: pages[page] for page in sorted(share)}


def _fork(
    job: PageJob, task: Task, forks: ExitStack, alive: tuple[int, int]
) -> BinaryIO:
    """Do a task in a new process, and return what its answer comes from."""
    answer, to_answer = os.pipe()
    process = os.fork()
    if process == 0:
        _work(job, task, alive, to_answer)
    os.close(to_answer)
    forks.callback(os.waitpid, process, 0)
    return forks.enter_context(os.fdopen(answer, "rb"))


def _work(job: PageJob, task: Task, alive: tuple[int, int], answer: int) -> NoReturn:
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # it comes to the whole group
        ended, end = alive
        os.close(end)
        Thread(target=_follow, args=(ended,), daemon=True).start()
        gc.disable()
        data = pickle.dumps(do_task(job, task), pickle.HIGHEST_PROTOCOL)
        with os.fdopen(answer, "wb") as file:
            file.write(data)
    finally:
        os._exit(0)  # what else is open is not this process's to end


def _follow(ended: int) -> None:
    """End this process when the one that it was forked from ends."""
    os.read(ended, 1)
    os._exit(1)


def _read(file: BinaryIO) -> Answer:
    data = file.read()
    if not data:
        raise WorkerError(LOST)
    answer: Answer = pickle.loads(data)  # noqa: S301 - from our own process
    return answer
