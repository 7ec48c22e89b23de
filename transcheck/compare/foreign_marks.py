"""Marks of another script than that of a text: a Latin comma in Arabic."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from msgspec import Struct

from transcheck.compare.texts import Texts
from transcheck.document import RunningText
from transcheck.typography import (
    CLOSING,
    COMMAS,
    FULL_STOPS,
    QUESTIONS,
    SEMICOLONS,
    punctuation,
)

# A foreign mark among so many of the language's own is a slip; among fewer a habit.
_SLIP = 4
# So many other marks of its own tell what a text has where its own of a kind are none.
_ENOUGH = 10
_DANDA = "।॥"
# What is typed for the danda: the bar of the keyboard, a numerator of Bengali.
_LIKE_DANDA = "|\u09f7"
# The full stop of Armenian, and what looks like it.
_ARMENIAN_STOP, _LIKE_ARMENIAN_STOP = "\u0589", ":"
# The last words before a mark are in so many characters.
_REACH = 80
# What may follow the last mark of a text.
_AFTER = "".join(CLOSING) + " \n"


class _Kind(NamedTuple):
    """One kind of mark in one language."""

    own: str
    foreign: frozenset[str]
    usual: str


class ForeignMark(Struct, frozen=True):
    """A mark of another script.

    Args:
        reading: The text it is in.
        offset: Where it is in it.
        mark: The mark.
        own: What the language has in its place.
        fits: The one can be written for the other.
    """

    reading: RunningText
    offset: int
    mark: str
    own: str
    fits: bool


def may_have_foreign_marks(language: str | None) -> bool:
    """Tell whether a BCP 47 language has marks that other scripts have otherwise."""
    return bool(_kinds(language))


def find_foreign_marks(texts: Texts, language: str | None) -> Iterator[ForeignMark]:
    """Yield the marks of other scripts in a document that has its language's own.

    Args:
        texts: The texts of the document.
        language: Its BCP 47 tag, None when it is not known.
    """
    kinds = _kinds(language)
    if not kinds:
        return
    text = texts.text
    if text.isascii():
        return
    total = sum(_count(text, kind.own) for kind in kinds)
    ended: frozenset[str] | None = None
    for kind in kinds:
        if not any(sign in text for sign in kind.foreign):
            continue
        own = _count(text, kind.own)
        found = list(_find(texts, kind))
        if "." in kind.foreign:
            ended = ended or frozenset(_words_before(texts, kind.usual))
            found = [one for one in found if _ends_sentence(*one, ended)]
        if len(found) * _SLIP > own and not (own == 0 and total >= _ENOUGH):
            continue
        for reading, offset in found:
            mark = reading.text[offset]
            fits = mark not in "|:" and not punctuation(language).stressed
            yield ForeignMark(reading, offset, mark, kind.usual, fits)


def _count(text: str, signs: str) -> int:
    return sum(text.count(sign) for sign in signs)


@lru_cache(maxsize=256)
def _kinds(language: str | None) -> tuple[_Kind, ...]:
    """Return the kinds of marks that other scripts have otherwise."""
    marks = punctuation(language)
    if language is None or marks.wide:
        return ()  # narrow marks among wide ones are found elsewhere
    families = (
        (marks.stops, FULL_STOPS),
        (marks.commas, COMMAS),
        (marks.semicolons, SEMICOLONS),
        (marks.questions, QUESTIONS),
    )
    kinds = [_kind(own, family) for own, family in families if own]
    # A mark may be of another kind here: a Greek question ends with a semicolon.
    native = frozenset().union(*(kind.own for kind in kinds))
    return tuple(kind._replace(foreign=kind.foreign - native) for kind in kinds)


def _kind(own: str, family: frozenset[str]) -> _Kind:
    usual = own[0]
    foreign = family - set(own)
    if usual in _DANDA:  # a language that has it may have full stops, but not both
        own, foreign = _DANDA, (family | set(_LIKE_DANDA)) - set(_DANDA)
    elif usual == _ARMENIAN_STOP:
        foreign |= set(_LIKE_ARMENIAN_STOP)
    return _Kind(own, foreign, usual)


@lru_cache(maxsize=64)
def _pattern(signs: frozenset[str]) -> re.Pattern[str]:
    one = f"[{re.escape(''.join(sorted(signs)))}]"
    closing = re.escape("".join(sorted(CLOSING)))
    return re.compile(rf"\S[ \u00a0]?({one})(?=[\s{closing}]|\Z)")


def _find(texts: Texts, kind: _Kind) -> Iterator[tuple[RunningText, int]]:
    native = not kind.usual.isascii()
    for _, reading in texts:
        for match in _pattern(kind.foreign).finditer(reading.text):
            before, mark, at = match[0][0], match[1], match.start(1)
            spaced = at > match.start() + 1
            if (not spaced or mark in _LIKE_DANDA) and _is_letter(
                before, native=native and mark.isascii()
            ):
                yield reading, at


def _is_letter(character: str, *, native: bool) -> bool:
    """Tell whether a character is a letter; of another script than Latin if asked."""
    if unicodedata.category(character)[0] not in "LM":
        return False
    return not (native and unicodedata.name(character, "LATIN").startswith("LATIN"))


def _words_before(texts: Texts, stop: str) -> Iterator[str]:
    """Yield the words that end sentences of a document."""
    for _, reading in texts:
        for piece in reading.text.split(stop)[:-1]:
            yield from piece.split()[-1:]


def _ends_sentence(reading: RunningText, offset: int, ended: frozenset[str]) -> bool:
    """Tell whether a full stop is none of an abbreviation."""
    text = reading.text
    words = text[max(0, offset - _REACH) : offset].split()
    if text[offset] != "." or words[-1] in ended:
        return True
    return len(words) > 1 and not text[offset + 1 :].strip(_AFTER)
