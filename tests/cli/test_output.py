"""Where the report goes, and in which colours and letters."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

import pytest

from transcheck import cli

if TYPE_CHECKING:
    from tests.cli.conftest import Files, Python, Transcheck, Workspace


def test_the_report_goes_to_a_file(
    site: Files, workspace: Workspace, transcheck: Transcheck
) -> None:
    folder = workspace(site)
    printed = transcheck("check", "docs")
    written = transcheck("check", "docs", "--output", "report.txt")
    assert (written.code, written.out, written.err) == (1, "", "")
    assert (folder / "report.txt").read_text(encoding="utf-8") == printed.out


def test_statistics_count_in_place_of_diagnostics(
    site: Files, workspace: Workspace, transcheck: Transcheck
) -> None:
    workspace(site)
    done = transcheck("check", "docs", "--statistics", "--format", "concise")
    assert done.code == 1
    assert done.out.split()[:3] == ["1", "error", "stray-punctuation"]
    assert done.out.count("\n") == 1


@pytest.mark.parametrize(
    ("environment", "colored"),
    [
        pytest.param({}, False, id="not into a pipe"),
        pytest.param({"CLICOLOR_FORCE": "1"}, True, id="by force"),
        pytest.param({"CLICOLOR_FORCE": "0"}, False, id="no force"),
        pytest.param({"CLICOLOR_FORCE": "1", "NO_COLOR": "1"}, False, id="never"),
    ],
)
def test_colour_is_used(
    environment: dict[str, str],
    colored: bool,
    site: Files,
    workspace: Workspace,
    transcheck: Transcheck,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    workspace(site)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert ("\x1b[" in transcheck("check", "docs").out) is colored


def test_a_terminal_without_the_letters_gets_escapes(
    site: Files, workspace: Workspace, python: Python
) -> None:
    workspace(site)
    done = python("-m", "transcheck", "check", "docs", PYTHONIOENCODING="ascii")
    assert done.returncode == 1
    assert rb"na swoim komputerze" in done.stdout
    assert done.stderr == b""


def test_a_reader_that_has_enough_is_no_error(
    site: Files, workspace: Workspace, python: Python
) -> None:
    workspace(site)
    code = (
        "import sys, os; from transcheck.cli import main; r, w = os.pipe();"
        "os.close(r); os.dup2(w, 1); sys.exit(main(['check', 'docs']))"
    )
    done = python("-c", code)
    assert (done.returncode, done.stderr) == (1, b"")


class Terminal(io.StringIO):
    """A terminal that keeps what was printed."""

    def isatty(self) -> bool:
        """Tell that it is one."""
        return True


@pytest.mark.parametrize(
    ("stream", "patience", "shown"),
    [
        pytest.param(Terminal, 0.0, True, id="on a terminal, when it takes its time"),
        pytest.param(Terminal, 60.0, False, id="not when it is soon over"),
        pytest.param(io.StringIO, 0.0, False, id="not in a log"),
    ],
)
def test_the_progress_is_shown(
    stream: type[io.StringIO],
    patience: float,
    shown: bool,
    site: Files,
    workspace: Workspace,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    workspace(site)
    stderr = stream()
    monkeypatch.setattr(sys, "stderr", stderr)
    monkeypatch.setattr(cli, "_PATIENCE", patience)
    cli.main(["check", "docs"])
    assert ("checking" in stderr.getvalue()) is shown
    assert ("100%" in stderr.getvalue()) is shown
