"""What a reader reads of a document: running text, and where it is in the source."""

from __future__ import annotations

from collections.abc import Iterator

from transcheck.document import (
    Block,
    Break,
    Callout,
    Document,
    Entry,
    Heading,
    InlineMarkup,
    Link,
    ListItem,
    TableCell,
    block_inlines,
    block_prose,
    own_inlines,
    prose,
)
from transcheck.text import Span

_MOSTLY = 2 / 3

# Keys of the frontmatter whose values are sentences for readers, in any spelling.
_SENTENCES = frozenset(
    {"description", "summary", "excerpt", "abstract", "subtitle", "tagline", "lead"}
)
_TITLES = frozenset({"title", "headline", "heading"})


def text_span(block: Block) -> Span:
    """Return where a block's own text is, without the markup around it."""
    inlines = [
        inline
        for inline in own_inlines(block)
        if not isinstance(inline, (Break, InlineMarkup))
    ]
    if not inlines:
        return block.span
    return Span(inlines[0].span.start, inlines[-1].span.end)


def is_title_elsewhere(block: Block) -> bool:
    """Tell whether a text is a link to another site for the most part.

    Such a text is the title of what is there, and stays in its language.
    """
    inside = sum(
        len(prose(*inline.children))
        for inline in block_inlines(block)
        if isinstance(inline, Link) and "://" in inline.target
    )
    return inside > 0 and inside > _MOSTLY * len(block_prose(block))


def kind(block: Block) -> str:
    """Return what messages call a block that holds text."""
    if isinstance(block, Heading):
        return "heading"
    if isinstance(block, TableCell):
        return "table cell"
    if isinstance(block, ListItem):
        return "list item"
    return "title of a callout" if isinstance(block, Callout) else "paragraph"


def sentences(document: Document) -> Iterator[Entry]:
    """Yield the entries of the frontmatter that are sentences, such as a summary."""
    yield from _entries(document, _SENTENCES)


def titles(document: Document) -> Iterator[Entry]:
    """Yield the entries of the frontmatter that are titles."""
    yield from _entries(document, _TITLES)


def _entries(document: Document, keys: frozenset[str]) -> Iterator[Entry]:
    for entry in document.frontmatter.entries if document.frontmatter else ():
        if entry.kind == "string" and entry.value:
            name = next((key for key in entry.path[::-1] if not key.isdigit()), "")
            words = name.lower().replace("-", "_").replace(":", "_").split("_")
            if words[-1] in keys:
                yield entry
