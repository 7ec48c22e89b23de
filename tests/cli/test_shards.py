"""--shard and merge: a run in shares says what a whole run says."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from transcheck.site import PageFiles, Shard

if TYPE_CHECKING:
    from tests.cli.conftest import Done, Files, Transcheck, Workspace

Check = Callable[..., list[str]]


@pytest.fixture
def pages(site: Files) -> Files:
    """Return a site of several pages, with what only the whole site shows.

    A page lacks a translation that the others have, and a file is no text.
    """
    files: Files = {
        name.replace("a.md", f"{letter}.md"): text
        for letter in "abcdefgh"
        for name, text in site.items()
    }
    del files["docs/de/c.md"]
    return {**files, "docs/pl/d.md": b"\xff", ".transcheck.toml": ""}


@pytest.fixture
def shards(transcheck: Transcheck) -> Check:
    """Return a function that checks in shares, and gives the files of the reports."""

    def check(*arguments: str, of: int = 2) -> list[str]:
        for number in range(1, of + 1):
            done = transcheck(
                "check",
                *(arguments or ("docs",)),
                *("--shard", f"{number}/{of}", "--format", "json"),
                *("--output", f"{number}.json"),
            )
            assert (done.code in {0, 1}, done.out) == (True, ""), done.err
        return [f"{number}.json" for number in range(1, of + 1)]

    return check


@pytest.mark.parametrize("of", [1, 3, 12])
def test_merged_shares_are_a_whole_run(
    of: int,
    pages: Files,
    workspace: Workspace,
    transcheck: Transcheck,
    shards: Check,
) -> None:
    workspace(pages)
    files = shards(of=of)
    assert transcheck("merge", *reversed(files)) == transcheck("check", "docs")


def test_merged_shares_are_reported_as_a_whole_run(
    pages: Files, workspace: Workspace, transcheck: Transcheck, shards: Check
) -> None:
    workspace(pages)
    files = shards(of=2)
    for report in (
        ("--format", "concise"),
        ("--format", "json"),
        ("--format", "github"),
        ("--statistics",),
        ("--fail-on", "never"),
        ("--min-severity", "info", "--fail-on", "info"),
    ):
        whole = transcheck("check", "docs", *report)
        assert transcheck("merge", *files, *report) == whole
    assert "missing-page" in whole.out


@pytest.mark.parametrize(
    "options",
    [
        pytest.param(("--min-severity", "info"), id="more is shown"),
        pytest.param(("--select", "links", "--fail-on", "warning"), id="few rules run"),
        pytest.param(("--languages", "pl", "--original", "en"), id="of a language"),
        pytest.param(("--config", "other.toml"), id="with a configuration"),
        pytest.param(("--baseline", "known.txt"), id="with known findings"),
    ],
)
def test_options_of_the_shares_hold_for_the_whole(
    options: tuple[str, ...],
    pages: Files,
    workspace: Workspace,
    transcheck: Transcheck,
    shards: Check,
) -> None:
    workspace({**pages, "other.toml": 'ignore = ["stray-punctuation"]\n'})
    known = ("--baseline", "known.txt", "--update-baseline")
    transcheck("check", "docs", "--select", "punctuation", *known)
    files = shards("docs", *options)
    assert transcheck("merge", *files) == transcheck("check", "docs", *options)


def test_a_share_that_must_not_fail_does_not_keep_the_whole_from_it(
    pages: Files, workspace: Workspace, transcheck: Transcheck, shards: Check
) -> None:
    workspace(pages)
    files = shards("docs", "--fail-on", "never")
    assert transcheck("merge", *files).code == 1
    assert transcheck("merge", *files, "--fail-on", "never").code == 0


def test_folders_under_several_configurations_are_merged(
    pages: Files, workspace: Workspace, transcheck: Transcheck, shards: Check
) -> None:
    there = {name.replace("docs/", "blog/docs/"): text for name, text in pages.items()}
    workspace({**pages, **there, "blog/.transcheck.toml": 'ignore = ["files"]\n'})
    files = shards("docs", "blog")
    assert transcheck("merge", *files) == transcheck("check", "docs", "blog")


def test_a_baseline_is_written_by_the_whole(
    pages: Files, workspace: Workspace, transcheck: Transcheck, shards: Check
) -> None:
    folder = workspace(pages)
    files = shards()
    merged = transcheck("merge", *files, "--baseline", "a.txt", "--update-baseline")
    whole = transcheck("check", "docs", "--baseline", "b.txt", "--update-baseline")
    assert merged.code == whole.code == 0
    assert (folder / "a.txt").read_bytes() == (folder / "b.txt").read_bytes()


def test_a_share_says_what_it_cannot_tell(
    pages: Files, workspace: Workspace, transcheck: Transcheck
) -> None:
    workspace(pages)
    done = transcheck("check", "docs", "--shard", "1/2")
    assert "Not every page was read, as these rules need: " in done.out
    assert "missing-page" not in done.out.partition("\n\nFound")[0]


def test_facts_are_ascii_and_those_of_the_contract_are_as_ever(
    pages: Files, workspace: Workspace, transcheck: Transcheck, shards: Check
) -> None:
    folder = workspace({**pages, "docs/pl/ż.md": "# Ż\n", "docs/en/ż.md": "# Z\n"})
    for file in shards():
        report = json.loads((folder / file).read_bytes().decode("ascii"))
        assert list(report) == ["version", "summary", "diagnostics", "skipped", "shard"]
    assert "shard" not in json.loads(
        transcheck("check", "docs", "--format", "json").out
    )


@pytest.mark.parametrize(
    ("files", "message"),
    [
        pytest.param(("1.json",), "shard 2/2 is missing", id="one is missing"),
        pytest.param(
            ("1.json", "2.json", "1.json"),
            "shard 1/2 is there 2 times: 1.json, 1.json",
            id="one is there twice",
        ),
        pytest.param(
            ("1.json", "other.json"),
            "1.json is of 2 shards, and other.json of 1",
            id="one is of another number",
        ),
        pytest.param(
            ("1.json", "options.json"),
            "1.json and options.json were made with different paths or options",
            id="one was made with other options",
        ),
        pytest.param(
            ("1.json", "none.json"),
            "cannot read none.json: no such file or directory",
            id="one is no file",
        ),
        pytest.param(
            ("1.json", "whole.json"),
            "whole.json is no report of a shard, as 'transcheck check --shard K/N"
            " --format json' writes it",
            id="one is the report of a whole run",
        ),
        pytest.param(
            ("1.json", "docs/en/a.md"),
            "docs/en/a.md is no report of a shard",
            id="one is no JSON",
        ),
        pytest.param(
            ("1.json", "old.json"),
            "old.json was made with other software than there is here: transcheck 0.0"
            " (here ",
            id="one was made by another version",
        ),
    ],
)
def test_what_is_not_all_shares_of_one_run_is_told(
    files: tuple[str, ...],
    message: str,
    pages: Files,
    workspace: Workspace,
    transcheck: Transcheck,
    shards: Check,
) -> None:
    folder = workspace(pages)
    shards(of=1)
    (folder / "1.json").rename(folder / "other.json")
    shards("docs", "--ignore", "spacing")
    (folder / "2.json").rename(folder / "options.json")
    shards()
    transcheck("check", "docs", "--format", "json", "--output", "whole.json")
    old = json.loads((folder / "2.json").read_text())
    old["shard"] = {"software": {**old["shard"]["software"], "transcheck": "0.0"}}
    (folder / "old.json").write_text(json.dumps(old))
    told(transcheck("merge", *files), message)


def test_files_that_have_changed_are_told(
    pages: Files, workspace: Workspace, transcheck: Transcheck, shards: Check
) -> None:
    folder = workspace(pages)
    files = shards()
    (folder / "docs/pl/a.md").write_text("# Inna\n")
    told(transcheck("merge", *files), "was made of files with other contents than")
    (folder / "docs/pl/news.md").write_text("# Nowe\n")
    told(transcheck("merge", *files), "1.json was made of other pages or settings than")


def test_settings_that_have_changed_are_told(
    pages: Files, workspace: Workspace, transcheck: Transcheck, shards: Check
) -> None:
    folder = workspace(pages)
    files = shards()
    (folder / ".transcheck.toml").write_text('ignore = ["spacing"]\n')
    told(transcheck("merge", *files), "was made of other pages or settings than")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("docs", "--shard", "0/2"), "--shard: '0/2' is no K/N, with K from 1 to N"),
        (("docs", "--shard", "3/2"), "--shard: '3/2' is no K/N, with K from 1 to N"),
        (("docs", "--shard", "half"), "--shard: 'half' is no K/N, with K from 1 to N"),
        (
            ("docs", "--shard", "1/2", "--fix"),
            "--shard needs all pages to be checked: --fix cannot go with it",
        ),
        (
            ("docs", "--shard", "1/2", "--diff"),
            "--shard needs all pages to be checked: --diff cannot go with it",
        ),
        (
            ("docs/en/a.md", "--shard", "1/2"),
            "--shard divides the pages of folders, and docs/en/a.md is a file",
        ),
    ],
)
def test_mistakes_are_told(
    arguments: tuple[str, ...],
    message: str,
    pages: Files,
    workspace: Workspace,
    transcheck: Transcheck,
) -> None:
    workspace(pages)
    done = transcheck("check", *arguments)
    assert (done.code, done.out) == (2, "")
    assert f"error: {message}\n" in done.err


def test_every_page_is_in_one_shard_wherever_it_is_asked() -> None:
    pages = [PageFiles(f"guides/{number}", "en", {}) for number in range(1000)]
    held = [[page for page in pages if Shard(k, 4).holds(page)] for k in range(1, 5)]
    assert sum(map(len, held)) == 1000
    assert min(map(len, held)) > 200
    assert [Shard(k, 4).holds(pages[0]) for k in range(1, 5)] == [
        False,
        False,
        True,
        False,
    ]


def told(done: Done, message: str) -> None:
    assert (done.code, done.out) == (2, "")
    assert message in done.err
    assert "Traceback" not in done.err
