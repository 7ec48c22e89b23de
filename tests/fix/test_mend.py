"""Fixes are proved on a copy: they mend their finding and nothing else changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import ClassVar

import pytest

from transcheck.config import Settings
from transcheck.diagnostic import Diagnostic
from transcheck.engine import Job, Run, judge, map_pages
from transcheck.fix import Mended, RememberedReads, mend
from transcheck.rule import (
    Document,
    DocumentRule,
    Edit,
    Finding,
    Fix,
    Place,
    Rule,
    Span,
)
from transcheck.site import PageFiles, Site

Files = Mapping[str, bytes]
MendFiles = Callable[..., Mended]


class Replace(DocumentRule, frozen=True):
    """Finds a word, and mends it by another."""

    id: ClassVar[str] = "replace"
    category: ClassVar[str] = "punctuation"

    word: str = "§"
    by: str = ""
    safe: bool = True
    restructures: bool = False

    def check(self, document: Document) -> Iterator[Finding]:
        """Report the word wherever it stands."""
        at = document.text.find(self.word)
        while at >= 0:
            end = at + len(self.word)
            place = Place(document.path, Span(at, end))
            left = document.text.count(self.word, at)
            yield Finding(
                place,
                f"'{self.word}' is wrong",
                cause=(self.word, left),
                fix=Fix(
                    f"write '{self.by}'",
                    (Edit(place, self.by),),
                    safe=self.safe,
                    restructures=self.restructures,
                ),
            )
            at = document.text.find(self.word, end)


def fixable(run: Run) -> list[Diagnostic]:
    """Return every diagnostic that has a fix."""
    return [one for one in run.diagnostics if one.fix is not None]


@pytest.fixture
def mend_files() -> MendFiles:
    """Return a function that mends files, a page for each, in memory."""

    def run(
        files: Files,
        *rules: Rule,
        choose: Callable[[Run], list[Diagnostic]] = fixable,
        later: Files | None = None,
    ) -> Mended:
        pages = tuple(PageFiles(path, None, {"pl": path}) for path in sorted(files))
        job = Job(Site(pages, {"pl": "pl"}), Settings(), rules)
        contents = dict(files)
        read = RememberedReads(contents.__getitem__)
        results = map_pages(job, read=read)
        found = judge(job, results, read=read)
        contents.update(later or {})
        return mend(job, results, found, choose, read)

    return run


def texts(mended: Mended) -> dict[str, str]:
    return {path: after.decode() for path, (_, after) in mended.contents.items()}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("Ala§ ma§ kota§.\n", "Ala ma kota.\n", id="several in one text"),
        pytest.param("# Tytuł §\n", "# Tytuł \n", id="at the end of a heading"),
        pytest.param("\ufeffДом§.\n", "\ufeffДом.\n", id="after a byte order mark"),
        pytest.param("家§。\r\n\r\n山§。\r\n", "家。\r\n\r\n山。\r\n", id="with CRLF"),
        pytest.param("बाग़§।", "बाग़।", id="without a final line end"),
        pytest.param("- שלום§\n- עולם\n", "- שלום\n- עולם\n", id="in a list"),
        pytest.param(
            "| a§ | b |\n|-|-|\n| ก§ | ข |\n",
            "| a | b |\n|-|-|\n| ก | ข |\n",
            id="in a table",
        ),
    ],
)
def test_what_is_wrong_is_mended_and_the_rest_stays(
    mend_files: MendFiles, before: str, after: str
) -> None:
    mended = mend_files({"a.md": before.encode()}, Replace())
    assert texts(mended) == {"a.md": after}
    assert mended.run.diagnostics == ()
    assert mended.withheld == ()


def test_files_without_a_finding_are_not_among_the_contents(
    mend_files: MendFiles,
) -> None:
    mended = mend_files({"a.md": b"fine\n", "b.md": "b §\n".encode()}, Replace())
    assert list(mended.contents) == ["b.md"]
    assert [one.path for one in mended.fixed] == ["b.md"]


@pytest.mark.parametrize(
    ("by", "restructures", "done"),
    [
        pytest.param("## ", False, False, id="makes a heading of a line"),
        pytest.param("\n\n> ", False, False, id="splits a paragraph it does not own"),
        pytest.param("`", False, True, id="stays in its own paragraph"),
        pytest.param("\n```\n", False, False, id="opens a fence"),
        pytest.param("\n```\n", True, True, id="opens a fence and says so"),
    ],
)
def test_a_fix_that_changes_other_blocks_is_withheld(
    mend_files: MendFiles, by: str, *, restructures: bool, done: bool
) -> None:
    rule = Replace(by=by, safe=not restructures, restructures=restructures)
    mended = mend_files({"a.md": "jeden\n§dwa\n\ntrzy\n".encode()}, rule)
    assert bool(mended.fixed) is done
    assert bool(mended.withheld) is not done


def test_a_safe_fix_cannot_restructure() -> None:
    with pytest.raises(ValueError, match="no safe fix restructures"):
        Fix("break it", (), safe=True, restructures=True)


class Never(DocumentRule, frozen=True):
    """Finds what its fix puts there again."""

    id: ClassVar[str] = "never"
    category: ClassVar[str] = "punctuation"

    def check(self, document: Document) -> Iterator[Finding]:
        """Report the first letter, and mend it by another."""
        place = Place(document.path, Span(0, 1))
        fix = Fix("write x", (Edit(place, "x"),), safe=True)
        yield Finding(place, "never right", cause=("never",), fix=fix)


def test_a_fix_that_does_not_mend_is_withheld_and_ends(mend_files: MendFiles) -> None:
    mended = mend_files({"a.md": b"y\n"}, Never())
    assert (mended.contents, mended.fixed) == ({}, ())
    assert [one.rule for one in mended.withheld] == ["never"]


def test_a_fix_that_brings_up_another_finding_is_withheld(
    mend_files: MendFiles,
) -> None:
    # What mends "a" is wrong for the second rule, which cannot mend it.
    mended = mend_files({"a.md": b"a b\n"}, Replace(word="a", by="ß"), Other())
    assert mended.contents == {}


class Other(DocumentRule, frozen=True):
    """Finds a letter that nothing mends."""

    id: ClassVar[str] = "other"
    category: ClassVar[str] = "punctuation"

    def check(self, document: Document) -> Iterator[Finding]:
        """Report the letter."""
        if "ß" in document.text:
            place = Place(document.path, Span(0, 0))
            yield Finding(place, "a letter", cause=("letter",))


def test_one_bad_fix_does_not_keep_the_others_back(mend_files: MendFiles) -> None:
    text = "# §\n\njeden ¤ dwa\n\n§ trzy §\n"
    mended = mend_files(
        {"a.md": text.encode()}, Replace(), Named(word="¤", by="\n\n# ")
    )
    assert texts(mended) == {"a.md": "# \n\njeden ¤ dwa\n\n trzy \n"}
    assert [one.rule for one in mended.withheld] == ["named"]


class Named(Replace, frozen=True):
    """The same rule by another name."""

    id: ClassVar[str] = "named"


def test_a_fix_that_restructures_does_not_vouch_for_the_others(
    mend_files: MendFiles,
) -> None:
    free = Named(word="¤", by="\n\n# ", safe=False, restructures=True)
    mended = mend_files(
        {"a.md": "a ¤ b\n\nc\n§d\n\ne\n".encode()}, free, Replace(by="```\n")
    )
    assert [one.rule for one in mended.fixed] == ["named"]
    assert [one.rule for one in mended.withheld] == ["replace"]


def test_fixes_that_overlap_are_made_one_after_the_other(
    mend_files: MendFiles,
) -> None:
    rules = (Replace(word="ab", by="b"), Named(word="bc", by="c"))
    mended = mend_files({"a.md": b"xabcx\n"}, *rules)
    assert texts(mended) == {"a.md": "xcx\n"}


@pytest.mark.parametrize("turn", [1, -1], ids=["as they come", "turned around"])
def test_the_order_of_findings_decides_nothing(
    mend_files: MendFiles, turn: int
) -> None:
    rules = (Replace(word="ab", by="b"), Named(word="bc", by="c"))
    files = {"a.md": b"abc abc\n", "b.md": b"bc ab\n"}
    mended = mend_files(
        files,
        *rules[::turn],
        choose=lambda run: list(run.diagnostics)[::turn],
    )
    assert texts(mended) == {"a.md": "c c\n", "b.md": "c b\n"}


def test_a_file_that_changed_meanwhile_is_left_alone(mend_files: MendFiles) -> None:
    files = {"a.md": "a §\n".encode(), "b.md": "b §\n".encode()}
    mended = mend_files(files, Replace(), later={"a.md": "new §\n".encode()})
    assert list(mended.contents) == ["b.md"]
    assert mended.changed == ("a.md",)


def test_mending_what_was_mended_changes_nothing(mend_files: MendFiles) -> None:
    rules = (Replace(), Named(word="¤", by="\n\n# "))
    files = {"a.md": "a ¤ b§\n\nc\n".encode(), "b.md": "§§\n".encode()}
    first = mend_files(files, *rules)
    again = files | {path: after for path, (_, after) in first.contents.items()}
    assert mend_files(again, *rules).contents == {}
