"""The rule heading-level."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import ClassVar

from transcheck.compare.broken_headings import broken_headings_of
from transcheck.compare.mention import place, related_at, shorten, words
from transcheck.document import Heading
from transcheck.rule import Finding, Pair, PairRule, SectionPair, label


class HeadingLevel(PairRule, frozen=True):
    """A heading has the level of its counterpart."""

    id: ClassVar[str] = "heading-level"
    category: ClassVar[str] = "structure"

    def check(self, pair: Pair) -> Iterator[Finding]:
        """Report the first heading of each run that is shifted by the same amount."""
        doubled = {
            id(one.heading): one.level
            for one in pair.once(broken_headings_of)
            if one.heading
        }

        def shift_of(headings: tuple[SectionPair, Heading, Heading]) -> int:
            _, first, second = headings
            # A doubled mark is reported as that, and says which level was meant.
            if doubled.get(id(second)) == first.level:
                return 0
            return second.level - first.level

        for shift, run in groupby(pair.headings(), shift_of):
            if shift:
                yield _report(pair, shift, list(run))


def _report(
    pair: Pair, shift: int, run: list[tuple[SectionPair, Heading, Heading]]
) -> Finding:
    section, first, second = run[0]
    origin = label(pair.original)
    name = shorten(words(*second.inlines))
    if len(run) == 1:
        message = (
            f"heading {name} is of level {second.level}, in {origin} {first.level}"
        )
    else:
        how = f"{abs(shift)} {'levels' if abs(shift) > 1 else 'level'}"
        way = "deeper" if shift > 0 else "higher"
        follow = len(run) - 1
        message = (
            f"heading {name} and the {f'{follow} after it' if follow > 1 else 'next'}"
            f" are {how} {way} than in {origin}"
        )
    return Finding(
        place(pair.translation, second.span),
        message,
        cause=("level", section.key, shift),
        block=section.key,
        related=related_at(pair.original, "the heading", first.span),
        blame=f"heading is of level {second.level} in the translations",
    )
