"""The examples on a rule's page: how they are read, run, compared and rewritten."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, ClassVar

import pytest

from transcheck.errors import ConfigError
from transcheck.example_page import Example, ExampleError, ExamplePage
from transcheck.registry import builtin
from transcheck.rule import (
    AlignedPage,
    Document,
    DocumentRule,
    Edit,
    Finding,
    Fix,
    PageRule,
    Pair,
    PairRule,
    Place,
    Related,
    Rule,
    Severity,
    Span,
)
from transcheck.testing import examples, outcome, update


class Marks(DocumentRule, frozen=True):
    """Reports marks."""

    id: ClassVar[str] = "marks"
    category: ClassVar[str] = "punctuation"
    severity: ClassVar[Severity] = Severity.INFO

    mark: Annotated[str, "What is reported."] = "§"

    def check(self, document: Document) -> Iterator[Finding]:
        """Report every mark."""
        for at, char in enumerate(document.text):
            if char == self.mark:
                place = Place(document.path, Span(at, at + 1))
                fix = Fix("remove it", (Edit(place, ""),), safe=True)
                left = document.text.count(self.mark, at)
                yield Finding(place, "a mark", cause=("mark", left), fix=fix)


class Lengths(PairRule, frozen=True):
    """Reports translations that are longer."""

    id: ClassVar[str] = "lengths"
    category: ClassVar[str] = "structure"

    def check(self, pair: Pair) -> Iterator[Finding]:
        """Compare the lengths."""
        if len(pair.translation.text) > len(pair.original.text):
            start = Span(0, 0)
            yield Finding(
                Place(pair.translation.path, start),
                f"longer than {pair.original.path}",
                cause=("longer",),
                related=(Related(Place(pair.original.path, start), "here"),),
            )


def page(*parts: str) -> str:
    return "\n\n".join(["# marks", "Reports marks.", "## Examples", *parts]) + "\n"


def fence(info: str, content: str = "", marker: str = "```") -> str:
    return f"{marker}{info}\n{content}{marker}"


def read(*parts: str) -> list[Example]:
    return ExamplePage("marks", page(*parts)).examples


TITLE = "### One `mark` is enough"
EN = fence("markdown en.md", "# A §\n")


# --- reading ----------------------------------------------------------------------


def test_fences_are_files_configuration_and_report() -> None:
    (example,) = read(
        TITLE,
        fence("toml", 'ignore = ["files"]\n'),
        EN,
        "Some words.",
        fence("markdown docs/pl/a.md", "# B\n"),
        fence("markdown en.md fixed", "# A \n"),
        fence("report", "en.md:1:5: info[marks] a mark\n"),
    )
    assert example == Example(
        rule="marks",
        title="One \ufffc is enough",
        files={"en.md": b"# A \xc2\xa7\n", "docs/pl/a.md": b"# B\n"},
        config='ignore = ["files"]\n',
        report="en.md:1:5: info[marks] a mark\n",
        fixed={"en.md": b"# A \n"},
    )


def test_fence_in_a_fence_needs_a_longer_one() -> None:
    (example,) = read(TITLE, fence("markdown en.md", "```sh\nls\n```\n", "````"))
    assert example.files == {"en.md": b"```sh\nls\n```\n"}


@pytest.mark.parametrize(
    ("words", "content", "expected"),
    [
        pytest.param("", "a\\tb\n", b"a\\tb\n", id="nothing is decoded unasked"),
        pytest.param("escaped", "a\\tb\\r\n", b"a\tb\r\n", id="tabs and returns"),
        pytest.param(
            "escaped", "\\u200b\\U0001f680\n", "\u200b🚀\n".encode(), id="by number"
        ),
        pytest.param(
            "escaped", "\\ufeff# A\n", b"\xef\xbb\xbf# A\n", id="a byte order mark"
        ),
        pytest.param("escaped", "\\xff\\x00\n", b"\xff\x00\n", id="bytes"),
        pytest.param("escaped", "\\\\t \\* \\\n", b"\\t \\* \\\n", id="backslashes"),
        pytest.param("no-eol", "a\n", b"a", id="no final line end"),
        pytest.param("escaped no-eol", "a\\n\n", b"a\n", id="both"),
        pytest.param("", "", b"", id="an empty file"),
    ],
)
def test_content_of_a_file(words: str, content: str, expected: bytes) -> None:
    (example,) = read(TITLE, fence(f"markdown en.md {words}".rstrip(), content))
    assert example.files == {"en.md": expected}


@pytest.mark.parametrize(
    ("parts", "problem"),
    [
        pytest.param([], "marks.md: no examples under 'Examples'", id="no example"),
        pytest.param([EN], "marks.md:5: an example has no heading", id="no heading"),
        pytest.param(
            [TITLE, fence("report")], "marks.md:7: an example has no file", id="no file"
        ),
        pytest.param(
            [TITLE, fence("markdown")],
            "marks.md:9: an example has a file without a path",
            id="no path",
        ),
        pytest.param(
            [TITLE, fence("markdown en.md escape")],
            "marks.md:9: an example has a fence 'markdown en.md escape'",
            id="an unknown word",
        ),
        pytest.param(
            [TITLE, fence("")],
            "marks.md:9: an example has a fence ''",
            id="no info string",
        ),
        pytest.param(
            [TITLE, EN, EN],
            "marks.md:13: an example has en.md twice, or fixed only",
            id="a file twice",
        ),
        pytest.param(
            [TITLE, EN, fence("markdown pl.md fixed")],
            "marks.md:13: an example has pl.md twice, or fixed only",
            id="a fixed file that was not there",
        ),
    ],
)
def test_wrong_example_is_told(parts: list[str], problem: str) -> None:
    with pytest.raises(ExampleError) as raised:
        read(*parts)
    assert str(raised.value) == problem


# --- running ----------------------------------------------------------------------


def example_of(files: dict[str, str], config: str = "") -> Example:
    return Example(
        rule="marks",
        title="An example",
        files={path: text.encode() for path, text in files.items()},
        config=config,
        report="",
        fixed={},
    )


def report(rule: type[Rule], files: dict[str, str], config: str = "") -> str:
    return outcome(rule, example_of(files, config)).report


def test_rule_runs_alone_and_shows_infos() -> None:
    text = "§ ),. <!-- transcheck-disabel -->\n"
    assert report(Marks, {"en.md": text}) == "en.md:1:1: info[marks] a mark\n"


def test_configuration_counts() -> None:
    config = '[rules.marks]\nmark = "%"\nseverity = "error"'
    assert report(Marks, {"en.md": "§%\n"}, config) == (
        "en.md:1:2: error[marks] a mark\n"
    )


def test_configuration_can_select_more() -> None:
    config = 'extend-select = ["unused-suppression"]'
    printed = report(Marks, {"en.md": "<!-- transcheck-disabel -->\n"}, config)
    assert "[unused-suppression]" in printed


def test_wrong_configuration_is_told_with_the_example() -> None:
    with pytest.raises(ConfigError, match=r"marks: An example: no key 'orignal'"):
        report(Marks, {"en.md": ""}, "orignal = 1")


LONG, SHORT = "# Long, long\n", "# A\n"


@pytest.mark.parametrize(
    ("files", "config", "expected"),
    [
        pytest.param(
            {"pl.md": SHORT, "en.md": LONG},
            "",
            "en.md:1:1: warning[lengths] longer than pl.md\n",
            id="the first file is the original",
        ),
        pytest.param(
            {"pl.md": LONG, "en.md": SHORT},
            'original = "en"',
            "pl.md:1:1: warning[lengths] longer than en.md\n",
            id="the configuration names another",
        ),
        pytest.param(
            {"docs/en/api.md": SHORT, "docs/pl/api.md": LONG, "docs/pl/new.md": LONG},
            "",
            "docs/pl/api.md:1:1: warning[lengths] longer than docs/en/api.md\n",
            id="a folder is the language",
        ),
        pytest.param(
            {"x/api.en.mdx": SHORT, "x/api.zh-CN.mdx": LONG},
            "",
            "x/api.zh-CN.mdx:1:1: warning[lengths] longer than x/api.en.mdx\n",
            id="a suffix is the language",
        ),
    ],
)
def test_languages_come_from_the_paths(
    files: dict[str, str], config: str, expected: str
) -> None:
    assert report(Lengths, files, config) == expected


def test_no_original_makes_two_documents_an_info() -> None:
    files = {"en.md": SHORT, "pl.md": LONG}
    assert report(Lengths, files, 'original = ""') == (
        "pl.md:1:1: info[lengths] longer than en.md\n"
    )


def test_path_without_a_language_is_told() -> None:
    with pytest.raises(
        ExampleError, match=r"no part of the path page-1\.md is a language"
    ):
        report(Marks, {"page-1.md": ""})


class Files(PageRule, frozen=True):
    """Reports the files and generators that it is told of."""

    id: ClassVar[str] = "files"
    category: ClassVar[str] = "links"

    def check(self, page: AlignedPage) -> Iterator[Finding]:
        """Report them all."""
        site = page.surroundings
        names = (
            sorted({*site.files, *(one.name for one in site.generators)})
            if site
            else ["?"]
        )
        place = Place(page.documents[0].path, Span(0, 0))
        yield Finding(place, " ".join(names), cause=("files",))


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param({"en.md": "", "pl.md": ""}, "?", id="nothing of a page alone"),
        pytest.param(
            {"en.md": "", "img/a.png": ""}, "en.md img/a.png", id="of another file"
        ),
        pytest.param(
            {"en.md": "", "mkdocs.yml": ""},
            "en.md mkdocs mkdocs.yml",
            id="of a site generator",
        ),
    ],
)
def test_rule_is_told_of_the_files_of_an_example(
    files: dict[str, str], expected: str
) -> None:
    assert report(Files, files) == f"en.md:1:1: warning[files] {expected}\n"


def test_rule_is_told_of_another_page() -> None:
    printed = report(Files, {"en/a.md": "", "en/b.md": ""})
    assert printed.splitlines() == [
        "en/a.md:1:1: warning[files] en/a.md en/b.md",
        "en/b.md:1:1: warning[files] en/a.md en/b.md",
    ]


def test_example_without_a_text_is_told() -> None:
    with pytest.raises(ExampleError, match=r"An example: no file is a text"):
        report(Files, {"img/a.png": ""})


def test_fixes_are_applied() -> None:
    example = example_of({"en.md": "\ufeff§ a §§\n", "pl.md": "b\n"})
    assert outcome(Marks, example).fixed == {
        "en.md": "\ufeff a \n".encode(),
        "pl.md": b"b\n",
    }


# --- damage -----------------------------------------------------------------------


PLUGIN = """
from transcheck.rule import DocumentRule, Finding, Place, Span

