"""Conflicts that git left in a file, and a document read with the first of their sides.

Both sides say the same in two versions, and the marks between them are Markdown of
another kind: underlines of headings, and quotes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from transcheck.document import Conflict, Document
from transcheck.parse import parse
from transcheck.patterns import late_regex
from transcheck.text import Span

# The lines of marks, and the tags of what is shown as it is written.
_MARK = late_regex(
    r"(?:^|(?<=\r))(?:(?P<opening><{7} [^\r\n]+)|\|{7}(?: [^\r\n]*)?|={7}"
    r"|(?P<closing>>{7} [^\r\n]+))(?=[\r\n]|\Z)"
    r"|(?P<begins><(?:pre|code)\b|\{[{%][<%]?-? *(?:highlight|raw|code)\b)"
    r"|(?P<ends></(?:pre|code)\b|\{[{%][<%]?-? */? *(?:end)?(?:highlight|raw|code)\b)",
    re.MULTILINE,
)
_NOT_LINE_END = late_regex(r"[^\r\n]")


def read_first_sides(document: Document) -> Document:
    """Return a document as it reads when its conflicts are settled for the first side.

    Args:
        document: The document.
    """
    conflicts = tuple(_find(document))
    return _read(document, conflicts, ()) if conflicts else document


def read_blanked(document: Document, spans: Sequence[Span]) -> Document:
    """Return a document as it reads with blanks in some places.

    Args:
        document: The document; its conflicts stay settled.
        spans: The places.
    """
    return _read(document, document.conflicts, spans)


def _read(
    document: Document, conflicts: tuple[Conflict, ...], spans: Sequence[Span]
) -> Document:
    text, at = document.text, 0
    parts: list[str] = []
    sides = (span for one in conflicts for span in one.left_out)
    for span in sorted([*spans, *sides]):
        parts += text[at : span.start], _NOT_LINE_END.sub(" ", span.cut(text))
        at = span.end
    parts.append(text[at:])
    read = parse(
        "".join(parts),
        path=document.path,
        tag=document.tag,
        language=document.language,
        byte_order_mark=document.byte_order_mark,
    )
    return replace(read, text=text, conflicts=conflicts)


def _find(document: Document) -> Iterator[Conflict]:
    """Yield the conflicts that do not begin in code."""
    text = document.text
    if "<<<<<<< " not in text:
        return
    blocks = iter([*document.code_blocks, None])
    block = next(blocks)
    opening = middle = None
    is_code = False
    for mark in _MARK.finditer(text):
        while block is not None and block.span.end <= mark.start():
            block = next(blocks)
        if mark["begins"] or mark["ends"]:
            is_code = bool(mark["begins"])
        elif mark["opening"]:
            in_block = block is not None and block.span.start <= mark.start()
            opening, middle = None if in_block or is_code else mark, None
        elif opening is not None and not mark["closing"]:
            middle = middle or mark
        elif opening is not None and middle is not None:
            first = Span(*opening.span())
            second = Span(middle.start(), mark.end())
            yield Conflict(opening=first, left_out=(first, second))
            opening = None
