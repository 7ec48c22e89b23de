"""Tables that became text, as the row of dashes below their header is none any more."""

from __future__ import annotations

import re

from msgspec import Struct

from transcheck.align.model import Pair
from transcheck.compare.tables import broken_tables, tables_in_line
from transcheck.document import Document, Paragraph, Table, blocks_of
from transcheck.patterns import late_regex
from transcheck.text import Span

_LINE_END = r"[ \t]*(?:\r\n?|\n|\Z)"
_ROW = rf"[ \t>]*\|[^\r\n]*\|{_LINE_END}"
_ROWS = late_regex(rf"{_ROW}[ \t>]*(?P<second>\|[^\r\n]*\|){_LINE_END}(?:{_ROW})*")
# Of two hyphens a corrector makes one dash.
_LIKE_DELIMITERS = late_regex(
    r"(?=.*[-\u2010-\u2015\u2212])[|:\s\u2010-\u2015\u2212-]+"
)


class FallenTable(Struct, frozen=True):
    """A paragraph that was meant to be a table.

    Args:
        block: The paragraph.
        delimiters: What the row of dashes became, or the place where it would be.
        problem: What is wrong with it, as messages say it.
    """

    block: Paragraph
    delimiters: Span
    problem: str


def fallen_tables(pair: Pair) -> list[FallenTable]:
    """Return the paragraphs of a translation whose every line is a row; for `once`.

    The original has more tables, and no such paragraph; where a table has other columns
    than its row of dashes, or stands in one line, that is told.
    """
    document = pair.translation
    tables = (blocks_of(one, Table) for one in (pair.original, document))
    ours, theirs = (len(list(some)) for some in tables)
    found = _paragraphs_of_rows(document) if ours > theirs else []
    if not found or _paragraphs_of_rows(pair.original):
        return []
    told = [*broken_tables(document), *tables_in_line(document)]
    return [
        one
        for one in found
        if not any(
            one.block.span.start <= span.start < one.block.span.end for span in told
        )
    ]


def _paragraphs_of_rows(document: Document) -> list[FallenTable]:
    found = []
    for block in blocks_of(document, Paragraph):
        if document.text[block.span.start] == "|":
            match = _ROWS.fullmatch(document.text, block.span.start, block.span.end)
            if match is not None:
                delimiters, problem = _explain(match)
                found.append(FallenTable(block, delimiters, problem))
    return found


def _explain(match: re.Match[str]) -> tuple[Span, str]:
    start, end = match.span("second")
    if not _LIKE_DELIMITERS.fullmatch(match["second"]):
        problem = "the row of dashes below its header is missing"
        return Span(start, start), problem
    problem = "the row of dashes below its header is broken"
    if match["second"].isascii() and "- -" not in match["second"]:
        problem = "its header has other columns than the row below"
    return Span(start, end), problem
