"""Names of pages that are nearly one: what another hand makes of a file's name."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from urllib.parse import unquote

from transcheck.patterns import late_regex

# What stands between the words of a name; "/" stands between names.
_SEPARATOR = late_regex(r"[\s_.-]+")
_DIGITS = late_regex(r"\d+")
# In shorter words a letter more or less makes another word.
_MIN_SLIP = 5
# English endings of the plural with what the singular has; not the s of "access".
_PLURALS = (
    (late_regex(r"(?<=[a-z]{2})ies\Z"), "y"),
    (late_regex(r"(?<=s|x|z)es\Z|(?<=[cs]h)es\Z|(?<=[a-z][a-rtv-z])s\Z"), ""),
)

_Words = tuple[str, ...]


class NearNames:
    """Finds the name that another one was meant to be.

    In this order, the surest first: the same but for separators, case and ways to
    write a letter; but for the plural of some words; but for a slip of the keys in one
    word. Numbers are never a slip: ``step-1`` is not ``step-2``.

    Args:
        names: Paths without extension, ``/`` between folders.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._same: dict[str, list[str]] = {}
        self._singular: dict[_Words, list[str]] = {}
        self._but_one: dict[_Words, list[tuple[str, str]]] = {}
        for name in sorted(set(names)):
            words = _words(name)
            self._same.setdefault(_joined(words), []).append(name)
            self._singular.setdefault(_singular(words), []).append(name)
            for word, rest in _without_each(words):
                self._but_one.setdefault(rest, []).append((word, name))

    def nearest(self, name: str, accept: Callable[[str], bool]) -> str | None:
        """Return the likeliest name, None when there is none, or several are as likely.

        Args:
            name: The name as it is written.
            accept: Tells which of the names come into question.
        """
        words = _words(name)
        for likely in (
            self._same.get(_joined(words), []),
            self._singular.get(_singular(words), []),
            self._slips(words),
        ):
            found = [one for one in likely if one != name and accept(one)]
            if found:
                return found[0] if len(found) == 1 else None
        return None

    def _slips(self, words: _Words) -> list[str]:
        return [
            name
            for word, rest in _without_each(words)
            for other, name in self._but_one.get(rest, ())
            if _is_slip(word, other)
        ]


def _words(name: str) -> _Words:
    """Return the words of a name, "/" among them."""
    plain = unicodedata.normalize("NFKC", unquote(name)).casefold()
    words: list[str] = []
    for number, part in enumerate(plain.split("/")):
        if number:
            words.append("/")
        words += [word for word in _SEPARATOR.split(part) if word]
    return tuple(words)


def _joined(words: _Words) -> str:
    """Return words without what separates them; two numbers stay two."""
    joined = ""
    for word in words:
        if joined[-1:].isdigit() and word[0].isdigit():
            joined += "."
        joined += word
    return joined


def _singular(words: _Words) -> _Words:
    found = words
    for plural, end in _PLURALS:
        found = tuple(plural.sub(end, word) for word in found)
    return found


def _without_each(words: _Words) -> Iterator[tuple[str, _Words]]:
    """Yield each longer word, and the others with its first letter in its place."""
    for number, word in enumerate(words):
        if len(word) >= _MIN_SLIP - 1:
            yield word, (*words[:number], word[0], *words[number + 1 :])


def _is_slip(first: str, second: str) -> bool:
    """Tell whether a word is another with a letter wrong, lost, added or swapped.

    In a script without capitals a letter is a syllable or a word, and no slip.
    """
    if first == second or max(len(first), len(second)) < _MIN_SLIP:
        return False
    cased = all(word.upper() != word for word in (first, second))
    return cased and differs_by(first, second, 1)


def differs_by(first: str, second: str, most: int) -> bool:
    """Tell whether two names are one, but for a few letters.

    Numbers are no letters: another one is another thing.

    Args:
        first: A name.
        second: Another.
        most: How many letters may be wrong, lost, added or swapped with the next.
    """
    if _DIGITS.findall(first) != _DIGITS.findall(second):
        return False
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - start-up counts

    return OSA.distance(first, second, score_cutoff=most) <= most
