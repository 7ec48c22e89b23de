"""What a reader sees of a block of HTML: text, links and images."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from transcheck.document import Break, Inline, InlineMarkup, Link, MarkupText
from transcheck.parse.html import INLINE_TAGS, Tag, find_tags, holds_data, texts_of
from transcheck.parse.inline_tree import InlineBuilder
from transcheck.patterns import late_regex
from transcheck.text import Span

_COMMENT = late_regex(r"<!--[\s\S]*?(?:-->|\Z)|<[!?][^>]*>")
_TAG = late_regex(r"<[^<>]*>")
_LINE = late_regex(r"[^\r\n]+")
# What is between their tags is code, or no text: one thing to the reader.
_WHOLE = frozenset({"code", "kbd", "pre", "samp", "script", "style", "svg", "textarea"})


def read_html(
    text: str, span: Span, builder: InlineBuilder
) -> tuple[tuple[Inline, ...], tuple[MarkupText, ...]]:
    """Return the text, links and images of a block of HTML.

    Args:
        text: The file.
        span: The block.
        builder: Builds the inlines of the file.

    Returns:
        Its inlines, and the words in the parameters of its tags.
    """
    tags = tuple(find_tags(text, span))
    inlines: list[Inline] = []
    whole: set[Span] = set()
    at = span.start
    opened: Tag | None = None
    for tag in tags:
        name = tag.name.lower()
        if opened is not None:
            if tag.closes and name == opened.name.lower():
                place = Span(opened.span.start, tag.span.end)
                whole.add(place)
                inlines.append(builder.markup(place))
                at, opened = tag.span.end, None
            continue
        inlines += _words(builder, Span(at, tag.span.start))
        at = tag.span.end
        if tag.closes or text[at - 2] == "/":
            inlines.append(builder.markup(tag.span))
        elif name in _WHOLE or holds_data(tag.span.cut(text)):
            opened = tag
        else:
            inlines.append(builder.markup(tag.span))
    if opened is None:
        inlines += _words(builder, Span(at, span.end))
    texts = tuple(words for tag in tags for words in texts_of(text, tag))
    return _without_tags(text, builder.join_html(inlines), whole), texts


def _words(builder: InlineBuilder, span: Span) -> Iterator[Inline]:
    """Yield the text between two tags, line by line, without comments."""
    at = span.start
    for comment in (*_COMMENT.finditer(builder.text, span.start, span.end), None):
        end = comment.start() if comment else span.end
        for line in _LINE.finditer(builder.text, at, end):
            words = line[0].strip()
            if words:
                start = line.start() + line[0].index(words)
                yield from builder.masked(start, start + len(words))
        at = comment.end() if comment else span.end


def _without_tags(
    text: str, inlines: Sequence[Inline], whole: set[Span]
) -> tuple[Inline, ...]:
    """Return inlines without tags, with breaks where these or white space divide."""
    kept: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, InlineMarkup):
            if inline.form == "html" and inline.span not in whole:
                continue
        elif isinstance(inline, Link) and inline.form == "html":
            inner = _without_tags(text, inline.children, whole)
            inline = replace(inline, children=inner)  # noqa: PLW2901 - the same one
        if kept and kept[-1].span.end < inline.span.start:
            kept += _gap(text, Span(kept[-1].span.end, inline.span.start))
        kept.append(inline)
    return tuple(kept)


def _gap(text: str, span: Span) -> Iterator[Break]:
    """Yield the break that the source between two inlines makes, if it makes one."""
    divides = any(
        tag.name.lower() == "br" or tag.name.lower() not in INLINE_TAGS
        for tag in find_tags(text, span)
    )
    if divides or any(map(str.isspace, _TAG.sub("", span.cut(text)))):
        yield Break(span=span, hard=divides)
