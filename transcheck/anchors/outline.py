"""What of a document can be the target of a fragment, small and picklable."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Iterator

from msgspec import Struct

from transcheck.anchors.title import Title, read_title
from transcheck.document import (
    Block,
    Callout,
    Component,
    Document,
    InlineMarkup,
    MarkupBlock,
    block_inlines,
    block_prose,
    document_blocks,
)
from transcheck.targets import loose
from transcheck.text import Span

_COMMENT = r"<!--[\s\S]*?(?:-->|\Z)|\{/\*[\s\S]*?(?:\*/\}|\Z)"
_VALUE = (
    r"""\s{0,3}=\s{0,3}(?:"([^"\r\n]*)"|'([^'\r\n]*)'"""
    r"""|\{\s*["'`]([^"'`\r\n]*)["'`]\s*\}|([^\s"'<>=`{}]+))"""
)
# Attributes that are ids, of elements and components; lists of attributes; targets of
# MyST. What only looks like one makes a rule miss a broken link, no more.
_IDS = re.compile(
    rf"{_COMMENT}|(?:id|name|anchor|slug){_VALUE}"
    r"|\{:?[^{}\r\n#]{0,200}#([^\s{}]{1,200})[^{}\r\n]{0,200}\}"
    r"|^\(([^()\r\n]+)\)=[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_HAS_IDS = re.compile(r"(?:id|name|anchor|slug)\s{0,3}=|\{:?[^{}\r\n#]{0,200}#|\)=")
# Attributes whose text some components make an id of.
_TITLES = re.compile(
    rf"{_COMMENT}|(?:title|label|heading|header|path|query|body|value|text){_VALUE}",
    re.IGNORECASE,
)
_HEADING_TAG = re.compile(
    r"<h[1-6](?P<attributes>[^<>]{0,500})>(?P<text>[\s\S]{0,500}?)</h[1-6]\s*>",
    re.IGNORECASE,
)
_TAG = re.compile(r"<[^<>]*>")
_ID_ATTRIBUTE = re.compile(r"""\bid\s*=\s*["']([^"']*)["']""", re.IGNORECASE)
_MARKS = re.compile(r"[*`]|\]\([^()\s]*\)|\[")
_SHORTCODE_NAME = re.compile(r":[a-z0-9_+-]+:")
# A page pulled in may bring headings; code does not.
_PAGE = re.compile(r"\.(?:mdx?|markdown|html?|rst|txt|njk|liquid)\b|^[^.]*$")
_PULLS_IN = frozenset({"directive", "template", "shortcode", "expression", "module"})
_PAGE_MODULE = re.compile(r"\.mdx?[\"']")
_CUSTOM_TAG = re.compile(r"<[A-Z][^<>]*/>")


class Outline(Struct, frozen=True, kw_only=True):
    """What of a document can be the target of a fragment.

    Args:
        titles: The headings in the order of the file, those in HTML included.
        ids: The ids that are written elsewhere than with a Markdown heading.
        words: The letters and digits, as `loose` gives them, of other texts that a
            site may make an id of: the page's title, titles of tabs and components.
        complete: Nothing in the document may bring ids that cannot be seen.
    """

    titles: tuple[Title, ...]
    ids: frozenset[str]
    words: frozenset[str]
    complete: bool


def read_outline(document: Document) -> Outline:
    """Return what of a document can be the target of a fragment."""
    text = document.text
    titles = [read_title(heading, text) for heading in document.headings]
    hidden = _Hidden(document)
    if "</h" in text or "</H" in text:
        titles += _html_titles(text, hidden)
        titles.sort(key=lambda title: title.start)
    ids: frozenset[str] = frozenset()
    if _HAS_IDS.search(text):
        ids = frozenset(_find(_IDS, text, hidden))
    blocks = tuple(document_blocks(document))
    return Outline(
        titles=tuple(titles),
        ids=ids,
        words=frozenset(_other_words(document, blocks, titles, hidden)) - {""},
        complete=all(title.clear for title in titles)
        and not any(map(_brings_ids, blocks)),
    )


class _Hidden:
    """Tells what is code, so that what looks like an id in it is none."""

    def __init__(self, document: Document) -> None:
        spans = [block.span for block in document.code_blocks]
        spans += [inline.span for inline in document.code_spans]
        self._spans: list[Span] = sorted(spans)
        self._starts = [span.start for span in self._spans]

    def __contains__(self, offset: int) -> bool:
        at = bisect_right(self._starts, offset) - 1
        return at >= 0 and offset < self._spans[at].end


def _find(pattern: re.Pattern[str], text: str, hidden: _Hidden) -> Iterator[str]:
    for match in pattern.finditer(text):
        value = match[match.lastindex] if match.lastindex else ""
        if value and match.start() not in hidden:
            yield html.unescape(value)


def _html_titles(text: str, hidden: _Hidden) -> Iterator[Title]:
    for match in _HEADING_TAG.finditer(text):
        if match.start() in hidden:
            continue
        anchor = _ID_ATTRIBUTE.search(match["attributes"])
        source = _TAG.sub("", match["text"])
        said = html.unescape(_MARKS.sub("", source)).strip()
        yield Title(
            text=said,
            described=said,
            source=source.strip(),
            anchor=anchor[1] if anchor else None,
            start=match.start(),
        )


def _other_words(
    document: Document, blocks: tuple[Block, ...], titles: list[Title], hidden: _Hidden
) -> Iterator[str]:
    for title in titles:
        if ":" in title.text:
            yield loose(_SHORTCODE_NAME.sub("", title.text))
    if document.frontmatter is not None:
        for entry in document.frontmatter.entries:
            if entry.path == ("title",) and entry.value:
                yield loose(entry.value)
    for block in blocks:
        if isinstance(block, Callout) and block.title:
            yield loose(block_prose(block))
    if "<" in document.text:
        yield from map(loose, _find(_TITLES, document.text, hidden))


def _brings_ids(block: Block) -> bool:
    """Tell whether a block may stand for text with headings of its own."""
    if isinstance(block, Component):
        return not block.blocks and block.name[:1].isupper()
    if isinstance(block, MarkupBlock):
        if block.form == "module":
            return _PAGE_MODULE.search(block.value) is not None
        if block.form == "include":
            return _PAGE.search(block.value) is not None
        if block.form == "html":
            return _CUSTOM_TAG.search(block.value) is not None
        return block.form in _PULLS_IN
    return any(
        isinstance(inline, InlineMarkup)
        and inline.form == "html"
        and _CUSTOM_TAG.search(inline.value) is not None
        for inline in block_inlines(block)
    )
