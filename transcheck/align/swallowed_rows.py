"""Text that became the last rows of a table, for want of a blank line between them."""

from __future__ import annotations

from itertools import takewhile

from transcheck.document import Block, Table

# A table has a header and a row, and what is below it no bars but the table some.
_LEAST_ROWS = 2


def swallowed_rows(table: Table, text: str) -> tuple[Block, ...]:
    """Return the last rows of a table that are no rows but text below it.

    A table goes on until a blank line, whatever is on the lines (GFM 4.10).

    Args:
        table: The table.
        text: Of its document.
    """
    columns = len(table.alignments)
    rows = table.blocks
    if columns < 2 or len(rows[-1].blocks) != 1:  # noqa: PLR2004 - a column has no bars
        return ()
    found = list(takewhile(lambda row: "|" not in row.span.cut(text), reversed(rows)))
    kept = len(rows) - len(found)
    whole = kept >= _LEAST_ROWS and len(rows[kept - 1].blocks) == columns
    return tuple(reversed(found)) if whole else ()
