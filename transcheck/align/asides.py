"""Blocks that are about a page, not of it: notices and language switchers."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from enum import Enum
from itertools import pairwise

from transcheck.align.notices import is_label, is_notice
from transcheck.align.switchers import is_switcher
from transcheck.align.versions import Versions, letters_in
from transcheck.document import (
    Block,
    Document,
    Heading,
    Image,
    Link,
    MarkupBlock,
    Paragraph,
    ThematicBreak,
    block_prose,
    walk_inlines,
)
from transcheck.patterns import late_regex

# So many blocks from an end a notice may stand, with so much of the page before it: a
# motto under the title, a source line under the text.
_REACH, _BEFORE = 8, 1
_LEAD_IN_LETTERS = 60
# `<!-- TRANSLATOR DISCLAIMER START -->` … `<!-- TRANSLATOR DISCLAIMER END -->`
_MARK = late_regex(
    r"<!--\s{0,20}(?P<before>[^<>]{0,80}?)\b(?P<way>START|BEGIN|END|STOP)\b[^<>]{0,80}-->",
    re.IGNORECASE,
)
_OPENING = frozenset({"start", "begin"})
_ABOUT = late_regex(r"translat|langu|locale|i18n|l10n", re.IGNORECASE)
_NO_TEXT = late_regex(r"(?:<[^<>]*>|\s|&nbsp;)*")
_LANGUAGES = late_regex(r"langu|locale|switch", re.IGNORECASE)


class Aside(str, Enum):
    """What a block is that is about a page, not of it.

    A switcher is never compared. A notice is what has no counterpart; one that both
    documents have is a text like others.
    """

    NOTICE = "notice"
    SWITCHER = "switcher"


def find_asides(
    document: Document, blocks: Sequence[Block], paths: Collection[str]
) -> dict[int, Aside]:
    """Return the notices and switchers of a document, by the ``id()`` of the block.

    Args:
        document: The document.
        blocks: Its blocks that count, not those in them, headings included, in order.
        paths: Those of all documents of the page.
    """
    found = dict(_marked(document, blocks))
    versions = Versions(document, paths)
    if document.links:
        for number in _with_links(document, blocks):
            block = blocks[number]
            if is_switcher(block, document, versions):
                found[id(block)] = Aside.SWITCHER
                if number and _leads_in(blocks[number - 1]):
                    found[id(blocks[number - 1])] = Aside.SWITCHER
    for block in _notices(blocks[:_REACH], found, document, versions):
        found[id(block)] = Aside.NOTICE
    foot = blocks[: -_REACH - 1 : -1]
    for block in _notices(foot, found, document, versions):
        found[id(block)] = Aside.NOTICE
    for lower, upper in pairwise(foot):
        if found.get(id(lower)) is Aside.NOTICE and is_label(upper):
            found[id(upper)] = Aside.NOTICE
    return found


def _with_links(document: Document, blocks: Sequence[Block]) -> list[int]:
    """Return which of some blocks, in their order, hold links."""
    starts = [block.span.start for block in blocks]
    found: set[int] = set()
    for link in document.links:
        number = bisect_right(starts, link.span.start) - 1
        if number >= 0 and link.span.start < blocks[number].span.end:
            found.add(number)
    return sorted(found)


def _notices(
    blocks: Sequence[Block],
    found: Mapping[int, Aside],
    document: Document,
    versions: Versions,
) -> Iterator[Block]:
    """Yield the notices at an end of a page, from there inwards."""
    before = 0
    for block in blocks:
        if id(block) in found or _is_decoration(block):
            continue
        if isinstance(block, Heading):
            if block.level > 1:
                return
        elif is_notice(block, document, versions):
            yield block
        else:
            before += 1
            if before > _BEFORE:
                return


def _marked(document: Document, blocks: Sequence[Block]) -> Iterator[tuple[int, Aside]]:
    """Yield the blocks between two comments that mark them as asides."""
    if "<!--" not in document.text:
        return
    opened: re.Match[str] | None = None
    for mark in _MARK.finditer(document.text):
        if _ABOUT.search(mark["before"]) is None:
            continue
        if mark["way"].lower() in _OPENING:
            opened = mark
        elif opened is not None and opened["before"] == mark["before"]:
            languages = _LANGUAGES.search(mark["before"])
            aside = Aside.SWITCHER if languages else Aside.NOTICE
            for block in blocks:
                if opened.end() <= block.span.start < mark.start():
                    yield id(block), aside
            opened = None


def _leads_in(block: Block) -> bool:
    """Tell whether a paragraph announces the languages that follow it."""
    text = block_prose(block).strip()
    return (
        isinstance(block, Paragraph)
        and text.endswith((":", "："))  # noqa: RUF001 - a wide colon
        and letters_in(text) <= _LEAD_IN_LETTERS
        and not any(isinstance(inline, Link) for inline in block.inlines)
    )


def _is_decoration(block: Block) -> bool:
    """Tell whether a block has no text: a rule, a logo, a row of badges."""
    if isinstance(block, MarkupBlock):
        return block.form == "html" and _NO_TEXT.fullmatch(block.value) is not None
    if isinstance(block, ThematicBreak):
        return True
    return Image in map(type, walk_inlines(*block.inlines)) and not letters_in(
        block_prose(block)
    )
