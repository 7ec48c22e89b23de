"""The rule missing-block."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar

from transcheck.compare.broken_items import broken_items_of, native_items
from transcheck.compare.lost_blocks import (
    Run,
    block_of,
    emptied_sections,
    missing_runs,
)
from transcheck.compare.mention import name_block, place, related_at, title
from transcheck.compare.told import told_lost_blocks
from transcheck.compare.twins import text_of
from transcheck.document import Block, ListBlock, ListItem
from transcheck.rule import (
    Finding,
    Pair,
    PairRule,
    PairState,
    SectionPair,
    Severity,
    label,
)


class MissingBlock(PairRule, frozen=True):
    """A translation has the paragraphs, items and rows of its original."""

    id: ClassVar[str] = "missing-block"
    category: ClassVar[str] = "structure"
    # What an outdated page lacks is summed by the rule `outdated`.
    states: ClassVar[frozenset[PairState]] = frozenset({PairState.PARALLEL})

    def check(self, pair: Pair) -> Iterator[Finding]:
        """Report the first of each run of lost blocks."""
        runs = list(missing_runs(pair))
        if not runs:
            return
        is_told = told_lost_blocks(pair)
        items = _items_as_text(pair, runs)
        emptied = emptied_sections(pair)
        for run in runs:
            if items >= len(run.blocks) and _is_listed(run):
                items -= len(run.blocks)
            elif not is_told(run.first):
                yield _report(pair, run, emptied)


def _is_listed(run: Run) -> bool:
    return isinstance(block_of(run.first), (ListBlock, ListItem))


def _items_as_text(pair: Pair, runs: list[Run]) -> int:
    """Return how many items are there, but as text.

    Those with a broken mark are reported as that; those that are numbered in the digits
    of their script read as items.
    """
    if not any(map(_is_listed, runs)):
        return 0
    broken = sum(one.items for one in pair.once(broken_items_of))
    return broken + native_items(pair.translation)


def _report(pair: Pair, run: Run, emptied: Mapping[str, SectionPair]) -> Finding:
    first = run.first
    block = block_of(first)
    origin, here = label(pair.original), label(pair.translation)
    message = f"{run} of {origin} {run.have} no counterpart in {here}"
    empty = emptied.get(first.key)
    if empty is not None and empty.translation is not None:
        name = title(empty.translation)
        message = f"section {name} is empty, in {origin} it has a text"
        if _holds(empty, block):
            message = f"heading {name} holds the text below it"
    return Finding(
        place(pair.translation, first.gap),
        message,
        cause=("missing", first.key, len(run.blocks)),
        block=first.key,
        related=related_at(pair.original, "the block", block.span),
        severity=Severity.ERROR if empty else None,
        shared=Severity.WARNING,
        blame=f"{name_block(block)} is missing in most translations",
    )


def _holds(section: SectionPair, block: Block) -> bool:
    """Tell whether a heading is so long that a lost block must be in it."""
    if section.heading is None:
        return False
    first, second = (len(text_of(one)) for one in section.heading.both())
    return second > 1.5 * first + len(text_of(block)) / 2
