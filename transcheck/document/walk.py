"""Ways through a document, and what its parts say."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar

from msgspec.structs import force_setattr

from transcheck.document.blocks import Block, Callout, Component, MarkupBlock
from transcheck.document.inlines import (
    Break,
    Image,
    Inline,
    InlineMarkup,
    Link,
    MarkupText,
    Text,
)
from transcheck.document.page import Document, Section
from transcheck.document.reading import (
    CODE,
    MARKUP,
    RunningText,
    running_text,
    shows_children,
)
from transcheck.text import Span

B = TypeVar("B", bound=Block)


def walk_sections(section: Section) -> Iterator[Section]:
    """Yield a section and all sections below it, in the order of the file."""
    yield section
    for below in section.sections:
        yield from walk_sections(below)


def walk_blocks(*blocks: Block) -> Iterator[Block]:
    """Yield blocks and all blocks in them, in the order of the file."""
    for block in blocks:
        yield block
        if block.blocks:
            yield from walk_blocks(*block.blocks)


def walk_inlines(*inlines: Inline) -> Iterator[Inline]:
    """Yield inlines and all inlines in them, in the order of the file."""
    for inline in inlines:
        yield inline
        if inline.children:
            yield from walk_inlines(*inline.children)


def document_blocks(document: Document) -> tuple[Block, ...]:
    """Return every block of a document, headings included, in the order of the file."""
    return document.once(_all_blocks)


def _all_blocks(document: Document) -> tuple[Block, ...]:
    found: list[Block] = []
    for section in walk_sections(document.root):
        if section.heading is not None:
            found.append(section.heading)
        _gather(section.blocks, found)
    return tuple(found)


def _gather(blocks: tuple[Block, ...], found: list[Block]) -> None:
    """Add blocks and all blocks in them, as `walk_blocks` yields them."""
    for block in blocks:
        found.append(block)
        if block.blocks:
            _gather(block.blocks, found)


def blocks_of(document: Document, kind: type[B]) -> Sequence[B]:
    """Return the blocks of one kind in a document, in the order of the file."""
    return document.once(_blocks_by_kind).get(kind, ())


def _blocks_by_kind(document: Document) -> Mapping[type[Block], Sequence[Any]]:
    found: dict[type[Block], list[Block]] = {}
    for block in document_blocks(document):
        found.setdefault(type(block), []).append(block)
    return found


def blocks_with(document: Document, pattern: re.Pattern[str]) -> list[Block]:
    """Return the blocks in whose source something begins, in the order of the file.

    Args:
        document: The document.
        pattern: What is looked for; one that begins with rare characters costs least.
    """
    found: list[Block] = []
    blocks = document_blocks(document)
    starts, ends = document.once(_edges)
    past = 0
    while past < len(starts):
        match = pattern.search(document.text, starts[past])
        if match is None:
            break
        # The first one in all blocks that start between the last one and it.
        before, past = past, max(past + 1, bisect_right(starts, match.start(), past))
        found += [
            blocks[one] for one in range(before, past) if match.start() < ends[one]
        ]
    return found


def _edges(document: Document) -> tuple[list[int], list[int]]:
    """Return where the blocks of a document start, and where they end."""
    spans = [block.span for block in document_blocks(document)]
    return [span.start for span in spans], [span.end for span in spans]


def blocks_around(document: Document, span: Span) -> list[Block]:
    """Return the blocks of a document that hold a place, the smallest first."""
    found: list[Block] = []
    siblings: Sequence[Block] = document.once(_outermost)
    while siblings:
        at = bisect_right(siblings, span.start, key=lambda block: block.span.start) - 1
        if at < 0 or span not in siblings[at].span:
            break
        found.append(siblings[at])
        siblings = siblings[at].blocks
    return found[::-1]


def _outermost(document: Document) -> tuple[Block, ...]:
    """Return the headings of sections, and the blocks that are in no other."""
    found: list[Block] = []
    for section in walk_sections(document.root):
        if section.heading is not None:
            found.append(section.heading)
        found += section.blocks
    return tuple(found)


def own_inlines(block: Block) -> tuple[Inline, ...]:
    """Return the inlines of a block itself: of a callout, those of its title."""
    # Not `isinstance`, which takes three times as long with structs.
    return block.title if type(block) is Callout else block.inlines


def characters(document: Document) -> frozenset[str]:
    """Return the characters of a document's file, each once, to be asked for first.

    A rule that looks for some of them need not look where there are none.
    """
    return document.once(_characters)


def _characters(document: Document) -> frozenset[str]:
    return frozenset(document.text)


def block_inlines(block: Block) -> tuple[Inline, ...]:
    """Return every inline of one block itself, a callout's title included."""
    found = block.kept_inlines
    if found is None:
        found = block.inlines
        if type(block) is Callout:
            found = *block.title, *found
        for inline in found:
            if inline.children:
                found = tuple(walk_inlines(*found))
                break
        force_setattr(block, "kept_inlines", found)
    return found


