"""Ids of headings that were damaged, and are text."""

from __future__ import annotations

from msgspec import Struct

from transcheck.document import Document, Heading
from transcheck.patterns import late_regex
from transcheck.text import Span

# Brackets of any kind and width, as many as there may be; then what the id was.
_LIKE_ID = late_regex(
    r"(?P<opening>[\\\[{(\uff08\uff3b\uff5b【]{0,4}[ \t]?[#\uff03]?)"
    r"(?P<name>[\w.:-]{1,200})"
    r"(?P<closing>[ \t]?[\\\]})\uff09\uff3d\uff5d】]{0,4})[ \t]*\Z"
)
_BEFORE = late_regex(r"(?:\[\[|\{:?[ \t]*#|\{/\*[ \t]*#?)\Z")
_AFTER = late_regex(r"\]\]|[ \t]*\}|[ \t]*\*/\}")
# Those of an aside, which an id has no more than the number of an issue.
_ROUND = frozenset("()\uff08\uff09")
_SIGNS = frozenset("#\uff03")
_BRACE_AND_SPACE = late_regex(r"\{:?[ \t]+#\Z")
# What reads `{#id}` alone, by the name of a slugger; in MDX the other is an expression.
_WITHOUT_SPACE = frozenset({"docusaurus", "jekyll"})
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
    if not _ROUND.isdisjoint(match["opening"] + match["closing"]) and (
        _SIGNS.isdisjoint(match["opening"])
        or match["name"].isdecimal()
        or match[0].strip() in first.span.cut(source.text)
    ):
        return None
    if marks < _SURELY and not (marks and match["name"] == first.anchor):
        return None
    span = Span(start + match.start(), start + match.end())
    return BrokenId(span, _write(source, first, match["name"]))


def spaced_id(document: Document, heading: Heading, slugger: str) -> BrokenId | None:
    """Return the id of a heading that a space makes a text, None where none does.

    Args:
        document: The document.
        heading: A heading of it.
        slugger: How the generator of the site makes ids.
    """
    place = heading.anchor_span
    if place is None or not (
        slugger in _WITHOUT_SPACE or document.path.lower().endswith(".mdx")
    ):
        return None
    before = _BRACE_AND_SPACE.search(document.text, heading.span.start, place.start)
    after = _AFTER.match(document.text, place.end)
    if before is None or after is None:
        return None
    name = place.cut(document.text)
    return BrokenId(Span(before.start(), after.end()), f"{{#{name}}}")


def _write(document: Document, heading: Heading, name: str) -> str | None:
    """Return an id with the marks of another heading's."""
    place = heading.anchor_span
    if place is None:
        return None
    text = document.text
    before = _BEFORE.search(text, heading.span.start, place.start)
    after = _AFTER.match(text, place.end)
    return f"{before[0]}{name}{after[0]}" if before and after else None
