"""What a code block with a broken fence took in: it is there, as code."""

from __future__ import annotations

from transcheck.document import Document
from transcheck.text import Span

# So much of a page in such a block makes the page look as if it were not translated.
_MUCH = 1 / 4


def swallowing(document: Document) -> list[Span]:
    """Return the code blocks of a document whose fences are broken."""
    if not document.fences:
        return []
    starts = {fence.span.start for fence in document.fences}
    return [block.span for block in document.code_blocks if block.span.start in starts]


def is_swallowed(blocks: list[Span], gap: Span | None) -> bool:
    """Tell whether what is missing at a place may be in one of some code blocks.

    Args:
        blocks: What `swallowing` returns.
        gap: Where it would be.
    """
    return gap is not None and any(
        block.start <= gap.start <= block.end for block in blocks
    )


def is_mostly_swallowed(document: Document) -> bool:
    """Tell whether broken fences took in so much that a page seems to lack it."""
    size = sum(block.end - block.start for block in swallowing(document))
    return size > _MUCH * len(document.text)
