"""Inlines as a reader reads them: running text, and where it is in the source."""

from __future__ import annotations

from bisect import bisect_right

from msgspec import Struct

from transcheck.document.inlines import (
    Break,
    CodeSpan,
    Emphasis,
    Inline,
    Link,
    Text,
    WikiLink,
)
from transcheck.text import Span

# What stands in running text for code, and for images and markup.
CODE = "\ufffc"
MARKUP = "\ufff9"


class RunningText(Struct, frozen=True):
    """The text of a block as it is read, code spans and markup as one character.

    Args:
        text: What is read; a line end is a newline.
        pieces: For each piece of it: where it starts in `text`, and its span.
        links: Each link with the start and end of its text in `text`.
    """

    text: str
    pieces: tuple[tuple[int, Span], ...]
    links: tuple[tuple[Link, int, int], ...]

    def span(self, start: int, end: int) -> Span:
        """Return where a part of the text, not empty, is in the source."""
        first, past = self._locate(start, end)
        if end <= past:
            return first
        return Span(first.start, self._locate(end - 1, end)[0].end)

    def _locate(self, start: int, end: int) -> tuple[Span, int]:
        """Return where a part is within its first piece, and where that piece ends."""
        number = bisect_right(self.pieces, (start + 0.5,)) - 1  # no piece starts there
        at, span = self.pieces[number]
        following = self.pieces[number + 1 :][:1]
        past = following[0][0] if following else len(self.text)
        if past - at != span.end - span.start:
            return span, past  # an escape, code, markup: the whole of it
        return Span(span.start + start - at, span.start + min(end, past) - at), past


def shows_children(inline: Inline) -> bool:
    """Tell whether what is in an inline is running text: not so of images."""
    if type(inline) is WikiLink:
        return not inline.embedded
    return type(inline) is Link or type(inline) is Emphasis


def running_text(*inlines: Inline) -> RunningText:
    """Return inlines as they are read."""
    if len(inlines) == 1 and isinstance(inlines[0], Text):  # as most texts are
        value = inlines[0].value
        return RunningText(value, ((0, inlines[0].span),) if value else (), ())
    parts: list[str] = []
    pieces: list[tuple[int, Span]] = []
    links: list[tuple[Link, int, int]] = []
    _read(inlines, 0, parts, pieces, links)
    return RunningText("".join(parts), tuple(pieces), tuple(links))


def _read(
    nodes: tuple[Inline, ...],
    length: int,
    parts: list[str],
    pieces: list[tuple[int, Span]],
    links: list[tuple[Link, int, int]],
) -> int:
    """Add what nodes say to text of a length, and return its length then."""
    for node in nodes:
        if type(node) is Text:
            value = node.value
        elif type(node) is Break:
            value = "\n"
        elif type(node) is CodeSpan:
            value = CODE
        elif shows_children(node):
            start = length
            length = _read(node.children, start, parts, pieces, links)
            if type(node) is Link:
                links.append((node, start, length))
            continue
        else:
            value = MARKUP
        if value:
            parts.append(value)
            pieces.append((length, node.span))
            length += len(value)
    return length
