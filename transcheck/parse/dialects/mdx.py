"""MDX: expressions in braces, ``import`` and ``export``, and where a JSX tag ends."""

from __future__ import annotations

import re

from transcheck.parse.dialects.heading_ids import ends_heading
from transcheck.parse.masks import Dialect

# No expression of a page is longer; the bound keeps unmatched braces cheap.
_LONGEST_EXPRESSION = 100_000
_DEEPEST_EXPRESSION = 50
_LONGEST_TAG = 20_000

_IN_BRACES = re.compile(r"[{}\"'`]|/\*")
_STRINGS = {
    '"': re.compile(r'"(?:[^"\\\r\n]|\\.)*"'),
    "'": re.compile(r"'(?:[^'\\\r\n]|\\.)*'"),
    "`": re.compile(r"`(?:[^`\\]|\\.)*`", re.DOTALL),
    "/*": re.compile(r"/\*.*?\*/", re.DOTALL),
}
_TAG_NAME = re.compile(r"</?(?P<name>[A-Za-z][\w.:-]*)?")
_IN_TAG = re.compile(r"[\"'{>]")

MODULE_LINE = re.compile(r"(?:import|export)[ \t{*]")


def _measure(text: str, at: int) -> int | None:
    end = expression_end(text, at)
    if end is None or ends_heading(text, at, end):
        return None
    return end


def expression_end(text: str, at: int) -> int | None:
    """Return where the expression that opens with the brace at an offset ends."""
    depth = 0
    limit = min(len(text), at + _LONGEST_EXPRESSION)
    while found := _IN_BRACES.search(text, at, limit):
        mark = found[0]
        at = found.end()
        if mark == "{":
            depth += 1
            if depth > _DEEPEST_EXPRESSION:
                return None
        elif mark == "}":
            depth -= 1
            if depth == 0:
                return at
        else:
            string = _STRINGS[mark].match(text, found.start(), limit)
            # A lone quote is an apostrophe in the text of an element.
            at = string.end() if string else at
    return None


def tag_end(text: str, at: int) -> tuple[str, int, bool] | None:
    """Measure the JSX tag that opens at an offset.

    Returns:
        Its name, the offset past it and whether it closes itself; None where there
        is no complete tag.
    """
    name = _TAG_NAME.match(text, at)
    if name is None:
        return None
    inside = name.end()
    limit = at + _LONGEST_TAG
    while found := _IN_TAG.search(text, inside, limit):
        if found[0] == ">":
            closes_itself = text[found.start() - 1] == "/"
            return name["name"] or "", found.end(), closes_itself
        if found[0] == "{":
            end = expression_end(text, found.start())
            if end is None:
                return None
            inside = end
        else:
            string = text.find(found[0], found.end(), limit)
            if string < 0:
                return None
            inside = string + 1
    return None


EXPRESSIONS = Dialect("expression", "{", _measure)
