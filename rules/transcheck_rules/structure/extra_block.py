"""The rule extra-block."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from transcheck.compare.lost_blocks import (
    Run,
    block_of,
    extra_runs,
    name_block,
)
from transcheck.compare.mention import place
from transcheck.compare.tables import text_rows
from transcheck.compare.twins import find_twin, stands_beside
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


@dataclass(frozen=True)
class ExtraBlock(PairRule):
    """A translation has no paragraphs, items and rows that its original lacks."""

    id: ClassVar[str] = "extra-block"
    category: ClassVar[str] = "structure"
    states: ClassVar[frozenset[PairState]] = frozenset({PairState.PARALLEL})

    def check(self, pair: Pair) -> Iterator[Finding]:
        """Report the first of each run of added blocks."""
        rows = frozenset(id(row.translation) for row in pair.once(text_rows))
        for run in extra_runs(pair):
            # Text that a table swallowed is reported as that.
            if id(run.first.translation) not in rows:
                yield _report(pair, run)


def _report(pair: Pair, run: Run) -> Finding:
    first = run.first
    block = block_of(first)
    origin = label(pair.original)
    name = name_block(block)
    twin = find_twin(pair.translation, block)
    if twin is not None:
        message = f"{name} stands here twice"
        related = Related(place(pair.translation, twin.span), "the other")
    else:
        message = f"{run} {run.have} no counterpart in {origin}"
        related = Related(place(pair.original, first.gap), f"its place in {origin}")
    # Translators add paragraphs on purpose: about their language, or their team; and
    # without an original nobody knows whether one added what others left out.
    surely = isinstance(block, (ListItem, TableRow)) and pair.has_original
    if twin is not None:
        surely = stands_beside(pair.translation, block, twin)
    return Finding(
        place(pair.translation, block.span),
        message,
        cause=("extra", first.key),
        related=(related,),
        blame=f"a block of the translations, {name}, is missing",
        severity=None if surely else Severity.INFO,
    )
