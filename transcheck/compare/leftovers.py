"""What a translation lost and gained, block by block: links, images, code spans.

Word order is free, so within a block only what stands there counts. Sentences are
merged, split and moved, so what is lost in one block and gained in another of its
section, or else of its page, is neither.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from transcheck.align.model import BlockPair, BlockState, Pair, SectionPair
from transcheck.compare.items import Item, ReadText
from transcheck.compare.tables import odd_rows
from transcheck.document import (
    Block,
    CodeSpan,
    Document,
    Image,
    Inline,
    Link,
    inlines_by_block,
    walk_blocks,
)
from transcheck.text import Span


class Change(Struct, frozen=True):
    """What one block lost and gained.

    Args:
        pair: A block and its translation.
        lost: Items of the original without counterpart, each key once.
        gained: Items of the translation without counterpart, each key once.
        kept: For each lost item, where it would be: the end of its last neighbour
            before it that has a counterpart, else the start of the block; empty spans
            in the translation.
        orders: The keys of the two blocks in their order.
    """

    pair: BlockPair
    lost: tuple[Item, ...]
    gained: tuple[Item, ...]
    kept: tuple[Span, ...]
    orders: tuple[tuple[Hashable, ...], tuple[Hashable, ...]]

    def answers(self, lost: Item, gained: Item) -> bool:
        """Tell whether one item stands where the other would, alike or not.

        Both blocks have as many items, and the two have the same number among those
        without counterpart, new to the other document, or else among all.
        """
        first, second = self.orders
        if len(first) != len(second):
            return False
        known = lost.elsewhere or gained.elsewhere
        if not known and len(self.lost) == len(self.gained):
            first = tuple(item.key for item in self.lost)
            second = tuple(item.key for item in self.gained)
        return first.index(lost.key) == second.index(gained.key)

    def is_translated(self, lost: Item, gained: Item, text: ReadText) -> bool:
        """Tell whether an item of other letters stands where one of ASCII would.

        That is no mention that was left out since the other document has it elsewhere.
        """
        return (
            not gained.elsewhere
            and text(lost).isascii()
            and any(one.isalpha() and not one.isascii() for one in text(gained))
            and self.answers(lost, gained)
        )


Read = Callable[[Inline, Document], Hashable]
Loose = tuple[Counter[Hashable], Counter[Hashable]]


def changes(
    pair: Pair, kind: type[Link | Image | CodeSpan], key: Read
) -> Iterator[Change]:
    """Yield the blocks of a pair that lost or gained something.

    Not in a row that lost or gained cells: it has the cause.

    Args:
        pair: The documents, aligned.
        kind: The inlines that are compared.
        key: Returns what an inline of a document has in common with its counterpart,
            None for an inline that is none of those compared.
    """
    if _written(pair.original, kind) == _written(pair.translation, kind):
        return
    sides = (
        pair.original.once(_Side, kind, key),
        pair.translation.once(_Side, kind, key),
    )
    ours, theirs = (side.items for side in sides)
    if sides[0].order == sides[1].order:
        return
    found: list[Change] = []
    spare: Loose = (Counter(), Counter())
    for compared, alone in pair.once(_by_section):
        here = [
            change
            for blocks in compared
            if id(blocks.original) in ours or id(blocks.translation) in theirs
            if (change := _compare(blocks, sides))
        ]
        loose: Loose = (Counter(), Counter())
        for side, block in alone:
            loose[side].update(sides[side].keys_in(block))
        if here or any(loose):
            found += _settle(here, loose)
            spare[0].update(loose[0])
            spare[1].update(loose[1])
    left = [one for one in _settle(found, spare) if one.lost or one.gained]
    if left:
        present = [set(side.order) for side in sides]
        odd = pair.once(_odd_rows)
        for change in left:
            if any(change.pair.both()[1].span in span for span in odd):
                continue
            lost, gained = (
                _mark(change.lost, present[1]),
                _mark(change.gained, present[0]),
            )
            yield replace(change, lost=lost, gained=gained)


def _written(document: Document, kind: type[Link | Image | CodeSpan]) -> list[str]:
    """Return the targets or the code of a document's inlines, as they are written."""
    if kind is CodeSpan:
        return [one.value for one in document.code_spans]
    return [one.target for one in (document.links if kind is Link else document.images)]


def _odd_rows(pair: Pair) -> tuple[Span, ...]:
    return tuple(row.pair.both()[1].span for row in odd_rows(pair))


def _mark(items: tuple[Item, ...], present: set[Hashable]) -> tuple[Item, ...]:
    return tuple(replace(item, elsewhere=item.key in present) for item in items)


