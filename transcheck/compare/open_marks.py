"""Strings and braces of MDX that nothing closes, so that the page cannot be built."""

from __future__ import annotations

from collections.abc import Iterator

from transcheck.document import (
    Component,
    Document,
    Text,
    block_inlines,
    blocks_of,
    blocks_with,
)
from transcheck.patterns import late_regex
from transcheck.text import Span

# Of an object, a list or a call; a parameter itself may go over several lines.
_OPEN = late_regex(r"[:\[(,][ \t]*(\")(?:[^\"\\\r\n]|\\[^\r\n])*(?=[\r\n])")
_BRACE = late_regex(r"\{")
_NAME = late_regex(r"\{\s*[\w.]+")


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


def find_open_braces(document: Document, original: Document) -> list[Span]:
    """Return the braces that open an expression in the midst of a text.

    Args:
        document: The document; a brace means something in MDX alone.
        original: Its original. A brace that it has too, before the same name, is of
            a placeholder, and one that nothing closes there means none is told.
    """
    if not document.path.lower().endswith(".mdx"):
        return []
    found = list(_text_braces(document))
    if not found or any(_text_braces(original)):
        return []
    names = (_NAME.match(document.text, one.start) for one in found)
    return [
        one
        for one, name in zip(found, names, strict=True)
        if name is None or name[0] not in original.text
    ]


def _text_braces(document: Document) -> Iterator[Span]:
    """Yield the braces in text, where no expression and nothing else begins."""
    text = document.text
    for block in blocks_with(document, _BRACE):
        for inline in block_inlines(block):
            if isinstance(inline, Text):
                for match in _BRACE.finditer(text, inline.span.start, inline.span.end):
                    if text[match.start() - 1 : match.start()] != "\\":
                        yield Span(*match.span())
