"""Blocks of one document that say the same."""

from __future__ import annotations

from collections import defaultdict

from transcheck.document import (
    Block,
    CodeBlock,
    CodeSpan,
    Document,
    MarkupBlock,
    Paragraph,
    block_inlines,
    block_prose,
    document_blocks,
    walk_blocks,
)
from transcheck.patterns import late_regex
from transcheck.targets import loose

# Shorter texts recur, in characters.
_LEAST = 12
# So do phrases that lead to what follows, if not one beside the other.
_LEAST_APART = 80
_PARAGRAPH_END = late_regex(r"\n[ \t]*\r?\n")


def find_twins(document: Document, block: Block) -> list[Block]:
    """Return the other blocks of a document with the same text.

    Args:
        document: The document.
        block: One of its blocks.
    """
    text = _whole_text(block)
    if len(text[0]) < _LEAST:
        return []
    start, end = block.span.start, block.span.end
    return [
        one
        for one in document.once(_Texts).blocks[type(block), text]
        if one.span.end <= start or end <= one.span.start
    ]


class _Texts:
    """The blocks of a document by what they say."""

    def __init__(self, document: Document) -> None:
        self.blocks: defaultdict[tuple[type[Block], tuple[str, ...]], list[Block]]
        self.blocks = defaultdict(list)
        for block in document_blocks(document):
            self.blocks[type(block), _whole_text(block)].append(block)


def stands_beside(document: Document, block: Block, twin: Block) -> bool:
    """Tell whether a block was doubled, not repeated under another condition.

    Args:
        document: Theirs.
        block: One of its blocks.
        twin: Another, with the same text.
    """
    first, second = sorted((block.span, twin.span))
    between = document.text[first.end : second.start]
    if len(_PARAGRAPH_END.findall(between.strip())) == 0:
        return True
    if not isinstance(block, Paragraph) or len(text_of(block)) < _LEAST_APART:
        return False
    return not any(
        isinstance(one, MarkupBlock) and first.end <= one.span.start < second.start
        for one in document_blocks(document)
    )


def _whole_text(block: Block) -> tuple[str, ...]:
    if isinstance(block, CodeBlock):
        return (block.content.strip(),)
    code = (
        inline.value
        for one in walk_blocks(block)
        for inline in block_inlines(one)
        if isinstance(inline, CodeSpan)
    )
    return (loose(text_of(block)), *code)


def text_of(block: Block) -> str:
    """Return the prose of a block and of those in it, or its code."""
    if isinstance(block, CodeBlock):
        return block.content.strip().partition("\n")[0]
    return " ".join(filter(None, map(block_prose, walk_blocks(block))))
