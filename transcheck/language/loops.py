"""Phrases that a machine translator repeats until it is stopped."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from transcheck.language.scripts import may_be_beyond_latin
from transcheck.patterns import late_regex

# A phrase stands so often in a row, has so many words, and is at most so long.
_TIMES, _LEAST_WORDS, _MOST_WORDS = 3, 2, 30
# The same in letters, where no spaces tell words: Thai, Lao, Khmer, Myanmar, kana, Han.
_LETTER = "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]"
_SPACELESS = late_regex(f"{_LETTER}{_LETTER}*")
_LEAST_SIGNS, _MOST_SIGNS = 4, 60
_MUCH = 1 / 4  # of a text in such letters
# A shorter phrase is a list of names or numbers.
_LEAST_LETTERS = 8
# A text with fewer of its words, or of its runs of three signs, repeats itself.
_DISTINCT = 0.75
_LEAST_TEXT = 24
_EDGES = " \n\t,.;:、，。；：،؛।"


class Loop(Struct, frozen=True):
    """A phrase that stands three times in a row, or more.

    Args:
        phrase: The phrase, without the marks around it.
        times: How often it stands there.
    """

    phrase: str
    times: int


def has_spaceless(text: str) -> bool:
    """Tell whether a text has letters of those that no spaces part into words."""
    return may_be_beyond_latin(text) and _SPACELESS.search(text) is not None


def may_repeat(words: Sequence[str]) -> bool:
    """Tell at little cost whether a text whose words spaces part may repeat a phrase.

    Args:
        words: Its words, with capitals or without.
    """
    return len(set(words)) <= _DISTINCT * len(words)


def find_loop(text: str) -> Loop | None:
    """Return the first phrase that a text repeats over and over, None without one.

    Args:
        text: The prose of one block; what is no text in it, as U+FFFC, is in no phrase.
    """
    if len(text) < _LEAST_TEXT:
        return None
    spaceless = _SPACELESS.findall(text) if may_be_beyond_latin(text) else ()
    if sum(map(len, spaceless)) > _MUCH * len(text):
        if not _signs_may_repeat(text):
            return None
        runs = set(zip(text, text[1:], text[2:], strict=False))
        if len(runs) > _DISTINCT * len(text):
            return None
        return _find(text, _LEAST_SIGNS, _MOST_SIGNS, "")
    words = tuple(text.split())
    if not may_repeat(words):
        return None
    return _find(words, _LEAST_WORDS, _MOST_WORDS, " ")


def _signs_may_repeat(text: str) -> bool:
    """Tell at little cost whether a few signs come again within a phrase.

    A phrase of so many signs that stands so often has one of every few places in it
    with the same signs after it.
    """
    step = (_TIMES - 2) * _LEAST_SIGNS + 1
    return any(
        text.find(text[at : at + _LEAST_SIGNS], at + 1, at + _LEAST_SIGNS + _MOST_SIGNS)
        > 0
        for at in range(0, len(text) - _LEAST_SIGNS, step)
    )


def _periods(parts: Sequence[str], least: int, most: int) -> list[int]:
    """Return how many parts the phrases have that stand often in a row, rising.

    Args:
        parts: Words or signs.
        least: How many of them a phrase has at least.
        most: How many it has at most.
    """
    length = (_TIMES - 1) * least
    rows = [parts[at : at + length] for at in range(len(parts) - length + 1)]
    if len(set(rows)) == len(rows):
        return []
    found: set[int] = set()
    places: dict[Sequence[str], list[int]] = {}
    for number, row in enumerate(rows):
        near = [at for at in places.get(row, ()) if number - at <= most]
        for at in near:
            period = number - at
            rest = (_TIMES - 1) * period
            if (
                period >= least
                and period not in found
                and parts[at : at + rest] == parts[number : number + rest]
            ):
                found.add(period)
        places[row] = [*near, number]
    return sorted(found)


def _find(parts: Sequence[str], least: int, most: int, joint: str) -> Loop | None:
    for period in _periods(parts, least, most):
        equal = 0
        for number in range(period, len(parts) + 1):
            if number < len(parts) and parts[number] == parts[number - period]:
                equal += 1
                continue
            if equal >= (_TIMES - 1) * period:
                start = number - period - equal
                one = parts[start : start + period]
                phrase = joint.join(one).strip(_EDGES)
                if len(set(one)) > 1 and _is_phrase(phrase):
                    return Loop(phrase, equal // period + 1)
            equal = 0
    return None


def _is_phrase(text: str) -> bool:
    letters = sum(map(str.isalpha, text)) * (2 if _SPACELESS.search(text) else 1)
    return letters >= _LEAST_LETTERS and "\ufffc" not in text
