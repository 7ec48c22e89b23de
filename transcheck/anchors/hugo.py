"""Hugo's ids: the settings ``github``, ``github-ascii`` and ``blackfriday``.

Sources: ``markup/goldmark/autoid.go`` and ``markup/blackfriday/anchors.go`` of Hugo.
The id is made of a heading's source, so that the target of a link is in it. Go asks
for letters and decimal digits: marks, which many scripts write vowels with, go.
"""

from __future__ import annotations

import unicodedata

from transcheck.anchors.style import Style
from transcheck.anchors.title import Title


def _github(text: str) -> str:
    kept = []
    for character in text:
        if character in "- \t":
            kept.append("-")
        elif character == "_" or _is_letter(character) or _is_digit(character):
            kept.append(character.lower()[0])  # Go knows no lower case of two letters
    return "".join(kept) or "heading"


def _is_letter(character: str) -> bool:
    return unicodedata.category(character)[0] == "L"


def _is_digit(character: str) -> bool:
    return unicodedata.category(character) == "Nd"


def _of_source(title: Title) -> str:
    return _github(title.source)


def _of_ascii(title: Title) -> str:
    plain = unicodedata.normalize("NFD", title.source)
    kept = [one for one in plain if unicodedata.category(one) != "Mn"]
    whole = unicodedata.normalize("NFC", "".join(kept))
    return _github(whole.encode("ascii", "ignore").decode("ascii"))


def _of_words(title: Title) -> str:
    words = "".join(
        character.lower()[0] if unicodedata.category(character)[0] in "LN" else " "
        for character in title.source
    )
    return "-".join(words.split())


HUGO = Style(name="hugo", slug=_of_source)
HUGO_ASCII = Style(name="hugo-ascii", slug=_of_ascii)
BLACKFRIDAY = Style(name="blackfriday", slug=_of_words)
