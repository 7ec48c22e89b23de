"""Tables that lost their shape: rows with too few cells, and what is no table."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from transcheck.align.model import BlockPair, BlockState, Pair
from transcheck.align.swallowed_rows import swallowed_rows
from transcheck.compare.counterparts import aligned_of, by_translation
from transcheck.document import (
    Block,
    Document,
    Paragraph,
    Table,
    blocks_of,
)
from transcheck.patterns import late_regex
from transcheck.text import Span

# The row below the header (GFM 4.10), of two columns at least: one may be anything.
_MAY_DELIMIT = late_regex(r"-:?[ \t]{0,9}\|")
_DELIMITERS = late_regex(
    r"^[ \t>]{0,40}\|?[ \t]{0,9}:?-+:?[ \t]{0,9}"
    r"(?:\|[ \t]{0,9}:?-+:?[ \t]{0,9}){1,99}\|?[ \t]{0,9}$",
    re.MULTILINE,
)
# The same in the midst of a line, after the header's last bar and before the next row.
_DELIMITERS_IN_LINE = late_regex(
    r"\|[ \t]{1,9}\|[ \t]{0,9}:?-{2,99}:?[ \t]{0,9}"
    r"(?:\|[ \t]{0,9}:?-{2,99}:?[ \t]{0,9}){0,99}\|[ \t]{1,9}\|"
)

_NEXT_LINE = late_regex(r"[ \t]*(?:\r\n?|\n)([^\r\n]*)")
_ROW = late_regex(r"[ \t>]*\|")


class OddRow(Struct, frozen=True):
    """A row that has other cells than its table has columns.

    Args:
        pair: The row, and the original's.
        cells: How many it has.
        columns: How many its table has.
        span: The first cell too many, or the end of the row where one is missing.
    """

    pair: BlockPair
    cells: int
    columns: int
    span: Span


def translated_tables(pair: Pair) -> Iterator[tuple[BlockPair, Table, Table]]:
    """Yield the tables that are tables in the translation too, with both of them."""
    for blocks, first, second in aligned_of(pair, Table):
        if blocks.state is BlockState.TRANSLATED:
            yield blocks, first, second


def odd_rows(pair: Pair) -> Iterator[OddRow]:
    """Yield the rows of a translation that lost or gained cells."""
    aligned = by_translation(pair)
    for _, first, second in translated_tables(pair):
        columns = len(second.alignments)
        if columns != len(first.alignments):
            continue
        whole = {id(row) for row in first.blocks if len(row.blocks) == columns}
        for row in second.blocks:
            blocks = aligned.get(id(row))
            cells = len(row.blocks)
            if blocks and cells != columns and id(blocks.original) in whole:
                yield OddRow(blocks, cells, columns, _first_wrong(row, columns))


def text_rows(pair: Pair) -> list[BlockPair]:
    """Return the rows of a translation that are text below a table.

    What swallowed them is the table: there is no blank line between.
    """
    found: list[BlockPair] = []
    aligned = by_translation(pair)
    for second in blocks_of(pair.translation, Table):
        table = aligned.get(id(second))
        if table and table.blocks and table.state is BlockState.TRANSLATED:
            last = table.blocks[-1].translation
            if table.blocks[-1].state is BlockState.EXTRA and last is not None:
                rows = {
                    id(row) for row in swallowed_rows(second, pair.translation.text)
                }
                found += [row for row in table.blocks if id(row.translation) in rows]
    return found


class BrokenOff(Struct, frozen=True):
    """A table that ends before its last rows.

    Args:
        table: The table, and the original's.
        rows: How many rows are text, because another block begins before them.
        span: The line that ends the table.
    """

    table: BlockPair
    rows: int
    span: Span


def broken_off(pair: Pair) -> list[BrokenOff]:
    """Return the tables of a translation that something in a row of theirs ended.

    A line that opens a list, a quote or a heading ends a table (GFM 4.10), and the rows
    below are text of that.
    """
    found: list[BrokenOff] = []
    text = pair.translation.text
    for table, first, second in translated_tables(pair):
        if len(second.blocks) >= len(first.blocks):
            continue
        lines = _lines_below(text, second.span.end)
        bars = len(second.alignments)
        rows = sum(
            _ROW.match(text, line.start, line.end) is not None
            and text.count("|", line.start, line.end) > bars
            for line in lines
        )
        if rows:
            found.append(BrokenOff(table, rows, lines[0]))
    return found


def _lines_below(text: str, end: int) -> list[Span]:
    """Return the lines after a place at the end of one, up to a blank line."""
    lines: list[Span] = []
    while match := _NEXT_LINE.match(text, end):
        if not match[1].strip():
            break
        lines.append(Span(*match.span(1)))
        end = match.end()
    return lines


def _first_wrong(row: Block, columns: int) -> Span:
    if len(row.blocks) > columns:
        return row.blocks[columns].span
    return Span(row.span.end, row.span.end)


def broken_tables(document: Document) -> list[Span]:
    """Return the lines below the headers of tables that are none, for their shape."""
    text = document.text
    found = list(_DELIMITERS.finditer(text)) if _MAY_DELIMIT.search(text) else []
    if not found:
        return []
    tables = [
        block.span for block in (*document.code_blocks, *blocks_of(document, Table))
    ]
    return [
        Span(match.start(), match.end())
        for match in found
        if not any(span.start <= match.start() < span.end for span in tables)
        and _follows_cells(text, match.start())
    ]


def _follows_cells(text: str, start: int) -> bool:
    """Tell whether the line before a place has the bars of cells."""
    before = text[:start].rstrip("\r\n")
    gap = text[len(before) : start]
    return gap.count("\n") <= 1 and "|" in before[before.rfind("\n") + 1 :]


def tables_in_line(document: Document) -> list[Span]:
    """Return the lines in which all rows of a table stand."""
    if _DELIMITERS_IN_LINE.search(document.text) is None:
        return []
    found = []
    for block in blocks_of(document, Paragraph):
        ends = (block.span.start, block.span.end)
        for match in _DELIMITERS_IN_LINE.finditer(document.text, *ends):
            start = document.text.rfind("\n", 0, match.start()) + 1
            found.append(Span(max(start, block.span.start), match.end()))
    return found
