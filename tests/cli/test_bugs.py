"""What happens when transcheck or a rule fails."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Files, Install, Transcheck, Workspace

PLUGIN = """
from transcheck.rule import DocumentRule

class Broken(DocumentRule, frozen=True):
    '''Fails.'''
    id = "broken"
    category = "files"

    def check(self, document):
        raise ValueError("no \\x1b[31m way")
"""


@pytest.fixture
def broken_plugin(
    site: Files,
    workspace: Workspace,
    install: Install,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = workspace(site)
    acme = install(folder / "site-packages", "broken_rule:Broken", PLUGIN)
    monkeypatch.syspath_prepend(acme)


@pytest.mark.usefixtures("broken_plugin")
def test_a_rule_that_fails_stops_the_run_and_names_its_authors(
    transcheck: Transcheck,
) -> None:
    done = transcheck("check", "docs", "--fail-on", "never")
    assert (done.code, done.out) == (2, "")
    first, second, *_ = done.err.splitlines()
    assert first.startswith("error: rule 'broken' of acme failed on docs/de/a.md: ")
    assert first.endswith("ValueError: no \\x1b[31m way")
    assert "bug" in second
    assert "acme" in second
    assert "Traceback" not in done.err


@pytest.mark.usefixtures("broken_plugin")
def test_the_traceback_of_a_bug_is_shown_on_demand(
    transcheck: Transcheck, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRANSCHECK_TRACEBACK", "1")
    done = transcheck("check", "docs")
    assert "Traceback" in done.err
    assert "broken_rule.py" in done.err
    assert "\x1b" not in done.err


@pytest.mark.parametrize(
    ("error", "code"),
    [
        pytest.param(KeyboardInterrupt, 130, id="Ctrl-C"),
        pytest.param(RuntimeError, 2, id="a bug of ours"),
    ],
)
def test_whatever_happens_there_is_an_exit_code(
    error: type[BaseException],
    code: int,
    site: Files,
    workspace: Workspace,
    transcheck: Transcheck,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    workspace(site)

    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(Path, "read_bytes", fail)
    assert transcheck("check", "docs").code == code
