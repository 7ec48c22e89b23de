"""The rule table-shape."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from transcheck.compare.fallen_tables import fallen_tables
from transcheck.compare.mention import place, related_at
from transcheck.compare.tables import (
    broken_off,
    broken_tables,
    odd_rows,
    tables_in_line,
    text_rows,
    translated_tables,
)
from transcheck.rule import Finding, Pair, PairRule, Severity, label


class TableShape(PairRule, frozen=True):
    """A table has the columns of its original, and every row has them all."""

    id: ClassVar[str] = "table-shape"
    category: ClassVar[str] = "structure"
    severity: ClassVar[Severity] = Severity.ERROR

    def check(self, pair: Pair) -> Iterator[Finding]:
        """Report tables that fell apart, and rows and headers that lost cells."""
        origin = label(pair.original)
        for blocks, first, second in translated_tables(pair):
            one, other = len(first.alignments), len(second.alignments)
            if one != other:
                yield Finding(
                    place(pair.translation, second.span),
                    f"table has {_count(other, 'column')}, in {origin} {one}",
                    cause=("columns", blocks.key, other),
                    block=blocks.key,
                    blame=f"table has {_count(one, 'column')}, in the translations"
                    f" {other}",
                    related=related_at(pair.original, "the table", first.span),
                    severity=Severity.WARNING,
                )
        for row in odd_rows(pair):
            yield Finding(
                place(pair.translation, row.span),
                f"row has {_count(row.cells, 'cell')}, its table"
                f" {_count(row.columns, 'column')}",
                cause=("cells", row.pair.key, row.cells),
                block=row.pair.key,
                related=related_at(pair.original, "the row", row.pair.both()[0].span),
                help="Cells too many are not shown; a missing one shifts others.",
            )
        yield from _report_text(pair)
        yield from _report_ends(pair)
        yield from _report_broken(pair)


def _report_text(pair: Pair) -> Iterator[Finding]:
    before = None
    for row in pair.once(text_rows):
        block = row.translation
        if block is None:
            continue
        if before is None or pair.translation.text[before : block.span.start].strip():
            yield Finding(
                place(pair.translation, block.span),
                "text below a table became a row of it: there is no blank line between",
                cause=("swallowed", row.key),
                help="A table goes on until a blank line.",
            )
        before = block.span.end


def _report_ends(pair: Pair) -> Iterator[Finding]:
    for one in pair.once(broken_off):
        rows = f"{_count(one.rows, 'row')} below {'is' if one.rows == 1 else 'are'}"
        yield Finding(
            place(pair.translation, one.span),
            f"table ends before this line, and {rows} text",
            cause=("ends", one.table.key),
            block=one.table.key,
            related=related_at(pair.original, "the table", one.table.both()[0].span),
            help="A line that opens a list, a quote or a heading ends a table.",
        )


def _report_broken(pair: Pair) -> Iterator[Finding]:
    in_line = tables_in_line(pair.translation)
    if len(in_line) > len(tables_in_line(pair.original)):
        for number, span in enumerate(in_line):
            yield Finding(
                place(pair.translation, span),
                "this is no table: its rows stand in one line",
                cause=("in line", number),
                help="Every row is on a line of its own.",
            )
    for number, one in enumerate(pair.once(fallen_tables)):
        yield Finding(
            place(pair.translation, one.delimiters),
            f"this is no table: {one.problem}",
            cause=("fallen", number),
            help="Readers see bars and dashes in place of a table.",
        )
    broken = broken_tables(pair.translation)
    if len(broken) <= len(broken_tables(pair.original)):
        return
    for number, span in enumerate(broken):
        yield Finding(
            place(pair.translation, span),
            "this is no table: its header has other columns than the row below",
            cause=("broken", number),
            help="Readers see bars and dashes in place of a table.",
        )


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
