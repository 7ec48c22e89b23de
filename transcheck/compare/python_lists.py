"""Lists of CommonMark that Python-Markdown, and so MkDocs, takes for something else.

It takes a list for text where no blank line stands between it and a paragraph, and a
list in an item for more items where it is indented by less than four columns. Sources:
python-markdown.github.io, "Differences" and "Syntax rules"; tried with version 3.10.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from msgspec import Struct

from transcheck.align.model import Pair
from transcheck.compare.counterparts import by_translation
from transcheck.compare.renderer import PYTHON_MARKDOWN, renderer_of
from transcheck.document import (
    Block,
    Document,
    ListBlock,
    ListItem,
    Paragraph,
    blocks_of,
)
from transcheck.patterns import late_regex

INDENT = 4
"""By how many columns a list in an item is indented, and how wide a tab is."""

_BREAK = late_regex(r"(?P<end>[ \t]*(?:\r\n?|\n))[ \t>]*\Z")
_REACH = 200  # characters before a list, where its prefixes and its indent are


class MisreadList(Struct, frozen=True):
    """A list that is one in the original, and not in the translation.

    Args:
        block: The list.
        key: The key of its pair.
        indent: By how many columns it is indented in its item, None where it is glued
            to the paragraph before it.
    """

    block: Block
    key: str
    indent: int | None


def misread_lists(pair: Pair) -> Iterator[MisreadList]:
    """Yield the lists of a translation that its renderer misreads, outermost ones.

    Where the original does anywhere what would be wrong, an extension may allow it.

    Args:
        pair: The page and its original.
    """
    document = pair.translation
    if renderer_of(document, pair.surroundings) not in PYTHON_MARKDOWN:
        return
    aligned = by_translation(pair)
    lists = blocks_of(document, ListBlock)
    theirs = _read(document) if lists else _NONE
    if not theirs.glued and min(theirs.indents.values(), default=INDENT) >= INDENT:
        return
    ours = _read(pair.original)
    end = 0
    for block in lists:
        one = aligned.get(id(block))
        if one is None or one.original is None or block.span.start < end:
            continue
        start = block.span.start
        indent = theirs.indents.get(start)
        if start in theirs.glued and not ours.glued:
            yield MisreadList(block, one.key, None)
        elif indent is not None and _is_lost(indent, one.original, ours):
            yield MisreadList(block, one.key, indent)
        else:
            continue
        end = block.span.end


def _is_lost(indent: int, original: Block, ours: _Lists) -> bool:
    """Tell whether a list in an item is none, and the original's is one."""
    return (
        indent < INDENT
        and original.span.start in ours.indents
        and min(ours.indents.values()) >= INDENT
    )


class _Lists(NamedTuple):
    """Where the lists of a document begin.

    Args:
        glued: Those that follow a paragraph without a blank line.
        indents: Those in an item, and by how many columns they are indented in it.
    """

    glued: frozenset[int]
    indents: dict[int, int]


_NONE = _Lists(frozenset(), {})


def _read(document: Document) -> _Lists:
    text = document.text
    paragraphs = {block.span.end for block in blocks_of(document, Paragraph)}
    lists = [block.span.start for block in blocks_of(document, ListBlock)]
    indents: dict[int, int] = {}
    for block in blocks_of(document, ListItem):
        for inner in block.blocks:
            if isinstance(inner, ListBlock):
                columns = _column(text, inner.span.start)
                columns -= _column(text, block.span.start)
                indents[inner.span.start] = columns
    glued = {
        start
        for start in lists
        if start not in indents and _end_above(text, start) in paragraphs
    }
    return _Lists(frozenset(glued), indents)


def _column(text: str, offset: int) -> int:
    """Return how many columns stand before an offset in its line, tabs expanded."""
    before = text[max(0, offset - _REACH) : offset]
    line = max(before.rfind("\n"), before.rfind("\r")) + 1
    return len(before[line:].expandtabs(INDENT))


def _end_above(text: str, offset: int) -> int | None:
    """Return where the line above ends, None where that is not right above."""
    start = max(0, offset - _REACH)
    found = _BREAK.search(text[start:offset])
    return None if found is None else start + found.start()
