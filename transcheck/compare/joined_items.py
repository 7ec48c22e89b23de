"""Items of a list that a translation wrote as one."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from transcheck.align.model import BlockPair, BlockState, Pair, PairState
from transcheck.compare.counterparts import by_original
from transcheck.compare.lost_blocks import codes_and_targets
from transcheck.compare.prose_ratio import prose_ratio
from transcheck.compare.twins import text_of
from transcheck.document import Block, ListBlock, ListItem, blocks_of

# The one item is as long as the two would be, give or take so much of the shorter.
_SLACK = 0.4
# Of shorter ones that cannot be told.
_SHORTEST = 12


class JoinedItem(Struct, frozen=True):
    """An item of the original that is a part of another one's translation.

    Args:
        pair: The item, without a counterpart.
        lost: The same.
        item: The item of the translation that holds its text.
    """

    pair: BlockPair
    lost: Block
    item: Block


def joined_items(pair: Pair) -> Iterator[JoinedItem]:
    """Yield the items of the original that were joined to the one before or after.

    Not in an outdated page, where a longer item may be one that says something else.

    Args:
        pair: The documents, aligned.
    """
    if pair.state is not PairState.PARALLEL:
        return
    aligned = by_original(pair)
    for block in blocks_of(pair.original, ListBlock):
        blocks = aligned.get(id(block))
        if blocks is None or blocks.translation is None:
            continue
        items = [one for one in blocks.blocks if one.original is not None]
        if any(one.state is BlockState.EXTRA for one in blocks.blocks):
            continue
        ratio = pair.once(prose_ratio)
        for number, one in enumerate(items):
            lost = one.original
            if lost is None or one.state is not BlockState.MISSING:
                continue
            for other in (
                *items[max(0, number - 1) : number],
                *items[number + 1 :][:1],
            ):
                item = other.translation
                if item is not None and _holds(other.original, item, lost, ratio):
                    yield JoinedItem(one, lost, item)
                    break


def _holds(first: Block | None, second: Block, lost: Block, ratio: float) -> bool:
    """Tell whether an item's translation has the text of another one as well."""
    if not isinstance(first, ListItem) or len(second.blocks) != len(first.blocks):
        return False
    named = codes_and_targets(lost)
    if named and named <= codes_and_targets(second) - codes_and_targets(first):
        return True
    own, added = len(text_of(first)) * ratio, len(text_of(lost)) * ratio
    if min(own, added) < _SHORTEST * ratio:
        return False
    return abs(len(text_of(second)) - own - added) <= _SLACK * min(own, added)