def inlines_by_block(
    document: Document, kind: type[Inline]
) -> Mapping[int, Sequence[Inline]]:
    """Return the inlines of a kind in a document, by the ``id()`` of their block.

    Blocks that have none are left out.

    Args:
        document: The document.
        kind: The kind, neither `Text` nor `Break`, which nearly all blocks have.
    """
    return document.once(_by_kind).get(kind, {})


def holders(document: Document, *kinds: type[Inline]) -> list[Block]:
    """Return the blocks that have inlines of some kinds themselves, in their order."""
    known = ids_of_holders(document, *kinds)
    blocks = document_blocks(document) if known else ()
    return [block for block in blocks if id(block) in known]


def ids_of_holders(document: Document, *kinds: type[Inline]) -> frozenset[int]:
    """Return the ``id()`` of the blocks that `holders` returns."""
    return frozenset().union(*(inlines_by_block(document, kind) for kind in kinds))


def _by_kind(document: Document) -> Mapping[type[Inline], Mapping[int, list[Inline]]]:
    found: dict[type[Inline], dict[int, list[Inline]]] = {}
    for block in document_blocks(document):
        for inline in block_inlines(block):
            kind = type(inline)
            if kind is not Text and kind is not Break:
                by_block = found.setdefault(kind, {})
                by_block.setdefault(id(block), []).append(inline)
    return found


def markup_texts(block: Block) -> Iterator[MarkupText]:
    """Yield the words in the parameters of one block's own markup, in their order."""
    if isinstance(block, (Component, MarkupBlock)):
        yield from block.texts
        return
    for inline in block_inlines(block):
        if isinstance(inline, (InlineMarkup, Link, Image)):
            yield from inline.texts


def prose(*inlines: Inline) -> str:
    """Return the words a reader reads in inlines: no code, no markup, no targets.

    A code span, image or piece of markup leaves one U+FFFC (object replacement
    character); a line end leaves a space.
    """
    if len(inlines) == 1 and isinstance(inlines[0], Text):  # as most texts are
        return inlines[0].value
    parts: list[str] = []
    for inline in inlines:
        if type(inline) is Text:
            parts.append(inline.value)
        elif type(inline) is Break:
            parts.append(" ")
        elif shows_children(inline):
            parts.append(prose(*inline.children))
        else:
            parts.append("\ufffc")
    return "".join(parts)


def block_prose(block: Block) -> str:
    """Return the prose of one block itself, not of the blocks in it."""
    found = block.kept_prose
    if found is None:
        found = block_text(block).text.replace("\n", " ").replace(MARKUP, CODE)
        force_setattr(block, "kept_prose", found)
    return found


def block_text(block: Block) -> RunningText:
    """Return the text of one block itself as it is read."""
    found = block.kept_text
    if found is None:
        found = running_text(*own_inlines(block))
        force_setattr(block, "kept_text", found)
    return found


def label(document: Document) -> str:
    """Return how messages call a document: by tag, else language, else path."""
    return document.tag or document.language or document.path
