r"""Ids after a heading: ``{#id}``, ``{ #id .class }``, ``[[id]]``, ``{/*id*/}``.

In MDX, where braces hold an expression, the first is also written ``\{#id\}``.
"""

from __future__ import annotations

from transcheck.patterns import late_regex
from transcheck.text import line_start

_ID = late_regex(
    r"[ \t]*(?:\\?\{:?[ \t]*#(?P<brace>[^\s{}\\]+)[^{}\r\n]*\}"
    r"|\[\[(?P<bracket>[^\s\[\]|]+)\]\]"
    r"|\{/\*[ \t]*#?(?P<comment>[^\s*{}]+)[ \t]*\*/\})[ \t]*#*[ \t]*$"
)
_HEADING_LINE = late_regex(r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*#{1,6}[ \t]")
_LINE_REST = late_regex(r"[ \t]*#*[ \t]*(?=\r|\n|\Z)")


def split_id(text: str) -> tuple[int, int, str] | None:
    """Find the id at the end of a heading's text.

    Args:
        text: The heading's text without its opening hashes, on one line.

    Returns:
        Where the heading's own text ends, where the id starts, and the id; None
        where there is none.
    """
    match = _ID.search(text)
    if match is None or match.lastgroup is None:
        return None
    name = match.lastgroup
    return match.start(), match.start(name), match[name]


def ends_heading(text: str, start: int, end: int) -> bool:
    """Tell whether a range of a text is the last thing on the line of a heading."""
    line = line_start(text, start)
    return bool(_HEADING_LINE.match(text, line, start) and _LINE_REST.match(text, end))
