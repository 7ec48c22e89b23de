r"""TeX formulas: ``$$…$$``, ``$…$``, ``\\(…\\)`` and ``\\[…\\]``.

A dollar sign is more often a price. Between single ones only what a formula needs
makes a formula: a backslash, a script, a brace, an equals sign, or one lone letter.
"""

from __future__ import annotations

from transcheck.parse.masks import Dialect
from transcheck.patterns import late_regex

_BLANK_LINE = r"(?:\r\n|\r(?!\n)|\n)[ \t]*[\r\n]"
_DISPLAY = late_regex(rf"\$\$(?:(?!\$\$|{_BLANK_LINE})[\s\S]){{1,2000}}\$\$")
_INLINE = late_regex(r"\$(?![\s$])(?P<body>(?:[^$\\\r\n]|\\.)*?[^\s$\\])\$(?![\d$])")
_FORMULA = late_regex(r"[\\^_{}=]|^[A-Za-z]$")
_PAREN = late_regex(
    rf"\\\\\((?:(?!\\\\\)|{_BLANK_LINE})[\s\S]){{0,2000}}\\\\\)"
    rf"|\\\\\[(?:(?!\\\\\]|{_BLANK_LINE})[\s\S]){{0,2000}}\\\\\]"
)


def _measure_dollars(text: str, at: int) -> int | None:
    match = _DISPLAY.match(text, at)
    if match is not None:
        return match.end()
    match = _INLINE.match(text, at)
    if match is not None and _FORMULA.search(match["body"]):
        return match.end()
    return None


def _measure_backslashes(text: str, at: int) -> int | None:
    match = _PAREN.match(text, at)
    return match.end() if match else None


DOLLARS = Dialect("math", "$", _measure_dollars)
BACKSLASHES = Dialect("math", "\\", _measure_backslashes)
