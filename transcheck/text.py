r"""Places in a text: spans of offsets, and lines and columns.

Offsets count code points of the decoded text without its byte order mark, line
ends as they are. A line ends at ``\n``, ``\r\n`` or a lone ``\r`` and nowhere
else, as in CommonMark 0.31 section 2.1.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import accumulate

from msgspec import Struct

from transcheck.errors import TranscheckError
from transcheck.patterns import late_regex

BYTE_ORDER_MARK = "\ufeff"

_LINE_END = late_regex(r"\r\n|\n|\r")
_UNPRINTABLE = late_regex(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)


class Span(Struct, frozen=True, array_like=True, gc=False, order=True):
    """A half-open range of offsets; ``start == end`` marks a place."""

    start: int
    end: int

    def __contains__(self, other: Span) -> bool:
        """Tell whether another span lies within this one."""
        return self.start <= other.start and other.end <= self.end

    def cut(self, text: str) -> str:
        """Return what the span covers in its text."""
        return text[self.start : self.end]


class DisjointSpans:
    """Spans of one text of which no two overlap."""

    def __init__(self) -> None:
        self._spans: list[Span] = []

    def add(self, span: Span) -> bool:
        """Add a span unless it overlaps one of these; return whether it was added.

        A place overlaps a span that it is within, and not one whose edge it is.
        """
        at = bisect_left(self._spans, span)
        for one in self._spans[max(at - 1, 0) : at + 1]:
            if one.start < span.end and span.start < one.end:
                return False
        self._spans.insert(at, span)
        return True


class Position(Struct, frozen=True, array_like=True, gc=False, order=True):
    """A place as people count: 1-based line, 1-based column in code points."""

    line: int
    column: int


class Range(Struct, frozen=True, array_like=True, gc=False):
    """A half-open range of positions."""

    start: Position
    end: Position


class Lines:
    """The lines of one text: where each starts, and where its content ends.

    Args:
        text: The decoded text, without its byte order mark.
    """

    __slots__ = ("ends", "starts", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        if "\r" in text:
            ends = list(_LINE_END.finditer(text))
            self.starts: tuple[int, ...] = (0, *(end.end() for end in ends))
            self.ends: tuple[int, ...] = (*(end.start() for end in ends), len(text))
        else:
            past = tuple(accumulate([len(line) + 1 for line in text.split("\n")]))
            self.starts = (0, *past[:-1])
            self.ends = tuple([end - 1 for end in past])

    def __len__(self) -> int:
        """Return the number of lines; a final line end opens an empty one."""
        return len(self.starts)

    def index(self, offset: int) -> int:
        """Return the 0-based number of the line that holds an offset."""
        return bisect_right(self.starts, offset) - 1

    def position(self, offset: int) -> Position:
        """Return the line and column of an offset between 0 and the length."""
        line = self.index(offset)
        return Position(line + 1, offset - self.starts[line] + 1)

    def range(self, span: Span) -> Range:
        """Return the lines and columns of a span.

        Raises:
            ValueError: It runs backwards, which is always a bug.
        """
        if not 0 <= span.start <= span.end:
            raise ValueError(f"no span: {span.start}..{span.end}")
        return Range(self.position(span.start), self.position(span.end))

    def offset(self, position: Position) -> int:
        """Return the offset of a line and column, the inverse of `position`."""
        return self.starts[position.line - 1] + position.column - 1

    def content(self, line: int) -> str:
        """Return a line by its 1-based number, without its line end."""
        return self.text[self.starts[line - 1] : self.ends[line - 1]]


def line_start(text: str, offset: int, *, within: int = 2_000) -> int:
    """Return where the line that holds an offset starts.

    Args:
        text: A text.
        offset: An offset in it.
        within: How far back to look, so that the cost does not grow with the text;
            on a longer line the answer is that far back.
    """
    earliest = max(offset - within, 0)
    end = max(text.rfind("\n", earliest, offset), text.rfind("\r", earliest, offset))
    return end + 1 if end >= 0 else earliest


class UndecodableError(TranscheckError):
    """Bytes that are no text.

    Args:
        reason: What is wrong, for the user.
        before: The text before the first wrong byte.
    """

    def __init__(self, reason: str, before: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.before = before


def decode(data: bytes) -> str:
    """Decode a file's bytes as UTF-8, without a byte order mark.

    Raises:
        UndecodableError: The bytes are not UTF-8, or hold a NUL.
    """
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8").removeprefix(BYTE_ORDER_MARK)
        byte = data[error.start]
        raise UndecodableError(f"not UTF-8: byte 0x{byte:02x}", before) from None
    text = text.removeprefix(BYTE_ORDER_MARK)
    if "\0" in text:
        raise UndecodableError("holds a NUL character", text[: text.index("\0")])
    return text


def fold(text: str) -> str:
    """Return a text on one line and without capitals, as texts are compared."""
    return " ".join(text.split()).casefold()


def printable(text: str) -> str:
    r"""Return a text that cannot steer a terminal or turn a line around.

    Control characters (C0, C1), line separators, the controls of the Unicode
    bidirectional algorithm (UAX 9 section 2) and lone surrogates become escapes that
    can be seen: ``\x1b``, ``\u202e``, ``\n``.
    """
    return text if text.isprintable() else _UNPRINTABLE.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    return match.group().encode("unicode_escape").decode("ascii")
