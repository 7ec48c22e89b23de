"""The command check: what it shows, and how it ends."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Files, Transcheck, Workspace


def test_check_reports_what_is_wrong_and_fails(
    site: Files, workspace: Workspace, transcheck: Transcheck
) -> None:
    workspace(site)
    done = transcheck("check", "docs", "--format", "concise")
    assert done.out.startswith("docs/pl/a.md:3:35: error[stray-punctuation] ")
    assert done.out.count("\n") == 1
    assert (done.code, done.err) == (1, "")


def test_check_of_a_clean_site_succeeds(
    site: Files, workspace: Workspace, transcheck: Transcheck
) -> None:
    workspace({**site, "docs/pl/a.md": str(site["docs/pl/a.md"]).replace("),.", "),")})
    done = transcheck("check", "docs")
    assert (done.code, done.err) == (0, "")
    assert done.out == (
        "Found no problems in 4 files, 2 pages, 3 languages (de, en, pl);"
        " 0 files skipped\n"
    )


def test_without_paths_the_working_folder_is_checked(
    site: Files, workspace: Workspace, transcheck: Transcheck
) -> None:
    workspace(site)
    named = transcheck("check", ".", "--format", "concise")
    assert transcheck("check", "--format", "concise") == named
    assert named.code == 1


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        pytest.param(["--fail-on", "error"], 1, id="an error is an error"),
        pytest.param(["--fail-on", "warning"], 1, id="an error is above a warning"),
        pytest.param(["--fail-on", "never"], 0, id="never"),
        pytest.param(["--ignore", "stray-punctuation"], 0, id="its rule is ignored"),
        pytest.param(["--select", "links"], 0, id="another category is selected"),
        pytest.param(["--select", "punctuation,links"], 1, id="two are selected"),
        pytest.param(
            ["--select", "links", "--select", "punctuation"], 1, id="selected twice"
        ),
        pytest.param(["--languages", "de"], 0, id="another language is selected"),
        pytest.param(["--languages", "de,pl"], 1, id="its language is selected"),
    ],
)
def test_the_exit_code_depends_on(
    arguments: list[str],
    code: int,
    site: Files,
    workspace: Workspace,
    transcheck: Transcheck,
) -> None:
    workspace(site)
    assert transcheck("check", "docs", *arguments).code == code


def test_what_fails_a_run_is_shown(
    site: Files, workspace: Workspace, transcheck: Transcheck
) -> None:
    workspace(
        {
            **site,
            ".transcheck.toml": '[rules.stray-punctuation]\nseverity = "info"\n',
        }
    )
    passed = transcheck("check", "docs", "--format", "concise")
    assert (passed.code, passed.out, passed.err) == (0, "", "")
    failed = transcheck("check", "docs", "--format", "concise", "--fail-on", "info")
    assert failed.code == 1
    assert "info[stray-punctuation]" in failed.out


def test_a_site_without_pairs_is_still_reported(
    workspace: Workspace, transcheck: Transcheck
) -> None:
    workspace({"docs/pl/a.md": "# Strona\n"})
    done = transcheck("check", "docs", "--format", "json")
    assert done.code == 2
    assert json.loads(done.out)["version"] == 1


def test_two_languages_of_which_neither_is_known_to_be_first_are_told_of(
    site: Files, workspace: Workspace, transcheck: Transcheck
) -> None:
    workspace({path: site[path] for path in ("docs/en/a.md", "docs/de/a.md")})
    done = transcheck("check", "docs")
    assert "--original LANG names it" in done.err
    named = transcheck("check", "docs", "--original", "en")
    assert (named.code, named.err) == (0, "")


def test_a_named_file_without_mates_is_no_mistake(
    site: Files, workspace: Workspace, transcheck: Transcheck
) -> None:
    workspace(site)
    assert transcheck("check", "docs/en/news.md").code == 0


def test_a_file_that_is_no_text_is_a_diagnostic_and_the_run_goes_on(
    site: Files, workspace: Workspace, transcheck: Transcheck
) -> None:
    workspace({**site, "docs/de/a.md": "# Übung\n".encode("latin-1")})
    done = transcheck("check", "docs", "--format", "json")
    printed = json.loads(done.out)
    assert [
        (one["rule"], one["path"], one["range"]["start"])
        for one in printed["diagnostics"]
    ] == [
        ("unreadable", "docs/de/a.md", {"line": 1, "column": 3}),
        ("stray-punctuation", "docs/pl/a.md", {"line": 3, "column": 35}),
    ]
    assert printed["summary"]["files"] == 3
    assert printed["skipped"] == []
    assert done.code == 1


def test_what_a_named_original_broke_is_told_in_one_line(
    site: Files, workspace: Workspace, transcheck: Transcheck
) -> None:
    german = str(site["docs/de/a.md"]).replace("), bevor", "),. bevor")
    workspace({**site, "docs/de/a.md": german})
    done = transcheck("check", "docs/en/a.md", "--select", "punctuation")
    assert done.code == 0
    assert done.err == "2 findings in de, pl: --whole-page shows them\n"


def test_the_line_speaks_of_one_finding_as_one(
    site: Files, workspace: Workspace, transcheck: Transcheck
) -> None:
    workspace(site)
    done = transcheck("check", "docs/en/a.md")
    assert done.err == "1 finding in pl: --whole-page shows it\n"


def test_a_named_translation_tells_nothing_of_the_others(
    site: Files, workspace: Workspace, transcheck: Transcheck
) -> None:
    workspace(site)
    done = transcheck("check", "docs/de/a.md")
    assert (done.code, done.err) == (0, "")


def test_the_whole_page_is_shown_on_demand(
    site: Files, workspace: Workspace, transcheck: Transcheck
) -> None:
    workspace(site)
    done = transcheck("check", "docs/en/a.md", "--whole-page", "--format", "concise")
    assert done.out.startswith("docs/pl/a.md:3:35: error[stray-punctuation]")
    assert (done.code, done.err) == (1, "")


def test_each_path_is_checked_with_its_own_configuration(
    site: Files, workspace: Workspace, transcheck: Transcheck
) -> None:
    files = {f"{top}/{name}": text for top in "ab" for name, text in site.items()}
    workspace({**files, "a/.transcheck.toml": "ignore = ['stray-punctuation']\n"})
    done = transcheck("check", "b", "a", "--format", "json")
    printed = json.loads(done.out)
    assert [one["path"] for one in printed["diagnostics"]] == ["b/docs/pl/a.md"]
    assert printed["summary"] == {
        "files": 8,
        "pages": 4,
        "languages": ["de", "en", "pl"],
        "skipped": 0,
        "errors": 1,
        "warnings": 0,
        "infos": 0,
        "fixable": printed["summary"]["fixable"],
    }
    assert transcheck("check", "a", "b", "--format", "json").out == done.out


def test_isolated_reads_no_configuration(
    site: Files, workspace: Workspace, transcheck: Transcheck
) -> None:
    workspace({**site, ".transcheck.toml": "ignore = ['stray-punctuation']\n"})
    assert transcheck("check", "docs").code == 0
    assert transcheck("check", "docs", "--isolated").code == 1
