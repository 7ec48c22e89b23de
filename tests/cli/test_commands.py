"""The commands besides check, and how fast they start."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from transcheck import __version__

if TYPE_CHECKING:
    from tests.cli.conftest import Files, Python, Transcheck, Workspace


def test_pages_are_listed_with_their_languages(
    site: Files, workspace: Workspace, transcheck: Transcheck
) -> None:
    workspace(site)
    done = transcheck("pages", "docs")
    assert done.code == 0
    assert done.out.splitlines() == [
        "layout: docs/{lang}/{path}",
        "",
        "a: de, en*, pl",
        "news: en*",
        "",
        "2 pages in 3 languages (de, en, pl), original: en; 0 files left out",
    ]


def test_pages_in_json_are_the_object_of_the_contract(
    site: Files, workspace: Workspace, transcheck: Transcheck
) -> None:
    workspace({**site, "docs/pl/empty.txt": "no frontmatter\n"})
    printed = json.loads(transcheck("pages", "docs", "--format", "json").out)
    assert set(printed) == {"pages", "languages", "skipped"}
    assert printed["pages"][0] == {
        "page": "a",
        "original": "en",
        "files": {"de": "docs/de/a.md", "en": "docs/en/a.md", "pl": "docs/pl/a.md"},
    }
    assert printed["languages"] == {"de": "de", "en": "en", "pl": "pl"}
    (skipped,) = printed["skipped"]
    assert skipped["path"] == "docs/pl/empty.txt"
    assert skipped["reason"]


def test_pages_explain_the_original_and_show_every_path(
    site: Files, workspace: Workspace, transcheck: Transcheck
) -> None:
    workspace(site)
    done = transcheck("pages", "docs", "--explain", "--original", "de")
    assert "de*  docs/de/a.md" in done.out
    assert "\noriginal: de" in done.out


def test_align_shows_two_files_side_by_side(
    site: Files, workspace: Workspace, transcheck: Transcheck
) -> None:
    workspace(site)
    done = transcheck("align", "docs/en/a.md", "docs/pl/a.md")
    assert done.code == 0
    assert "Aktualizacja" in done.out


def test_align_knows_the_languages_of_two_files(
    workspace: Workspace, transcheck: Transcheck
) -> None:
    english = "The gardener waters the beans in the evening, when it is dry.\n"
    german = "Die Gärtnerin gießt am Abend die Bohnen, wenn die Erde trocken ist.\n"
    workspace({"en/a.md": english, "ja/a.md": german})
    done = transcheck("align", "en/a.md", "ja/a.md")
    assert "[foreign (de)]" in done.out


def test_align_needs_two_files(
    site: Files, workspace: Workspace, transcheck: Transcheck
) -> None:
    workspace(site)
    done = transcheck("align", "docs/en/a.md", "docs/xx/a.md")
    assert (done.code, done.out) == (2, "")
    assert done.err == ("error: cannot read docs/xx/a.md: no such file or directory\n")


def test_rules_are_listed(transcheck: Transcheck) -> None:
    done = transcheck("rules")
    assert done.code == 0
    assert "\n  stray-punctuation" in done.out


def test_explain_prints_the_page_of_a_rule(transcheck: Transcheck) -> None:
    done = transcheck("explain", "stray-punctuation")
    assert done.code == 0
    assert done.out.startswith("# stray-punctuation\n")


def test_explain_knows_what_was_meant(transcheck: Transcheck) -> None:
    done = transcheck("explain", "stray-punctation")
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        "error: no rule 'stray-punctation'; did you mean 'stray-punctuation'?\n"
    )


def test_the_version_is_printed(transcheck: Transcheck) -> None:
    done = transcheck("--version")
    assert (done.code, done.out) == (0, f"transcheck {__version__}\n")


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["--version"], id="for the version"),
        pytest.param(["--help"], id="for the help"),
        pytest.param(["check", "--help"], id="for the help of a command"),
    ],
)
def test_nothing_heavy_is_imported_before_it_is_needed(
    arguments: list[str], python: Python
) -> None:
    code = (
        "import sys; from transcheck.cli import main; main(sys.argv[1:]);"
        "print(*sys.modules, sep='\\n', file=sys.stderr)"
    )
    done = python("-c", code, *arguments)
    loaded = {name.partition(".")[0] for name in done.stderr.decode().split()}
    assert "click" in loaded
    assert not loaded & {
        "frontmatter",
        "langcodes",
        "langdetect",
        "lingua",
        "mistune",
        "pathspec",
        "py3langid",
        "rapidfuzz",
        "transcheck_rules",
        "yaml",
    }


def test_a_check_imports_nothing_that_few_checks_need(
    python: Python, tmp_path: Path
) -> None:
    for path, text in (("a.md", "# Roses\n\nRed.\n"), ("a.de.md", "# Rosen\n\nRot.\n")):
        (tmp_path / path).write_text(text, encoding="utf-8")
    code = (
        "import sys; from transcheck.cli import main; main(sys.argv[1:]);"
        "print(*sys.modules, sep='\\n', file=sys.stderr)"
    )
    done = python("-c", code, "check", "--no-cache", str(tmp_path))
    loaded = set(done.stderr.decode().split())
    assert "transcheck_rules" in loaded
    assert not loaded & {
        "csv",
        "importlib.metadata",
        "langdetect",
        "multiprocessing",
        "pygments",
        "xml.parsers.expat",
    }


def test_a_check_of_what_has_not_changed_imports_nothing_that_reads_pages(
    python: Python, tmp_path: Path
) -> None:
    for path, text in (("a.md", "# Roses\n\nRed.\n"), ("a.de.md", "# Rosen\n\n.\n")):
        (tmp_path / path).write_text(text, encoding="utf-8")
    code = (
        "import sys; from transcheck.cli import main; main(sys.argv[1:]);"
        "print(*sys.modules, sep='\\n', file=sys.stderr)"
    )
    cold, warm = (python("-c", code, "check", str(tmp_path)) for _ in range(2))
    assert warm.stdout == cold.stdout
    assert not set(warm.stderr.decode().split()) & {
        "mistune",
        "transcheck.align.page",
        "transcheck.parse",
        "transcheck_rules.punctuation.stray_punctuation",
    }


def test_the_package_is_a_command_as_well(
    site: Files, workspace: Workspace, python: Python
) -> None:
    workspace(site)
    done = python("-m", "transcheck", "check", "docs", "--format", "concise")
    assert done.returncode == 1
    assert done.stdout.startswith(b"docs/pl/a.md:3:35: error[stray-punctuation]")


def test_without_a_command_the_commands_are_listed(transcheck: Transcheck) -> None:
    done = transcheck()
    assert (done.code, done.out) == (2, "")
    commands = [
        line.split()[0]
        for line in done.err.partition("Commands:")[2].split("\n")[1:]
        if line
    ]
    assert commands == ["align", "check", "clean", "explain", "merge", "pages", "rules"]
