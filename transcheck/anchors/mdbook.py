"""The ids of mdBook.

Sources: ``normalize_id`` and ``unique_id_from_content`` in ``src/utils/mod.rs`` of
mdBook 0.4, which lowers ASCII letters alone; ``id_from_content`` and ``unique_id`` of
mdBook 0.5.
"""

from __future__ import annotations

import unicodedata

from transcheck.anchors.style import Style
from transcheck.anchors.title import Title
from transcheck.patterns import late_regex

_ENTITIES = late_regex("[<>&'\"]")
_UPPER_ASCII = late_regex(r"[A-Z]+")
_ENCLOSED_LETTERS = late_regex("[\u24b6-\u24e9\U0001f130-\U0001f189]")
# Rust takes for letters all that has the property Alphabetic, so most vowel signs and
# no viramas. That is nearly: marks of combining class 0. These are the others of the
# living scripts (DerivedCoreProperties.txt of Unicode 15), in either direction.
_EXCEPTIONS = late_regex(
    "[\u0345\u034f\u0363-\u036f\u0488\u0489\u05b0-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5"
    "\u05c7\u0610-\u061a\u064b-\u0657\u0659-\u065f\u0670\u06d6-\u06dc\u06e1-\u06e4"
    "\u06e7\u06e8\u06ed\u0711\u0730-\u073f\u08d4-\u08df\u08e3-\u08e9\u08f0-\u08ff"
    "\u0afd-\u0aff\u0b55\u0c55\u0c56\u0e38-\u0e3a\u0e47\u0e4c\u0e4e\u0eb8\u0eb9\u0ecc"
    "\u0f3e\u0f3f\u0f71\u0f72\u0f74\u0f7a-\u0f7d\u0f80\u0f82\u0f83\u108d\u17b4\u17b5"
    "\u17c9-\u17d1\u17d3\u180b-\u180d\u180f\u18a9\u1a17\u1a18\u20dd-\u20e0\u20e2-\u20e4"
    "\u2de0-\u2dff\ua670-\ua672\ua674-\ua67b\ua69e\ua69f\uabec\ufb1e\ufe00-\ufe0f]"
)


def _is_alphanumeric(character: str) -> bool:
    if character.isalnum():
        return True
    if unicodedata.category(character)[0] != "M":
        return _ENCLOSED_LETTERS.match(character) is not None
    usual = unicodedata.combining(character) == 0
    return usual != (_EXCEPTIONS.match(character) is not None)


def _normalize(text: str) -> str:
    kept = []
    for character in _ENTITIES.sub("", text):
        if _is_alphanumeric(character) or character in "_-":
            kept.append(character)
        elif character.isspace():
            kept.append("-")
    return "".join(kept)


def _lower_ascii(title: Title) -> str:
    lower = _UPPER_ASCII.sub(lambda letters: letters[0].lower(), title.text)
    return _normalize(lower)


def _lower(title: Title) -> str:
    return _normalize(title.text.lower())


MDBOOK = Style(name="mdbook", slug=_lower)
MDBOOK_4 = Style(name="mdbook-0.4", slug=_lower_ascii, reserves=False)
