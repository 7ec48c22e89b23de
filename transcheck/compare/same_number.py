"""Two numbers that are one, in other words, measures or calendars."""

from __future__ import annotations

import re
from fractions import Fraction

from msgspec import Struct

from transcheck.language.numerals import Number, read_numbers, scales_after
from transcheck.language.scripts import base
from transcheck.patterns import late_regex

_POWER_OF_TEN = late_regex(r"10+")
# How many of one measure are one of another: inches and centimetres, feet and metres,
# miles, pounds, ounces, gallons, acres; converted numbers are rounded.
_FACTORS = (2.54, 3.281, 1.609, 2.205, 28.35, 3.785, 2.471)
_NEARLY = 0.04
_HALF_DAY = 12
_AFTERNOON = late_regex(r"(?::\d\d)?\s?p\.?\s?m\b", re.IGNORECASE)
# A currency by its sign or its code of three letters.
_CURRENCY = (
    r"([$\u00a2-\u00a5\u058f\u060b\u0e3f\u20a0-\u20c0\uff04\uffe5]|\b[A-Z]{3}\b)"
)
_BEFORE = late_regex(_CURRENCY + r"\s?\Z")
_AFTER = late_regex(r"\s?" + _CURRENCY)
_BESIDE = 5
# How much later a year of another calendar counts, where it begins with ours or not.
_CALENDARS = {
    "am": (-7, -8),
    "bn": (-593, -594),
    "fa": (-621, -622),
    "km": (543, 544),
    "lo": (543, 544),
    "ne": (56, 57),
    "ps": (-621, -622),
    "th": (543, 544),
    "zh": (-1911,),
}
_YEARS = range(1000, 3000)
_CENTURY = 100


class FoundNumber(Struct, frozen=True):
    """A number in a text.

    Args:
        number: The number.
        text: The text it stands in.
        language: The language of the text, None where it is not known.
    """

    number: Number
    text: str
    language: str | None


def is_worth_the_same(first: FoundNumber, second: FoundNumber) -> bool:
    """Tell whether two numbers are worth the same, with the words after them."""
    ours, theirs = first.number.values, second.number.values
    if ours & theirs:
        return True
    ratios = {max(one / two, two / one) for one in ours for two in theirs if one * two}
    if not any(_POWER_OF_TEN.fullmatch(str(ratio)) for ratio in ratios):
        return False
    powers = _scales(first.text, first.language)
    others = _scales(second.text, second.language)
    worth = {one * 10**power for one in ours for power in powers}
    return not worth.isdisjoint(two * 10**power for two in theirs for power in others)


def _scales(text: str, language: str | None) -> frozenset[int]:
    """Return the powers of ten that numbers of a text are multiplied with.

    In "300 and 100 billion" the word belongs to both.
    """
    found: frozenset[int] = frozenset()
    return found.union(
        *(
            scales_after(text, number.end, language)
            for number in read_numbers(text, language)
        )
    )


def is_converted(first: FoundNumber, second: FoundNumber) -> bool:
    """Tell whether a number is another in another measure, calendar or currency."""
    ours, theirs = _likely_values(first), _likely_values(second)
    language = base(second.language or "")
    clock = bool(_AFTERNOON.match(first.text, first.number.end))
    money = _money(first)
    if money and money != _money(second):
        return True
    return any(
        (clock and other - one == _HALF_DAY)
        or (one in _YEARS and _is_year(one, other, language))
        or _is_measured(one, other)
        for one in ours
        for other in theirs
    )


def _likely_values(found: FoundNumber) -> frozenset[Fraction]:
    """Return what a number may be worth where "40,000" is not 40."""
    values = found.number.values
    return frozenset(
        value for value in values if value.denominator > 1 or value == max(values)
    )


def _money(found: FoundNumber) -> str:
    """Return the currency that stands beside a number, "" for none."""
    number, text = found.number, found.text
    match = _BEFORE.search(text[max(0, number.start - _BESIDE) : number.start])
    match = match or _AFTER.match(text, number.end)
    return match[1] if match else ""


def _is_year(one: Fraction, other: Fraction, language: str) -> bool:
    """Tell whether a number is a year in another calendar, its decade or century."""
    off = _CALENDARS.get(language, ())
    return other - one in off or other in {one % _CENTURY, one // _CENTURY + 1}


def _is_measured(one: Fraction, other: Fraction) -> bool:
    if not one or not other:
        return False
    celsius = float(one - 32) * 5 / 9
    ratio = float(max(one / other, other / one))
    return abs(float(other) - celsius) < 1 or any(
        abs(ratio / factor - 1) < _NEARLY for factor in _FACTORS
    )
