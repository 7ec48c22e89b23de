"""--fix, --unsafe-fixes and --diff."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

import pytest


class Done(Protocol):
    """What a command left behind."""

    code: int
    out: str
    err: str


class Transcheck(Protocol):
    """Runs a command in this process."""

    def __call__(self, *arguments: str) -> Done:
        """Return what it left behind."""


class Workspace(Protocol):
    """Makes files below the working folder."""

    def __call__(self, files: dict[str, str | bytes]) -> Path:
        """Return the folder."""


Files = dict[str, "str | bytes"]
PL = "docs/pl/a.md"


def test_safe_fixes_are_made_and_what_is_left_is_reported(
    transcheck: Transcheck, workspace: Workspace, site: Files
) -> None:
    folder = workspace(site)
    done = transcheck("check", "docs", "--fix", "--format", "concise")
    assert (done.code, done.out) == (0, "")
    assert done.err == "fixed 1 finding in 1 file\n"
    assert (folder / PL).read_bytes().decode() == str(site[PL]).replace(",.", ",")
    again = transcheck("check", "docs", "--fix", "--format", "concise")
    assert (again.code, again.err) == (0, "fixed 0 findings\n")


@pytest.mark.parametrize("with_fix", [True, False], ids=["with --fix", "alone"])
def test_a_diff_is_shown_and_nothing_is_written(
    transcheck: Transcheck, workspace: Workspace, site: Files, *, with_fix: bool
) -> None:
    folder = workspace(site)
    done = transcheck("check", "docs", "--diff", *(["--fix"] if with_fix else []))
    assert done.code == 1
    assert done.out == (
        f"--- a/{PL}\n+++ b/{PL}\n@@ -1,6 +1,6 @@\n # Instalacja\n \n"
        "-Przeczytaj [przewodnik](/guides/),. zanim zainstalujesz program na swoim"
        " komputerze.\n"
        "+Przeczytaj [przewodnik](/guides/), zanim zainstalujesz program na swoim"
        " komputerze.\n \n ## Aktualizacja\n \n"
    )
    assert done.err == "would fix 1 finding in 1 file\n"
    assert (folder / PL).read_bytes().decode() == site[PL]


def test_unsafe_fixes_are_made_when_they_are_asked_for(
    transcheck: Transcheck, workspace: Workspace, site: Files
) -> None:
    site[PL] = str(site[PL]).replace(",. zanim", ",. Zanim")
    folder = workspace(site)
    assert transcheck("check", "docs", "--fix").code == 1
    assert (folder / PL).read_bytes().decode() == site[PL]
    done = transcheck("check", "docs", "--fix", "--unsafe-fixes")
    assert done.code == 0
    assert ",. Zanim" not in (folder / PL).read_bytes().decode()


def test_only_named_files_are_fixed(
    transcheck: Transcheck, workspace: Workspace, site: Files
) -> None:
    folder = workspace(site)
    transcheck("check", "docs/de/a.md", "--fix")
    assert (folder / PL).read_bytes().decode() == site[PL]


def test_what_a_baseline_knows_is_not_fixed(
    transcheck: Transcheck, workspace: Workspace, site: Files
) -> None:
    folder = workspace(site)
    transcheck("check", "docs", "--baseline", "known", "--update-baseline")
    transcheck("check", "docs", "--baseline", "known", "--fix")
    assert (folder / PL).read_bytes().decode() == site[PL]


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        pytest.param(
            ["--unsafe-fixes"],
            "--unsafe-fixes goes with --fix or --diff",
            id="unsafe fixes of nothing",
        ),
        pytest.param(
            ["--diff", "--baseline", "known", "--update-baseline"],
            "--diff writes nothing: --update-baseline cannot go with it",
            id="a diff that would write",
        ),
        pytest.param(
            ["--diff", "--statistics"],
            "--statistics cannot go with --diff",
            id="counts of a diff",
        ),
    ],
)
def test_options_that_contradict_are_told(
    transcheck: Transcheck,
    workspace: Workspace,
    site: Files,
    options: list[str],
    problem: str,
) -> None:
    workspace(site)
    done = transcheck("check", "docs", *options)
    assert (done.code, done.err) == (2, f"error: {problem}\n")


def test_a_diff_cannot_steer_the_terminal(
    transcheck: Transcheck, workspace: Workspace, site: Files
) -> None:
    site[PL] = str(site[PL]).replace("program", "\x1b[31mprogram\ttu")
    workspace(site)
    out = transcheck("check", "docs", "--diff").out
    assert "\x1b" not in out
    assert "\\x1b[31mprogram\ttu" in out


def test_a_file_that_changes_before_it_is_written_is_reported_as_it_is(
    transcheck: Transcheck,
    workspace: Workspace,
    site: Files,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = workspace(site)
    newer = str(site[PL]).replace("Instalacja", "Nowa instalacja")
    read = Path.read_bytes
    times = 0

    def read_bytes(path: Path) -> bytes:
        nonlocal times
        if path.name == "a.md" and path.parent.name == "pl":
            times += 1
            if times == 3:  # checked, read to be fixed, and now to be written
                path.write_bytes(newer.encode())
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", read_bytes)
    done = transcheck("check", "docs", "--fix", "--format", "concise")
    assert done.code == 1
    assert done.out == f"{PL}:3:35: error[stray-punctuation] '.' after ','\n"
    assert done.err == (
        f"fixed 0 findings\n{PL} changed while it was checked, and is left as it is\n"
    )
    assert read(folder / PL).decode() == newer
