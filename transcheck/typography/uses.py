"""What a text shows of the typographic conventions that it was written by.

Sources: CLDR 46, numbering systems, for the digits of languages; Unicode 15.1, chapter
6.2, for the marks that serve as apostrophe, dash and ellipsis.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from enum import Enum

from msgspec import Struct

from transcheck.patterns import late_regex
from transcheck.typography.quotes import find_quotations


class Convention(str, Enum):
    """What all writers of a language do alike on one site.

    The value is what messages call it.
    """

    QUOTES = "quotation marks"
    APOSTROPHES = "apostrophe"
    DASHES = "dash"
    ELLIPSES = "ellipsis"
    SPACES = "space beside Latin letters"
    SPACES_OF_NUMBERS = "space beside numbers"
    DIGITS = "digits"


class Use(Struct, frozen=True):
    """A place of a text where a convention shows.

    Args:
        form: How it is written there: the marks themselves, such as ``“”``; the space
            between letters of two scripts, empty for none; the digit zero.
        start: Where it starts.
        end: Where it ends; of a quotation, after its closing mark.
        said: The word with it, or what is in quotation marks: where the original has
            it too, it is copied from there. Empty where that tells nothing.
        plain: It can be written in another form by itself.
    """

    form: str
    start: int
    end: int
    said: str = ""
    plain: bool = True


_WIDE = "[\u3041-\u30ff\u3400-\u9fff]"
_SET_IN_WIDE_LETTERS = frozenset({"ja", "yue", "zh"})
# Letters, numbers and the vowel signs of the scripts that have them.
_WORD = (
    r"[\w\u0300-\u036f\u0591-\u05c7\u064b-\u0652"
    r"\u0900-\u0eff\u1000-\u109f\u1780-\u17d3]"
)
# Patterns begin with what is rare and look behind after it: most texts have none.
# U+02BC is a letter of Unicode, and an apostrophe of Ukrainian.
_APOSTROPHE = late_regex("['’\u02bc](?<=[^\\W\\d_].)(?=[^\\W\\d_])")
# An ellipsis ends a word: `...args` and `[...]` are code.
_ELLIPSIS = late_regex(rf"(?:\.(?<={_WORD}.)\.\.|…(?<={_WORD}.)…?)(?![.…\w/(])")
# A dash stands between words. Without spaces the shorter ones are hyphens and ranges.
_DASH = late_regex(r"[-–—](?:(?<=\w .)[-–—]? (?=\w)|(?<=[^\W\d_]—)—?(?=[^\W\d_]))")
# One letter is part of a word: `T恤`, `U盘`.
_LATIN = late_regex(rf"{_WIDE}( ?)(?=[A-Za-z]{{2}})|[A-Za-z]{{2}}( ?)(?={_WIDE})")
# What follows a number may be its unit, and belong to a name: `GPT-2`.
_COUNTED = late_regex(rf"{_WIDE}(?<!第)( ?)(?=\d)")
# A number among words of the language is no version, time, or part of a name.
_NUMBER = late_regex(
    r"(?:\A|(?<=\0\n)|(?<=[^\x00-\x7f] )|(?<=[^\x00-\x7f]\. ))\d{1,9}"
    r"(?=[.,،۔।]?(?:\Z|\n\0| [^\x00-\x7f]))"
)
# Conventions that any language may have, with signs of which each needs one.
_MARKS = (
    (Convention.APOSTROPHES, _APOSTROPHE, ("'", "’", "\u02bc")),
    (Convention.ELLIPSES, _ELLIPSIS, ("...", "…")),
    (Convention.DASHES, _DASH, (" -", "–", "—")),
)
_ZEROS = {
    language: zero
    for zero, languages in {
        "٠": "ar ckb sd",
        "۰": "fa ks ps ur",
        "०": "hi kok mai mr ne sa",
        "০": "as bn",
        "੦": "pa",
        "૦": "gu",
        "୦": "or",
        "௦": "ta",
        "౦": "te",
        "೦": "kn",
        "൦": "ml",
        "๐": "th",
        "໐": "lo",
        "༠": "bo dz",
        "၀": "my",
        "០": "km",
    }.items()
    for language in languages.split()
}
# A word is looked for so many characters around.
_FAR = 30
_WORD_BEFORE = late_regex(r"\S*\Z")
_WORD_AFTER = late_regex(r"\S*")


def find_uses(text: str, language: str) -> Iterator[tuple[Convention, Use]]:
    """Yield the places where conventions show, but for quotation marks.

    Args:
        text: Running text, of several blocks with U+0000 between two line ends before
            each of them.
        language: Its BCP 47 tag.
    """
    for convention, pattern, signs in _MARKS:
        if not any(sign in text for sign in signs):
            continue
        for match in pattern.finditer(text):
            start, end = match.span()
            start -= text[end - 1] == " "
            said = _around(text, start, end)
            yield convention, Use(text[start:end], start, end, said)
    name = language.partition("-")[0]
    if name in _SET_IN_WIDE_LETTERS:
        for convention, pattern in (
            (Convention.SPACES, _LATIN),
            (Convention.SPACES_OF_NUMBERS, _COUNTED),
        ):
            for match in pattern.finditer(text):
                group = match.lastindex or 0
                yield convention, Use(match[group], *match.span(group))
    if name in _ZEROS:
        for match in _NUMBER.finditer(text):
            first = match[0][0]
            zero = chr(ord(first) - unicodedata.digit(first))
            yield Convention.DIGITS, Use(zero, *match.span(), plain=False)


def find_quoted(text: str) -> Iterator[Use]:
    """Yield the quotations of the running text of one block."""
    for one in find_quotations(text):
        yield Use(one.marks, one.start, one.end, one.said, one.plain)


def _around(text: str, start: int, end: int) -> str:
    """Return a part of a text with the words beside it, or the word that it is in."""
    before = _WORD_BEFORE.search(text[max(0, start - _FAR) : start])
    after = _WORD_AFTER.match(text[end : end + _FAR])
    return f"{before[0] if before else ''}{text[start:end]}{after[0] if after else ''}"
