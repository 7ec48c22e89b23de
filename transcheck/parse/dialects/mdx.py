"""MDX: expressions and comments in braces, and where a JSX tag ends."""

from __future__ import annotations

from transcheck.parse.dialects.heading_ids import ends_heading
from transcheck.parse.expressions import expression_end
from transcheck.parse.masks import Dialect
from transcheck.patterns import late_regex

_LONGEST_TAG = 20_000

_LONGEST_COMMENT = 20_000
_COMMENT_OPENING = late_regex(r"\{\s*/\*")
_COMMENT_CLOSING = late_regex(r"\*/\s*\}")
_TAG_NAME = late_regex(r"</?(?P<name>[^\W\d_][\w.:-]*)?")
_IN_TAG = late_regex(r"[\"'{>]")


def _measure(text: str, at: int) -> int | None:
    end = expression_end(text, at)
    if end is None or ends_heading(text, at, end):
        return None
    return end


def _measure_comment(text: str, at: int) -> int | None:
    opening = _COMMENT_OPENING.match(text, at)
    if opening is None:
        return None
    end = text.find("*/", opening.end(), at + _LONGEST_COMMENT)
    closing = _COMMENT_CLOSING.match(text, end) if end >= 0 else None
    if closing is None or ends_heading(text, at, closing.end()):
        return None
    return closing.end()


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


COMMENTS = Dialect("comment", "{", _measure_comment)
EXPRESSIONS = Dialect("expression", "{", _measure)
