"""Tags that are text, as their delimiters are mangled."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

from transcheck.compare.mention import SIGN_NAMES
from transcheck.compare.tags import Tag
from transcheck.patterns import late_regex
from transcheck.text import Span

# Between two signs of a delimiter.
_GAP = r"[ \t\\]{0,2}"
_QUOTED = late_regex(r"\"[^\"]*\"")
_NEXT_NAME = late_regex(r"\s+[\w-]+=\Z")
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
    is_call = tag.source[tag.name_span.end - tag.span.start :].lstrip()[:1] == "("
    patterns = _patterns(tag.family, tag.written, tag.delimiters, tag.closes, is_call)
    for pattern in patterns:
        for match in pattern.finditer(text, place.start, place.end):
            at = bisect_right(taken, Span(match.end(), match.end())) - 1
            if at < 0 or taken[at].end <= match.start():
                found = _explain(match, tag)
                if found is not None:
                    return found
    return None


@lru_cache(maxsize=256)
def _patterns(
    family: str,
    name: str,
    delimiters: tuple[str, str],
    closes: bool,  # noqa: FBT001 - a key of the cache
    is_call: bool,  # noqa: FBT001 - what is kept is found by its arguments in order
) -> tuple[re.Pattern[str], ...]:
    """Return what finds a tag with other signs, without its end, without its start."""
    first, last = delimiters
    opening, ending = _loosen(first), _loosen(last)
    word, rest = re.escape(name), r"[^{}\uff5b\uff5d\r\n]{0,300}?"
    if family in {"element", "component"}:
        rest = "" if closes else r"[^<>\uff1c\uff1e\r\n]{0,300}?"
        ending = rf"{_SIGNS['/']}?{_GAP}{_SIGNS['>']}"
        if family == "component" and not closes:
            ending += r"|(?=[\r\n]|\Z)"
    elif family == "placeholder":
        rest = r"[ \t]*\([^(){}\r\n]{0,300}\)" if is_call else ""
    elif closes:
        word = rf"(?:/[ \t]*|end){word}"
    forms = [(opening, ending)]
    short = [
        "|".join(_loosen(one) for one in _without_one(delimiter))
        for delimiter in delimiters
    ]
    if short[1]:
        forms.append((opening, rf"(?<![>%}}\uff5d])(?:{short[1]})(?![ \t]*[}}\uff5d])"))
    if short[0]:
        forms.append((rf"(?<![{{\uff5b])(?:{short[0]})(?![{{<%])", ending))
    return tuple(
        re.compile(
            rf"\\?(?P<opening>{start})(?P<space>[ \t]*)(?P<name>{word})(?![\w-])"
            rf"(?P<rest>{rest})[ \t]*(?P<ending>\\?(?:{end}))"
        )
        for start, end in forms
    )


def _loosen(delimiter: str) -> str:
    return _GAP.join(_SIGNS.get(sign, re.escape(sign)) for sign in delimiter)


def _without_one(delimiter: str) -> list[str]:
    """Return what is left of a delimiter that lost a sign, and has a brace still."""
    left = {delimiter[:at] + delimiter[at + 1 :] for at in range(len(delimiter))}
    return sorted((one for one in left if "{" in one or "}" in one), reverse=True)


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
        if tag.family != "shortcode":
            return None
        rest = Span(*match.span("rest"))
        return _explain_quotes(match.string, Span(*match.span()), rest)
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


def find_lost_quote(tag: Tag, text: str) -> Damage | None:
    """Return where a shortcode lacks a quote, None where every one has its partner.

    Args:
        tag: The shortcode.
        text: What it stands in.
    """
    return _explain_quotes(text, tag.span, tag.rest)


def _explain_quotes(text: str, span: Span, rest: Span) -> Damage | None:
    inside = rest.cut(text).replace('\\"', "  ")
    if inside.count('"') % 2 == 0 or "`" in inside:
        return None
    at = len(inside.rstrip())
    for string in _QUOTED.finditer(inside):
        # What stands in quotes is the name of the next parameter: one is lost before.
        name = _NEXT_NAME.search(inside, string.start() + 1, string.end() - 1)
        if name is not None:
            at = name.start()
            if at == string.start() + 1:  # it is the one that opens the value before
                at = inside.rfind("=", 0, string.start()) + 1
            break
    place = Span(rest.start + at, rest.start + at)
    return Damage(span, place, "a quote is missing", ((place, '"'),))


def _first_difference(written: str, right: str) -> int:
    for at, (one, other) in enumerate(zip(written, right, strict=False)):
        if one != other:
            return at
    return min(len(written), len(right))
