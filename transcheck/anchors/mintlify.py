"""The ids of Mintlify.

Sources: ``slugify`` and ``cleanHeadingId`` of the npm package @mintlify/common 1, on
top of @sindresorhus/slugify; "Automatic anchor IDs" in Mintlify's documentation. What
is not ASCII is percent-encoded first, which is why it survives. Straight quotes may
have become curly ones before.
"""

from __future__ import annotations

from urllib.parse import quote, unquote

from transcheck.anchors.style import Style, Taken
from transcheck.anchors.title import Title
from transcheck.patterns import late_regex

_WHITE_SPACE = late_regex(r"\s+")
_ENCODED = late_regex(r"%[0-9A-F]{2}")
_NOT_IN_ENCODED_ID = late_regex(r"[^a-zA-Z0-9_%]+")
_NOT_IN_ID = late_regex(r"[^a-z0-9_]+")
_CONTRACTION = late_regex(r"(?<=[a-z0-9])'(?=[ts](?![a-z0-9]))")
_CLEANED = late_regex(
    "[?,;:!'\"()\\[\\]{}\u200d\ufe0e\ufe0f\u2600-\u27bf\u2b00-\u2bff"
    "\U0001f000-\U0001faff]"
)
_OPENING_QUOTE = late_regex(r"(?:(?<=^)|(?<=[\s(\[{-]))(['\"])")
_CURLY = {"'": "\u2019", '"': "\u201d"}
_OPENING = {"'": "\u2018", '"': "\u201c"}


def _encode(text: str) -> str:
    joined = _WHITE_SPACE.sub("-", text.lower().strip())
    return quote(joined, safe="-_.!~*'()")


def _slug(text: str) -> str:
    encoded = _CONTRACTION.sub("", _encode(text))
    unwanted = _NOT_IN_ENCODED_ID if _ENCODED.search(encoded) else _NOT_IN_ID
    return unwanted.sub("-", encoded).strip("-")


def _plain(title: Title) -> str:
    return _slug(title.text)


def _curly(title: Title) -> str:
    opened = _OPENING_QUOTE.sub(lambda mark: _OPENING[mark[1]], title.text)
    return _slug("".join(_CURLY.get(character, character) for character in opened))


def _number(slug: str, taken: Taken) -> str:
    """Return ``slug``, ``slug-2``, ``slug-3``, counting what was asked for.

    A slug that ends in a number is numbered too, once its stem was asked for thrice.
    """
    if not slug:
        return ""
    key = slug.lower()
    stem = taken.get(_stem(key), 0)
    taken[key] = taken.get(key, 0) + 1
    numbered = taken[key] > 1 or stem > 2  # noqa: PLR2004 - the library's own number
    return f"{slug}-{taken[key]}" if numbered else slug


def _stem(slug: str) -> str:
    parts = slug.split("-")
    while len(parts) > 1 and parts[-1].isdigit():
        parts.pop()
    return "-".join(parts)


def _clean(slug: str) -> str:
    return _CLEANED.sub("", unquote(slug))


MINTLIFY = Style(
    name="mintlify", slug=_curly, number=_number, finish=_clean, reserves=False
)
MINTLIFY_PLAIN = Style(
    name="mintlify-plain", slug=_plain, number=_number, finish=_clean, reserves=False
)
