"""Characters that are written by their name or number: ``&eacute;``, ``&#233;``."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from html import unescape

from transcheck.document import CODE, MARKUP, Text
from transcheck.patterns import late_regex
from transcheck.text import Span

_REFERENCE = late_regex(
    r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});"
)
# What stands for something else in running text.
_TAKEN = frozenset({CODE, MARKUP})


def read_references(value: str, span: Span) -> Iterator[Text]:
    """Yield a text as it is read, each character with a name or number by itself.

    Source: CommonMark 0.31, section 2.5. What no reader sees stays as it is written,
    and so do names that HTML does not know.

    Args:
        value: The text as it is written, as long as its span.
        span: Where it is.
    """
    at = 0
    for match in _REFERENCE.finditer(value) if "&" in value else ():
        read = unescape(match[0])
        if read != match[0] and _is_seen(read):
            start, end = match.span()
            if at < start:
                before = Span(span.start + at, span.start + start)
                yield Text(span=before, value=value[at:start])
            yield Text(span=Span(span.start + start, span.start + end), value=read)
            at = end
    if at < len(value):
        yield Text(span=Span(span.start + at, span.end), value=value[at:])


def _is_seen(read: str) -> bool:
    return read not in _TAKEN and all(
        character.isprintable() or unicodedata.category(character) == "Zs"
        for character in read
    )
