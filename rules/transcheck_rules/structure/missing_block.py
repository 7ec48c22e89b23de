"""The rule missing-block."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from transcheck.compare.broken_items import broken_items
from transcheck.compare.indented_text import texts_as_code
from transcheck.compare.list_shapes import changed_nestings, is_in_changed_list
from transcheck.compare.lost_blocks import (
    Run,
    block_of,
    emptied_sections,
    missing_runs,
    name_block,
    text_of,
)
from transcheck.compare.mention import place, title
from transcheck.compare.swallowed import is_swallowed, swallowing
from transcheck.compare.tables import broken_tables, tables_in_line
from transcheck.compare.truncation import is_in_tail, lost_tail
from transcheck.document import Block, ListBlock, ListItem, Table
from transcheck.rule import (
    Finding,
    Pair,
    PairRule,
    PairState,
    Related,
    SectionPair,
    Severity,
    label,
)


@dataclass(frozen=True)
class MissingBlock(PairRule):
    """A translation has the paragraphs, items and rows of its original."""

    id: ClassVar[str] = "missing-block"
    category: ClassVar[str] = "structure"
    # What an outdated page lacks is summed by the rule `outdated`.
    states: ClassVar[frozenset[PairState]] = frozenset({PairState.PARALLEL})

    def check(self, pair: Pair) -> Iterator[Finding]:
        """Report the first of each run of lost blocks."""
        broken = broken_tables(pair.translation) or tables_in_line(pair.translation)
        swallowed = swallowing(pair.translation)
        runs = list(missing_runs(pair))
        tail = pair.once(lost_tail) if runs else None
        items = _items_as_text(pair, runs)
        as_code = frozenset().union(*(one.keys for one in pair.once(texts_as_code)))
        nestings = pair.once(changed_nestings) if runs else []
        emptied = emptied_sections(pair) if runs else {}
        for run in runs:
            key = run.first.key
            if key in as_code or is_in_changed_list(nestings, key):
                continue
            if items >= len(run.blocks) and _is_listed(run):
                items -= len(run.blocks)
                continue
            if is_swallowed(swallowed, run.first.gap) or is_in_tail(tail, key):
                continue
            # A table that fell apart is there, and reported as that.
            if not (broken and isinstance(block_of(run.first), Table)):
                yield _report(pair, run, emptied)


def _is_listed(run: Run) -> bool:
    return isinstance(block_of(run.first), (ListBlock, ListItem))


def _items_as_text(pair: Pair, runs: list[Run]) -> int:
    """Return how many items are there, but as text, and are reported as that."""
    if not any(map(_is_listed, runs)):
        return 0
    return sum(one.items for one in broken_items(pair.translation, pair.original))


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
        related=(Related(place(pair.original, block.span), f"the block in {origin}"),),
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
