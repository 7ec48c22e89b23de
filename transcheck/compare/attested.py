"""Texts that a site says stay as they are in every language."""

from __future__ import annotations

import re
from functools import lru_cache

from transcheck.language.noise import strip_noise
from transcheck.language.scripts import letters


def is_attested(text: str, attested: tuple[str, ...]) -> bool:
    """Tell whether a text is attested throughout, code, numbers and acronyms aside.

    Args:
        text: A text, of one line or more.
        attested: Words, phrases and whole texts, in any case and with any white space.
    """
    if not attested:
        return False
    rest = _pattern(attested).sub(" ", text)
    return rest != text and not letters(strip_noise(rest))


@lru_cache(maxsize=16)
def _pattern(attested: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds attested texts, the longest first.

    It may find a part of a word, for then the rest of the word is left over.
    """
    phrases = (one.split() for one in sorted(attested, key=len, reverse=True))
    found = "|".join(r"\s+".join(map(re.escape, words)) for words in phrases if words)
    return re.compile(found or r"(?!)", re.IGNORECASE)
