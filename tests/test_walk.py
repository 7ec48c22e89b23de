"""Ways through a document that ask for a few of its blocks."""

from __future__ import annotations

import copy
import pickle
import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from transcheck.document import (
    Block,
    CodeSpan,
    Image,
    Link,
    Paragraph,
    block_inlines,
    block_prose,
    block_text,
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


def _pickle(block: Block) -> Block:
    renewed: Block = pickle.loads(pickle.dumps(block))  # noqa: S301 - our own
    return renewed


def _reword(block: Block) -> Block:
    other = parse("क्यारी", path="a.md").root.blocks[0]
    return replace(block, inlines=other.inlines)


@pytest.mark.parametrize(
    ("renew", "said"),
    [
        pytest.param(copy.copy, "a b", id="a shallow copy"),
        pytest.param(copy.deepcopy, "a b", id="a deep copy"),
        pytest.param(_pickle, "a b", id="a pickle"),
        pytest.param(_reword, "क्यारी", id="one with other inlines"),
    ],
)
def test_a_copy_of_a_block_says_what_its_own_inlines_say(
    renew: Callable[[Block], Block], said: str
) -> None:
    block = parse("a\nb", path="a.md").root.blocks[0]
    assert isinstance(block, Paragraph)
    assert block_prose(block) == "a b"
    renewed = renew(block)
    assert block_prose(renewed) == said
    assert block_inlines(renewed) == renewed.inlines
    assert block_text(renewed).text.replace("\n", " ") == said
