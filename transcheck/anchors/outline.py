"""What of a document can be the target of a fragment, small and picklable."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

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
    blocks_of,
    holders,
)
from transcheck.patterns import late_regex
from transcheck.targets import loose
from transcheck.text import Span

# The value of an attribute, after its name.
_VALUE = late_regex(
    r"""=(?=\s{0,3}(?:"([^"\r\n]*)"|'([^'\r\n]*)'"""
    r"""|\{\s*["'`]([^"'`\r\n]*)["'`]\s*\}|([^\s"'<>=`{}]+)))"""
)
# Attributes that are ids, of elements and components; lists of attributes; targets of
# MyST. What only looks like one makes a rule miss a broken link, no more.
_IDS = ("id", "name", "anchor", "slug")
_ATTRIBUTES = late_regex(r"\{:?[^{}\r\n#]{0,200}#([^\s{}]{1,200})[^{}\r\n]{0,200}\}")
_TARGET = late_regex(r"^\(([^()\r\n]+)\)=[ \t]*$", re.MULTILINE)
# Attributes whose text some components make an id of.
_TITLES = (
    "title",
    "label",
    "heading",
    "header",
    "path",
    "query",
    "body",
    "value",
    "text",
)
_MOST_SPACES = 3
_LONGEST_NAME = max(map(len, (*_IDS, *_TITLES))) + _MOST_SPACES
_COMMENT = late_regex(r"<!--[\s\S]*?(?:-->|\Z)|\{/\*[\s\S]*?(?:\*/\}|\Z)")
_HEADING_TAG = late_regex(
    r"<h[1-6](?P<attributes>[^<>]{0,500})>(?P<text>[\s\S]{0,500}?)</h[1-6]\s*>",
    re.IGNORECASE,
)
_TAG = late_regex(r"<[^<>]*>")
_ID_ATTRIBUTE = late_regex(r"""\bid\s*=\s*["']([^"']*)["']""", re.IGNORECASE)
_MARKS = late_regex(r"[*`]|\]\([^()\s]*\)|\[")
_SHORTCODE_NAME = late_regex(r":[a-z0-9_+-]+:")
# A page pulled in may bring headings; code does not.
_PAGE = late_regex(r"\.(?:mdx?|markdown|html?|rst|txt|njk|liquid)\b|^[^.]*$")
_PULLS_IN = frozenset({"directive", "template", "shortcode", "expression", "module"})
_PAGE_MODULE = late_regex(r"\.mdx?[\"']")
_CUSTOM_TAG = late_regex(r"<[A-Z][^<>]*/>")


class Outline(Struct, frozen=True, array_like=True, gc=False, kw_only=True):
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
    source = _Source(document)
    if "</h" in text or "</H" in text:
        titles += _html_titles(source)
        titles.sort(key=lambda title: title.start)
    return Outline(
        titles=tuple(titles),
        ids=frozenset(source.ids()),
        words=frozenset(_other_words(document, titles, source)) - {""},
        complete=all(title.clear for title in titles)
        and not any(map(_stands_for_page, blocks_of(document, Component)))
        and not any(map(_brings_ids, blocks_of(document, MarkupBlock)))
        and not any(map(_has_component, holders(document, InlineMarkup))),
    )


class _Spans:
    """Parts of a text that do not overlap, and tell what is in them."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans)
        self._starts = [span.start for span in self._spans]

    def __contains__(self, offset: int) -> bool:
        at = bisect_right(self._starts, offset) - 1
        return at >= 0 and offset < self._spans[at].end


class _Source:
    """What the source of a document says of ids, outside of code and comments."""

    def __init__(self, document: Document) -> None:
        self.text = document.text
        code = [block.span for block in document.code_blocks]
        code += [inline.span for inline in document.code_spans]
        self.code = _Spans(code)
        has_comments = "<!--" in self.text or "{/*" in self.text
        comments = _COMMENT.finditer(self.text) if has_comments else ()
        self._comments = _Spans(Span(*comment.span()) for comment in comments)

    def ids(self) -> Iterator[str]:
        """Yield what looks like an id."""
        yield from self.values(_IDS)
        found = list(_ATTRIBUTES.finditer(self.text))
        if ")=" in self.text:
            found += _TARGET.finditer(self.text)
        for match in found:
            if self._counts(match.start()):
                yield html.unescape(match[1])

    def values(self, names: tuple[str, ...]) -> Iterator[str]:
        """Yield the values of attributes whose names end in one of some."""
        end = 0
        for match in _VALUE.finditer(self.text):
            at = match.start()
            before = self.text[max(0, at - _LONGEST_NAME) : at]
            name = before.rstrip()
            if at < end or len(before) - len(name) > _MOST_SPACES:
                continue
            if name.lower().endswith(names):
                end = match.end(match.lastindex or 0)
                value = match[match.lastindex or 0]
                if value and self._counts(at):
                    yield html.unescape(value)

    def _counts(self, offset: int) -> bool:
        return offset not in self.code and offset not in self._comments


def _html_titles(source: _Source) -> Iterator[Title]:
    for match in _HEADING_TAG.finditer(source.text):
        if match.start() in source.code:
            continue
        anchor = _ID_ATTRIBUTE.search(match["attributes"])
        title = _TAG.sub("", match["text"])
        said = html.unescape(_MARKS.sub("", title)).strip()
        yield Title(
            text=said,
            written=title.strip(),
            anchor=anchor[1] if anchor else None,
            start=match.start(),
        )


def _other_words(
    document: Document, titles: list[Title], source: _Source
) -> Iterator[str]:
    for title in titles:
        if ":" in title.text:
            yield loose(_SHORTCODE_NAME.sub("", title.text))
    if document.frontmatter is not None:
        for entry in document.frontmatter.entries:
            if entry.path == ("title",) and entry.value:
                yield loose(entry.value)
    for block in blocks_of(document, Callout):
        if block.title:
            yield loose(block_prose(block))
    if "<" in document.text:
        yield from map(loose, source.values(_TITLES))


def _stands_for_page(block: Component) -> bool:
    """Tell whether a component may stand for text with headings of its own."""
    return not block.blocks and block.name[:1].isupper()


def _brings_ids(block: MarkupBlock) -> bool:
    """Tell whether markup may stand for text with headings of its own."""
    if block.form == "module":
        return _PAGE_MODULE.search(block.value) is not None
    if block.form == "include":
        return _PAGE.search(block.value) is not None
    if block.form == "html":
        return _CUSTOM_TAG.search(block.value) is not None
    return block.form in _PULLS_IN


def _has_component(block: Block) -> bool:
    """Tell whether a text has an element that stands for something."""
    return any(
        isinstance(inline, InlineMarkup)
        and inline.form == "html"
        and _CUSTOM_TAG.search(inline.value) is not None
        for inline in block_inlines(block)
    )
