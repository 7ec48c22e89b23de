"""Mapping few pages in this process and on forks of it.

Each fork is told what to do before it is there, and gives one answer: a pool, with its
queues and threads, takes longer to start and to end than such pages take.
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from multiprocessing.process import BaseProcess
from typing import BinaryIO

from transcheck.check.job import PageJob
from transcheck.check.page_result import PageResult
from transcheck.errors import WorkerError
from transcheck.site import PageFiles
from transcheck.workers.mapper import size_of
from transcheck.workers.prepare import prepare
from transcheck.workers.task import LOST, Answer, Task, do_task, raise_first


def map_on_forks(
    job: PageJob, pages: Sequence[PageFiles], number: int
) -> Iterator[tuple[int, PageResult]]:
    """Yield the results of pages with their numbers.

    Args:
        job: What the pages share.
        pages: The pages; whoever maps one reads its files.
        number: How many processes, this one included; no more than pages.

    Raises:
        WorkerError: A process was lost.
        Exception: What the first page in the order of pages raised.
    """
    context = multiprocessing.get_context("fork")
    ours, *others = (Task(share, None) for share in _share_out(pages, number))
    with ExitStack() as forks:
        answers_from = []
        for task in others:
            ours_end, its_end = os.pipe()
            answers_from.append(forks.enter_context(os.fdopen(ours_end, "rb")))
            with os.fdopen(its_end, "wb") as to_answer:
                arguments = job, task, to_answer
                process = context.Process(target=_work, args=arguments, daemon=True)
                process.start()
            forks.callback(_end, process)
        answers = [do_task(job, ours), *map(_receive, answers_from)]
    for one in answers:
        yield from one.unpack()
    raise_first(one.failure for one in answers if one.failure)


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


def _work(job: PageJob, task: Task, to_answer: BinaryIO) -> None:
    prepare(_wait_for_parent)
    pickle.dump(do_task(job, task), to_answer, pickle.HIGHEST_PROTOCOL)
    to_answer.flush()


def _wait_for_parent() -> None:
    """Return when the process that forked this one has ended."""
    if parent := multiprocessing.parent_process():
        os.read(parent.sentinel, 1)


def _end(process: BaseProcess) -> None:
    """End a process that has answered, or whose answer is not waited for."""
    process.terminate()
    process.join()


def _receive(answer_from: BinaryIO) -> Answer:
    try:
        answer: Answer = pickle.load(answer_from)  # noqa: S301 - our own
    except (EOFError, pickle.UnpicklingError) as error:
        raise WorkerError(LOST) from error
    return answer
