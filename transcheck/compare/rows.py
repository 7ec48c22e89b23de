"""Words in a row that two texts have in common, and whether they are meant to stay."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet

WORD = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")

_CLOSED = {
    "(": ")", "\uff08": "\uff09", "[": "]", '"': '"', "\u201c": "\u201d",
    "\u201e": "\u201c", "\u00ab": "\u00bb", "\u300c": "\u300d", "\u300e": "\u300f",
    "\u2018": "\u2019", "\u300a": "\u300b",
}  # fmt: skip


def rows(words: Sequence[str], length: int) -> Iterable[tuple[str, ...]]:
    """Return every so many words that follow one another."""
    return zip(*(words[start:] for start in range(length)), strict=False)


def runs(
    words: Sequence[str], known: AbstractSet[tuple[str, ...]], length: int
) -> Iterator[tuple[int, int]]:
    """Yield the first and the last (exclusive) of words that are in known rows.

    Args:
        words: The words of a text.
        known: Rows of another text.
        length: How many words a row has.
    """
    start = None
    for number in range(len(words) - length + 2):
        if tuple(words[number : number + length]) in known:
            start = number if start is None else start
        elif start is not None:
            yield start, number + length - 1
            start = None


def is_enclosed(text: str, start: int, end: int) -> bool:
    """Tell whether a part of a text stands in brackets or quotes."""
    for opening, closing in _CLOSED.items():
        left = text.rfind(opening, 0, start)
        if left < 0 or text.find(closing, left + 1, start) >= 0:
            continue
        if text.find(closing, end) >= 0:
            return True
    return False
