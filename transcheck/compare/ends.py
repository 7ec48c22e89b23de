"""Which mark a text ends with."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from enum import Enum
from functools import lru_cache

from msgspec import Struct

from transcheck.compare.texts import texts_of
from transcheck.document import CODE, MARKUP, Document, RunningText
from transcheck.patterns import late_regex
from transcheck.typography import (
    BRACKETS,
    CLOSING,
    COLONS,
    COMMAS,
    ELLIPSES,
    EXCLAMATIONS,
    FULL_STOPS,
    QUESTIONS,
    SEMICOLONS,
    punctuation,
)


class End(str, Enum):
    """What a text ends with, in any language."""

    STOP = "full stop"
    QUESTION = "question mark"
    EXCLAMATION = "exclamation mark"
    COLON = "colon"
    COMMA = "comma"
    SEMICOLON = "semicolon"
    ELLIPSIS = "ellipsis"
    WORD = "no mark"
    OTHER = "something else"


class Ending(Struct, frozen=True, gc=False):
    """The end of a text.

    Args:
        end: What it is.
        sign: The mark as it is written, "" where there is none.
        offset: Where the mark is in the text, or would be.
    """

    end: End
    sign: str
    offset: int


# A numerator of Bengali that looks like the danda, and is typed for it.
_LIKE_DANDA = frozenset("\u09f7")
_FAMILIES = (
    (End.STOP, FULL_STOPS | _LIKE_DANDA),
    (End.QUESTION, QUESTIONS),
    (End.EXCLAMATION, EXCLAMATIONS),
    (End.COLON, COLONS),
    (End.COMMA, COMMAS),
    (End.SEMICOLON, SEMICOLONS),
    (End.ELLIPSIS, ELLIPSES),
)
# Tags that close or break, footnotes, comments and emoji say nothing of their own.
_SILENT = late_regex(r"</|<br|<!--|\[\^|:\w+:\Z", re.IGNORECASE)
# What a mark would change: an address, a path.
_ADDRESS = frozenset("/@\\=")
_REACH = 200
# A face at the end of a text.
_EYES, _MOUTHS = frozenset(":;"), frozenset(")]")


def read_ends(document: Document) -> Mapping[int, Ending]:
    """Return what each text of a document ends with, by the ``id()`` of its block.

    Closing brackets and quotation marks, footnotes, tags and emoji after the mark do
    not count. To be asked for by `Document.once`.
    """
    ends = _ends(document.language)
    return {
        id(block): _read(reading, document, ends)
        for block, reading in texts_of(document)
    }


def _read(reading: RunningText, document: Document, ends: Mapping[str, End]) -> Ending:
    text = reading.text
    offset, last = len(text), text[-1:]
    end = ends.get(last)
    if end is not None and last != text[-2:-1]:  # as most texts end
        return Ending(end, last, offset - 1)
    if not last.isalnum() and last != ".":
        offset = _trimmed(reading, document)
        last = text[offset - 1 : offset]
    end = ends.get(last)
    if last in _EYES and text[offset : offset + 1] in _MOUTHS:
        return Ending(End.OTHER, "", offset)
    if end is not None:
        if end is End.STOP and last * 2 == text[max(0, offset - 2) : offset]:
            end = End.ELLIPSIS
        return Ending(end, last, offset - 1)
    if not _is_of_word(last) or _is_address(text[max(0, offset - _REACH) : offset]):
        return Ending(End.OTHER, "", offset)
    before = _before_aside(text, offset)
    if before < offset and ends.get(text[before - 1 : before]) is End.STOP:
        return Ending(End.STOP, text[before - 1], before - 1)
    return Ending(End.WORD, "", offset)


def _is_address(text: str) -> bool:
    """Tell whether the last word of a text is an address or a path."""
    return not _ADDRESS.isdisjoint(text.rsplit(maxsplit=1)[-1])


def _trimmed(reading: RunningText, document: Document) -> int:
    """Return where a text ends without what may follow its last mark."""
    text, offset = reading.text, len(reading.text)
    while offset:
        last = text[offset - 1]
        if last.isalnum() or last == ".":
            break
        if last == MARKUP:
            if not _SILENT.match(reading.span(offset - 1, offset).cut(document.text)):
                break
        elif last == CODE or not (
            last.isspace() or last in CLOSING or _is_decoration(last)
        ):
            break
        offset -= 1
    return offset


def _before_aside(text: str, offset: int) -> int:
    """Return where a text ends without the aside in brackets at its end.

    Where a sentence has its own stop, many add such an aside without another.
    """
    if text[offset : offset + 1] not in BRACKETS.values():
        return offset
    opening = max(text.rfind(bracket, 0, offset) for bracket in BRACKETS)
    return len(text[:opening].rstrip()) if opening > 0 else offset


def _is_of_word(last: str) -> bool:
    return last == CODE or last.isalnum() or unicodedata.category(last or " ")[0] == "M"


def usual_sign(end: End, language: str | None) -> str:
    """Return how a language writes an end, with the space that belongs before it.

    Args:
        end: What a text should end with.
        language: A BCP 47 tag; None for a language that is not known.
    """
    marks = punctuation(language)
    signs = {
        End.STOP: marks.stops,
        End.QUESTION: marks.questions,
        End.EXCLAMATION: marks.exclamations,
        End.COLON: marks.colons,
    }
    sign = signs.get(end, "")[:1]
    space = marks.spaces.get(sign, "")[:1]
    return sign if space == " " else space + sign


@lru_cache(maxsize=64)
def _ends(language: str | None) -> Mapping[str, End]:
    """Return what each mark ends; the language's own meaning goes before others."""
    marks = punctuation(language)
    families = (
        *_FAMILIES,
        (End.SEMICOLON, marks.semicolons),
        (End.COLON, marks.colons),
        (End.QUESTION, marks.questions),
        (End.STOP, marks.stops),
    )
    return {mark: end for end, signs in families for mark in signs}


def _is_decoration(character: str) -> bool:
    """Tell whether a character is an emoji, or a part of one."""
    return unicodedata.category(character) in {"So", "Sk", "Cf"} or (
        character in "\ufe0f\u20e3"
    )
