"""--jobs: pages checked on real processes, and what happens when one fails."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Files, Install, Transcheck, Workspace

PLUGIN = """
import os, signal, time
from pathlib import Path
from transcheck.rule import Finding, Place, SiteRule, Span

class Acting(SiteRule, frozen=True):
    '''Does what the pages say.'''
    id = "acting"
    category = "files"

    def facts(self, page):
        text = page.documents[0].text
        if "FAIL" in text:
            raise Unsayable(lambda: None)
        if "DIE" in text and os.environ["RUN_IN"] != str(os.getpid()):
            os.kill(os.getpid(), signal.SIGKILL)
        if "WAIT" in text:
            Path("waiting").touch()
            time.sleep(60)
        return [(lambda: None) if "LAMBDA" in text else 1]

    def check(self, facts):
        return ()

class Unsayable(Exception):
    '''An error that cannot be pickled.'''
    def __str__(self):
        return "as told"
"""


# Few pages are shared out among forks before they start, more are given to a pool.
MORE_PAGES = pytest.mark.parametrize(
    "more",
    [
        pytest.param({}, id="few pages"),
        pytest.param(
            {f"docs/en/more{number}.md": "# More\n" for number in range(9)},
            id="more pages",
        ),
    ],
)


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Let new processes be interrupted where the tests run in the background.

    A shell starts such a command with the signal ignored, and what it starts inherits
    that.
    """
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture
def act(
    site: Files,
    workspace: Workspace,
    install: Install,
    monkeypatch: pytest.MonkeyPatch,
) -> Workspace:
    """Return a function that makes pages which tell a rule what to do."""

    def make(pages: Mapping[str, str | bytes]) -> Path:
        folder = workspace({**site, **pages})
        monkeypatch.setenv("RUN_IN", str(os.getpid()))
        acme = install(folder / "site-packages", "acting_rule:Acting", PLUGIN)
        monkeypatch.syspath_prepend(acme)
        return folder

    return make


@pytest.mark.parametrize(
    "options",
    [
        pytest.param(("--format", "full"), id="in full"),
        pytest.param(("--format", "json", "--min-severity", "info"), id="as JSON"),
        pytest.param(("--diff",), id="as a diff"),
        pytest.param(("docs/pl/a.md", "--whole-page"), id="for a file"),
    ],
)
@MORE_PAGES
def test_output_is_the_same_on_one_process_and_on_two(
    options: tuple[str, ...],
    more: Files,
    site: Files,
    workspace: Workspace,
    transcheck: Transcheck,
) -> None:
    workspace({**site, **more, "docs/en/b.md": "# B\n", "docs/pl/b.md": b"\xff"})
    paths = () if options[0].startswith("docs") else ("docs",)
    one = transcheck("check", *paths, *options, "--jobs", "1")
    two = transcheck("check", *paths, *options, "-j", "2")
    assert two == one
    assert one.code == 1


def test_fixes_are_the_same_on_one_process_and_on_two(
    site: Files, workspace: Workspace, transcheck: Transcheck
) -> None:
    fixed = []
    for number in ("1", "2"):
        folder = workspace(site)
        done = transcheck("check", "docs", "--fix", "--jobs", number)
        fixed.append((done, (folder / "docs/pl/a.md").read_bytes()))
    assert fixed[0] == fixed[1]
    assert "),." not in fixed[0][1].decode()


@pytest.mark.parametrize("number", ["0", "1", "2", "64"])
def test_any_number_of_jobs_will_do(
    number: str, site: Files, workspace: Workspace, transcheck: Transcheck
) -> None:
    workspace(site)
    assert transcheck("check", "docs", "--jobs", number).code == 1


def test_a_negative_number_of_jobs_is_a_mistake(transcheck: Transcheck) -> None:
    done = transcheck("check", "--jobs", "-1")
    assert done.code == 2
    assert "--jobs" in done.err


def test_the_first_page_that_fails_is_told_as_it_is_on_one_process(
    act: Workspace, transcheck: Transcheck, monkeypatch: pytest.MonkeyPatch
) -> None:
    act(
        {
            f"docs/en/{name}.md": f"# {name}\n\nFAIL\n" * (9 - int(name))
            for name in "123456"
        }
    )
    one = transcheck("check", "docs", "--jobs", "1")
    assert one.code == 2
    assert "rule 'acting' of acme failed on 1: Unsayable: as told" in one.err
    assert transcheck("check", "docs", "--jobs", "2") == one
    monkeypatch.setenv("TRANSCHECK_TRACEBACK", "1")
    traced = transcheck("check", "docs", "--jobs", "2")
    assert "acting_rule.py" in traced.err
    assert "raise Unsayable" in traced.err


@MORE_PAGES
def test_a_rule_that_gives_what_cannot_be_sent_is_named(
    more: Files, act: Workspace, transcheck: Transcheck
) -> None:
    act({**more, "docs/en/b.md": "LAMBDA\n"})
    done = transcheck("check", "docs", "--jobs", "2")
    assert (done.code, done.out) == (2, "")
    assert (
        "error: rule 'acting' of acme failed on b: what it gave cannot be sent to"
        " another process: "
    ) in done.err


@MORE_PAGES
def test_a_process_that_is_killed_ends_the_run_with_advice(
    more: Files, act: Workspace, transcheck: Transcheck
) -> None:
    act({**more, "docs/en/b.md": "DIE\n"})
    done = transcheck("check", "docs", "--jobs", "2")
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        "error: a worker process ended before its work was done, probably for want of"
        " memory; '--jobs 1' needs the least\n"
    )
    assert transcheck("check", "docs", "--jobs", "1").code == 1


@pytest.mark.parametrize(
    ("end", "code"),
    [
        pytest.param(
            lambda pid: os.killpg(pid, signal.SIGINT), 130, id="Ctrl-C in a terminal"
        ),
        pytest.param(
            lambda pid: os.kill(pid, signal.SIGINT), 130, id="an interrupt of the run"
        ),
        pytest.param(
            lambda pid: os.kill(pid, signal.SIGTERM),
            -signal.SIGTERM,
            id="an end that it cannot handle",
        ),
    ],
)
@pytest.mark.usefixtures("interruptible")
@MORE_PAGES
def test_a_run_that_is_ended_leaves_no_process_and_no_traceback(
    end: Callable[[int], None], code: int, more: Files, act: Workspace
) -> None:
    folder = act({**more, "docs/en/b.md": "WAIT\n", "docs/en/c.md": "WAIT\n"})
    path = os.pathsep.join([str(folder / "site-packages"), *sys.path])
    run = subprocess.Popen(  # a fixed command of ours
        [sys.executable, "-m", "transcheck", "check", "docs", "--jobs", "2"],
        env={**os.environ, "PYTHONPATH": path},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    while not (folder / "waiting").exists():
        assert run.poll() is None
        time.sleep(0.02)
    end(run.pid)
    # The pipes end when the last process that has them does.
    out, err = run.communicate(timeout=30)
    assert (out, err.strip(), run.returncode) == (b"", b"", code)
