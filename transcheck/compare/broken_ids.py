"""Ids of headings that were damaged, and are text."""

from __future__ import annotations

from msgspec import Struct

from transcheck.document import Document, Heading
from transcheck.patterns import late_regex
from transcheck.text import Span

# Brackets of any kind and width, as many as there may be; then what the id was.
_LIKE_ID = late_regex(
    r"(?P<opening>[\\\[{\uff3b\uff5b【]{0,4}[ \t]?[#\uff03]?)(?P<name>[\w.:-]{1,200})"
    r"(?P<closing>[ \t]?[\\\]}\uff3d\uff5d】]{0,4})[ \t]*\Z"
)
_BEFORE = late_regex(r"(?:\[\[|\{:?[ \t]*#|\{/\*[ \t]*#?)\Z")
_AFTER = late_regex(r"\]\]|[ \t]*\}|[ \t]*\*/\}")
_SURELY = 3  # so many marks around a word are no brackets of the prose


class BrokenId(Struct, frozen=True):
    """The id of a heading that is text.

    Args:
        span: It, with what is left of its marks.
        repair: What it must be, None where that is not sure.
    """

    span: Span
    repair: str | None


def broken_id(
    document: Document, heading: Heading, original: tuple[Document, Heading]
) -> BrokenId | None:
    """Return what is left of a heading's id, None where nothing is.

    Args:
        document: The document.
        heading: A heading of it.
        original: The document and the heading that it is a translation of.
    """
    source, first = original
    if first.anchor is None or heading.anchor is not None or not heading.inlines:
        return None
    start, end = heading.inlines[0].span.start, heading.inlines[-1].span.end
    match = _LIKE_ID.search(document.text[start:end])
    if match is None or match.start() == 0:
        return None
    marks = len((match["opening"] + match["closing"]).replace(" ", ""))
    if marks < _SURELY and not (marks and match["name"] == first.anchor):
        return None
    span = Span(start + match.start(), start + match.end())
    return BrokenId(span, _write(source, first, match["name"]))


def _write(document: Document, heading: Heading, name: str) -> str | None:
    """Return an id with the marks of another heading's."""
    place = heading.anchor_span
    if place is None:
        return None
    text = document.text
    before = _BEFORE.search(text, heading.span.start, place.start)
    after = _AFTER.match(text, place.end)
    return f"{before[0]}{name}{after[0]}" if before and after else None
