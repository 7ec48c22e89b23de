"""What a place in a file is: text for readers, code, an address, markup."""

from __future__ import annotations

from bisect import bisect_right
from enum import Enum

from transcheck.document import (
    Document,
    InlineMarkup,
    LinkDefinition,
    MarkupBlock,
    blocks_of,
    inlines_by_block,
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
        spans += ((one.span, Region.CODE) for one in document.code_spans)
        for block in blocks_of(document, MarkupBlock):
            spans.append((block.span, Region.MARKUP))
        for definition in blocks_of(document, LinkDefinition):
            spans.append((definition.target_span, Region.TARGET))
        targets = [one.target_span for one in document.links]
        targets += [one.target_span for one in document.images]
        spans += ((span, Region.TARGET) for span in targets if span)
        for inlines in inlines_by_block(document, InlineMarkup).values():
            spans += ((one.span, Region.MARKUP) for one in inlines)
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
