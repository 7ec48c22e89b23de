"""The rule section-count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import ClassVar

from transcheck.compare.added_sections import AddedSection, added_sections
from transcheck.compare.broken_headings import broken_headings_of
from transcheck.compare.lost_sections import LostSection, lost_sections
from transcheck.compare.mention import (
    heading_words,
    place,
    related_at,
    shorten,
    words,
)
from transcheck.compare.told import told_added_sections, told_losses
from transcheck.rule import (
    Finding,
    Pair,
    PairRule,
    PairState,
    Rewrite,
    Severity,
    label,
)

# What a page has that adds no section, as a word beside the headings of added ones.
_NONE = "no section"


class SectionCount(PairRule, frozen=True):
    """A translation has the sections of its original, and no others."""

    id: ClassVar[str] = "section-count"
    category: ClassVar[str] = "structure"
    # What an outdated page lacks is summed by the rule `outdated`.
    states: ClassVar[frozenset[PairState]] = frozenset({PairState.PARALLEL})

    def check(self, pair: Pair) -> Iterator[Finding]:
        """Report each lost and each added section, the top one of a run."""
        # A section whose heading is text for want of a space, or has no text, is there,
        # and was told.
        broken = Counter(
            one.level
            for one in pair.once(broken_headings_of)
            if one.heading is None or not one.heading.inlines
        )
        is_told = told_losses(pair)
        for lost in lost_sections(pair):
            if is_told(lost.pair.key, lost.gap):
                continue
            if broken[lost.heading.level] > 0:
                broken[lost.heading.level] -= 1
                continue
            yield _report_missing(pair, lost)
        added = pair.once(added_sections)
        told = told_added_sections(pair) if added else frozenset()
        for one in added:
            if one.pair.key not in told:
                yield _report_extra(pair, one)

    def written(self, pair: Pair) -> tuple[str, ...]:
        """Return what tells that a translation adds no section."""
        return () if pair.once(added_sections) else (_NONE,)


def _report_missing(pair: Pair, lost: LostSection) -> Finding:
    origin, here = label(pair.original), label(pair.translation)
    noun = "heading" if lost.heading_only else "section"
    name = shorten(heading_words(lost.heading))
    return Finding(
        place(pair.translation, lost.gap),
        f"{noun} {name} of {origin} has no counterpart in {here}",
        cause=("missing", lost.pair.key),
        block=lost.pair.key,
        related=related_at(pair.original, f"the {noun}", lost.heading.span),
        help="What stands under it is here." if lost.heading_only else None,
        severity=Severity.ERROR if lost.sure else None,
        shared=Severity.WARNING,
        blame=f"{noun} {name} is missing in most translations",
    )


def _report_extra(pair: Pair, added: AddedSection) -> Finding:
    origin, name = label(pair.original), words(*added.heading.inlines)
    called = shorten(heading_words(added.heading))
    heading = added.heading.span.cut(pair.translation.text)
    return Finding(
        place(pair.translation, added.heading.span),
        f"section {called} has no counterpart in {origin}",
        # Its place, not its text: what all translations have there the original lacks.
        cause=("extra", *added.place),
        related=related_at(pair.original, "its place", added.gap),
        blame=f"a section of the translations, {called}, is missing",
        rewrites=(Rewrite((_NONE,), (name,), heading),),
    )
