"""A heading as the makers of ids see it: what it says, and how it is written."""

from __future__ import annotations

import html

from msgspec import Struct

from transcheck.document import (
    Break,
    CodeSpan,
    Heading,
    Image,
    Inline,
    InlineMarkup,
    Text,
    block_inlines,
)

# Their text is known only when the site is built.
_FILLED_IN = frozenset({"shortcode", "template", "expression", "include"})
# Their source is what an id is made of: `:tada:` is "tada" to a maker of ids.
_AS_WRITTEN = frozenset({"math", "emoji", "keys"})


class Title(Struct, frozen=True, array_like=True, gc=False, kw_only=True):
    """A heading, small and picklable.

    Args:
        text: What a reader reads: code included, images and markup left out,
            entities resolved.
        described: The same with the alternative text of images.
        source: It as it is written, without hashes and without its id.
        anchor: The id that is written with it, None when there is none.
        start: Where it starts in the file.
        clear: All of its text stands in the file.
    """

    text: str
    described: str
    source: str
    anchor: str | None = None
    start: int = 0
    clear: bool = True


def read_title(heading: Heading, text: str) -> Title:
    """Return a heading of a document as the makers of ids see it.

    Args:
        heading: The heading.
        text: The text of its document.
    """
    source = ""
    if heading.inlines:
        written = text[heading.inlines[0].span.start : heading.inlines[-1].span.end]
        source = written.splitlines()[-1]  # of several lines the last one counts
    inside = block_inlines(heading)
    read = _read(heading.inlines, images=False)
    has_images = any(isinstance(inline, Image) for inline in inside)
    return Title(
        text=read,
        described=_read(heading.inlines, images=True) if has_images else read,
        source=source,
        anchor=heading.anchor,
        start=heading.span.start,
        clear=not any(
            isinstance(inline, InlineMarkup) and inline.form in _FILLED_IN
            for inline in inside
        ),
    )


def _read(inlines: tuple[Inline, ...], *, images: bool) -> str:
    parts: list[str] = []
    for inline in inlines:
        if isinstance(inline, Text):
            escaped = len(inline.value) != inline.span.end - inline.span.start
            parts.append(inline.value if escaped else html.unescape(inline.value))
        elif isinstance(inline, CodeSpan):
            parts.append(inline.value)
        elif isinstance(inline, Break):
            parts.append(" ")
        elif isinstance(inline, Image):
            parts.append(inline.alt if images else "")
        elif isinstance(inline, InlineMarkup):
            parts.append(inline.value if inline.form in _AS_WRITTEN else "")
        else:
            parts.append(_read(inline.children, images=images))
    return "".join(parts).strip()
