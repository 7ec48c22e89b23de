"""How long the paragraphs of a translation are, beside the original's."""

from __future__ import annotations

from statistics import median

from transcheck.align.density import density
from transcheck.align.model import BlockPair, Pair
from transcheck.document import Heading, ListItem, Paragraph, block_prose

# Shorter blocks do not tell how long translations are.
_LEAST = 40


def prose_ratio(pair: Pair, without: BlockPair | None = None) -> float:
    """Return how long the translation of a paragraph is, beside the paragraph.

    Args:
        pair: The two documents.
        without: A block that is judged by it, and does not count.
    """
    ratios = [
        len(block_prose(second)) / len(block_prose(first))
        for one, first, second in pair.translated()
        if isinstance(first, (Paragraph, ListItem, Heading))
        and len(block_prose(first)) >= _LEAST
        and one is not without
    ]
    if ratios:
        return median(ratios)
    return density(pair.translation.language) / density(pair.original.language)
