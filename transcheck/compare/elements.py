"""The tags of HTML and of components, in Markdown and in MDX."""

from __future__ import annotations

from collections.abc import Iterator

from transcheck.compare.tags import Argument, Tag
from transcheck.document import (
    Block,
    Component,
    Document,
    Image,
    InlineMarkup,
    Link,
    MarkupBlock,
    Text,
    block_inlines,
    blocks_with,
)
from transcheck.parse.dialects.mdx import tag_end
from transcheck.parse.expressions import expression_end
from transcheck.patterns import late_regex
from transcheck.text import Span

_START = late_regex(r"<!--[\s\S]*?(?:-->|\Z)|<(?P<slash>/?)(?P<name>[^\W\d_][\w.:-]*)")
_ATTRIBUTE = late_regex(
    r"(?P<key>[^\s\"'<>/={}]+)(?:\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'"
    r"|(?P<brace>\{)|(?P<bare>[^\s\"'=<>`{}]+)))?"
)
# What no tag holds outside its quotes and braces: it ran on past its line.
_RUN_ON = late_regex(r"<|\n[ \t]*\n")

# https://html.spec.whatwg.org/multipage/indices.html#elements-3, and what browsers
# still know: what is closed, what is not, and what may be (section 13.1.2.4).
_CLOSED_NAMES = """
a abbr address article aside audio b bdi bdo big blockquote button canvas center cite
code data datalist del details dfn dialog div dl em fieldset figcaption figure font
footer form h1 h2 h3 h4 h5 h6 header hgroup i iframe ins kbd label legend main map mark
marquee math menu meter nav noscript object ol output picture pre progress q ruby s samp
script search section select small span strike strong style sub summary sup svg table
template textarea time title tt u ul var video
"""
_ANGLE = late_regex("<")
# Of a component whose name was translated, a text to every parser.
_STRANGE = late_regex(r"</?(?![\x00-\x7f])[^\W\d_]")
_VOID_NAMES = "area base br col embed hr img input link meta param source track wbr"
_OPEN_NAMES = """
body caption colgroup dd dt head html li optgroup option p rp rt tbody td tfoot th thead
tr
"""
# What Markdown or Unicode writes in another way, what a language needs of its own, and
# what only wraps: a translation may have more of them, or fewer.
_OPTIONAL_NAMES = """
a article b bdi bdo big blockquote br center cite code del div dl em font h1 h2 h3 h4 h5
h6 hr i img main mark ol pre q ruby s section small span strike strong sub sup table tt
u ul wbr
"""
_CLOSED = frozenset(_CLOSED_NAMES.split())
_KNOWN = _CLOSED | frozenset((_VOID_NAMES + _OPEN_NAMES).split())
OPTIONAL = frozenset((_OPEN_NAMES + _OPTIONAL_NAMES).split())


def read_elements(document: Document) -> list[Tag]:
    """Return the tags of HTML's elements in a document's text, in order."""
    return [tag for tag in document.once(_read) if tag.family == "element"]


def read_components(document: Document) -> list[Tag]:
    """Return the tags of components in a document's text, in order.

    Outside MDX a bare word in angle brackets, ``<Name>``, is none: it is something that
    the reader fills in.
    """
    tags = [tag for tag in document.once(_read) if tag.family == "component"]
    if _is_mdx(document):
        return tags
    closed = {tag.name for tag in tags if tag.closes}
    return [
        tag
        for tag in tags
        if tag.name in closed or tag.arguments or tag.source.endswith("/>")
    ]


def _read(document: Document) -> list[Tag]:
    places = _mdx_places if _is_mdx(document) else _places
    tags = {
        tag.span.start: tag
        for block in blocks_with(document, _ANGLE)
        for place in places(document.text, block)
        for tag in _tags(document.text, place)
    }
    return [tags[start] for start in sorted(tags)]


def _is_mdx(document: Document) -> bool:
    return document.path.lower().endswith(".mdx")


