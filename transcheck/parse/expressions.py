"""Expressions of JavaScript in braces: where they end, and the words in them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from transcheck.document import MarkupText
from transcheck.patterns import late_regex
from transcheck.text import Span

# No expression of a page is longer; the bound keeps unmatched braces cheap.
_LONGEST = 100_000
_DEEPEST = 50

_IN_BRACES = late_regex(r"[{}\"'`]|/\*")
_STRINGS = {
    '"': late_regex(r'"(?:[^"\\\r\n]|\\.)*"'),
    "'": late_regex(r"'(?:[^'\\\r\n]|\\.)*'"),
    "`": late_regex(r"`(?:[^`\\]|\\.)*`", re.DOTALL),
}
_STRING = (
    r"(?:\"(?P<double>(?:[^\"\\\r\n]|\\.)*)\"|'(?P<single>(?:[^'\\\r\n]|\\.)*)'"
    r"|`(?P<back>(?:[^`\\]|\\.)*)`)"
)
_LONE_STRING = late_regex(rf"\{{\s*{_STRING}\s*\}}")
# A string alone is read too, so that what looks like a key in it is none.
_PROPERTY = late_regex(
    rf"(?:(?<![\w$])[\"']?(?P<key>[A-Za-z_$][\w$-]*)[\"']?\s*:\s*)?{_STRING}"
)

# Parameters whose values are sentences, titles and labels, as sites name them. What is
# in the others is code: `src`, `class`, `id`, `type`.
_TEXT_NAMES = frozenset(
    {
        *("alt", "aria-description", "aria-label", "aria-placeholder", "arialabel"),
        *("aria-roledescription", "answer", "caption", "content", "description"),
        *("details", "explain", "explanation", "header", "heading", "hint", "label"),
        *("message", "placeholder", "question", "subtitle", "summary", "tagline"),
        *("text", "title", "tooltip"),
    }
)
_LETTER = late_regex(r"[^\W\d_]")


def holds_words(name: str, value: str) -> bool:
    """Tell whether a parameter of some markup holds words, by its name."""
    return name.lower() in _TEXT_NAMES and _LETTER.search(value) is not None


def expression_end(text: str, at: int) -> int | None:
    """Return where the expression that opens with the brace at an offset ends."""
    depth = 0
    limit = min(len(text), at + _LONGEST)
    while found := _IN_BRACES.search(text, at, limit):
        mark = found[0]
        at = found.end()
        if mark == "{":
            depth += 1
            if depth > _DEEPEST:
                return None
        elif mark == "}":
            depth -= 1
            if depth == 0:
                return at
        elif mark == "/*":
            close = text.find("*/", at, limit)
            if close < 0:
                return None
            at = close + 2
        else:
            string = _STRINGS[mark].match(text, found.start(), limit)
            # A lone quote is an apostrophe in the text of an element.
            at = string.end() if string else at
    return None


def find_texts(text: str, span: Span, name: str) -> Iterator[MarkupText]:
    """Yield the words in an expression: ``{"Open"}``, ``{[{ text: "Open" }]}``.

    Args:
        text: What the expression is in.
        span: The expression, braces included.
        name: The parameter whose value it is.
    """
    lone = _LONE_STRING.fullmatch(text, span.start, span.end)
    matches = [lone] if lone else _PROPERTY.finditer(text, span.start, span.end)
    for match in matches:
        key = name if lone else match["key"]
        group = match.lastgroup or ""
        if key and holds_words(key, match[group]):
            place = Span(*match.span(group))
            yield MarkupText(span=place, name=key, value=match[group])
