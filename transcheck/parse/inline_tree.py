"""From inline tokens to the inlines of a document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from mistune.helpers import unescape_char
from mistune.util import unescape
from msgspec import Struct
from msgspec.structs import replace

from transcheck.document import (
    Break,
    CodeSpan,
    Emphasis,
    FootnoteReference,
    Image,
    Inline,
    InlineMarkup,
    Link,
    MarkupText,
    Text,
    WikiLink,
    prose,
)
from transcheck.parse.common_inlines import code_value, read_common
from transcheck.parse.dialects import includes, shortcodes
from transcheck.parse.html import find_tags, target_of, texts_of
from transcheck.parse.inlines import PositionedInlineParser
from transcheck.parse.lines import LineMap
from transcheck.parse.masks import MASK, Masks
from transcheck.parse.references import read_references
from transcheck.text import Span

Token = dict[str, Any]


class Definition(Struct, frozen=True):
    """What a link definition says.

    Args:
        target: Where it leads.
        span: The target in the source.
        title: The title in the source, without quotes, None when there is none.
    """

    target: str
    span: Span
    title: Span | None


def read_target(text: str, span: Span) -> str:
    """Return the target that a span of a text writes, escapes and entities resolved."""
    return unescape(unescape_char(span.cut(text)))


class InlineBuilder:
    """Builds inlines for one file.

    Args:
        text: The decoded file.
        masks: What was masked in it.
        parser: The inline parser.
        env: What the block parser left for it.
        definitions: Targets, places and titles of link definitions by their key.
    """

    def __init__(
        self,
        text: str,
        masks: Masks,
        parser: PositionedInlineParser,
        env: dict[str, Any],
        definitions: dict[str, Definition],
    ) -> None:
        self.text = text
        self._masks = masks
        self._parser = parser
        self._env = env
        self._definitions = definitions

    def build(
        self, source: str, base: int, line_map: LineMap, *, in_table: bool = False
    ) -> tuple[Inline, ...]:
        r"""Parse some text of a block.

        Args:
            source: The text as the block parser cut it out, stripped.
            base: Where it starts in the copy of `line_map`.
            line_map: The way back to the file.
            in_table: It is a cell, where ``\|`` in code is a pipe.
        """
        if not source:
            return ()
        shift = line_map.shift(base, base + len(source))
        if shift is not None:
            common = read_common(source, base + shift, in_table=in_table)
            if common is not None:
                return common
        one = _OneText(self, base, line_map, shift, in_table=in_table)
        return one.inlines(self._parser(source, self._env))

    def masked(self, start: int, end: int) -> list[Inline]:
        """Return a stretch of a line, with what was masked in it written out."""
        inlines: list[Inline] = []
        for mask in self._masks.within(start, end):
            if start < mask.span.start:
                inlines += self._verbatim(start, mask.span.start)
                start = mask.span.start
            span = Span(start, min(mask.span.end, end))
            value = span.cut(self.text)
            texts: tuple[MarkupText, ...] = ()
            if mask.form in {"shortcode", "template"} and "=" in value:
                texts = shortcodes.texts_of(value, span.start)
            inlines.append(
                InlineMarkup(span=span, form=mask.form, value=value, texts=texts)
            )
            start = span.end
        if start < end:
            inlines += self._verbatim(start, end)
        return inlines

    def definition(self, key: str) -> Definition | None:
        """Return the definition of a reference."""
        return self._definitions.get(key)

    def markup(self, span: Span) -> Inline:
        """Return the inline that a piece of HTML makes."""
        value = span.cut(self.text)
        if value.startswith("<!--"):
            form = "include" if includes.is_comment(value) else "comment"
            return InlineMarkup(span=span, form=form, value=value)
        return InlineMarkup(span=span, form="html", value=value)

    def join_html(self, inlines: Sequence[Inline]) -> tuple[Inline, ...]:
        """Make links of ``<a href>`` up to ``</a>``, and images of ``<img>``."""
        joined: list[Inline] = []
        opened: list[int] = []
        for inline in inlines:
            joined.append(inline)
            if not isinstance(inline, InlineMarkup) or inline.form != "html":
                continue
            tag = next(find_tags(self.text, inline.span), None)
            if tag is None:
                continue
            if tag.closes and tag.name.lower() == "a" and opened:
                start = opened.pop()
                link = joined[start]
                if isinstance(link, Link):
                    span = Span(link.span.start, inline.span.end)
                    children = tuple(joined[start + 1 : -1])
                    joined[start:] = [replace(link, span=span, children=children)]
                continue
            made = target_of(self.text, tag)
            if made is not None:
                joined[-1] = made
                if tag.name.lower() == "a":
                    opened.append(len(joined) - 1)
            elif tag.attributes:
                texts = texts_of(self.text, tag)
                if texts:
                    joined[-1] = replace(inline, texts=texts)
        return tuple(joined)

    def _verbatim(self, start: int, end: int) -> Iterator[Text]:
        return read_references(self.text[start:end], Span(start, end))


class _OneText:
    """The tokens of one text, whose places are offsets from a base in a copy."""

    def __init__(
        self,
        builder: InlineBuilder,
        base: int,
        line_map: LineMap,
        shift: int | None,
        *,
        in_table: bool,
    ) -> None:
        self._builder = builder
        self._base = base
        self._map = line_map
        self._in_table = in_table
        self._shift = None if shift is None else base + shift

    def inlines(self, tokens: Sequence[Token]) -> tuple[Inline, ...]:
        made: list[Inline] = []
        has_html = False
        for token in tokens:
            if token["type"] == "text":
                made.extend(self._text(token))
            else:
                made.append(self._inline(token))
                has_html = has_html or token["type"] == "inline_html"
        return self._builder.join_html(made) if has_html else tuple(made)

    def _span(self, place: tuple[int, int]) -> Span:
        if self._shift is not None:
            return Span(place[0] + self._shift, place[1] + self._shift)
        return self._map.span(self._base + place[0], self._base + place[1])

    def _text(self, token: Token) -> list[Inline]:
        made: list[Inline] = []
        for value, start, end in token["pieces"]:
            span = self._span((start, end))
            if MASK in value:
                made.extend(self._builder.masked(span.start, span.end))
            elif "&" in value and len(value) == span.end - span.start:
                made.extend(read_references(value, span))
            else:
                made.append(Text(span=span, value=value))
        return made

    def _inline(self, token: Token) -> Inline:
        span = self._span(token["span"])
        kind = token["type"]
        if kind == "link":
            return self._link(token, span)
        if kind == "image":
            return self._image(token, span)
        if kind == "wikilink":
            place = self._span(token["name"])
            return WikiLink(
                span=span,
                children=self.inlines(token["children"]),
                target=place.cut(self._builder.text),
                target_span=place,
                embedded=token["embedded"],
            )
        if "children" not in token:
            return self._leaf(kind, token, span)
        children = self.inlines(token["children"])
        width = 1 if kind == "emphasis" else 2
        marker = Span(span.start, span.start + width).cut(self._builder.text)
        return Emphasis(span=span, children=children, marker=marker)

    def _leaf(self, kind: str, token: Token, span: Span) -> Inline:
        if kind == "codespan":
            return CodeSpan(span=span, value=self._code(token))
        if kind == "footnote_ref":
            return FootnoteReference(span=span, label=token["label"])
        if kind == "inline_html":
            return self._builder.markup(span)
        return Break(span=span, hard=kind == "linebreak")

    def _code(self, token: Token) -> str:
        start, end = token["span"]
        source = self._map.restore(self._base + start, self._base + end)
        ticks = len(source) - len(source.lstrip("`"))
        code = source[ticks : len(source) - ticks]
        return code_value(code, in_table=self._in_table)

    def _link(self, token: Token, span: Span) -> Link:
        if "target" not in token and "label" not in token:
            inner = Span(span.start + 1, span.end - 1)
            target = inner.cut(self._builder.text)
            text = Text(span=inner, value=target)
            if ":" not in target:
                target = f"mailto:{target}"
            return Link(
                span=span,
                children=(text,),
                target=target,
                target_span=inner,
                form="autolink",
            )
        return Link(
            span=span,
            children=self.inlines(token["children"]),
            label=token.get("label"),
            **self._aim(token),
        )

    def _image(self, token: Token, span: Span) -> Image:
        children = self.inlines(token["children"])
        return Image(
            span=span,
            children=children,
            alt=prose(*children),
            label=token.get("label"),
            **self._aim(token),
        )

    def _aim(self, token: Token) -> dict[str, Any]:
        """Return where a link or an image leads, as its node has it."""
        text = self._builder.text
        title: Span | None = None
        if "target" in token:
            form, place = "inline", self._span(token["target"])
            target = read_target(text, place)
            if token.get("title"):
                title = self._span(token["title"])
        else:
            form = "reference"
            definition = self._builder.definition(token["ref"])
            if definition is None:
                return {
                    "form": form,
                    "target": token["attrs"]["url"],
                    "target_span": None,
                }
            target, place = definition.target, definition.span
            title = definition.title
        return {
            "form": form,
            "target": target,
            "target_span": place,
            "title": None if title is None else read_target(text, title),
            "title_span": title,
        }
