"""Containers between markers, ``:::`` and ``///``, that do not end as they should."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from transcheck.align.model import AlignedPage
from transcheck.compare.callouts import is_kind
from transcheck.compare.counterparts import find_original
from transcheck.document import (
    Block,
    Callout,
    Document,
    Heading,
    MarkupBlock,
    Paragraph,
    blocks_with,
    document_blocks,
)
from transcheck.patterns import late_regex
from transcheck.text import Span, line_start
from transcheck.typography import narrow

_SIGNS = {"colons": ":\uff1a", "slashes": "/\uff0f"}
_SIGNS_IN_A_ROW = late_regex(
    "[:\uff1a/\uff0f](?:(?<=[:\uff1a])[:\uff1a]{2}|(?<=[/\uff0f])[/\uff0f]{2})"
)
_MARKER = late_regex(r"[:/]+")
_CLOSING = late_regex(r":{3,}|/{3,}")
# A line that opens a container, whether a parser knows its kind or not.
_OPENING = late_regex(
    r"^[ \t>]*(?P<marker>[:\uff1a]{3,}|[/\uff0f]{3,})[ \t]*[^\s:/\uff1a\uff0f]",
    re.MULTILINE,
)
# A line that is a closing marker but for the width of its signs.
_MANGLED = late_regex(
    r"^[ \t>]*(?P<marker>[:\uff1a]{3,}|[/\uff0f]{3,})[ \t]*$", re.MULTILINE
)
# A closing marker at the end of a line of text.
_GLUED = late_regex(
    r"(?<=[^\s:/\uff1a\uff0f])[ \t\u3000]*(?P<marker>:{3,}|/{3,})[ \t]*$", re.MULTILINE
)


class Misfit(Struct, frozen=True):
    """A marker that opens, closes or nests wrongly.

    Args:
        kind: ``unclosed``, ``stray``, ``mangled``, ``glued`` or ``nested``.
        syntax: ``colons`` or ``slashes``.
        span: The marker, of an opening one with its kind.
        marker: Its signs as they must be.
        replaced: What a right marker replaces.
        block: The block it is in.
        name: The kind of the container, "" for a closing marker.
        outer: The opening marker, with its kind, of the container around a nested one.
        sure: It is wrong whatever the original has.
    """

    kind: str
    syntax: str
    span: Span
    marker: str
    replaced: Span
    block: Block
    name: str = ""
    outer: str = ""
    sure: bool = True


def has_containers(document: Document) -> bool:
    """Tell cheaply whether a document may hold such markers."""
    text = document.text
    return any(sign * 3 in text for signs in _SIGNS.values() for sign in signs)


def find_misfits(document: Document) -> list[Misfit]:
    """Return the markers of a document that are wrong, in their order."""
    if not has_containers(document):
        return []
    return sorted(_Reader(document).read(), key=lambda one: one.span)


def closing_place(
    page: AlignedPage, document: Document, one: Misfit, original: Span
) -> int | None:
    """Return where a container that is not closed should end.

    Args:
        page: The page.
        document: Its document.
        one: The container's opening marker.
        original: The container in the original.

    Returns:
        The end of what answers the last block in the original's container; None
        where that is not known, or where the container is in another block.
    """
    if one.span.start != line_start(document.text, one.span.start):
        return None
    found = None
    for block in document_blocks(document):
        if block.span.start < one.span.end or isinstance(block, Heading):
            continue
        answer = find_original(page, document, block)
        if answer is not None and answer[1].span in original:
            found = block.span.end
    return found


class _Reader:
    """Goes through the blocks of a document once."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self._signed = {id(one) for one in blocks_with(document, _SIGNS_IN_A_ROW)}
        self._blocks = [
            block
            for block in document_blocks(document)
            if id(block) in self._signed or isinstance(block, (Callout, MarkupBlock))
        ]
        # The kinds that are closed somewhere.
        self._closed = {
            block.name
            for block in self._blocks
            if isinstance(block, Callout) and block.closed
        }
        self._unclosed: dict[str, list[Misfit]] = {syntax: [] for syntax in _SIGNS}
        # How many markers were not taken as opening ones, and what closes them not yet.
        self._refused = dict.fromkeys(_SIGNS, 0)

    def read(self) -> Iterator[Misfit]:
        for block in self._blocks:
            if isinstance(block, Paragraph):
                yield from self._read_text(block)
            elif isinstance(block, Callout) and block.syntax in _SIGNS:
                if not block.closed:
                    self._unclosed[block.syntax].append(
                        self._opening("unclosed", block, sure=self._swallows(block))
                    )
                yield from self._nested(block)
            elif isinstance(block, MarkupBlock) and block.form == "directive":
                yield from self._read_closing(block)
        for left in self._unclosed.values():
            yield from left

    def _swallows(self, block: Callout) -> bool:
        """Tell whether a container that is open takes in what follows, for sure.

        One in a list ends with its item.
        """
        start = block.span.start
        if start != line_start(self._text, start):
            return False
        return is_kind(block.name) or block.name in self._closed

    def _read_closing(self, block: MarkupBlock) -> Iterator[Misfit]:
        if not _CLOSING.fullmatch(block.value):
            return
        syntax = _syntax(block.value)
        if self._refused[syntax]:
            self._refused[syntax] -= 1
        else:
            span = block.span
            yield Misfit("stray", syntax, span, block.value, span, block)

    def _read_text(self, block: Paragraph) -> Iterator[Misfit]:
        """Yield the closing markers in a paragraph that close nothing as written."""
        place = block.span.start, block.span.end
        for match in _OPENING.finditer(self._text, *place):
            self._refused[_syntax(match["marker"])] += 1
        for kind, pattern in (("mangled", _MANGLED), ("glued", _GLUED)):
            for match in pattern.finditer(self._text, *place):
                marker, span = match["marker"], Span(*match.span("marker"))
                syntax = _syntax(marker)
                right = narrow(marker)
                opened = self._unclosed[syntax]
                if opened:
                    opened.pop()
                elif marker.isascii():
                    continue
                replaced = Span(match.start(), span.end) if kind == "glued" else span
                yield Misfit(kind, syntax, span, right, replaced, block)

    def _nested(self, block: Callout) -> Iterator[Misfit]:
        """Yield the containers in one whose closing markers end it too early."""
        width, waiting = len(self._marker(block)), [*block.blocks]
        outer = Span(block.span.start, block.name_span.end).cut(self._text)
        while waiting:
            inner = waiting.pop()
            if not isinstance(inner, Callout) or inner.syntax != block.syntax:
                waiting += inner.blocks
                continue
            # One between slashes ends at a marker of its own width only, one
            # between colons at any that is not shorter.
            own = len(self._marker(inner))
            if own == width or (own > width and block.syntax == "colons"):
                yield self._opening("nested", inner, outer, sure=False)

    def _opening(
        self, kind: str, block: Callout, outer: str = "", *, sure: bool
    ) -> Misfit:
        span = Span(block.span.start, block.name_span.end)
        marker = self._marker(block)
        return Misfit(
            kind, block.syntax, span, marker, span, block, block.name, outer, sure
        )

    def _marker(self, block: Callout) -> str:
        marker = _MARKER.match(self._text, block.span.start)
        return marker[0] if marker else ""


def _syntax(marker: str) -> str:
    return "colons" if marker[0] in _SIGNS["colons"] else "slashes"
