"""Names found in texts in whatever form the grammar gives them; the longest wins."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from msgspec import Struct

from transcheck.patterns import late_regex

# Letters of scripts that put no spaces between words, or write particles onto them:
# Thai to Tibetan, Myanmar, Hangul, Khmer, kana and ideographs.
_UNSPACED = (
    "\u0e00-\u0fff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3005\u3040-\u30ff"
    "\u3130-\u318f\u3400-\u9fff\uac00-\ud7ff\uf900-\ufaff\uff66-\uff9d"
    "\U00020000-\U0003ffff"
)
# The marks of Indic scripts, Hebrew and Arabic are no `\w`, and part of words.
_MARKS = "\u0300-\u036f\u0591-\u05c7\u064b-\u0655\u0900-\u0903\u093a-\u094f\u200c\u200d"
_INDIC = "\u0900-\u0dff"
_WORD = late_regex(rf"[{_UNSPACED}]+|(?:(?![{_UNSPACED}])[^\W_]|[{_MARKS}{_INDIC}])+")
_IS_UNSPACED = late_regex(f"[{_UNSPACED}]")
# What may stand between the words of a name.
_BETWEEN = late_regex(r"[ \t\u00a0]*(?:[-\u2010\u2011][ \t]*)?(?:\r?\n[ \t]*)?\Z")
_VOWELS = frozenset("aeiouyаеиоуыэюяіїαεηιουω")
# So many letters at the end of a word are grammar, so far as a name is found by them.
_ENDING, _SHORT_ENDING = 2, 1
_LONG, _SHORT = 5, 3


class Found(Struct, frozen=True):
    """A name in a text.

    Args:
        name: The name, as it was asked for.
        start: The offset of its first character.
        end: The offset after its last.
    """

    name: str
    start: int
    end: int


class NameSearch:
    """Finds names in texts.

    A word of a name may have another ending. Capitals count where the name has some.
    Where a script puts no spaces between words, a name is found wherever its
    characters stand.

    Args:
        names: What is to be found.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._spaced: dict[str, list[tuple[str, list[str]]]] = defaultdict(list)
        self._unspaced: dict[str, list[str]] = defaultdict(list)
        for name in sorted(set(names), key=lambda one: (-len(one), one)):
            words = _WORD.findall(name)
            if _IS_UNSPACED.search(name) or not words:
                self._unspaced[name[:1].casefold()].append(name)
            else:
                self._spaced[_stem(words[0])].append((name, words))

    def find(self, text: str) -> Iterator[Found]:
        """Yield the names in a text, none within another.

        Args:
            text: Prose on one or several lines.
        """
        words = list(_WORD.finditer(text))
        end = 0
        for number, word in enumerate(words):
            if word.end() <= end:
                continue
            if _IS_UNSPACED.match(word[0]):
                for start in range(word.start(), word.end()):
                    found = self._unspaced_at(text, start) if start >= end else None
                    if found is not None:
                        yield found
                        end = found.end
            elif word.start() >= end:
                found = self._unspaced_at(text, word.start()) or self._spaced_at(
                    text, words, number
                )
                if found is not None:
                    yield found
                    end = found.end

    def _unspaced_at(self, text: str, start: int) -> Found | None:
        for name in self._unspaced.get(text[start].casefold(), ()):
            written = text[start : start + len(name)]
            if written == name or (
                name == name.lower() and written.casefold() == name.casefold()
            ):
                return Found(name, start, start + len(name))
        return None

    def _spaced_at(
        self, text: str, words: list[re.Match[str]], number: int
    ) -> Found | None:
        first = words[number][0]
        shortest = max(1, len(first) - _ENDING - 1)
        candidates = (
            (name, words[number : number + len(wanted)])
            for length in range(len(first), shortest - 1, -1)
            for name, wanted in self._spaced.get(first[:length].casefold(), ())
            if _is_name(text, words[number : number + len(wanted)], wanted)
        )
        name, there = max(candidates, key=lambda one: len(one[1]), default=("", []))
        return Found(name, there[0].start(), there[-1].end()) if there else None


def _is_name(text: str, there: list[re.Match[str]], wanted: list[str]) -> bool:
    """Tell whether words of a text are those of a name, side by side."""
    return (
        len(there) == len(wanted)
        and all(
            _BETWEEN.match(text[one.end() : other.start()])
            for one, other in pairwise(there)
        )
        and all(
            _is_form(written[0], word)
            for written, word in zip(there, wanted, strict=True)
        )
    )


def _stem(word: str) -> str:
    folded = word.casefold()
    if len(folded) >= _LONG and folded[-1] in _VOWELS:
        return folded[:-1]
    return folded


def _is_form(written: str, word: str) -> bool:
    """Tell whether a word of a text is a word of a name, but for its ending."""
    stem = _stem(word)
    if not written.casefold().startswith(stem):
        return False
    if word != word.lower() and written[: len(stem)] != word[: len(stem)]:
        return False
    dropped = len(word) > len(stem)
    if len(word) < _SHORT:
        return len(written) == len(word)
    allowed = _SHORT_ENDING if len(word) < _LONG else _ENDING
    return len(written) - len(stem) <= allowed + dropped


def says(text: str, name: str) -> bool:
    """Tell whether a text has all words of a name, in any form and order.

    This is generous: a name is asked for, and its grammar is not known. So a word is
    there where two thirds of its letters begin a word, or are within one as in German.

    Args:
        text: A text as `plain` returns it.
        name: A name.
    """
    folded = plain(name)
    if _IS_UNSPACED.search(name):
        return folded.replace(" ", "") in text.replace(" ", "")
    return all(_beginning(word) in text for word in _WORD.findall(folded))


def is_alike(first: str, second: str) -> bool:
    """Tell whether two texts are one in other forms, or one is part of the other.

    This is as generous as `says`. Words of few letters are grammar, and so is what
    stands between characters where a script puts no spaces between words.

    Args:
        first: A name.
        second: Another, in the same language.
    """
    return _is_within(first, plain(second)) or _is_within(second, plain(first))


def _is_within(name: str, text: str) -> bool:
    folded = plain(name)
    if _IS_UNSPACED.search(name):
        characters = iter(text)
        return all(one in characters for one in "".join(_WORD.findall(folded)))
    found = _WORD.findall(folded)
    telling = [word for word in found if len(word) > _SHORT] or found
    return all(_beginning(word) in text for word in telling)


def plain(text: str) -> str:
    """Return a text without capitals, accents and differences of width."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(one for one in decomposed if not unicodedata.combining(one))
    return unicodedata.normalize("NFC", " ".join(bare.split()))


def _beginning(word: str) -> str:
    return word[: max(_SHORT, len(word) - max(1, len(word) // 3))]
