"""Lists that have another shape than their originals': kind, nesting, tasks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import starmap, takewhile

from msgspec import Struct

from transcheck.align.model import BlockPair, BlockState, Pair
from transcheck.compare.counterparts import aligned_of
from transcheck.compare.prose_ratio import prose_ratio
from transcheck.compare.twins import text_of
from transcheck.document import Block, ListBlock, ListItem

# Two lists of as many items are counterparts where the lengths of their texts agree.
_SHORTER, _LONGER = 0.5, 2.0


class Nesting(Struct, frozen=True):
    """A list whose items are as many as its original's, but at other depths.

    Args:
        pair: The two lists.
        item: The first item at another depth.
        counterpart: The one in the original.
        depths: Theirs, 1 for the items of the list itself, the original's first.
    """

    pair: BlockPair
    item: Block
    counterpart: Block
    depths: tuple[int, int]


def changed_nestings(pair: Pair) -> list[Nesting]:
    """Return the outermost lists of a translation that are nested in another way."""
    found: list[Nesting] = []
    inner: set[int] = set()
    for blocks, first, second in pair.once(_lists):
        if id(blocks) in inner or not (_is_nested(first) or _is_nested(second)):
            continue
        inner.update(id(one) for one in _below(blocks))
        ones, others = list(_items(first, 1)), list(_items(second, 1))
        if len(ones) != len(others) or not _are_alike(pair, first, second):
            continue
        for (one, depth), (other, beside) in zip(ones, others, strict=True):
            if depth != beside:
                found.append(Nesting(blocks, other, one, (depth, beside)))
                break
    return found


def changed_kinds(pair: Pair) -> Iterator[tuple[BlockPair, ListBlock, ListBlock]]:
    """Yield the lists that are numbered on one side only, and else alike."""
    for blocks, first, second in pair.once(_lists):
        if (
            first.ordered != second.ordered
            and len(first.blocks) == len(second.blocks)
            and _are_alike(pair, first, second)
        ):
            yield blocks, first, second


def changed_tasks(pair: Pair) -> Iterator[tuple[BlockPair, ListItem, ListItem]]:
    """Yield the items that are a task, or a finished one, on one side only."""
    for blocks, _, _ in pair.once(_lists):
        for item in blocks.blocks:
            first, second = item.original, item.translation
            if (
                isinstance(first, ListItem)
                and isinstance(second, ListItem)
                and first.checked is not second.checked
            ):
                yield item, first, second


def is_in_changed_list(nestings: list[Nesting], key: str) -> bool:
    """Tell whether a lost or added block is in a list that is nested in another way."""
    return any(key == one.key for nesting in nestings for one in _below(nesting.pair))


def texts_past_lists(pair: Pair) -> frozenset[str]:
    """Return the keys of what ends the last item of a list, and follows the other's.

    At the end of a list nothing but its indent puts a block in an item. The keys are
    those of the lost blocks and of the added ones.
    """
    if not pair.states_within() >= {BlockState.MISSING, BlockState.EXTRA}:
        return frozenset()
    places = [one.blocks for one in pair.sections]
    places += [one.blocks for one in pair.walk_blocks() if one.blocks]
    return frozenset(key for blocks in places for key in _past_lists(pair, blocks))


def _past_lists(pair: Pair, siblings: Sequence[BlockPair]) -> Iterator[str]:
    for number, one in enumerate(siblings, 1):
        lost = _end_of_last_item(one) if isinstance(one.original, ListBlock) else []
        if not lost:
            continue
        added = [*takewhile(_is_added, siblings[number : number + len(lost)])]
        if len(added) == len(lost) and all(
            starmap(partial(_is_moved, pair), zip(lost, added, strict=True))
        ):
            yield from (each.key for each in (*lost, *added))


def _end_of_last_item(blocks: BlockPair) -> list[BlockPair]:
    """Return the lost blocks at the end of the last item of a list, or of one in it."""
    last = blocks
    while last.blocks and last.blocks[-1].state is not BlockState.MISSING:
        last = last.blocks[-1]
    if not isinstance(last.original, ListItem):
        return []
    return [*takewhile(_is_lost, reversed(last.blocks))][::-1]


def _is_moved(pair: Pair, lost: BlockPair, added: BlockPair) -> bool:
    first, second = lost.original, added.translation
    return (
        first is not None
        and second is not None
        and type(first) is type(second)
        and (text_of(first) == text_of(second) or _are_alike(pair, first, second))
    )


def _is_lost(blocks: BlockPair) -> bool:
    return blocks.state is BlockState.MISSING


def _is_added(blocks: BlockPair) -> bool:
    return blocks.state is BlockState.EXTRA


def _lists(pair: Pair) -> tuple[tuple[BlockPair, ListBlock, ListBlock], ...]:
    return tuple(aligned_of(pair, ListBlock))


def _below(blocks: BlockPair) -> Iterator[BlockPair]:
    for one in blocks.blocks:
        yield one
        yield from _below(one)


def _is_nested(block: Block) -> bool:
    return any(
        isinstance(below, ListBlock) for item in block.blocks for below in item.blocks
    )


def _items(block: Block, depth: int) -> Iterator[tuple[Block, int]]:
    for item in block.blocks:
        yield item, depth
        for below in item.blocks:
            if isinstance(below, ListBlock):
                yield from _items(below, depth + 1)


def _are_alike(pair: Pair, first: Block, second: Block) -> bool:
    expected = pair.once(prose_ratio) * len(text_of(first))
    return _SHORTER * expected <= len(text_of(second)) <= _LONGER * expected
