"""The rule empty-link."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from transcheck.compare.broken_links import empty_targets
from transcheck.compare.counterparts import find_key, find_original
from transcheck.compare.link_source import read_place
from transcheck.compare.mention import place, related_at, shorten, words
from transcheck.document import (
    Block,
    Image,
    Link,
    block_inlines,
    holders,
)
from transcheck.rule import AlignedPage, Document, Finding, PageRule


class EmptyLink(PageRule, frozen=True):
    """A link has a text and a target, and an image a target."""

    id: ClassVar[str] = "empty-link"
    category: ClassVar[str] = "links"
    voting: ClassVar[bool] = False

    def check(self, page: AlignedPage) -> Iterator[Finding]:
        """Report empty targets, and texts that are empty in a translation alone."""
        for document, block in _with_links(page):
            key = find_key(page, document, block)
            origin = find_original(page, document, block)
            meant = len(empty_targets(origin[1])) if origin else 0
            for number, link in enumerate(empty_targets(block)[meant:]):
                yield Finding(
                    place(document, link.span),
                    _name(link),
                    cause=("empty target", key, number),
                    block=key,
                )
            if origin is not None:
                for link, first in _without_text(block, origin[1]):
                    yield Finding(
                        place(document, link.span),
                        f"link to {shorten(link.target)} has no text",
                        cause=("empty text", key, read_place(link.target)),
                        block=key,
                        related=related_at(origin[0], "the link", first.span),
                    )


def _with_links(page: AlignedPage) -> Iterator[tuple[Document, Block]]:
    for document in page.documents:
        for block in holders(document, Link, Image):
            yield document, block


def _name(link: Link | Image) -> str:
    if isinstance(link, Image):
        return (
            f"image {shorten(link.alt)} has no target"
            if link.alt
            else "image has no target"
        )
    text = words(*link.children)
    return f"link {shorten(text)} has no target" if text else "link has no target"


def _is_blank(link: Link) -> bool:
    """Tell whether a Markdown link shows nothing."""
    return link.form in ("inline", "reference") and not any(
        isinstance(child, Image) or words(child) for child in link.children
    )


def _without_text(block: Block, original: Block) -> Iterator[tuple[Link, Link]]:
    """Yield the links of a block that show nothing, with those of the original."""
    links = [one for one in block_inlines(block) if isinstance(one, Link)]
    blank = [link for link in links if link.target and _is_blank(link)]
    if blank:
        first = {
            read_place(link.target): link
            for link in block_inlines(original)
            if isinstance(link, Link) and not _is_blank(link)
        }
        for link in blank:
            if read_place(link.target) in first:
                yield link, first[read_place(link.target)]