class Marks(DocumentRule, frozen=True):
    id = "marks"
    category = "punctuation"
    def check(self, document):
        if "§" in document.text:
            yield Finding(Place(document.path, Span(0, 0)), "a mark", cause=())
"""

PLUGIN_TEST = """
import pytest
from acme.marks import Marks
from transcheck.testing import examples, outcome

@pytest.mark.parametrize("example", examples(Marks), ids=str)
def test_example(example):
    assert outcome(Marks, example).report == example.report
"""


@pytest.mark.parametrize(
    ("reported", "code"),
    [
        pytest.param("en.md:1:1: warning[marks] a mark\n", 0, id="as it is"),
        pytest.param("en.md:1:1: warning[marks] a mark.\n", 1, id="damaged"),
    ],
)
def test_tests_of_a_plugin_pass_until_its_page_is_damaged(
    tmp_path: Path, reported: str, code: int
) -> None:
    package = tmp_path / "acme"
    package.mkdir()
    (package / "__init__.py").touch()
    (package / "marks.py").write_text(PLUGIN, encoding="utf-8")
    text = page(TITLE, EN, fence("report", reported))
    (package / "marks.md").write_text(text, encoding="utf-8")
    (tmp_path / "test_marks.py").write_text(PLUGIN_TEST, encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "."],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(["", *sys.path])},
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert run.returncode == code, run.stdout + run.stderr
    assert ("1 passed" if code == 0 else "1 failed") in run.stdout


@pytest.mark.parametrize(
    ("good", "damaged"),
    [
        pytest.param("en.md:1:5:", "en.md:1:6:", id="another column"),
        pytest.param("info[", "warning[", id="another severity"),
        pytest.param("a mark", "a  mark", id="one space more"),
        pytest.param("# A §", "# B§", id="another text"),
    ],
)
def test_damaged_page_does_not_show_what_is_printed(good: str, damaged: str) -> None:
    text = page(TITLE, EN, fence("report", "en.md:1:5: info[marks] a mark\n"))
    (example,) = ExamplePage("marks", text).examples
    assert outcome(Marks, example).report == example.report
    (example,) = ExamplePage("marks", text.replace(good, damaged, 1)).examples
    assert outcome(Marks, example).report != example.report


# --- rewriting --------------------------------------------------------------------


def test_update_writes_reports_and_fixed_files() -> None:
    before = page(
        TITLE,
        EN,
        fence("report", "something old\n"),
        fence("markdown en.md fixed", "old\n"),
        "### Escapes",
        fence("markdown en.md escaped", "§\\u00a0\\t\\\\a\n"),
        fence("markdown en.md escaped fixed"),
        "### Silence",
        fence("markdown en.md", "# A\n"),
    )
    line = "info[marks] a mark\n"
    assert update(Marks, before) == page(
        TITLE,
        EN,
        fence("report", f"en.md:1:5: {line}"),
        fence("markdown en.md fixed", "# A \n"),
        "### Escapes",
        fence("markdown en.md escaped", "§\\u00a0\\t\\\\a\n"),
        fence("markdown en.md escaped fixed", "\\u00a0\\t\\\\a\n"),
        fence("report", f"en.md:1:1: {line}"),
        "### Silence",
        fence("markdown en.md", "# A\n"),
    )


def test_update_empties_a_report_of_nothing() -> None:
    silent = fence("markdown en.md", "# A\n")
    before = page(TITLE, silent, fence("report", "old\n"), "End.")
    assert update(Marks, before) == page(TITLE, silent, fence("report"), "End.")


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.id) for rule in builtin()])
def test_update_changes_nothing_on_our_pages(rule: type[Rule]) -> None:
    assert ExamplePage(rule.id, update(rule)).examples == examples(rule)
