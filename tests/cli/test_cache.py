"""What is kept from one run to the next: never seen but by the time a run takes."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol

import pytest


class Done(Protocol):
    """What a command left behind."""

    code: int
    out: str
    err: str


Files = dict[str, "str | bytes"]
Workspace = Callable[[Mapping[str, "str | bytes"]], Path]
Transcheck = Callable[..., Done]

FOLDER = ".transcheck_cache"
CHECK = ("check", "docs", "--min-severity", "info")


def outcome(done: Done) -> tuple[int, str, str]:
    return done.code, done.out, done.err


@pytest.mark.parametrize("form", ["full", "concise", "json", "github"])
def test_second_run_says_what_the_first_said(
    workspace: Workspace, transcheck: Transcheck, site: Files, form: str
) -> None:
    workspace({**site, "docs/pl/bad.md": b"\xff", "docs/en/bad.md": "# Bad\n"})

    runs = [outcome(transcheck(*CHECK, "--format", form)) for _ in range(3)]
    without = outcome(transcheck(*CHECK, "--format", form, "--no-cache"))

    assert Path("docs", FOLDER).is_dir()
    assert runs == [without] * 3
    assert "bad.md" in without[1]


def test_what_is_kept_is_no_content(
    workspace: Workspace, transcheck: Transcheck, site: Files
) -> None:
    folder = workspace(site)
    before = outcome(transcheck("pages", "docs"))
    transcheck(*CHECK)

    assert outcome(transcheck("pages", "docs")) == before
    assert (folder / "docs" / FOLDER / ".gitignore").read_text().endswith("\n*\n")
    tag = (folder / "docs" / FOLDER / "CACHEDIR.TAG").read_text()
    assert tag.startswith("Signature: 8a477f597d28d172789f06886806bc55\n")


@pytest.mark.parametrize(
    ("configuration", "arguments", "folder"),
    [
        pytest.param("", (), FOLDER, id="beside the configuration"),
        pytest.param("", ("--no-cache",), None, id="not with the option"),
        pytest.param("cache = false", (), None, id="not with the key"),
        pytest.param(
            'cache-dir = "build/kept"', (), "build/kept", id="where the key says"
        ),
        pytest.param("", ("--isolated",), f"docs/{FOLDER}", id="in the root"),
        pytest.param(
            "", ("--config", ".transcheck.toml"), f"docs/{FOLDER}", id="in it again"
        ),
    ],
)
def test_where_results_are_kept(
    workspace: Workspace,
    transcheck: Transcheck,
    site: Files,
    configuration: str,
    arguments: tuple[str, ...],
    folder: str | None,
) -> None:
    workspace({**site, ".transcheck.toml": configuration})

    transcheck(*CHECK, *arguments)

    kept = [path.parent.as_posix() for path in Path().rglob("*.results")]
    assert kept == [] if folder is None else [folder]


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(("--fix",), id="made"),
        pytest.param(("--fix", "--unsafe-fixes"), id="made, the others too"),
    ],
)
def test_fixes_are_seen_by_the_next_run(
    workspace: Workspace,
    transcheck: Transcheck,
    site: Files,
    arguments: tuple[str, ...],
) -> None:
    workspace(site)
    transcheck(*CHECK)
    fixed = transcheck(*CHECK, *arguments)

    after = outcome(transcheck(*CHECK))

    assert "stray-punctuation" not in fixed.out
    assert after == outcome(transcheck(*CHECK, "--no-cache"))
    assert "stray-punctuation" not in after[1]


def test_pair_keeps_nothing(
    workspace: Workspace, transcheck: Transcheck, site: Files
) -> None:
    folder = workspace(site)

    transcheck("check", "--pair", "docs/en/a.md", "docs/pl/a.md")

    assert list(folder.rglob("*.results")) == []


def test_clean_removes_what_was_kept(
    workspace: Workspace, transcheck: Transcheck, site: Files
) -> None:
    folder = workspace(site)
    transcheck(*CHECK)

    first, second = transcheck("clean", "docs"), transcheck("clean", "docs")

    assert outcome(first) == (0, f"removed docs/{FOLDER}\n", "")
    assert outcome(second) == (0, "", "")
    assert sorted(path.name for path in (folder / "docs").iterdir()) == [
        "de",
        "en",
        "pl",
    ]


def test_clean_leaves_a_folder_of_others_alone(
    workspace: Workspace, transcheck: Transcheck, site: Files
) -> None:
    folder = workspace(
        {**site, ".transcheck.toml": 'cache-dir = "mine"', "mine/work.txt": "all day"}
    )

    transcheck("clean", "docs")

    assert (folder / "mine" / "work.txt").exists()


def test_folder_that_cannot_be_written_is_no_matter(
    workspace: Workspace, transcheck: Transcheck, site: Files
) -> None:
    workspace({**site, f"docs/{FOLDER}": "a file where the folder would be"})

    runs = [outcome(transcheck(*CHECK)) for _ in range(2)]

    assert runs == [outcome(transcheck(*CHECK, "--no-cache"))] * 2


def test_two_runs_at_once_keep_what_is_right(
    workspace: Workspace, transcheck: Transcheck, site: Files
) -> None:
    workspace(site)
    command = [sys.executable, "-m", "transcheck", *CHECK, "--format", "json"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}

    running = [
        subprocess.Popen(  # noqa: S603 - a fixed command of ours
            command, stdout=subprocess.PIPE, text=True, env=environment
        )
        for _ in range(3)
    ]
    texts = [process.communicate()[0] for process in running]

    without = transcheck(*CHECK, "--format", "json", "--no-cache")
    assert texts == [without.out] * 3
    assert transcheck(*CHECK, "--format", "json").out == without.out
    assert len(list(Path("docs", FOLDER).iterdir())) == 3
