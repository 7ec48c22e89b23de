"""A baseline on the command line: what it hides, and what is written."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Files, Transcheck, Workspace

STRAY = "docs/pl/a.md:3:35: error[stray-punctuation]"
UPDATE = ("--baseline", "known.txt", "--update-baseline")
KNOWN = ("--baseline", "known.txt")
CONCISE = ("--format", "concise")


def add(path: Path, before: str, after: str) -> None:
    """Replace something in a file."""
    text = path.read_bytes().decode()
    assert before in text
    path.write_bytes(text.replace(before, after).encode())


def entries(folder: Path) -> list[str]:
    """Return the lines of the baseline without its comments."""
    text = (folder / "known.txt").read_bytes().decode()
    return [line for line in text.splitlines() if not line.startswith("#")]


def test_what_is_known_is_hidden_and_counted(
    site: Files, workspace: Workspace, transcheck: Transcheck
) -> None:
    workspace(site)
    written = transcheck("check", "docs", *UPDATE)
    assert written.code == 0
    assert "Baseline: 1 old finding hidden, 0 gone\n" in written.out
    assert written.err == "known.txt: 1 finding, 1 added, 0 removed\n"
    later = transcheck("check", "docs", *KNOWN)
    assert (later.code, later.err) == (0, "")
    assert later.out.startswith("Found no problems in 4 files")
    assert later.out.endswith("\nBaseline: 1 old finding hidden, 0 gone\n")


def test_what_is_new_is_shown_and_fails(
    site: Files, workspace: Workspace, transcheck: Transcheck
) -> None:
    folder = workspace(site)
    transcheck("check", "docs", *UPDATE)
    add(folder / "docs/pl/a.md", "starą.", "starą,.")
    done = transcheck("check", "docs", *KNOWN, *CONCISE)
    assert done.code == 1
    assert done.out.startswith("docs/pl/a.md:7:")
    assert done.out.count("\n") == 1
    assert done.err == "Baseline: 1 old finding hidden, 0 gone\n"


def test_what_was_mended_is_gone_until_it_comes_back(
    site: Files, workspace: Workspace, transcheck: Transcheck
) -> None:
    folder = workspace(site)
    transcheck("check", "docs", *UPDATE)
    add(folder / "docs/pl/a.md", "),.", "),")
    mended = transcheck("check", "docs", *KNOWN, *CONCISE)
    assert mended.err == "Baseline: 0 old findings hidden, 1 gone\n"
    updated = transcheck("check", "docs", *UPDATE, *CONCISE)
    assert "known.txt: 0 findings, 0 added, 1 removed\n" in updated.err
    add(folder / "docs/pl/a.md", "),", "),.")
    assert transcheck("check", "docs", *KNOWN, *CONCISE).code == 1


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["docs"], id="the folder"),
        pytest.param(["."], id="a folder above"),
        pytest.param([], id="the working folder"),
        pytest.param(["docs/pl/a.md"], id="the file"),
        pytest.param(["docs/en/a.md", "--whole-page"], id="its original"),
        pytest.param(["docs", "--min-severity", "error"], id="another severity"),
        pytest.param(["--pair", "docs/en/a.md", "docs/pl/a.md"], id="the pair"),
    ],
)
def test_what_is_known_is_known_however_it_is_named(
    arguments: list[str], site: Files, workspace: Workspace, transcheck: Transcheck
) -> None:
    workspace(site)
    transcheck("check", "docs", *UPDATE)
    done = transcheck("check", *arguments, *KNOWN, *CONCISE)
    assert (done.code, done.out) == (0, "")
    assert done.err == "Baseline: 1 old finding hidden, 0 gone\n"


def test_a_file_in_the_same_place_of_another_folder_is_another(
    site: Files, workspace: Workspace, transcheck: Transcheck
) -> None:
    blog = {name.replace("docs/", "blog/"): text for name, text in site.items()}
    workspace({**site, **blog})
    transcheck("check", "docs", *UPDATE)
    done = transcheck("check", "blog", *KNOWN, *CONCISE)
    assert done.code == 1
    assert done.err == "Baseline: 0 old findings hidden, 0 gone\n"


def test_a_copy_of_the_site_is_known_by_a_baseline_that_lies_elsewhere(
    site: Files, workspace: Workspace, transcheck: Transcheck
) -> None:
    copy = {name.replace("docs/", "copy/"): text for name, text in site.items()}
    folder = workspace({**site, **copy, "elsewhere/README": ""})
    elsewhere = ("--baseline", str(folder / "elsewhere" / "known.txt"))
    transcheck("check", "docs", *elsewhere, "--update-baseline")
    assert transcheck("check", "copy", *elsewhere).code == 0


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["docs/de/a.md"], id="another file"),
        pytest.param(["docs", "--select", "links"], id="another rule"),
        pytest.param(["docs", "--languages", "de"], id="another language"),
        pytest.param(["docs", "--exclude", "pl/"], id="other files"),
    ],
)
def test_what_a_run_does_not_judge_stays(
    arguments: list[str], site: Files, workspace: Workspace, transcheck: Transcheck
) -> None:
    folder = workspace(site)
    transcheck("check", "docs", *UPDATE)
    before = entries(folder)
    assert len(before) == 1
    done = transcheck("check", *arguments, *UPDATE, *CONCISE)
    assert (done.code, entries(folder)) == (0, before)
    assert "0 gone" in done.err


def test_what_stood_in_a_removed_file_is_gone(
    site: Files, workspace: Workspace, transcheck: Transcheck
) -> None:
    folder = workspace(site)
    transcheck("check", "docs", *UPDATE)
    (folder / "docs/pl/a.md").unlink()
    done = transcheck("check", "docs", *KNOWN, *CONCISE)
    assert done.err == "Baseline: 0 old findings hidden, 1 gone\n"


def test_the_file_has_a_sorted_line_for_each_finding(
    site: Files, workspace: Workspace, transcheck: Transcheck
) -> None:
    broken = str(site["docs/pl/a.md"]).replace("starą.", "starą,.")
    folder = workspace({**site, "docs/pl/a.md": broken, "docs/de/a.md": broken})
    transcheck("check", "docs", *UPDATE)
    content = (folder / "known.txt").read_bytes()
    lines = entries(folder)
    assert b"\r" not in content
    assert content.endswith(b"\n")
    assert lines == sorted(set(lines))
    assert any(line.endswith(" stray-punctuation docs/pl/a.md") for line in lines)
    transcheck("check", "docs", *UPDATE)
    assert (folder / "known.txt").read_bytes() == content


def test_lines_that_a_merge_doubled_or_moved_do_no_harm(
    site: Files, workspace: Workspace, transcheck: Transcheck
) -> None:
    folder = workspace(site)
    transcheck("check", "docs", *UPDATE)
    content = (folder / "known.txt").read_bytes()
    merged = b"\xef\xbb\xbf" + (content * 2).replace(b"\n", b"\r\n")
    (folder / "known.txt").write_bytes(merged)
    done = transcheck("check", "docs", *KNOWN, *CONCISE)
    assert (done.code, done.err) == (0, "Baseline: 1 old finding hidden, 0 gone\n")
    transcheck("check", "docs", *UPDATE)
    assert (folder / "known.txt").read_bytes() == content


def test_json_counts_what_is_known(
    site: Files, workspace: Workspace, transcheck: Transcheck
) -> None:
    workspace(site)
    assert (
        "baseline"
        not in json.loads(transcheck("check", "docs", "--format", "json").out)[
            "summary"
        ]
    )
    transcheck("check", "docs", *UPDATE)
    found = json.loads(transcheck("check", "docs", *KNOWN, "--format", "json").out)
    assert found["diagnostics"] == []
    assert found["summary"]["errors"] == 0
    assert found["summary"]["baseline"] == {"hidden": 1, "gone": 0}


def test_the_configuration_names_a_baseline_beside_it(
    site: Files,
    workspace: Workspace,
    transcheck: Transcheck,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = workspace({**site, ".transcheck.toml": 'baseline = "known.txt"\n'})
    assert transcheck("check", "docs", "--update-baseline").code == 0
    assert len(entries(folder)) == 1
    monkeypatch.chdir(folder / "docs")
    done = transcheck("check", "pl/a.md", *CONCISE)
    assert (done.code, done.out) == (0, "")


@pytest.mark.parametrize(
    ("arguments", "content", "message"),
    [
        pytest.param(
            ["--update-baseline"],
            None,
            "error: --update-baseline needs --baseline FILE\n",
            id="an update of no file",
        ),
        pytest.param(
            KNOWN,
            None,
            "error: no baseline known.txt: --update-baseline writes one\n",
            id="a file that is not there",
        ),
        pytest.param(
            KNOWN,
            b"# fine\n<<<<<<< HEAD\n",
            "error: known.txt:2: no fingerprint, rule and file; mend the line, or"
            " remove it\n",
            id="a conflict",
        ),
        pytest.param(
            UPDATE,
            b"{}\n",
            "error: known.txt:1: no fingerprint, rule and file; mend the line, or"
            " remove it\n",
            id="an update of another file",
        ),
        pytest.param(
            KNOWN,
            b"\xff\xfe",
            "error: known.txt is no baseline: not UTF-8\n",
            id="no text",
        ),
        pytest.param(
            ["--baseline", "docs"],
            None,
            "error: cannot read the baseline docs: is a directory\n",
            id="a folder",
        ),
        pytest.param(
            ["--baseline", "no/such/known.txt", "--update-baseline"],
            None,
            "error: cannot write the baseline no/such/known.txt:"
            " no such file or directory\n",
            id="a folder that is not there",
        ),
    ],
)
def test_a_baseline_that_cannot_be_used_is_an_error(
    arguments: list[str],
    content: bytes | None,
    message: str,
    site: Files,
    workspace: Workspace,
    transcheck: Transcheck,
) -> None:
    folder = workspace(site if content is None else {**site, "known.txt": content})
    done = transcheck("check", "docs", *arguments)
    assert (done.code, done.out, done.err) == (2, "", message)
    if content is not None:
        assert (folder / "known.txt").read_bytes() == content


def test_an_update_leaves_no_other_file_behind(
    site: Files, workspace: Workspace, transcheck: Transcheck
) -> None:
    folder = workspace(site)
    before = {path.name for path in folder.iterdir()}
    transcheck("check", "docs", *UPDATE)
    assert {path.name for path in folder.iterdir()} == {*before, "known.txt"}


def test_a_run_that_compares_nothing_writes_nothing(
    workspace: Workspace, transcheck: Transcheck
) -> None:
    folder = workspace({"docs/en/a.md": "# News\n"})
    assert transcheck("check", "docs", *UPDATE).code == 2
    assert not (folder / "known.txt").exists()


def test_what_an_original_broke_elsewhere_is_told_when_it_is_new(
    site: Files, workspace: Workspace, transcheck: Transcheck
) -> None:
    workspace(site)
    transcheck("check", "docs", *UPDATE)
    done = transcheck("check", "docs/en/a.md", *KNOWN, *CONCISE)
    assert done.err == "Baseline: 0 old findings hidden, 0 gone\n"
