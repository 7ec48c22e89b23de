"""Pages mapped on real processes give what they give in one."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from transcheck.check.job import read_bytes
from transcheck.config import Settings
from transcheck.discover import discover
from transcheck.engine import Job, Run, judge, map_pages
from transcheck.registry import configure
from transcheck.workers.mapper import Mapper, map_here
from transcheck.workers.on_executor import OnExecutor
from transcheck.workers.processes import Processes

SITE = Path(__file__).parents[2] / "fixtures" / "site"


@pytest.fixture
def job() -> Job:
    settings = Settings()
    return Job(discover([os.fspath(SITE)], settings), settings, configure(settings))


def check(job: Job, mapper: Mapper) -> Run:
    return judge(job, map_pages(job, mapper=mapper))


@pytest.mark.parametrize(
    "mapper",
    [
        pytest.param(Processes(2), id="two processes"),
        pytest.param(Processes(3), id="three processes"),
        pytest.param(Processes(2, start="spawn"), id="processes that share no memory"),
        pytest.param(Processes(), id="as many as are worth it"),
    ],
)
def test_results_are_the_same_on_any_number_of_processes(
    mapper: Mapper, job: Job
) -> None:
    found = check(job, mapper)
    assert found == check(job, map_here)
    assert found.diagnostics


def test_results_are_the_same_on_any_executor(job: Job) -> None:
    with ThreadPoolExecutor(2) as executor:
        found = check(job, OnExecutor(executor, 2))
        shared = check(job, OnExecutor(executor, 2, files_shared=True))
    assert found == shared == check(job, map_here)


def test_readers_of_this_process_are_asked_in_it(job: Job) -> None:
    asked: list[str] = []

    def read(path: str) -> bytes:
        asked.append(path)
        if path.endswith("install.md"):
            raise FileNotFoundError(2, "No such file or directory", path)
        return read_bytes(path)

    here = map_pages(job, read=read)
    first, asked = sorted(asked), []
    assert map_pages(job, read=read, mapper=Processes(2)) == here
    assert sorted(asked) == first
    assert any(result.unreadable for result in here)


def test_progress_ends_with_all_pages(job: Job) -> None:
    told: list[tuple[int, int]] = []
    map_pages(
        job,
        progress=lambda done, pages: told.append((done, pages)),
        mapper=Processes(2),
    )
    number = len(job.site.pages)
    assert told == [(done, number) for done in range(number + 1)]
