"""What stands beside a mark of punctuation in running text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from transcheck.document import CODE, MARKUP, RunningText
from transcheck.patterns import late_regex
from transcheck.typography import BRACKETS, CLOSING, COMMAS, FULL_STOPS, is_wide_letter

OPENING, SHUTTING = frozenset(BRACKETS), frozenset(BRACKETS.values())
"""Brackets that stand close to what is in them."""

_WORD = late_regex(r"[^\W_](?:[^\W_]|[.\u0300-\u036f])*\Z")
_LONGEST_WORD = 40
# A bracket's other half is looked for so many characters away.
_FAR = 400


def one_of(marks: Iterable[str]) -> str:
    """Return the pattern of a class of characters."""
    return f"[{re.escape(''.join(sorted(marks)))}]"


def plain(marks: str) -> str:
    """Return marks in their ASCII form, the same for all scripts."""
    return "".join(
        "," if mark in COMMAS else "." if mark in FULL_STOPS else mark for mark in marks
    )


def last_word(text: str, end: int) -> str:
    """Return the word that ends at a place, with the full stops in it."""
    match = _WORD.search(text[max(0, end - _LONGEST_WORD) : end])
    return match[0] if match else ""


def goes_on(after: str) -> bool:
    """Tell whether a sentence goes on: with a letter that is no capital."""
    following = after.lstrip()[:1]
    return following.isalpha() and following == following.lower()


def starts_something(after: str) -> bool:
    """Tell whether a character can be the first after an opening bracket."""
    return after.isalnum() or after in (CODE, MARKUP) or after in OPENING


def ends_something(before: str) -> bool:
    """Tell whether a character can be the last before a mark of punctuation."""
    return bool(before) and (
        before.isalnum()
        or before in CLOSING
        or before in (CODE, "%", "…", "!", "?")
        or unicodedata.category(before)[0] == "M"
    )


def is_closed(text: str, at: int) -> bool:
    """Tell whether a bracket that opens at a place is closed after it."""
    depth = 0
    for mark in text[at : at + _FAR]:
        depth += (mark in OPENING) - (mark in SHUTTING)
        if not depth:
            return True
    return False


def is_opened(text: str, at: int) -> bool:
    """Tell whether a bracket that closes at a place was opened before it."""
    depth = 0
    for mark in reversed(text[max(0, at - _FAR) : at + 1]):
        depth += (mark in SHUTTING) - (mark in OPENING)
        if not depth:
            return True
    return False


def is_set_off(reading: RunningText, at: int) -> bool:
    """Tell whether editors of wide scripts set the character at a place off.

    They do with code, Latin words and links, whatever mark is beside them.
    """
    if not is_wide_letter(reading.text[at]):
        return True
    return any(at in (start, end - 1) for _, start, end in reading.links)
