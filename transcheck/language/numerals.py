"""Numbers in a text: how they are written, and what they may be worth.

Digits of every script are read by what Unicode says of them. Separators are not
judged: a point in one language is a comma in another, and nothing in the third.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct

from transcheck.language.scripts import base
from transcheck.patterns import late_regex

# A digit after a letter belongs to a name (GPT2), but for a version (v2) and a size
# (3x4). Between digits stand the points, commas, apostrophes, Arabic separators and
# narrow spaces that languages group and divide numbers with.
_NUMBER = late_regex(
    r"\d(?:(?<![A-Za-z_\d].)|(?<=\b[vV].)|(?<=\d[xX].))"
    r"\d*(?:[.,'\u2019\u066b\u066c\u00b7]\d+|[\u00a0\u2009\u202f]\d{3}(?!\d))*"
)
# In languages that group digits with a space, many type a plain one.
_SPACED_NUMBER = late_regex(
    _NUMBER.pattern[:-2] + r"|(?<!\d{4})(?<![.,]\d)(?<![.,]\d\d) \d{3}(?!\d))*"
)
_SPACING = frozenset(
    {"be", "bg", "cs", "et", "fi", "fr", "hu", "hy", "kk", "lt", "lv",
     "no", "pl", "ru", "sk", "sq", "sv", "uk"}
)  # fmt: skip
_RUN = late_regex(r"\d+")
# Digits that are set apart together; fewer letters are a word only by themselves.
_GROUP = 3
_MOST_DIGITS = 30
# What follows a number of a language that counts in tens of thousands, or in lakhs.
_SCALE_SIGNS = {
    "\u5341": 1, "\u767e": 2, "\u5343": 3, "\u4ed9": 3, "\u4e07": 4, "\u842c": 4,
    "\u4ebf": 8, "\u5104": 8, "\u5146": 12, "\uc2ed": 1, "\ubc31": 2, "\ucc9c": 3,
    "\ub9cc": 4, "\uc5b5": 8, "\uc870": 12,
}  # fmt: skip
_SIGNS = late_regex(rf"\s?([{''.join(_SCALE_SIGNS)}]+)")
# Words bend: of one with more letters the last one does not count.
_WHOLE = 4
_LONGEST_WORD = 20
_DIGIT_SIGNS = {
    **{sign: number for number, sign in enumerate("零一二三四五六七八九")},
    "〇": 0, "两": 2, "兩": 2, "壱": 1, "弐": 2,
    **{sign: number for number, sign in enumerate("영일이삼사오육칠팔구") if number},
}  # fmt: skip
_SPELLED = late_regex(rf"[{''.join(_DIGIT_SIGNS)}{''.join(_SCALE_SIGNS)}]+")
_ROMAN = late_regex(r"\b[IVXLCDM\u0406\u0425]{2,}\b")
_ROMAN_DIGITS = {
    "I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000,
    "\u0406": 1, "\u0425": 10,  # the Cyrillic letters that look like them
}  # fmt: skip


class Number(Struct, frozen=True):
    """A number as it is written.

    Args:
        start: Where it starts in its text.
        end: Where it ends.
        written: As it is written.
        digits: Its digits, ASCII, without what separates them: what it has in common
            with itself in another language.
    """

    start: int
    end: int
    written: str
    digits: str

    @property
    def parts(self) -> tuple[str, ...]:
        """Return its runs of digits, ASCII."""
        return tuple(ascii_digits(run) for run in _RUN.findall(self.written))

    @property
    def values(self) -> frozenset[Fraction]:
        """Return what it may be worth: a separator groups digits, or divides them."""
        parts = self.parts
        if len(self.digits) > _MOST_DIGITS:
            return frozenset()
        found = set()
        if all(len(part) == _GROUP for part in parts[1:]):
            found.add(Fraction("".join(parts)))
        last = parts[-1]
        if parts[1:] and all(len(part) == _GROUP for part in parts[1:-1]):
            found.add(Fraction(f"{''.join(parts[:-1])}.{last}"))
        return frozenset(found)


def ascii_digits(text: str) -> str:
    """Return a text with the digits of every script as ASCII ones."""
    if text.isascii():
        return text
    return "".join(
        str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in text
    )


def read_numbers(text: str, language: str | None = None) -> Iterator[Number]:
    """Yield the numbers of a text in their order.

    Args:
        text: The text.
        language: Its language, None where it is not known.
    """
    spaced = language is not None and base(language) in _SPACING
    for match in (_SPACED_NUMBER if spaced else _NUMBER).finditer(text):
        written = match[0]
        digits = "".join(_RUN.findall(ascii_digits(written)))
        if digits == written:  # an integer
            digits = digits.lstrip("0") or "0"
        yield Number(match.start(), match.end(), written, digits)


def spelled_numbers(text: str) -> frozenset[int]:
    """Return the numbers that a text has in Chinese, Sino-Korean or Roman numerals."""
    found = {_read_signs(match[0]) for match in _SPELLED.finditer(text)}
    return frozenset(found | {_read_roman(match[0]) for match in _ROMAN.finditer(text)})


def scales_after(text: str, end: int, language: str | None) -> frozenset[int]:
    """Return the powers of ten that what follows a number may multiply it with.

    Args:
        text: The text the number is in.
        end: Where the number ends.
        language: The text's language.
    """
    found = {0}
    signs = _SIGNS.match(text, end)
    if signs:
        found.add(sum(_SCALE_SIGNS[sign] for sign in signs[1]))
    if language:
        rest = text[end : end + _LONGEST_WORD].lstrip(" \u00a0\u202f-").casefold()
        for word, power in _scale_words(base(language)):
            after = rest[len(word) : len(word) + 1]
            if rest.startswith(word) and (len(word) >= _GROUP or not after.isalpha()):
                found.add(power)
    return frozenset(found)


@lru_cache(maxsize=64)
def _scale_words(language: str) -> tuple[tuple[str, int], ...]:
    """Return how words for powers of ten begin in a language, as CLDR has them."""
    # Start-up counts, and few pages have a number that needs it.
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415

    try:
        formats = Locale.parse(language).compact_decimal_formats
    except (UnknownLocaleError, ValueError):
        return ()
    found = set()
    for forms in (
        *formats.get("long", {}).values(),
        *formats.get("short", {}).values(),
    ):
        for size, form in forms.items():
            pattern = str(form.pattern)
            word = pattern.replace("0", "").strip(" \u00a0.'\u200f").casefold()
            if word:
                stem = word if len(word) <= _WHOLE else word[:-1]
                found.add((stem, len(str(size)) - pattern.count("0")))
    return tuple(sorted(found))


def _read_signs(signs: str) -> int:
    """Return what Chinese or Sino-Korean numerals are worth."""
    if all(sign in _DIGIT_SIGNS for sign in signs):
        return int("".join(str(_DIGIT_SIGNS[sign]) for sign in signs))
    total = part = digit = 0
    for sign in signs:
        power = _SCALE_SIGNS.get(sign)
        if power is None:
            digit = digit * 10 + _DIGIT_SIGNS[sign]
        elif power <= _GROUP:
            part += (digit or 1) * 10**power
            digit = 0
        else:
            total += (part + digit or 1) * 10**power
            part = digit = 0
    return total + part + digit


def _read_roman(letters: str) -> int:
    values = [_ROMAN_DIGITS[letter] for letter in letters]
    return values[-1] + sum(
        -value if value < after else value for value, after in pairwise(values)
    )
