"""Items of a list that a translation wrote as one."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from transcheck.align.model import BlockPair, BlockState, Pair, PairState
from transcheck.compare.counterparts import by_original
from transcheck.compare.lost_blocks import codes_and_targets
from transcheck.compare.prose_ratio import prose_ratio
from transcheck.compare.twins import text_of
from transcheck.document import Block, ListBlock, ListItem, Paragraph, blocks_of

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
            before = items[number - 1] if number else None
            for other in (before, *items[number + 1 :][:1]):
                if other is None:
                    continue
                item = other.translation
                if item is not None and (
                    _holds(other.original, item, lost, ratio)
                    or (other is before and item is _lazy_item(pair, blocks))
                ):
                    yield JoinedItem(one, lost, item)
                    break


def _lazy_item(pair: Pair, lists: BlockPair) -> Block | None:
    """Return the one item of a list that goes on without an indent.

    Where a text lost its bullet it belongs to the item before it. None where the
    original has such an item as well.
    """
    first, second = lists.both()
    ours, theirs = (
        [item for item in block.blocks if _is_lazy(item, document.text)]
        for document, block in ((pair.original, first), (pair.translation, second))
    )
    return theirs[0] if not ours and len(theirs) == 1 else None


def _is_lazy(item: Block, text: str) -> bool:
    """Tell whether the last line of an item that is one text begins at its margin."""
    if len(item.blocks) != 1 or not isinstance(item.blocks[0], Paragraph):
        return False
    start = text.rfind("\n", 0, item.span.start) + 1
    margin = text[start : item.span.start]
    _, end, last = item.span.cut(text).rpartition("\n")
    return bool(end) and last.startswith(margin) and not last[len(margin)].isspace()


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
