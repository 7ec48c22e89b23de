"""The rule extra-block."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from transcheck.compare.lost_blocks import (
    Run,
    block_of,
    extra_runs,
)
from transcheck.compare.mention import name_block, place, related_at
from transcheck.compare.told import told_added_blocks
from transcheck.compare.twins import find_twins, stands_beside
from transcheck.document import ListItem, TableRow
from transcheck.rule import (
    Finding,
    Pair,
    PairRule,
    PairState,
    Related,
    Severity,
    label,
)


class ExtraBlock(PairRule, frozen=True):
    """A translation has no paragraphs, items and rows that its original lacks."""

    id: ClassVar[str] = "extra-block"
    category: ClassVar[str] = "structure"
    states: ClassVar[frozenset[PairState]] = frozenset({PairState.PARALLEL})

    def check(self, pair: Pair) -> Iterator[Finding]:
        """Report the first of each run of added blocks."""
        runs = list(extra_runs(pair))
        if not runs:
            return
        is_told = told_added_blocks(pair)
        for run in runs:
            if not is_told(run.first):
                yield _report(pair, run)


def _report(pair: Pair, run: Run) -> Finding:
    first = run.first
    block = block_of(first)
    name = name_block(block)
    twins = find_twins(pair.translation, block)
    message = f"{run} {run.have} no counterpart in {label(pair.original)}"
    related = related_at(pair.original, "its place", first.gap)
    # Its place, not its text: what all translations have there the original lacks.
    cause = ("extra", run.after, type(block).__name__)
    if twins:
        times = "twice" if len(twins) == 1 else f"{len(twins) + 1} times"
        message = f"{name} stands here {times}"
        related = (Related(place(pair.translation, twins[0].span), "the other"),)
        cause = ("twice", first.key, "")
    # Translators add paragraphs on purpose: about their language, or their team.
    # Without an original nobody knows whether one added what others left out.
    surely = isinstance(block, (ListItem, TableRow)) and pair.has_original
    if twins:
        surely = any(stands_beside(pair.translation, block, one) for one in twins)
    return Finding(
        place(pair.translation, block.span),
        message,
        cause=cause,
        related=related,
        blame=f"a block of the translations, {name}, is missing",
        severity=None if surely else Severity.INFO,
    )
