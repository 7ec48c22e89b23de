"""Strings of JSX that their line does not close, so that the page cannot be built."""

from __future__ import annotations

from transcheck.document import Component, Document, blocks_of
from transcheck.patterns import late_regex
from transcheck.text import Span

# Of an object, a list or a call; a parameter itself may go over several lines.
_OPEN = late_regex(r"[:\[(,][ \t]*(\")(?:[^\"\\\r\n]|\\[^\r\n])*(?=[\r\n])")


def find_open_strings(document: Document) -> list[Span]:
    """Return the quotation marks that open such strings.

    Args:
        document: The document.
    """
    return [
        Span(*match.span(1))
        for block in blocks_of(document, Component)
        for match in _OPEN.finditer(
            document.text, block.opening.start, block.opening.end
        )
    ]
