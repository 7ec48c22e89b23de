"""How long the paragraphs of a translation are, beside the original's."""

from __future__ import annotations

from statistics import median

from transcheck.align.density import density
from transcheck.align.model import BlockPair, Pair
from transcheck.document import (
    Document,
    Heading,
    ListItem,
    Paragraph,
    block_prose,
    blocks_of,
)

# Shorter blocks do not tell how long translations are.
_LEAST = 40


def prose_ratio(pair: Pair, without: BlockPair | None = None) -> float:
    """Return how long the translation of a paragraph is, beside the paragraph.

    Args:
        pair: The two documents.
        without: A block that is judged by it, and does not count.
    """
    lengths = pair.original.once(_lengths)
    ratios = [
        len(block_prose(second)) / lengths[id(first)]
        for one, first, second in pair.translated()
        if id(first) in lengths and one is not without
    ]
    if ratios:
        return median(ratios)
    return density(pair.translation.language) / density(pair.original.language)


def _lengths(document: Document) -> dict[int, int]:
    """Return how long the texts are that tell, by the ``id()`` of their block."""
    return {
        id(block): length
        for kind in (Paragraph, ListItem, Heading)
        for block in blocks_of(document, kind)
        if (length := len(block_prose(block))) >= _LEAST
    }
