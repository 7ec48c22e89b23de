"""--executor: pages checked on a real cluster of two worker processes."""

from __future__ import annotations

import socket
import sys
from collections.abc import Iterator
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from distributed import LocalCluster

if TYPE_CHECKING:
    from tests.cli.conftest import Files, Install, Transcheck, Workspace

PLUGIN = """
import os, signal
from pathlib import Path
from transcheck.rule import SiteRule

class Acting(SiteRule, frozen=True):
    '''Does what the pages say.'''
    id = "acting"
    category = "files"

    def facts(self, page):
        text = page.documents[0].text
        if "FAIL" in text:
            raise ValueError("as told")
        if "DIE" in text:
            mark = Path(text.split()[-1])
            try:
                mark.touch(exist_ok=False)
            except FileExistsError:
                return [page.name]
            os.kill(os.getpid(), signal.SIGKILL)
        return [page.name]

    def check(self, facts):
        return ()
"""
RULE = "cluster_rule:Acting"


@pytest.fixture(scope="module")
def address(
    tmp_path_factory: pytest.TempPathFactory, install: Install
) -> Iterator[str]:
    """Return the address of a cluster of two processes, which know the rule."""
    acme = install(tmp_path_factory.mktemp("acme"), RULE, PLUGIN)
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(acme)
        with LocalCluster(  # type: ignore[no-untyped-call] # typed in part
            n_workers=2, threads_per_worker=2, dashboard_address=":0"
        ) as cluster:
            yield cluster.scheduler_address.replace("tcp://", "dask://")


@pytest.fixture
def many(site: Files) -> Files:
    """Return a site of so many pages that both workers have some."""
    texts = {name: str(content) for name, content in site.items()}
    return {
        name.replace(".md", f"{number}.md"): text.replace(
            "Install", f"Install {number}"
        )
        for number in range(3)
        for name, text in texts.items()
    }


@pytest.mark.parametrize(
    ("query", "options"),
    [
        pytest.param("", ("--format", "json"), id="files are sent"),
        pytest.param("?files=sent", ("--diff",), id="fixes are proved here"),
        pytest.param("?files=shared", ("--format", "full"), id="files are shared"),
    ],
)
def test_output_is_that_of_this_process(
    options: tuple[str, ...],
    query: str,
    address: str,
    many: Files,
    workspace: Workspace,
    transcheck: Transcheck,
) -> None:
    workspace({**many, "docs/pl/a2.md": b"\xff"})
    here = transcheck("check", "docs", *options, "--jobs", "1")
    there = transcheck("check", "docs", *options, "--executor", address + query)
    assert there == here
    assert here.code == 1


def test_pages_of_a_lost_worker_are_done_again(
    address: str, many: Files, workspace: Workspace, transcheck: Transcheck
) -> None:
    folder = workspace(many)
    mark = folder / "dead"
    (folder / "docs/en/dying.md").write_text(f"DIE {mark}\n")
    there = transcheck("check", "docs", "--executor", address)
    assert mark.exists()
    assert there == transcheck("check", "docs", "--jobs", "1")
    assert there.code == 1


def test_a_rule_that_fails_is_told_as_in_this_process(
    address: str, many: Files, workspace: Workspace, transcheck: Transcheck
) -> None:
    workspace({**many, "docs/en/b.md": "FAIL\n"})
    there = transcheck("check", "docs", "--executor", address)
    assert there == transcheck("check", "docs", "--jobs", "1")
    assert "rule 'acting' of acme failed on b: ValueError: as told" in there.err


def test_other_software_on_the_cluster_is_told(
    address: str,
    site: Files,
    workspace: Workspace,
    install: Install,
    transcheck: Transcheck,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = workspace(site)
    newer = install(folder / "newer", RULE, PLUGIN, version="1.1")
    monkeypatch.syspath_prepend(newer)
    done = transcheck("check", "docs", "--executor", address)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("error: tcp://127.0.0.1:")
    assert done.err.endswith(
        " has other software than there is here: acme 1.0 (here 1.1)\n"
    )


def test_a_cluster_without_workers_is_told(
    site: Files, workspace: Workspace, transcheck: Transcheck
) -> None:
    workspace(site)
    with LocalCluster(  # type: ignore[no-untyped-call] # typed in part
        n_workers=0, dashboard_address=":0"
    ) as cluster:
        address = cluster.scheduler_address.removeprefix("tcp://")
        done = transcheck("check", "docs", "--executor", f"dask://{address}")
    assert (done.code, done.out) == (2, "")
    assert done.err == f"error: the cluster at {address} has no workers\n"


def test_a_cluster_that_does_not_answer_is_told(
    site: Files, workspace: Workspace, transcheck: Transcheck
) -> None:
    workspace(site)
    with closing(socket.socket()) as unused:
        unused.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{unused.getsockname()[1]}"
        done = transcheck("check", "docs", "--executor", f"dask://{address}")
    assert (done.code, done.out) == (2, "")
    assert done.err == f"error: no cluster answers at {address}\n"


def test_the_package_for_clusters_is_asked_for_where_it_is_missing(
    transcheck: Transcheck, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)  # Python's way to say so
    done = transcheck("check", "--executor", "dask://a:1", "--ignore", "x")
    assert (done.code, done.out) == (2, "")
    assert (
        "error: --executor: distributed is not installed;"
        " 'pip install transcheck[dask]' installs it\n"
    ) in done.err
    assert "error: --ignore: no rule or category 'x'\n" in done.err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(
            ("--executor", "tcp://a:1"),
            "--executor: 'tcp://a:1' is no address such as dask://HOST:PORT",
            id="another scheme",
        ),
        pytest.param(
            ("--executor", "dask://a"),
            "--executor: 'dask://a' is no address such as dask://HOST:PORT",
            id="no port",
        ),
        pytest.param(
            ("--executor", "dask://a:b"),
            "--executor: 'dask://a:b' is no address such as dask://HOST:PORT",
            id="a port that is no number",
        ),
        pytest.param(
            ("--executor", "dask://a:1?files=lost"),
            "--executor: 'dask://a:1?files=lost': only ?files=sent and ?files=shared"
            " may follow",
            id="another query",
        ),
        pytest.param(
            ("--executor", "dask://a:1", "--jobs", "2"),
            "--executor says where pages are checked: --jobs cannot go with it",
            id="a number of jobs",
        ),
    ],
)
def test_mistakes_are_told(
    arguments: tuple[str, ...], message: str, transcheck: Transcheck
) -> None:
    done = transcheck("check", *arguments)
    assert (done.code, done.out, done.err) == (2, "", f"error: {message}\n")
