"""What a translation lost and gained of marks that stand anywhere in its text.

Tags, placeholders, directives, footnotes' numbers: each is the same in every language.
Word order is free, so within an aligned part only what stands there counts; what is
lost in one part and gained in another of the page was moved.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from functools import cached_property
from typing import Generic, TypeVar

from msgspec import Struct, field
from msgspec.structs import replace

from transcheck.align.model import (
    BlockPair,
    BlockState,
    Pair,
    SectionPair,
    walk_block_pairs,
)
from transcheck.compare.counterparts import by_original, by_translation
from transcheck.document import Component, MarkupBlock, blocks_around
from transcheck.text import Span

V = TypeVar("V")

_LONE = frozenset({BlockState.MISSING, BlockState.EXTRA})


class Mark(Struct, Generic[V], frozen=True):
    """A mark in one of two documents.

    Args:
        key: What it has in common with its counterpart.
        span: Where it is.
        source: How it is written: of several with one key, those that are written
            alike answer each other.
        value: What it is.
    """

    key: Hashable
    span: Span
    source: str
    value: V


class Lost(Struct, Generic[V], frozen=True):
    """A mark that one side has and the other has not.

    Args:
        mark: The mark.
        number: Its number among the marks of its part, from 0.
        gap: Where it would be in the translation, an empty span.
    """

    mark: Mark[V]
    number: int
    gap: Span


class Part(Struct, frozen=True):
    """Two blocks that answer each other, or what else is in two such sections.

    Args:
        key: Names it in every translation.
        place: Where it is in the translation.
        in_text: It is a block with its counterpart; else what stands between the
            blocks of a section, or in pieces of markup without counterpart.
    """

    key: str
    place: Span
    in_text: bool


class MarkChange(Struct, Generic[V], frozen=True):
    """What one aligned part kept, lost and gained.

    Args:
        part: The part.
        kept: Marks of the original with their counterparts.
        lost: Marks of the original without counterpart, in their order.
        gained: Marks of the translation without counterpart, in their order.
        counts: How many marks the two sides have.
    """

    part: Part
    kept: tuple[tuple[Mark[V], Mark[V]], ...]
    lost: tuple[Lost[V], ...]
    gained: tuple[Lost[V], ...]
    counts: tuple[int, int]

    def replacement(self, lost: Lost[V]) -> Mark[V] | None:
        """Return the mark that stands where a lost one would be, None if none does.

        Both sides have as many, and it has the same number among them; or these two
        are the only ones without counterpart.
        """
        if len(self.lost) == len(self.gained) == 1:
            return self.gained[0].mark
        if self.counts[0] == self.counts[1]:
            for one in self.gained:
                if one.number == lost.number:
                    return one.mark
        return None


def compare_marks(
    pair: Pair, ours: Iterable[Mark[V]], theirs: Iterable[Mark[V]]
) -> list[MarkChange[V]]:
    """Return what became of marks in each aligned part, in the original's order.

    Marks in text that one side lacks, or that was not translated, are no loss: that is
    told as a whole.

    Args:
        pair: The documents, aligned.
        ours: The marks of the original in their order.
        theirs: The marks of the translation in their order.
    """
    sides = tuple(ours), tuple(theirs)
    if not any(sides):
        return []
    parts = pair.once(_Parts)
    shared: dict[int, _Shared[V]] = {}
    loose: tuple[Counter[Hashable], Counter[Hashable]] = (Counter(), Counter())
    for side, marks in enumerate(sides):
        for mark in marks:
            part = parts.find(side, mark.span)
            if part is None:
                loose[side][mark.key] += 1
            else:
                shared.setdefault(id(part), _Shared(part)).marks[side].append(mark)
    return _take_moved([one.compare(parts) for one in shared.values()], loose)


class _Parts:
    """The aligned parts of a pair, to be asked by place."""

    def __init__(self, pair: Pair) -> None:
        self._pair = pair
        self._sides = pair.original, pair.translation
        self._betweens: dict[int, Part] = {}
        self._blocks = by_original(pair), by_translation(pair)
        self._found: dict[int, Part | None] = {}

    def find(self, side: int, span: Span) -> Part | None:
        """Return the smallest part around a place, None where the other side has none.

        Args:
            side: 0 for the original, 1 for the translation.
            span: The place in its document.
        """
        for block in blocks_around(self._sides[side], span):
            part = self._blocks[side].get(id(block))
            if part is not None:
                if id(part) not in self._found:
                    self._found[id(part)] = self._part_of(part)
                return self._found[id(part)]
        sections = self._sections[side]
        at = bisect_right(sections, span.start, key=lambda one: one[0]) - 1
        return sections[max(at, 0)][1] if sections else None

    def after(self, offset: int) -> int:
        """Return where the translation has what follows an offset of the original.

        It is the end of the counterpart of the last aligned block before it, else of
        the frontmatter, else the start.
        """
        at = bisect_right(self._ends, offset, key=lambda one: one[0])
        if at:
            return self._ends[at - 1][1]
        matter = self._pair.translation.frontmatter
        return matter.span.end if matter else 0

    @cached_property
    def _ends(self) -> list[tuple[int, int]]:
        """The ends of the aligned blocks, in the order of the original."""
        return sorted(
            (one.original.span.end, one.translation.span.end)
            for one in self._pair.walk_blocks()
            if one.original is not None and one.translation is not None
        )

    @cached_property
    def _sections(self) -> tuple[list[tuple[int, Part | None]], ...]:
        """Where the sections of both sides begin, with what is between their blocks."""
        found: tuple[list[tuple[int, Part | None]], ...] = ([], [])
        for section in self._pair.sections:
            between = self._between(section)
            for side, one in enumerate((section.original, section.translation)):
                if one is not None:
                    start = one.heading.span.start if one.heading else 0
                    found[side].append((start, between))
        for starts in found:
            starts.sort(key=lambda one: one[0])
        return found

    def _part_of(self, blocks: BlockPair) -> Part | None:
        if blocks.state is BlockState.TRANSLATED:
            return Part(blocks.key, blocks.both()[1].span, in_text=True)
        block = blocks.original or blocks.translation
        alone = isinstance(block, (Component, MarkupBlock)) and (
            blocks.opened or not block.blocks
        )
        return self._beside_lone.get(id(blocks)) if alone else None

    @cached_property
    def _beside_lone(self) -> dict[int, Part | None]:
        """What is between the blocks of its section, for a block without counterpart.

        By the ``id()`` of the block's pair.
        """
        return {
            id(one): self._between(section)
            for section in self._pair.sections
            for one in walk_block_pairs((section,))
            if one.state in _LONE
        }

    def _between(self, section: SectionPair) -> Part | None:
        if section.original is None or section.translation is None:
            return None
        if id(section) not in self._betweens:
            place = Span(0, len(self._pair.translation.text))
            self._betweens[id(section)] = Part(section.key, place, in_text=False)
        return self._betweens[id(section)]


class _Shared(Struct, Generic[V], frozen=True):
    """The marks of both sides in one part."""

    part: Part
    marks: tuple[list[Mark[V]], list[Mark[V]]] = field(default_factory=lambda: ([], []))

    def compare(self, parts: _Parts) -> MarkChange[V]:
        """Return what was lost and gained here, moved or not."""
        ours, theirs = self.marks
        answers = _answers(ours, theirs)
        place = self.part.place.start
        kept: list[tuple[Mark[V], Mark[V]]] = []
        lost: list[Lost[V]] = []
        for number, mark in enumerate(ours):
            if number in answers:
                kept.append((mark, theirs[answers[number]]))
                place = max(place, kept[-1][1].span.end)
            else:
                gap = max(place, parts.after(mark.span.start))
                gap = min(gap, self.part.place.end)
                lost.append(Lost(mark, number, Span(gap, gap)))
        taken = frozenset(answers.values())
        gained = tuple(
            Lost(mark, number, mark.span)
            for number, mark in enumerate(theirs)
            if number not in taken
        )
        counts = len(ours), len(theirs)
        return MarkChange(self.part, tuple(kept), tuple(lost), gained, counts)


def _answers(ours: Sequence[Mark[V]], theirs: Sequence[Mark[V]]) -> dict[int, int]:
    """Return for marks of the original which of the translation answers, by number."""
    answers: dict[int, int] = {}
    left: Sequence[int] = range(len(theirs))
    for exactly in (True, False):
        waiting: dict[Hashable, list[int]] = {}
        for number in reversed(left):
            mark = theirs[number]
            key = (mark.key, mark.source if exactly else "")
            waiting.setdefault(key, []).append(number)
        for number, mark in enumerate(ours):
            same = waiting.get((mark.key, mark.source if exactly else ""))
            if number not in answers and same:
                answers[number] = same.pop()
        taken = frozenset(answers.values())
        left = [number for number in left if number not in taken]
    return answers


def _take_moved(
    changes: Sequence[MarkChange[V]],
    loose: tuple[Counter[Hashable], Counter[Hashable]],
) -> list[MarkChange[V]]:
    """Take away what is lost in one part and gained in another."""
    lost = Counter(one.mark.key for change in changes for one in change.lost)
    gained = Counter(one.mark.key for change in changes for one in change.gained)
    moved = (lost + loose[0]) & (gained + loose[1])
    there, back = moved.copy(), moved
    return [
        replace(
            change,
            lost=tuple(one for one in change.lost if not _take(there, one)),
            gained=tuple(one for one in change.gained if not _take(back, one)),
        )
        for change in changes
    ]


def _take(counter: Counter[Hashable], one: Lost[V]) -> bool:
    if counter[one.mark.key] <= 0:
        return False
    counter[one.mark.key] -= 1
    return True
