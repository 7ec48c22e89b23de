"""Which marks may stand beside one another, in any language."""

from __future__ import annotations

from transcheck.typography.families import CLOSING, ELLIPSIS_MARKS

# Pairs that mean something of their own: `::` of code and directives, `;;` of chats,
# the double danda at the end of a verse.
_MEANT = frozenset({"::", ";;", ":;", ";:", "।।"})

# Scripts without abbreviations by a full stop: kana, ideographs, Hangul, Thai.
_UNABBREVIATED = (
    (0x0E00, 0x0E7F),
    (0x3040, 0x30FF),
    (0x3400, 0x9FFF),
    (0xAC00, 0xD7A3),
)
# Abbreviations are short, or begin with a capital, or hold a full stop themselves.
_LONGEST_ABBREVIATION = 7


def may_be_abbreviation(word: str) -> bool:
    """Tell whether a full stop after a word may be that of an abbreviation.

    Args:
        word: The letters and full stops before it; empty after a bracket or code.
    """
    if not word:
        return False
    if any(low <= ord(word[-1]) <= high for low, high in _UNABBREVIATED):
        return False
    short = len(word) <= _LONGEST_ABBREVIATION
    return short or "." in word or not word[0].islower()


def first_wrong_mark(word: str, marks: str, after: str) -> int | None:
    """Return which of some marks in a row cannot stand where it does.

    Args:
        word: The letters and full stops directly before them; empty after a bracket
            or code.
        marks: Two or more of `SEPARATORS`.
        after: The character after them, empty at the end of a text.

    Returns:
        The 0-based place of the first mark that is impossible after the one before
        it, None when all may stand: an ellipsis, an abbreviation's full stop and a
        comma, a list of marks.
    """
    if any(mark * 3 in marks for mark in ELLIPSIS_MARKS):
        return None
    listed = len(marks) > _LONGEST_RUN or len(set(marks)) >= _LONGEST_RUN
    if listed or after.isdigit() or after in _PATH:
        return None
    for place in range(1, len(marks)):
        known = word if place == 1 else ""
        if _is_impossible(known, marks[place - 1], marks[place], after):
            return place
    return None


# More marks in a row than this are a list of marks, or decoration.
_LONGEST_RUN = 3
_STRAIGHT_QUOTES = frozenset("\"'")
# `../x`, `a..b` and the like.
_PATH = frozenset("/\\*~=<>&|")


def _is_impossible(word: str, before: str, mark: str, after: str) -> bool:
    if before + mark in _MEANT:
        return False
    if before == mark and before in ".,":
        # `a..b` is a range, and so is `"a".."b"`, whose second half a straight quote
        # opens; `,,so` opens a quotation as typewriters do.
        if after in _STRAIGHT_QUOTES:
            return bool(word)
        return not after or after.isspace() or after in CLOSING
    if mark == "." and after.isascii() and after.isalpha():
        return False  # .md
    return before != "." or not may_be_abbreviation(word)
