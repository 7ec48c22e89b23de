"""What a broken fence took in."""

from __future__ import annotations

from transcheck.align.page import align_pair
from transcheck.compare.swallowed import (
    is_mostly_swallowed,
    is_swallowed,
    swallowing,
)
from transcheck.parse import parse
from transcheck.text import Span

ORIGINAL = "# A\n\n```sh\nrun\n```\n\n## B\n\nText.\n"


def translated(text: str) -> tuple[list[Span], bool]:
    pair = align_pair(parse(ORIGINAL, path="en.md"), parse(text, path="sr.md"))
    return swallowing(pair.translation), is_mostly_swallowed(pair.translation)


def test_the_rest_of_a_page_is_in_a_block_that_is_not_closed() -> None:
    text = ORIGINAL.replace("run\n```", "run").replace("Text", "Текст")
    (block,), mostly = translated(text)

    assert block.cut(text).endswith("Текст.")
    assert mostly
    assert is_swallowed([block], Span(block.end, block.end))
    assert not is_swallowed([block], Span(0, 0))


def test_nothing_is_in_blocks_that_are_closed() -> None:
    assert translated(ORIGINAL) == ([], False)
