"""Sites in the dialects that generators read: what is prose in them, what is markup.

Each translation is in a script of its own and has no Latin word in its prose, so its
letters tell: what is read as prose holds no Latin letter, and what a parser takes for
markup holds no other.
"""

from __future__ import annotations

import re
import shutil
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from transcheck import cli
from transcheck.document import (
    Document,
    Image,
    Link,
    MarkupText,
    Text,
    block_inlines,
    document_blocks,
    markup_texts,
)
from transcheck.parse import parse
from transcheck.text import Span, decode

DIALECTS = Path(__file__).parents[2] / "fixtures" / "dialects"
SITES = sorted(path for path in DIALECTS.iterdir() if path.is_dir())
PAGES = sorted(
    path for path in DIALECTS.rglob("*.md*") if path.suffix in {".md", ".mdx"}
)
HTML_TAG = re.compile(r"<[^<>]*>")  # in a string of an expression
LATIN = re.compile("[A-Za-z]")


def name(path: Path) -> str:
    return path.relative_to(DIALECTS).as_posix()


def read(path: Path) -> Document:
    return parse(decode(path.read_bytes()), path=path.name)


def letters(text: str) -> set[int]:
    """Return where the letters are that are not Latin."""
    return {
        at
        for at, character in enumerate(text)
        if character > "\x7f" and unicodedata.category(character)[0] == "L"
    }


def prose(document: Document) -> Iterator[Text | MarkupText]:
    """Yield the words that readers read, those in the parameters of markup as well."""
    for block in document_blocks(document):
        yield from (one for one in block_inlines(block) if isinstance(one, Text))
        yield from markup_texts(block)


def other_spans(document: Document) -> Iterator[Span]:
    """Yield where else letters may be: values of the frontmatter, and addresses."""
    if document.frontmatter is not None:
        yield document.frontmatter.span
    targets: list[Link | Image] = [*document.links, *document.images]
    yield from (one.target_span for one in targets if one.target_span is not None)


TRANSLATIONS = [path for path in PAGES if letters(decode(path.read_bytes()))]


@pytest.mark.parametrize("path", TRANSLATIONS, ids=name)
def test_what_is_translated_is_read_as_prose(path: Path) -> None:
    document = read(path)
    spans = [one.span for one in prose(document)]
    left = letters(document.text)
    for span in (*spans, *other_spans(document)):
        left.difference_update(range(span.start, span.end))
    assert not left, document.text[min(left) :][:60]


@pytest.mark.parametrize("path", TRANSLATIONS, ids=name)
def test_what_is_markup_is_not_read_as_prose(path: Path) -> None:
    read_as_prose = [
        words
        for one in prose(read(path))
        if LATIN.search(words := HTML_TAG.sub("", one.value))
    ]
    assert read_as_prose == []


@pytest.mark.parametrize("site", SITES, ids=lambda site: site.name)
def test_a_faithful_translation_is_met_with_silence(
    site: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    shutil.copytree(site, tmp_path / site.name)
    monkeypatch.chdir(tmp_path)
    options = ["--original", "en", "--min-severity", "info", "--no-cache"]
    code = cli.main(["check", site.name, *options])
    printed = capsys.readouterr()
    assert printed.out.startswith("Found no problems in "), printed.out
    assert (code, printed.err) == (0, "")


def test_every_site_has_a_page_and_its_translation() -> None:
    assert {name(path).split("/")[0] for path in TRANSLATIONS} == {
        site.name for site in SITES
    }
