"""Tags in HTML and JSX: their names and attributes, with places.

Tag syntax is that of CommonMark 0.31 section 6.6, with JSX's expressions in braces.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from msgspec import Struct

from transcheck.document import Image, Link, MarkupText
from transcheck.parse.expressions import expression_end, find_texts, holds_words
from transcheck.patterns import late_regex
from transcheck.text import Span

_OPENING = late_regex(
    r"<!--[\s\S]*?(?:-->|\Z)|<(?P<close>/?)(?P<name>[A-Za-z][\w.:-]*)"
)
_PART = late_regex(
    r"[\s/]*(?:(?P<end>>)|(?P<brace>\{)|(?P<name>[^\s\"'<>/={}]+)"
    r"(?:\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'"
    r"|(?P<bare>[^\s\"'=<>`{}]+)|(?P<value>\{)))?)"
)
_MOST_ATTRIBUTES = 200
_DATA = late_regex(r"\sclass=[\"']?(?:[\w-]+\s+)*dataframe\b")
# Elements of running text: the words around them belong together.
INLINE_TAGS = frozenset(
    {
        *("a", "abbr", "b", "bdi", "bdo", "big", "br", "cite", "code", "del", "dfn"),
        *("em", "font", "i", "img", "ins", "kbd", "mark", "q", "s", "samp", "small"),
        *("span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr"),
    }
)
_IMAGE_TAGS = frozenset({"img", "image"})


class Attribute(Struct, frozen=True):
    """An attribute of a tag.

    Args:
        name: As it is written.
        value: With entities resolved, "" where there is none; of an expression the
            source, braces included.
        span: The value in the source, without quotes.
        is_expression: It is an expression of JSX.
    """

    name: str
    value: str
    span: Span
    is_expression: bool = False


class Tag(Struct, frozen=True):
    """A tag in the source.

    Args:
        span: From ``<`` to past ``>``.
        name: As it is written.
        closes: It is a closing tag.
        attributes: In the order of the source.
    """

    span: Span
    name: str
    closes: bool
    attributes: tuple[Attribute, ...]

    def get(self, name: str) -> Attribute | None:
        """Return an attribute by its lower-case name, None where it is not there."""
        for attribute in self.attributes:
            if attribute.name.lower() == name:
                return attribute
        return None


def find_tags(text: str, span: Span) -> Iterator[Tag]:
    """Yield the tags in a part of a text, in order; those in comments are left out."""
    at = span.start
    while opening := _OPENING.search(text, at, span.end):
        at = opening.end()
        if opening["name"] is None:
            continue
        tag = _read_tag(text, opening, span.end)
        if tag is not None:
            yield tag
            at = tag.span.end


def _read_tag(text: str, opening: re.Match[str], limit: int) -> Tag | None:
    """Read the attributes of a tag; None where it has no end."""
    attributes: list[Attribute] = []
    at = opening.end()
    while len(attributes) < _MOST_ATTRIBUTES:
        part = _PART.match(text, at, limit)
        if part is None:
            return None
        at = part.end()
        kind = part.lastgroup
        if kind == "end":
            return Tag(
                Span(opening.start(), at),
                opening["name"],
                bool(opening["close"]),
                tuple(attributes),
            )
        if kind in {"brace", "value"}:
            end = expression_end(text, at - 1)
            if end is None or end > limit:
                return None
            if kind == "value":
                place = Span(at - 1, end)
                attributes.append(
                    Attribute(part["name"], place.cut(text), place, is_expression=True)
                )
            at = end
        elif kind == "name":
            attributes.append(Attribute(part["name"], "", Span(at, at)))
        elif kind is not None:
            value = html.unescape(part[kind])
            attributes.append(Attribute(part["name"], value, Span(*part.span(kind))))
    return None


def holds_data(source: str) -> bool:
    """Tell whether an opening tag is that of a table as pandas prints it.

    It is the output of code, and no prose whatever language its cells are in.
    """
    return _DATA.search(source) is not None


def target_of(text: str, tag: Tag) -> Link | Image | None:
    """Return the link or image that a tag makes, without children; None if none."""
    if tag.closes:
        return None
    if tag.name.lower() in _IMAGE_TAGS:
        source = tag.get("src")
        if source is None or not source.value or source.is_expression:
            return None
        alt = tag.get("alt")
        return Image(
            span=tag.span,
            target=source.value,
            target_span=source.span,
            alt=alt.value if alt and not alt.is_expression else "",
            form="html",
            texts=texts_of(text, tag),
        )
    href = tag.get("href")
    if href is None or not href.value or href.is_expression:
        return None
    return Link(
        span=tag.span,
        target=href.value,
        target_span=href.span,
        form="html",
        texts=texts_of(text, tag),
    )


def targets_of(text: str, tag: Tag) -> tuple[Link | Image, ...]:
    """Return the link or image that a tag makes, else those in its expressions.

    Args:
        text: What the tag was found in.
        tag: The tag.
    """
    own = target_of(text, tag)
    if own is not None:
        return (own,)
    return tuple(
        target
        for attribute in tag.attributes
        if attribute.is_expression
        for inner in find_tags(text, attribute.span)
        if (target := target_of(text, inner)) is not None
    )


def texts_of(text: str, tag: Tag) -> tuple[MarkupText, ...]:
    """Return the words in the attributes of a tag.

    Args:
        text: What the tag was found in.
        tag: The tag.
    """
    texts: list[MarkupText] = []
    for attribute in tag.attributes:
        if attribute.is_expression:
            texts += find_texts(text, attribute.span, attribute.name)
        elif holds_words(attribute.name, attribute.value):
            value = attribute.span.cut(text)
            texts.append(
                MarkupText(span=attribute.span, name=attribute.name, value=value)
            )
    return tuple(texts)
