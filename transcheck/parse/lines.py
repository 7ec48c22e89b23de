r"""From a parser's copy of some lines back to the file.

mistune reads a copy of the text in which containers' prefixes are removed, tabs are
expanded and line ends are ``\n``. Every line of a copy is a line of the file with its
front rewritten, so columns counted from the end of a line are the same in both.
"""

from __future__ import annotations

from bisect import bisect_right

from transcheck.parse.masks import MASK
from transcheck.text import Lines


class LineMap:
    r"""Where the characters of a parser's copy stand in the file.

    Args:
        copy: What the parser reads, line ends ``\n``.
        first_line: The 0-based line of the file that the copy's first line is.
        lines: The lines of the file.
    """

    __slots__ = ("_copy", "_first_line", "_last", "_lines", "_starts")

    def __init__(self, copy: str, first_line: int, lines: Lines) -> None:
        self._copy = copy
        self._first_line = first_line
        self._lines = lines
        starts = [0]
        at = copy.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = copy.find("\n", at + 1)
        self._starts = starts
        # The last line that was asked for: its start and end in the copy, its start
        # in the file, and how far it has moved. Most questions are about one line.
        self._last = (1, 0, 0, 0)

    def line(self, offset: int) -> int:
        """Return the 0-based line of the file that an offset of the copy is on."""
        return self._first_line + bisect_right(self._starts, offset) - 1

    def to_file(self, offset: int) -> int:
        """Return the offset in the file of an offset in the copy."""
        start, end, least, moved = self._last
        if not start <= offset <= end:
            number = bisect_right(self._starts, offset) - 1
            line = self._first_line + number
            if line >= len(self._lines):
                return len(self._lines.text)
            start = self._starts[number]
            if number + 1 < len(self._starts):
                end = self._starts[number + 1] - 1
            else:
                end = len(self._copy)
            least, moved = self._lines.starts[line], self._lines.ends[line] - end
            self._last = (start, end, least, moved)
        # An expanded tab has more columns than the file has characters.
        moved += offset
        return max(least, moved)

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
