"""A line of a file with a mark under the span, as wide as a terminal shows it."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from functools import lru_cache
from itertools import accumulate

from msgspec import Struct

from transcheck.patterns import late_regex
from transcheck.text import Lines, Range, printable

WIDTH = 100
"""The columns of a terminal that a line may take; a longer one is cut."""

_TAB = "    "
_ELLIPSIS = "…"
_ZERO_WIDTH_JOINER = "\u200d"
_INVISIBLE = frozenset({"Mn", "Me", "Cf"})
# The later parts of a Hangul syllable, and the skin tones of emoji.
_JOINING = late_regex("[\u1160-\u11ff\U0001f3fb-\U0001f3ff]")
_LAST_OF_PLANE_0 = "\uffff"  # emoji that are joined to others are beyond it
_CELLS_KEPT = 4_096


class Snippet(Struct, frozen=True):
    """What to print of a line.

    Args:
        number: The line's 1-based number.
        text: The line, or the part of it around the span; safe to print.
        indent: Columns of the terminal before the mark.
        length: Columns of the terminal under the mark, at least 1.
    """

    number: int
    text: str
    indent: int
    length: int


def snippet(lines: Lines, where: Range) -> Snippet | None:
    """Return the first line of a range, marked to the line's end when it goes on.

    Returns:
        None when the file does not hold the place (any more).
    """
    number = where.start.line
    if number > len(lines):
        return None
    begin, stop = lines.starts[number - 1], lines.ends[number - 1]
    start = begin + where.start.column - 1
    if start > stop:
        return None
    end = stop
    if where.end.line == number:
        end = min(stop, begin + where.end.column - 1)
    return _cut(lines.text, number, (begin, stop), (start, end))


def _cut(
    text: str, number: int, line: tuple[int, int], span: tuple[int, int]
) -> Snippet:
    # Only what may be shown is looked at: a line can be a megabyte long.
    first = max(line[0], span[0] - WIDTH)
    last = min(line[1], span[0] + 2 * WIDTH)
    cells = _cells(text, first, last)
    edges = [0, *accumulate(width for _, width in cells)]
    start, end = span[0] - first, min(span[1], last) - first
    low, high = _window(edges, start, end)
    cut_left = first + low > line[0]
    cut_right = first + high < line[1]
    shown = "".join(cell for cell, _ in cells[low:high])
    return Snippet(
        number=number,
        text=f"{_ELLIPSIS * cut_left}{shown}{_ELLIPSIS * cut_right}",
        indent=edges[start] - edges[low] + cut_left,
        length=max(1, edges[min(end, high)] - edges[start]),
    )


def _window(edges: list[int], start: int, end: int) -> tuple[int, int]:
    """Return the cells to show, so that the span is in the middle of them."""
    if edges[-1] <= WIDTH:
        return 0, len(edges) - 1
    room = WIDTH - min(edges[end] - edges[start], WIDTH // 2)
    left = max(0, edges[start] - room // 2)
    right = min(edges[-1], left + WIDTH)
    left = max(0, right - WIDTH)
    low = bisect_left(edges, left)
    # A combining mark does not stand at the edge without its letter.
    low = min(start, bisect_right(edges, edges[low]) - 1)
    return low, bisect_right(edges, right) - 1


def _cells(text: str, start: int, end: int) -> list[tuple[str, int]]:
    """Return how characters are shown, and how many columns each takes."""
    cells = [_cell(character) for character in text[start:end]]
    joiner = text.find(_ZERO_WIDTH_JOINER, max(start - 1, 0), end)
    while joiner >= 0:  # what it joins to an emoji is drawn into that
        at = joiner + 1
        if at < end and text[at] > _LAST_OF_PLANE_0:
            cells[at - start] = text[at], 0
        joiner = text.find(_ZERO_WIDTH_JOINER, at, end)
    return cells


@lru_cache(maxsize=_CELLS_KEPT)
def _cell(character: str) -> tuple[str, int]:
    """Return how a character is shown, and how many columns it takes.

    The widths are those of Unicode Standard Annex 11 (East Asian Width); marks and
    what is drawn into the character before take no column.
    """
    if character == "\t":
        return _TAB, len(_TAB)
    shown = printable(character)
    if shown != character:
        return shown, len(shown)
    if unicodedata.category(character) in _INVISIBLE or _JOINING.match(character):
        return shown, 0
    return shown, 2 if unicodedata.east_asian_width(character) in "WF" else 1
