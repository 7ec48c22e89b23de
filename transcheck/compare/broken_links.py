"""Markup that was meant to be a link or an image, and is none or leads nowhere."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Hashable

from transcheck.compare.broken_references import broken_references
from transcheck.compare.escapes import escaped_links
from transcheck.compare.link_scan import LinkScan, has_brackets
from transcheck.compare.link_source import read_place
from transcheck.compare.parsed_links import IN_BRACKETS, BrokenLink
from transcheck.document import Block, Document, Image, Link, block_inlines, own_inlines
from transcheck.patterns import late_regex

MAY_HAVE_LINKS = late_regex(r"[\[\]\uff3b\uff3d【】<]")
"""What the source of every link has, whole or broken."""


def broken_links(
    document: Document,
    block: Block,
    original: tuple[Document, Block] | None = None,
) -> list[BrokenLink]:
    """Return the broken links of one block itself, in their order.

    Alone, a text counts only where its target can be nothing else than one. Where the
    original's block has a link to it, every target does; and what that block writes
    in the same way is meant.

    Args:
        document: The document.
        block: A block of it.
        original: The document and the block that the block is a translation of.
    """
    inlines = own_inlines(block)
    if not inlines:
        return []
    place = inlines[0].span.start, inlines[-1].span.end
    if not MAY_HAVE_LINKS.search(document.text, *place):
        return []
    wanted: frozenset[Hashable] = frozenset()
    # Nothing else is only what the original's targets tell it to be.
    is_told = document.text.find("\\", *place) >= 0 or has_brackets(block)
    if original is not None and is_told:
        places = {
            read_place(node.target)
            for node in block_inlines(original[1])
            if isinstance(node, (Link, Image))
        }
        wanted = frozenset(places - {None})
    suspects = _find(document, block, wanted)
    references: list[BrokenLink] = []
    if original is not None:
        references = [*broken_references(document, block, original)]
    if not suspects:
        return references
    meant: Counter[str] = Counter({IN_BRACKETS: sys.maxsize})
    if original is not None:
        meant = Counter(one.problem for one in _find(*original, frozenset()))
    found = []
    for one in suspects:
        if meant[one.problem] > 0:
            meant[one.problem] -= 1
        else:
            found.append(one)
    return sorted([*found, *references], key=lambda one: one.wrong.start)


def _find(
    document: Document, block: Block, wanted: frozenset[Hashable]
) -> list[BrokenLink]:
    """Return what looks like a broken link, meant or not, in order."""
    if not own_inlines(block):
        return []
    escaped = _escaped(document, block, wanted)
    others = (
        one
        for one in LinkScan(document, block, wanted).find()
        if not any(one.wrong in other.span for other in escaped)
    )
    return sorted([*escaped, *others], key=lambda one: one.wrong.start)


def _escaped(
    document: Document, block: Block, wanted: frozenset[Hashable]
) -> list[BrokenLink]:
    """Return escaped links, as many as the original has that the block has not."""
    inlines = own_inlines(block)
    source = document.text[inlines[0].span.start : inlines[-1].span.end]
    if not wanted or "\\" not in source:
        return []
    places = {
        read_place(node.target)
        for node in block_inlines(block)
        if isinstance(node, (Link, Image))
    }
    lost = len(wanted - places)
    return [
        BrokenLink(
            one.span,
            one.wrong,
            one.target,
            f"escaped '{one.name}'",
            repair=None if " " in one.target else one.repair,
        )
        for one in escaped_links(document, inlines)
    ][:lost]


def empty_targets(block: Block) -> list[Link | Image]:
    """Return the links and images of one block itself that lead nowhere.

    Not the anchor of MkDocs, ``[](){#id}``, which has no text either.
    """
    return [
        node
        for node in block_inlines(block)
        if isinstance(node, (Link, Image))
        and node.form == "inline"
        and not node.target.strip()
        and (isinstance(node, Image) or node.children)
    ]
