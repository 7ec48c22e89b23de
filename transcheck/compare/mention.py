"""How findings point at things and call them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from os.path import commonprefix

from transcheck.compare.twins import text_of
from transcheck.diagnostic import Place, Related
from transcheck.document import (
    Block,
    Callout,
    CodeBlock,
    CodeSpan,
    Component,
    Definition,
    DefinitionList,
    DefinitionTerm,
    Document,
    Heading,
    Inline,
    InlineMarkup,
    ListBlock,
    ListItem,
    MarkupBlock,
    Quote,
    Section,
    Table,
    TableRow,
    Text,
    block_prose,
    document_blocks,
    label,
    walk_blocks,
    walk_inlines,
)
from transcheck.patterns import late_regex
from transcheck.text import Span

SIGN_NAMES = {" ": "a space", "\t": "a tab", "\\": "a backslash"}
"""What messages call a sign that would be hard to see in quotation marks."""

_LONGEST = 60
_SHARED = 16
_LINE_END = late_regex(r"[\r\n]+")
# Letters of scripts that put no space between words stand beside anything.
_WORD = late_regex(r"[\w-]", re.ASCII)
_NAMES: tuple[tuple[type[Block], str], ...] = (
    (Callout, "callout"),
    (CodeBlock, "code block"),
    (Component, "component"),
    (Definition, "definition"),
    (DefinitionList, "definition list"),
    (DefinitionTerm, "term"),
    (ListBlock, "list"),
    (ListItem, "list item"),
    (Quote, "quote"),
    (Table, "table"),
    (TableRow, "row"),
)


def page_place(document: Document) -> Place:
    """Return the first line of a document's prose, where findings on all of it go."""
    block: Block | None = None
    for one in document_blocks(document):
        block = block or one
        if block_prose(one):
            block = one
            break
    if block is None:
        return Place(document.path, Span(0, 0))
    first = block.span.cut(document.text).split("\n", 1)[0].rstrip("\r")
    return Place(document.path, Span(block.span.start, block.span.start + len(first)))


def place(document: Document, span: Span | None) -> Place:
    """Return a place in a document, its start where the span is None."""
    return Place(document.path, span or Span(0, 0))


def related_at(
    document: Document, thing: str, *spans: Span | None
) -> tuple[Related, ...]:
    """Return where another document has what a finding is about.

    Args:
        document: The other one.
        thing: What it has there: "the link".
        spans: The places, the document's start where one is None.
    """
    told = f"{thing} in {label(document)}"
    return tuple(Related(place(document, span), told) for span in spans)


def words(*inlines: Inline) -> str:
    """Return the text of inlines on one line, with code and emoji, without markup."""
    parts = []
    for inline in walk_inlines(*inlines):
        if isinstance(inline, (Text, CodeSpan)):
            parts.append(inline.value)
        elif isinstance(inline, InlineMarkup):
            parts.append(inline.value if inline.form == "emoji" else "")
        elif not inline.children:
            parts.append(" ")
    return " ".join("".join(parts).split())


def shorten(text: str) -> str:
    """Return a text as messages quote it: on one line, cut when it is long."""
    text = _LINE_END.sub(" ", text)
    if len(text) > _LONGEST:
        text = text[: _LONGEST - 1].rstrip() + "…"
    return f"'{text}'"


def contrast(first: str, second: str) -> tuple[str, str]:
    """Return two texts as messages quote them, cut where they do not differ."""
    if max(len(first), len(second)) > _LONGEST:
        same = len(commonprefix((first, second)))  # noqa: RUF071 - of characters
        cut = max(0, same - _SHARED)
        if cut:
            first, second = "…" + first[cut:], "…" + second[cut:]
    return shorten(first), shorten(second)


def find(document: Document, block: Block, text: str) -> Iterator[Span]:
    """Yield where a text stands in a block's source, as whole words."""
    if not text:
        return
    before, after = _WORD.match(text[0]), _WORD.match(text[-1])
    source = document.text
    start = source.find(text, block.span.start, block.span.end)
    while start >= 0:
        end = start + len(text)
        if not (
            (before and start and _WORD.match(source[start - 1]))
            or (after and end < len(source) and _WORD.match(source[end]))
        ):
            yield Span(start, end)
        start = source.find(text, end, block.span.end)


def title(section: Section) -> str:
    """Return a section's heading as messages quote it."""
    return shorten(heading_words(section.heading) if section.heading else "")


def heading_words(heading: Heading) -> str:
    """Return the text of a heading on one line, its markup where it has no text."""
    markup = [one.value for one in heading.inlines if isinstance(one, InlineMarkup)]
    return words(*heading.inlines) or "".join(markup)


def name_block(block: Block) -> str:
    """Return what messages call a block: its kind, and how its text begins."""
    kind = next((name for cls, name in _NAMES if isinstance(block, cls)), "paragraph")
    text = " ".join(filter(None, (words(*one.inlines) for one in walk_blocks(block))))
    if isinstance(block, CodeBlock):
        text = text_of(block)
    elif isinstance(block, MarkupBlock):
        text = text or block.value
    return f"{kind} {shorten(text)}" if text else kind
