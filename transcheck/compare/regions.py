"""What a place in a file is: text for readers, code, an address, markup."""

from __future__ import annotations

from bisect import bisect_right
from enum import Enum

from transcheck.document import (
    CodeSpan,
    Document,
    Image,
    InlineMarkup,
    Link,
    LinkDefinition,
    MarkupBlock,
    block_inlines,
    document_blocks,
)
from transcheck.text import Span


class Region(str, Enum):
    """What a place in a file is; the value is what messages say of it."""

    TEXT = "text"
    CODE = "code"
    TARGET = "the target of a link"
    MARKUP = "markup"
    FRONTMATTER = "the frontmatter"


class Regions:
    """The regions of a document.

    Args:
        document: The document.
    """

    def __init__(self, document: Document) -> None:
        front = document.frontmatter
        self._body = front.span.end if front else 0
        spans = [(block.content_span, Region.CODE) for block in document.code_blocks]
        for block in document_blocks(document):
            if isinstance(block, MarkupBlock):
                spans.append((block.span, Region.MARKUP))
            elif isinstance(block, LinkDefinition):
                spans.append((block.target_span, Region.TARGET))
            for inline in block_inlines(block):
                if isinstance(inline, CodeSpan):
                    spans.append((inline.span, Region.CODE))
                elif isinstance(inline, (Link, Image)) and inline.target_span:
                    spans.append((inline.target_span, Region.TARGET))
                elif isinstance(inline, InlineMarkup):
                    spans.append((inline.span, Region.MARKUP))
        # Of two that start at one place the shorter one is within the other.
        spans.sort(key=lambda item: (item[0].start, -item[0].end))
        self._spans = spans
        self._starts = [span.start for span, _ in spans]

    def find(self, offset: int) -> tuple[Region, Span | None]:
        """Return the region of an offset, with its span where it is not text."""
        if offset < self._body:
            return Region.FRONTMATTER, None
        place = bisect_right(self._starts, offset) - 1
        # A target stands in markup at most, and nothing in a target or in code.
        for span, region in self._spans[max(0, place - 1) : place + 1][::-1]:
            if offset < span.end:
                return region, span
        return Region.TEXT, None
