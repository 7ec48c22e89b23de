"""Tags that are text, as their delimiters are mangled."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

from transcheck.compare.mention import SIGN_NAMES
from transcheck.compare.tags import Tag
from transcheck.text import Span

# Between two signs of a delimiter.
_GAP = r"[ \t\\]{0,2}"
# What a keyboard, a converter or a translation engine makes of a sign.
_SIGNS = {
    "{": r"[{\uff5b]",
    "}": r"[}\uff5d]",
    "<": r"(?:[<\uff1c《]|&lt;)",
    ">": r"(?:[>\uff1e》]|&gt;)",
    "%": r"[%\uff05]",
    "/": r"[/\uff0f]",
    "$": r"[$\uff04]",
    "(": r"[(\uff08]",
    ")": r"[)\uff09]",
    "!": r"[!\uff01]",
    # Of two hyphens a corrector makes one dash.
    "-": r"[-\u2013\u2014]?",
}


class Damage(Struct, frozen=True):
    """A tag that is text.

    Args:
        span: All of it.
        wrong: The first characters that are wrong.
        problem: What is wrong, as messages say it.
        repairs: What is replaced by what to mend it; empty where that is not known.
    """

    span: Span
    wrong: Span
    problem: str
    repairs: tuple[tuple[Span, str], ...]


def find_damage(
    text: str, place: Span, tag: Tag, taken: Sequence[Span]
) -> Damage | None:
    """Return where a tag of the original stands in a text and is no tag.

    Args:
        text: The translation.
        place: Where it is looked for.
        tag: The tag as the original has it.
        taken: Where the translation has code and where tags of the original begin,
            sorted.
    """
    pattern = _pattern(tag.family, tag.written, tag.delimiters, tag.closes)
    for match in pattern.finditer(text, place.start, place.end):
        at = bisect_right(taken, Span(match.end(), match.end())) - 1
        if at < 0 or taken[at].end <= match.start():
            found = _explain(match, tag)
            if found is not None:
                return found
    return None


@lru_cache(maxsize=256)
def _pattern(
    family: str,
    name: str,
    delimiters: tuple[str, str],
    closes: bool,  # noqa: FBT001 - a key of the cache
) -> re.Pattern[str]:
    first, last = delimiters
    opening, ending = _loosen(first), _loosen(last)
    word, rest = re.escape(name), r"[^{}\uff5b\uff5d\r\n]{0,300}?"
    if family in {"element", "component"}:
        rest = "" if closes else r"[^<>\uff1c\uff1e\r\n]{0,300}?"
        ending = rf"{_SIGNS['/']}?{_GAP}{_SIGNS['>']}"
        if family == "component" and not closes:
            ending += r"|(?=[\r\n]|\Z)"
    elif family == "placeholder":
        rest = ""
    elif closes:
        word = rf"(?:/[ \t]*|end){word}"
    return re.compile(
        rf"\\?(?P<opening>{opening})(?P<space>[ \t]*)(?P<name>{word})(?![\w-])"
        rf"(?P<rest>{rest})[ \t]*(?P<ending>\\?(?:{ending}))"
    )


def _loosen(delimiter: str) -> str:
    return _GAP.join(_SIGNS.get(sign, re.escape(sign)) for sign in delimiter)


def _explain(match: re.Match[str], tag: Tag) -> Damage | None:
    opening, ending = tag.delimiters
    is_element = tag.family in {"element", "component"}
    if is_element and match["ending"] in {">", "/>"}:
        ending = match["ending"]
    if is_element and not match["ending"]:
        wrong = Span(match.start("opening"), match.end("name"))
        return Damage(Span(*match.span()), wrong, f"no '{ending}' ends it", ())
    start, first = match.start("opening"), match["opening"].rstrip()
    if (is_element and match["space"]) or match.start() < start:
        start, first = match.start(), match[0][: match.end("space") - match.start()]
    repairs = tuple(
        (Span(place, place + len(found)), right)
        for place, found, right in (
            (start, first, opening),
            (match.start("ending"), match["ending"], ending),
        )
        if found != right
    )
    if not repairs:
        return None
    place, right = repairs[0]
    found = place.cut(match.string)
    at = _first_difference(found, right)
    sign = found[at : at + (4 if found[at:].startswith("&") else 1)]
    wrong = Span(place.start + at, place.start + at + len(sign))
    problem = f"'{found}' for '{right}'"
    if sign in SIGN_NAMES:
        where = "in" if at < len(right) else "after"
        problem = f"{SIGN_NAMES[sign]} {where} '{right}'"
    return Damage(Span(*match.span()), wrong, problem, repairs)


def _first_difference(written: str, right: str) -> int:
    for at, (one, other) in enumerate(zip(written, right, strict=False)):
        if one != other:
            return at
    return min(len(written), len(right))
