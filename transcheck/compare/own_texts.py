"""The texts of a document that its translator wrote, in pieces of the source."""

from __future__ import annotations

from collections.abc import Iterator

from transcheck.align.model import AlignedPage, BlockState, Pair
from transcheck.compare.counterparts import pair_of
from transcheck.compare.readable import sentences, titles
from transcheck.compare.texts import Texts, texts_of
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


def own_texts(page: AlignedPage, document: Document) -> tuple[Span, ...]:
    """Return the pieces of text that are in a document's language, or should be.

    Left out are code and targets, names of what is on another site, language switchers
    and notices, and blocks in another language, which are reported as a whole.

    Args:
        page: The page.
        document: One of its documents.
    """
    return page.once(_read, document.path)


def own_readings(page: AlignedPage, document: Document) -> Texts:
    """Return the texts of blocks that are in a document's language, or should be.

    Args:
        page: The page.
        document: One of its documents.
    """
    return page.once(_read_texts, document.path)


def left_out(page: AlignedPage, document: Document) -> frozenset[int]:
    """Return the ``id()`` of the blocks whose texts are none of `own_texts`."""
    pair = pair_of(page, document)
    return pair.once(_left_out) if pair else frozenset()


def _left_out(pair: Pair) -> frozenset[int]:
    asides = (block for _, block in pair.blocks_in(BlockState.ASIDE))
    left = pair.blocks_in(BlockState.FOREIGN, BlockState.UNTRANSLATED)
    return frozenset(map(id, (*walk_blocks(*asides), *(block for _, block in left))))


def _read_texts(page: AlignedPage, path: str) -> Texts:
    document = _document(page, path)
    others = left_out(page, document)
    texts = texts_of(document)
    return texts.without(others) if others else texts


def _document(page: AlignedPage, path: str) -> Document:
    return next(one for one in page.documents if one.path == path)


def _read(page: AlignedPage, path: str) -> tuple[Span, ...]:
    document = _document(page, path)
    entries = (*titles(document), *sentences(document))
    spans = [entry.value_span for entry in entries]
    others = left_out(page, document)
    for block in document_blocks(document):
        if id(block) not in others:
            spans += _spans(block)
    return tuple(sorted(set(spans)))


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
