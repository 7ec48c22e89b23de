"""The rule list-shape."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from transcheck.compare.joined_items import joined_items
from transcheck.compare.list_shapes import (
    changed_kinds,
    changed_nestings,
    changed_tasks,
)
from transcheck.compare.mention import name_block, place, related_at
from transcheck.document import Block, ListBlock, ListItem
from transcheck.rule import BlockPair, Finding, Pair, PairRule, Span, label


class ListShape(PairRule, frozen=True):
    """A list is numbered, nested and ticked off as its original is."""

    id: ClassVar[str] = "list-shape"
    category: ClassVar[str] = "structure"

    def check(self, pair: Pair) -> Iterator[Finding]:
        """Report lists of another kind, joined items, other depths and other tasks."""
        origin = label(pair.original)
        for blocks, first, second in changed_kinds(pair):
            yield _report(
                pair,
                blocks,
                (first, second),
                f"{name_block(second)} {_kind(second)}, in {origin} it {_kind(first)}",
                "kind",
            )
        for one in pair.once(changed_nestings):
            depth, beside = one.depths
            yield _report(
                pair,
                one.pair,
                (one.counterpart, one.item),
                f"{name_block(one.item)} is at level {beside} of its list, in {origin}"
                f" at level {depth}",
                "nesting",
            )
        for joined in joined_items(pair):
            name, what = name_block(joined.item), name_block(joined.lost)
            yield _report(
                pair,
                joined.pair,
                (joined.lost, joined.item),
                f"{name} holds {what} of {origin} as well",
                "joined",
            )
        for item, before, after in changed_tasks(pair):
            yield _report(
                pair,
                item,
                (before, after),
                f"{name_block(after)} is {_task(after)}, in {origin} {_task(before)}",
                "task",
            )


def _kind(block: ListBlock) -> str:
    return "is numbered" if block.ordered else "has bullets"


def _task(item: ListItem) -> str:
    if item.checked is None:
        return "no task"
    return "a finished task" if item.checked else "an open task"


def _report(
    pair: Pair, blocks: BlockPair, both: tuple[Block, Block], message: str, kind: str
) -> Finding:
    first, second = both
    start = second.span.start
    end = pair.translation.text.find("\n", start, second.span.end)
    return Finding(
        place(pair.translation, Span(start, end if end >= 0 else second.span.end)),
        message,
        cause=(kind, blocks.key),
        block=blocks.key,
        related=related_at(pair.original, "it", first.span),
    )
