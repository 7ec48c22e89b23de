"""Whether words of a text stand in brackets or quotes."""

from __future__ import annotations

import re

_CLOSED = {
    "(": ")", "\uff08": "\uff09", "[": "]", '"': '"', "\u201c": "\u201d",
    "\u201e": "\u201c", "\u00ab": "\u00bb", "\u300c": "\u300d", "\u300e": "\u300f",
    "\u2018": "\u2019", "\u300a": "\u300b",
}  # fmt: skip


def outside_of_marks(words: list[re.Match[str]], text: str) -> list[re.Match[str]]:
    """Return the words before a bracket that opens among them, or after its end.

    What is quoted is in the text to its end, so that a part of it is no leftover.
    """
    first, last = words[0].start(), words[-1].end()
    for opening, closing in _CLOSED.items():
        opened = text.rfind(opening, first, last)
        closed = text.find(closing, first, last)
        if opening == closing and opened >= 0:
            if text.count(opening, first, last) % 2 == 0:
                continue
            if text.count(opening, 0, first) % 2:
                opened = -1
            else:
                closed = len(text)
        if opened >= 0 and text.find(closing, opened + 1, last) < 0:
            last = opened
        if 0 <= closed < last and text.rfind(opening, first, closed) < 0:
            first = closed
    return [word for word in words if first <= word.start() and word.end() <= last]


def is_enclosed(text: str, start: int, end: int) -> bool:
    """Tell whether words stand in brackets or quotes."""
    for opening, closing in _CLOSED.items():
        left = text.rfind(opening, 0, start)
        if left < 0 or text.find(closing, left + 1, start) >= 0:
            continue
        if text.find(closing, end) >= 0:
            return True
    return False
