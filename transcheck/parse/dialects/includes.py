"""What stands for the text of another file.

``{* path *}`` and ``{! path !}`` of MkDocs, ``{{#include path}}`` of mdBook, ``--8<--``
of pymdownx, ``<<< path`` and ``<!-- @include: path -->`` of VitePress.
"""

from __future__ import annotations

import re

from transcheck.parse.masks import Dialect
from transcheck.patterns import late_regex

_IN_BRACES = late_regex(
    r"\{\*[^\r\n]{0,1000}?\*\}|\{![ \t]*[^\s{}!][^\r\n{}]{0,1000}?!\}"
    r"|\{\{[ \t]*#(?:include|rustdoc_include|playground|shiftinclude|template)[ \t]"
    r"[^{}\r\n]{0,1000}\}\}"
)
_COMMENT = late_regex(r"<!--[ \t]*@include\b")

# A line: scissors alone open and close a list of files.
LINE = r"-{1,3}8<-{1,3}[^\n]*|<<<[ \t]*[@.~/][^\s<][^\n]*"
_SCISSORS = late_regex(r"[ \t]*-{1,3}8<-{1,3}[ \t]*(?:\n|\Z)")
_SCISSORS_CLOSE = late_regex(r"^[ \t]*-{1,3}8<-{1,3}[ \t]*(?:\n|\Z)", re.MULTILINE)
_BLANK_LINE = late_regex(r"\n[ \t]*\n")


def line_end(src: str, start: int, end: int) -> int:
    """Return where an include that starts with a line ends.

    Args:
        src: A text.
        start: Where the line starts.
        end: Where it ends, without its line end.
    """
    past = min(end + 1, len(src))
    if not _SCISSORS.match(src, start):
        return past
    blank = _BLANK_LINE.search(src, end)
    close = _SCISSORS_CLOSE.search(src, past, blank.start() + 1 if blank else len(src))
    return close.end() if close else past


def is_comment(source: str) -> bool:
    """Tell whether a comment in HTML includes a file."""
    return _COMMENT.match(source) is not None


def _measure(text: str, at: int) -> int | None:
    match = _IN_BRACES.match(text, at)
    return match.end() if match else None


DIALECT = Dialect("include", "{", _measure)
