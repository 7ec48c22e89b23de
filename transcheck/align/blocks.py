"""Blocks with blocks, and the blocks within them."""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum

from msgspec import Struct, field

from transcheck.align.compare import BlockComparison
from transcheck.align.containers import align_opened
from transcheck.align.model import BlockPair, BlockState
from transcheck.align.outline import Outline
from transcheck.align.sequence import Steps
from transcheck.align.signals import Signals
from transcheck.align.states import Judge, Tally
from transcheck.align.swallowed_rows import swallowed_rows
from transcheck.document import Block, Callout, Component, Table
from transcheck.text import Span


class Matches(Struct):
    """What has a counterpart, to be counted when that is asked.

    Args:
        headings: How many headings have one of their level.
        rows: The blocks of each place, compared, and their steps.
    """

    headings: int = 0
    rows: list[tuple[BlockComparison, Steps]] = field(default_factory=list)

    def count(self) -> float:
        """Return how many parts there are, each counted by how sure it is."""
        return self.headings + fsum(
            comparison.quality(one, other)
            for comparison, steps in self.rows
            for one, other in steps
            if one is not None
            and other is not None
            and comparison.sides[0][one].is_part
            and comparison.sides[1][other].is_part
        )


class Context(Struct, frozen=True):
    """What aligning two documents needs everywhere.

    Args:
        first: The reference.
        second: The translation.
        ratio: How long the translation's language is.
        judge: Tells what became of a text.
        tally: Counts the prose that was left.
        matches: What has a counterpart.
    """

    first: Outline
    second: Outline
    ratio: float
    judge: Judge
    tally: Tally = field(default_factory=Tally)
    matches: Matches = field(default_factory=Matches)

    def pair(
        self, first: Signals, second: Signals, blocks: tuple[BlockPair, ...] = ()
    ) -> BlockPair:
        """Return two blocks, and the pairs within them, as a pair."""
        state, detected = BlockState.TRANSLATED, None
        if second.prose:
            state, detected = self.judge.state(first.prose, second.prose)
            if second.aside is None:
                left = state is BlockState.UNTRANSLATED or (
                    detected is not None and self.judge.is_original(detected)
                )
                self.tally.add(first.prose, second.prose, left=left)
        return BlockPair(
            state=state,
            original=first.block,
            translation=second.block,
            key=self.first.keys[id(first.block)],
            blocks=blocks,
            detected=detected,
        )

    def lost(self, signals: Signals, place: int) -> BlockPair:
        """Return a block that the translation lacks at a place."""
        original = signals.block
        return BlockPair(
            state=BlockState.MISSING if signals.aside is None else BlockState.ASIDE,
            original=original,
            translation=None,
            key=self.first.keys[id(original)],
            gap=Span(place, place),
            opened=signals.is_opened,
        )

    def added(self, signals: Signals, place: int) -> BlockPair:
        """Return a block that the reference lacks at a place."""
        translation = signals.block
        return BlockPair(
            state=BlockState.EXTRA if signals.aside is None else BlockState.ASIDE,
            original=None,
            translation=translation,
            key=extra_key(self.second.keys[id(translation)]),
            gap=Span(place, place),
            opened=signals.is_opened,
        )


class Places(Struct):
    """Where the last aligned block ended, on both sides; it moves on.

    Args:
        first: The offset in the reference.
        second: The offset in the translation.
    """

    first: int
    second: int

    def move(self, first: int, second: int) -> None:
        """Go to the ends of two aligned blocks."""
        self.first, self.second = first, second


def extra_key(key: str) -> str:
    """Return the key of what the reference lacks, unlike any key of the reference."""
    return f"+{key}"


def align_blocks(
    first: Sequence[Signals],
    second: Sequence[Signals],
    context: Context,
    places: Places,
) -> tuple[BlockPair, ...]:
    """Align blocks that stand in the same place of two documents.

    Args:
        first: Those of the reference.
        second: Those of the translation.
        context: The two documents.
        places: Where the last aligned block before them ended; moved to the last
            aligned of them.
    """
    if not first and not second:
        return ()
    comparison, steps = align_opened(first, second, context.ratio)
    context.matches.rows.append((comparison, steps))
    first, second = comparison.sides
    pairs: list[BlockPair] = []
    for one, other in steps:
        if one is not None and other is not None:
            upper, lower = first[one], second[other]
            pairs.append(_align_pair(upper, lower, context))
            places.move(_end(upper), _end(lower))
        elif one is not None:
            pairs.append(context.lost(first[one], places.second))
        elif other is not None:
            pairs.append(context.added(second[other], places.first))
    return tuple(pairs)


def _align_pair(first: Signals, second: Signals, context: Context) -> BlockPair:
    below: tuple[BlockPair, ...] = ()
    if not (first.blocks or second.blocks) or "markup" in (first.kind, second.kind):
        pass  # the text of markup, if any, lies outside
    elif first.kind == "row" and len(first.blocks) == len(second.blocks):
        below = tuple(map(context.pair, first.blocks, second.blocks))
    else:
        places = Places(_inside(first.block), _inside(second.block))
        rows = second.blocks[: len(second.blocks) - _swallowed(first, second, context)]
        below = align_blocks(first.blocks, rows, context, places)
        below += tuple(
            context.added(row, places.first) for row in second.blocks[len(rows) :]
        )
    return context.pair(first, second, below)


def _swallowed(first: Signals, second: Signals, context: Context) -> int:
    """Return how many of the last rows of a table are no rows, unlike the original."""
    one, other = first.block, second.block
    if not isinstance(one, Table) or not isinstance(other, Table):
        return 0
    found = swallowed_rows(other, context.second.document.text)
    if found and swallowed_rows(one, context.first.document.text):
        return 0
    return len(found)


def _end(signals: Signals) -> int:
    """Return where a block ends; one that was opened, where its text begins."""
    block = signals.block
    return _inside(block) if signals.is_opened else block.span.end


def _inside(block: Block) -> int:
    """Return where the blocks in a block could start."""
    if type(block) is Component:
        return block.opening.end
    if type(block) is Callout:
        return max((block.name_span.end, *(inline.span.end for inline in block.title)))
    return block.span.start
