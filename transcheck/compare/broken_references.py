"""Links by a label, `[text][label]`, that a translation took apart."""

from __future__ import annotations

import re
from collections.abc import Iterator

from transcheck.compare.link_source import LINK, links_of, mask, read_place
from transcheck.compare.parsed_links import BrokenLink
from transcheck.document import Block, Document, Image, Link, own_inlines
from transcheck.patterns import late_regex
from transcheck.text import Span

# A text, and a label after it: one that is none here, or that is a link by itself.
_PARTS = late_regex(
    r"(?<![A-Za-z0-9_\])])\[(?P<text>[^\[\]]{1,300})\]"
    r"(?P<gap>[^\S\n]{0,4}(?:\n[^\S\n]{0,20})?)"
    rf"(?:\[(?P<label>[^\[\]\n]{{1,100}})\](?![(\[:])|(?P<link>{LINK}{LINK}*))"
)
_LETTER = late_regex(r"[^\W\d_]")


def broken_references(
    document: Document, block: Block, original: tuple[Document, Block]
) -> Iterator[BrokenLink]:
    """Yield the broken links of one block itself that its original has with a label.

    Args:
        document: The document.
        block: A block of it.
        original: The document and the block that the block is a translation of.
    """
    labelled = _labelled(*original)
    if not labelled:
        return
    whole = {read_place(link.target) for link in _labelled(document, block)}
    lost = [link for link in labelled if read_place(link.target) not in whole]
    if not lost:
        return
    inlines = own_inlines(block)
    start = inlines[0].span.start
    nodes = {link.span.start - start: link for link in links_of(inlines)}
    unknown = []
    for match in _PARTS.finditer(mask(document, inlines)):
        if not _LETTER.search(match["text"]):
            continue
        own = nodes.get(match.start("link"))
        if own is None:
            link = _find(lost, match["label"])
            if link is None and match["label"]:
                unknown.append(match)
        else:
            link = _find(lost, own.label) if match["gap"] else None
        if link is not None:
            lost.remove(link)
            yield _report(document, start, match, link, own)
    if len(unknown) == len(lost):  # each has a label that was translated
        for match, link in zip(unknown, lost, strict=True):
            yield _report(document, start, match, link, None)


def _labelled(document: Document, block: Block) -> list[Link | Image]:
    """Return the links of a block whose label is not their text."""
    return [
        link
        for link in links_of(own_inlines(block))
        if link.form == "reference" and "][" in link.span.cut(document.text)
    ]


def _find(links: list[Link | Image], label: str | None) -> Link | Image | None:
    """Return the first of some links that has a label, None where none has."""
    name = (label or "").casefold()
    return next((one for one in links if (one.label or "").casefold() == name), None)


def _report(
    document: Document,
    start: int,
    match: re.Match[str],
    link: Link | Image,
    own: Link | Image | None,
) -> BrokenLink:
    gap = Span(start + match.start("gap"), start + match.end("gap"))
    end = own.span.end if own else start + match.end()
    text = document.text[start + match.start() : gap.start]
    apart = bool(match["gap"])
    return BrokenLink(
        Span(start + match.start(), end),
        gap if apart else Span(gap.end + 1, end - 1),
        link.target,
        "space between ']' and '['" if apart else "its label is not defined",
        repair=text + own.span.cut(document.text) if own else None,
        node=own,
    )
