r"""From a parser's copy of some lines back to the file.

mistune reads a copy of the text in which containers' prefixes are removed, tabs are
expanded and line ends are ``\n``. Every line of a copy is a line of the file with its
front rewritten, so columns counted from the end of a line are the same in both.
"""

from __future__ import annotations

from bisect import bisect_right

from transcheck.parse.masks import MASK
from transcheck.text import Lines, Span


class LineMap:
    r"""Where the characters of a parser's copy stand in the file.

    Args:
        copy: What the parser reads, line ends ``\n``.
        first_line: The 0-based line of the file that the copy's first line is.
        lines: The lines of the file.
        verbatim: The copy has a character for each of the file's, from that line on,
            and at most a line end more.
    """

    __slots__ = ("_copy", "_first_line", "_last", "_line_starts", "_lines")

    def __init__(
        self, copy: str, first_line: int, lines: Lines, *, verbatim: bool = False
    ) -> None:
        self._copy = copy
        self._first_line = first_line
        self._lines = lines
        self._line_starts: list[int] | None = None
        # The stretch that was asked for last: its start and end in the copy, its start
        # in the file, and how far it has moved. Most questions are about one line.
        self._last = (1, 0, 0, 0)
        if verbatim:
            start = lines.starts[first_line]
            self._last = (0, len(lines.text) - start, start, start)

    def line(self, offset: int) -> int:
        """Return the 0-based line of the file that an offset of the copy is on."""
        return self._first_line + bisect_right(self._starts(), offset) - 1

    def to_file(self, offset: int) -> int:
        """Return the offset in the file of an offset in the copy."""
        start, end, least, moved = self._last
        if not start <= offset <= end:
            start, end, least, moved = self._find_line(offset)
        # An expanded tab has more columns than the file has characters.
        moved += offset
        return max(least, moved)

    def span(self, start: int, end: int) -> Span:
        """Return the span in the file of a stretch of the copy."""
        known_start, known_end, least, moved = self._last
        if known_start <= start and end <= known_end and start + moved >= least:
            return Span(start + moved, end + moved)
        first = self.to_file(start)
        return Span(first, max(first, self.to_file(end)))

    def shift(self, start: int, end: int) -> int | None:
        """Return how far a stretch of the copy has moved, None if not all alike."""
        known_start, known_end, least, moved = self._last
        if not known_start <= start <= known_end:
            self._find_line(start)
            known_start, known_end, least, moved = self._last
        is_known = known_start <= start and end <= known_end
        return moved if is_known and start + moved >= least else None

    def _find_line(self, offset: int) -> tuple[int, int, int, int]:
        starts = self._starts()
        number = bisect_right(starts, offset) - 1
        line = self._first_line + number
        if line >= len(self._lines):
            past = len(self._lines.text)
            return offset, offset, past, past - offset
        start = starts[number]
        end = starts[number + 1] - 1 if number + 1 < len(starts) else len(self._copy)
        moved = self._lines.ends[line] - end
        self._last = (start, end, self._lines.starts[line], moved)
        return self._last

    def _starts(self) -> list[int]:
        """Return where the lines of the copy start."""
        starts = self._line_starts
        if starts is None:
            starts = self._line_starts = [0]
            at = self._copy.find("\n")
            while at >= 0:
                starts.append(at + 1)
                at = self._copy.find("\n", at + 1)
        return starts

    def restore(self, start: int, end: int) -> str:
        """Return a part of the copy with what was masked in it written out again."""
        part = self._copy[start:end]
        if MASK not in part:
            return part
        text = self._lines.text
        return "".join(
            text[self.to_file(start + at)] if char == MASK else char
            for at, char in enumerate(part)
        )
