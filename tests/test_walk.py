"""Ways through a document that ask for a few of its blocks."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from transcheck.document import (
    CodeSpan,
    Image,
    Link,
    block_inlines,
    blocks_around,
    blocks_with,
    document_blocks,
    holders,
)
from transcheck.parse import parse
from transcheck.text import Span

SOURCE = st.lists(
    st.sampled_from(
        ["# क्यारी", "- a", "  - `b`", "> c [d](e)", "![f](g)", "", "| h | i |", "---"]
    ),
    max_size=12,
).map("\n".join)


@given(SOURCE)
def test_the_blocks_with_a_sign_are_those_whose_source_has_it(source: str) -> None:
    document = parse(source, path="a.md")
    found = blocks_with(document, re.compile(r"[a`\[]"))
    assert found == [
        block
        for block in document_blocks(document)
        if re.search(r"[a`\[]", block.span.cut(source))
    ]


@given(SOURCE, st.integers(0, 100))
def test_the_blocks_around_a_place_hold_it_and_one_another(
    source: str, start: int
) -> None:
    document = parse(source, path="a.md")
    place = Span(start, start + 1)
    found = blocks_around(document, place)
    holding = [block for block in document_blocks(document) if place in block.span]
    assert found[::-1] == holding


@given(SOURCE)
def test_the_holders_of_inlines_have_some_of_their_own(source: str) -> None:
    document = parse(source, path="a.md")
    assert holders(document, Link, Image, CodeSpan) == [
        block
        for block in document_blocks(document)
        if any(isinstance(one, (Link, Image, CodeSpan)) for one in block_inlines(block))
    ]