def _by_section(
    pair: Pair,
) -> tuple[tuple[tuple[BlockPair, ...], tuple[tuple[int, Block], ...]], ...]:
    """Return for each section the blocks in both languages, and those in one alone.

    With these goes their side: 0 or 1. In a text that was left as it is, or is a name,
    what is not read may have been changed.
    """
    return tuple(map(_sorted_out, pair.sections))


def _sorted_out(
    section: SectionPair,
) -> tuple[tuple[BlockPair, ...], tuple[tuple[int, Block], ...]]:
    compared: list[BlockPair] = []
    alone: list[tuple[int, Block]] = []
    first, second = section.original, section.translation
    if first is None or second is None:
        for side, part in enumerate((first, second)):
            if part is not None:
                alone += ((side, block) for block in part.blocks)
                if part.heading is not None:
                    alone.append((side, part.heading))
    for one in _walk(section):
        if one.state is BlockState.TRANSLATED or one.state is BlockState.UNTRANSLATED:
            compared.append(one)
        elif one.original is None and one.translation is not None:
            alone.append((1, one.translation))
        elif one.translation is None and one.original is not None:
            alone.append((0, one.original))
    return tuple(compared), tuple(alone)


def _walk(section: SectionPair) -> Iterator[BlockPair]:
    """Yield the pairs of a section, and of a block without counterpart only itself."""
    waiting = [*section.blocks[::-1]]
    if section.heading is not None:
        waiting.append(section.heading)
    while waiting:
        pair = waiting.pop()
        yield pair
        if pair.original and pair.translation:
            waiting += pair.blocks[::-1]


class _Side:
    """The inlines of one kind in a document, with their keys.

    Attributes:
        items: What stands in a block itself, by the ``id()`` of the block.
        order: The keys of everything in the document.
    """

    def __init__(self, document: Document, kind: type[Inline], key: Read) -> None:
        self.items: dict[int, tuple[Item, ...]] = {}
        for block, nodes in inlines_by_block(document, kind).items():
            keyed = ((key(node, document), node) for node in nodes)
            items = tuple(Item(key, node) for key, node in keyed if key is not None)
            if items:
                self.items[block] = items
        self.order = [item.key for items in self.items.values() for item in items]

    def first(self, block: Block) -> dict[Hashable, Item]:
        """Return the first item of each key in a block itself, in their order."""
        found: dict[Hashable, Item] = {}
        for item in self.items.get(id(block), ()):
            found.setdefault(item.key, item)
        return found

    def keys_in(self, block: Block) -> Iterator[Hashable]:
        """Yield the keys in a block and the blocks in it."""
        for part in walk_blocks(block):
            for item in self.items.get(id(part), ()):
                yield item.key


def _compare(pair: BlockPair, sides: tuple[_Side, _Side]) -> Change | None:
    """Return what a block lost and gained, None where that is nothing."""
    first, second = pair.both()
    ours, theirs = sides[0].first(first), sides[1].first(second)
    if ours.keys() == theirs.keys():
        return None
    place = Span(second.span.start, second.span.start)
    lost, kept = [], []
    for item in ours.values():
        other = theirs.get(item.key)
        if other is None:
            lost.append(item)
            kept.append(place)
        else:
            place = Span(other.node.span.end, other.node.span.end)
    gained = tuple(item for item in theirs.values() if item.key not in ours)
    return Change(pair, tuple(lost), gained, tuple(kept), (tuple(ours), tuple(theirs)))


def _settle(found: list[Change], loose: Loose) -> list[Change]:
    """Take away what is lost in one place and gained in another.

    `loose` holds what stands in unpaired blocks of the original and the translation,
    and keeps what is left of it.
    """
    lost, gained = loose
    lost.update(item.key for change in found for item in change.lost)
    gained.update(item.key for change in found for item in change.gained)
    moved = lost & gained
    lost -= moved
    gained -= moved
    back = moved.copy()
    settled = []
    for change in found:
        stays = [
            number for number, item in enumerate(change.lost) if not _take(moved, item)
        ]
        settled.append(
            replace(
                change,
                lost=tuple(change.lost[number] for number in stays),
                kept=tuple(change.kept[number] for number in stays),
                gained=tuple(item for item in change.gained if not _take(back, item)),
            )
        )
    for change in settled:
        lost.subtract(item.key for item in change.lost)
        gained.subtract(item.key for item in change.gained)
    return settled


def _take(counter: Counter[Hashable], item: Item) -> bool:
    if counter[item.key] <= 0:
        return False
    counter[item.key] -= 1
    return True
