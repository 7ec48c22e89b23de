"""Which block of the original a block of a page is a translation of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeVar

from transcheck.align.model import AlignedPage, BlockPair, Pair, PairState
from transcheck.document import Block, Document, blocks_of

B = TypeVar("B", bound=Block)


def by_original(pair: Pair) -> Mapping[int, BlockPair]:
    """Return the blocks of a pair by the ``id()`` of what the reference has."""
    return pair.once(_by_original)


def by_translation(pair: Pair) -> Mapping[int, BlockPair]:
    """Return the blocks of a pair by the ``id()`` of what the translation has."""
    return pair.once(_by_translation)


def aligned_of(pair: Pair, kind: type[B]) -> Iterator[tuple[BlockPair, B, B]]:
    """Yield the blocks of one kind that have a counterpart of that kind, with it."""
    aligned = by_original(pair)
    for first in blocks_of(pair.original, kind):
        blocks = aligned.get(id(first))
        if blocks is not None and isinstance(blocks.translation, kind):
            yield blocks, first, blocks.translation


def pair_of(page: AlignedPage, document: Document) -> Pair | None:
    """Return the pair that judges a document, None for the reference."""
    return page.once(_pairs).get(document.path)


def find_key(page: AlignedPage, document: Document, block: Block) -> str | None:
    """Return the key of a block, None for one that no other document has."""
    pair = pair_of(page, document)
    if pair is not None:
        found = by_translation(pair).get(id(block))
        return found.key if found else None
    of_reference = (by_original(one).get(id(block)) for one in page.pairs)
    return next((one.key for one in of_reference if one is not None), None)


def find_original(
    page: AlignedPage, document: Document, block: Block
) -> tuple[Document, Block] | None:
    """Return the reference and its block, None where a block has none.

    Two documents that are not the same page say nothing of each other.
    """
    pair = pair_of(page, document)
    if pair is None or pair.state is PairState.NOT_PARALLEL:
        return None
    found = by_translation(pair).get(id(block))
    if found is None or found.original is None:
        return None
    return pair.original, found.original


def _pairs(page: AlignedPage) -> dict[str, Pair]:
    return {pair.translation.path: pair for pair in page.pairs}


def _by_original(pair: Pair) -> dict[int, BlockPair]:
    return {id(one.original): one for one in pair.walk_blocks()}


def _by_translation(pair: Pair) -> dict[int, BlockPair]:
    return {id(one.translation): one for one in pair.walk_blocks()}
