"""What a reader reads of a document: running text, and where it is in the source."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from msgspec import Struct

from transcheck.document import (
    Block,
    Break,
    Callout,
    CodeSpan,
    Document,
    Emphasis,
    Entry,
    Heading,
    Inline,
    InlineMarkup,
    Link,
    ListItem,
    TableCell,
    Text,
    WikiLink,
    block_inlines,
    block_prose,
    prose,
)
from transcheck.text import Span

# What stands in running text for code, and for images and markup.
CODE = "\ufffc"
MARKUP = "\ufff9"

_MOSTLY = 2 / 3

# Keys of the frontmatter whose values are sentences for readers, in any spelling.
_SENTENCES = frozenset(
    {"description", "summary", "excerpt", "abstract", "subtitle", "tagline", "lead"}
)
_TITLES = frozenset({"title", "headline", "heading"})


class RunningText(Struct, frozen=True):
    """The text of a block as it is read, code spans and markup as one character.

    Args:
        text: What is read; a line end is a newline.
        pieces: For each piece of it: where it starts in `text`, and its span.
        links: Each link with the start and end of its text in `text`.
    """

    text: str
    pieces: tuple[tuple[int, Span], ...]
    links: tuple[tuple[Link, int, int], ...]

    def span(self, start: int, end: int) -> Span:
        """Return where a part of the text, not empty, is in the source."""
        return Span(self._locate(start).start, self._locate(end - 1).end)

    def _locate(self, index: int) -> Span:
        number = bisect_right(self.pieces, index, key=lambda piece: piece[0]) - 1
        start, span = self.pieces[number]
        following = self.pieces[number + 1 :][:1]
        length = (following[0][0] if following else len(self.text)) - start
        if length != span.end - span.start:
            return span  # an escape, code, markup: the whole of it
        return Span(span.start + index - start, span.start + index - start + 1)


def running_text(*inlines: Inline) -> RunningText:
    """Return inlines as they are read."""
    parts: list[str] = []
    pieces: list[tuple[int, Span]] = []
    links: list[tuple[Link, int, int]] = []
    length = 0

    def walk(nodes: tuple[Inline, ...]) -> None:
        nonlocal length
        for node in nodes:
            if isinstance(node, (Link, Emphasis)) or (
                isinstance(node, WikiLink) and not node.embedded
            ):
                start = length
                walk(node.children)
                if isinstance(node, Link):
                    links.append((node, start, length))
                continue
            if isinstance(node, Text):
                value = node.value
            elif isinstance(node, Break):
                value = "\n"
            else:
                value = CODE if isinstance(node, CodeSpan) else MARKUP
            if value:
                parts.append(value)
                pieces.append((length, node.span))
                length += len(value)

    walk(inlines)
    return RunningText("".join(parts), tuple(pieces), tuple(links))


def block_text(document: Document, block: Block) -> RunningText:
    """Return the text of a block of a document as it is read, read once.

    Args:
        document: The document.
        block: A block of it.
    """
    return document.once(_Readings).text(block)


class _Readings:
    """The texts of a document's blocks that were asked for."""

    def __init__(self, _: Document) -> None:
        self._texts: dict[int, RunningText] = {}

    def text(self, block: Block) -> RunningText:
        found = self._texts.get(id(block))
        if found is None:
            found = self._texts[id(block)] = running_text(*own_inlines(block))
        return found


def own_inlines(block: Block) -> tuple[Inline, ...]:
    """Return the inlines of a block itself: of a callout, those of its title."""
    return block.title if isinstance(block, Callout) else block.inlines


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