def _places(text: str, block: Block) -> Iterator[Span]:
    """Yield where a block has tags."""
    if isinstance(block, MarkupBlock):
        if block.form == "html":
            yield block.span
        return
    if isinstance(block, Component):
        yield block.opening
        yield _closing(text, Span(block.opening.end, block.span.end))
    started = block.span.start
    for inline in block_inlines(block):
        if isinstance(inline, (Link, Image)) and inline.form == "html":
            opening = tag_end(text, inline.span.start)
            end = opening[1] if opening else inline.span.end
            yield Span(inline.span.start, end)
            yield _closing(text, Span(end, inline.span.end))
        elif isinstance(inline, InlineMarkup) and inline.form == "html":
            # A tag of several lines is a node for each.
            if inline.value.startswith("<"):
                started = inline.span.start
            if inline.value.endswith(">"):
                yield Span(started, inline.span.end)


def _mdx_places(text: str, block: Block) -> Iterator[Span]:
    """Yield where a block has tags, and text with a tag whose name was translated."""
    yield from _places(text, block)
    for inline in block_inlines(block):
        if isinstance(inline, Text) and _STRANGE.search(
            text, inline.span.start, inline.span.end
        ):
            yield inline.span


def _closing(text: str, place: Span) -> Span:
    """Return the closing tag at the end of a place, an empty span where none is."""
    start = text.rfind("</", place.start, place.end)
    return Span(start if start >= 0 else place.end, place.end)


def _tags(text: str, place: Span) -> Iterator[Tag]:
    at = place.start
    while match := _START.search(text, at, place.end):
        at = match.end()
        name = match["name"]
        if name is None:
            continue
        if text.find(">", at, place.end) < 0:
            return
        measured = tag_end(text, match.start())
        family = _family(name)
        if family is None or measured is None or measured[1] > place.end:
            continue
        closes = bool(match["slash"])
        span = Span(match.start(), measured[1])
        rest = Span(match.end(), span.end - 1)
        arguments = () if closes else tuple(_attributes(text, rest))
        if _runs_on(text, rest, arguments):
            continue
        at = span.end
        key = name.lower() if family == "element" else name
        ending = "/>" if measured[2] else ">"
        yield Tag(
            family,
            key,
            Span(*match.span("name")),
            span,
            span.cut(text),
            ("</" if closes else "<", ending),
            closes,
            void=measured[2] or (family == "element" and key not in _CLOSED),
            rest=Span(match.end(), span.end - len(ending)),
            arguments=arguments,
        )
        # Texts in parameters may hold tags of their own.
        for one in arguments:
            if "<" in one.value:
                yield from _tags(text, one.span)


def _family(name: str) -> str | None:
    if name.lower() in _KNOWN and (name.islower() or name.isupper()):
        return "element"
    if name[0].isupper() or "-" in name or "." in name or not name[0].isascii():
        return "component"
    return None


def _runs_on(text: str, place: Span, arguments: tuple[Argument, ...]) -> bool:
    """Tell whether a tag holds what belongs to the text after it."""
    if not _RUN_ON.search(text, place.start, place.end):
        return False
    inside = list(place.cut(text))
    for one in arguments:
        if one.quoted or one.value.startswith("{"):
            start, end = one.span.start - place.start, one.span.end - place.start
            inside[start:end] = " " * (end - start)
    return _RUN_ON.search("".join(inside)) is not None


def _attributes(text: str, place: Span) -> Iterator[Argument]:
    at = place.start
    while match := _ATTRIBUTE.search(text, at, place.end):
        at = match.end()
        group = match.lastgroup or "key"
        key_span, span = Span(*match.span("key")), Span(*match.span(group))
        if group == "key":
            span = Span(at, at)
        elif group == "brace":
            end = expression_end(text, span.start)
            span = Span(span.start, min(end or at, place.end))
            at = span.end
        quoted = group in {"double", "single"}
        yield Argument(match["key"], span.cut(text), quoted, key_span, span)
