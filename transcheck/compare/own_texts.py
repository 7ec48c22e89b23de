"""The texts of a document that its translator wrote, in pieces of the source."""

from __future__ import annotations

from collections.abc import Iterator

from transcheck.align.model import AlignedPage, BlockState
from transcheck.compare.readable import sentences, titles
from transcheck.document import (
    Block,
    Callout,
    Document,
    Image,
    Inline,
    Link,
    Text,
    document_blocks,
    markup_texts,
    walk_blocks,
)
from transcheck.text import Span

_NOT_OWN = frozenset({BlockState.ASIDE, BlockState.FOREIGN, BlockState.UNTRANSLATED})


def own_texts(page: AlignedPage, document: Document) -> tuple[Span, ...]:
    """Return the pieces of text that are in a document's language, or should be.

    Left out are code and targets, names of what is on another site, language switchers
    and notices, and blocks in another language, which are reported as a whole.

    Args:
        page: The page.
        document: One of its documents.
    """
    return page.once(_read, document.path)


def own_blocks(
    page: AlignedPage, document: Document
) -> tuple[tuple[Block, Block | None], ...]:
    """Return the blocks that are in a document's language, or should be.

    Args:
        page: The page.
        document: One of its documents.

    Returns:
        Each block with its counterpart in the reference, None where it has none.
    """
    return page.once(_read_blocks, document.path)


def _read_blocks(
    page: AlignedPage, path: str
) -> tuple[tuple[Block, Block | None], ...]:
    document = _document(page, path)
    pairs = [
        blocks
        for pair in page.pairs
        if pair.translation is document
        for blocks in pair.walk_blocks()
        if blocks.translation is not None
    ]
    left_out = frozenset(
        id(block)
        for blocks in pairs
        if blocks.state in _NOT_OWN and blocks.translation is not None
        for block in _covered(blocks.state, blocks.translation)
    )
    counterparts = {id(blocks.translation): blocks.original for blocks in pairs}
    return tuple(
        (block, counterparts.get(id(block)))
        for block in document_blocks(document)
        if id(block) not in left_out
    )


def _document(page: AlignedPage, path: str) -> Document:
    return next(one for one in page.documents if one.path == path)


def _read(page: AlignedPage, path: str) -> tuple[Span, ...]:
    document = _document(page, path)
    entries = (*titles(document), *sentences(document))
    spans = [entry.value_span for entry in entries]
    for block, _ in own_blocks(page, document):
        spans += _spans(block)
    return tuple(sorted(set(spans)))


def _covered(state: BlockState, block: Block) -> Iterator[Block]:
    """Yield a block that is left out, and of an aside what is in it."""
    if state is BlockState.ASIDE:
        yield from walk_blocks(block)
    else:
        yield block


def _spans(block: Block) -> Iterator[Span]:
    if isinstance(block, Callout):
        yield from _in_line(block.title)
    yield from _in_line(block.inlines)
    for text in markup_texts(block):
        yield text.span


def _in_line(inlines: tuple[Inline, ...]) -> Iterator[Span]:
    for inline in inlines:
        if isinstance(inline, Text):
            yield inline.span
        elif not isinstance(inline, Image) and not _leads_away(inline):
            yield from _in_line(inline.children)


def _leads_away(inline: Inline) -> bool:
    return isinstance(inline, Link) and "://" in inline.target
