"""The option --pair."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Files, Transcheck, Workspace


def test_a_pair_is_checked_without_looking_around(
    site: Files, workspace: Workspace, transcheck: Transcheck
) -> None:
    names = {"en": "old.md", "pl": "new.txt", "de": "third.md"}
    workspace({name: site[f"docs/{tag}/a.md"] for tag, name in names.items()})
    done = transcheck(
        *("check", "--pair", "old.md", "new.txt", "--languages", "en,pl"),
        *("--format", "json", "--fail-on", "never", "--no-cache"),
    )
    printed = json.loads(done.out)
    assert done.code == 0
    assert printed["summary"]["languages"] == ["en", "pl"]
    assert [
        (one["rule"], one["path"], one["language"]) for one in printed["diagnostics"]
    ] == [("stray-punctuation", "new.txt", "pl")]


@pytest.mark.parametrize(
    ("original", "translation", "languages"),
    [
        pytest.param("docs/en/a.md", "docs/pl/a.md", ["en", "pl"], id="by folder"),
        pytest.param("a.md", "a.pt_BR.md", ["en", "pt_BR"], id="by suffix and text"),
        pytest.param("a/en.md", "a/zh-Hant.md", ["en", "zh-Hant"], id="by file name"),
        pytest.param(
            "it/one.md", "it/two.md", ["en", "pl"], id="not by what is common"
        ),
    ],
)
def test_the_languages_of_a_pair_are_found(
    original: str,
    translation: str,
    languages: list[str],
    site: Files,
    workspace: Workspace,
    transcheck: Transcheck,
) -> None:
    workspace({original: site["docs/en/a.md"], translation: site["docs/pl/a.md"]})
    done = transcheck("check", "--pair", original, translation, "--format", "json")
    assert json.loads(done.out)["summary"]["languages"] == languages


def test_two_versions_in_one_language_are_a_pair_too(
    site: Files, workspace: Workspace, transcheck: Transcheck
) -> None:
    polish = str(site["docs/pl/a.md"])
    workspace({"one.md": polish.replace("),.", "),"), "two.md": polish})
    done = transcheck("check", "--pair", "one.md", "two.md", "--languages", "pl,pl")
    assert done.code == 1
    assert "two.md:3:35: error[stray-punctuation]" in done.out


def test_texts_whose_language_nobody_knows_are_compared(
    workspace: Workspace, transcheck: Transcheck
) -> None:
    workspace({"one.md": "Xq 420 qx.\n", "two.md": "Zv 640 vz.\n"})
    done = transcheck("check", "--pair", "one.md", "two.md", "--no-cache")

    assert done.code == 0
    assert "number '640' is '420' in original" in done.out
