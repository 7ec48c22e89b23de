"""Running text, and where it is in the source."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcheck.compare.readable import (
    is_title_elsewhere,
    kind,
    sentences,
    text_span,
    titles,
)
from transcheck.document import document_blocks, own_inlines
from transcheck.document.reading import running_text
from transcheck.parse import parse
from transcheck.text import Span


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("a [b](/c), d", "a b, d", id="a link leaves its text"),
        pytest.param("a `b` ![c](d) e", "a \ufffc \ufff9 e", id="code and images"),
        pytest.param("**a**, _b_\nc", "a, b\nc", id="emphasis and a line end"),
        pytest.param(r"a\, b", "a, b", id="an escape is its character"),
        pytest.param("日本、[語](/x)。", "日本、語。", id="wide characters"),
    ],
)
def test_running_text(source: str, expected: str) -> None:
    (block,) = document_blocks(parse(source, path="x.md"))
    assert running_text(*own_inlines(block)).text == expected


@given(st.text("ab ,.`*[]()\\\n>-日", max_size=60))
def test_a_character_is_where_the_text_says(source: str) -> None:
    for block in document_blocks(parse(source, path="x.md")):
        reading = running_text(*own_inlines(block))
        for place, character in enumerate(reading.text):
            if character in ",.日":
                assert reading.span(place, place + 1).cut(source)[-1] == character


@given(st.text("ab ,.`*[]()\\\n>-日", max_size=40))
def test_a_part_goes_from_its_first_character_to_its_last(source: str) -> None:
    for block in document_blocks(parse(source, path="x.md")):
        reading = running_text(*own_inlines(block))
        places = [reading.span(at, at + 1) for at in range(len(reading.text))]
        for start, first in enumerate(places):
            for end, last in enumerate(places[start:], start + 1):
                assert reading.span(start, end) == Span(first.start, last.end)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("# What is it #", ("heading", "What is it"), id="a heading"),
        pytest.param("- <b>so</b>", ("paragraph", "so"), id="markup is left out"),
        pytest.param("a\nb", ("paragraph", "a\nb"), id="two lines"),
    ],
)
def test_text_span(source: str, expected: tuple[str, str]) -> None:
    document = parse(source, path="x.md")
    *_, block = document_blocks(document)
    assert (kind(block), text_span(block).cut(source)) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("[All of the title](https://example.org) by her", True, id="most"),
        pytest.param("Read [it](https://example.org) for the rest", False, id="a word"),
        pytest.param("[All of the title](/page)", False, id="a page of the site"),
        pytest.param("no link", False, id="none"),
    ],
)
def test_is_title_elsewhere(source: str, *, expected: bool) -> None:
    (block,) = document_blocks(parse(source, path="x.md"))
    assert is_title_elsewhere(block) is expected


def test_sentences_and_titles_of_the_frontmatter() -> None:
    document = parse(
        "---\ntitle: A\nseo-description: B\nhero:\n  tagline: C\nweight: 3\n---\n",
        path="x.md",
    )
    assert [entry.value for entry in titles(document)] == ["A"]
    assert [entry.value for entry in sentences(document)] == ["B", "C"]
