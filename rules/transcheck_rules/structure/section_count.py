"""The rule section-count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from transcheck.compare.broken_headings import broken_headings
from transcheck.compare.mention import place, title
from transcheck.compare.swallowed import is_swallowed, swallowing
from transcheck.rule import (
    BlockState,
    Finding,
    Pair,
    PairRule,
    PairState,
    Related,
    SectionPair,
    label,
)


@dataclass(frozen=True)
class SectionCount(PairRule):
    """A translation has the sections of its original, and no others."""

    id: ClassVar[str] = "section-count"
    category: ClassVar[str] = "structure"
    # What an outdated page lacks is summed by the rule `outdated`.
    states: ClassVar[frozenset[PairState]] = frozenset({PairState.PARALLEL})

    def check(self, pair: Pair) -> Iterator[Finding]:
        """Report each lost and each added section, the top one of a run."""
        # A section whose heading is text for want of a space is there, and was told.
        broken = Counter(
            one.level
            for one in broken_headings(pair.translation, pair.original)
            if one.heading is None
        )
        swallowed = swallowing(pair.translation)
        for section in pair.sections:
            if section.under_gap:
                continue
            if section.state is BlockState.MISSING:
                if is_swallowed(swallowed, section.gap):
                    continue
                lost = section.original
                if lost and lost.heading and broken[lost.heading.level] > 0:
                    broken[lost.heading.level] -= 1
                    continue
                yield from _report_missing(pair, section)
            elif section.state is BlockState.EXTRA:
                yield from _report_extra(pair, section)


def _report_missing(pair: Pair, section: SectionPair) -> Iterator[Finding]:
    lost = section.original
    if lost is None or lost.heading is None:
        return
    origin, here = label(pair.original), label(pair.translation)
    yield Finding(
        place(pair.translation, section.gap),
        f"section {title(lost)} of {origin} has no counterpart in {here}",
        cause=("missing", section.key),
        block=section.key,
        related=(
            Related(
                place(pair.original, lost.heading.span), f"the section in {origin}"
            ),
        ),
        blame=f"section {title(lost)} is missing in most translations",
    )


def _report_extra(pair: Pair, section: SectionPair) -> Iterator[Finding]:
    added = section.translation
    if added is None or added.heading is None:
        return
    origin = label(pair.original)
    yield Finding(
        place(pair.translation, added.heading.span),
        f"section {title(added)} has no counterpart in {origin}",
        cause=("extra", section.key),
        related=(Related(place(pair.original, section.gap), f"its place in {origin}"),),
        blame=f"a section of the translations, {title(added)}, is missing",
    )
