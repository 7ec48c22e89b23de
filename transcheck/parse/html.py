"""Tags in HTML and JSX: their names and attributes, with places.

Tag syntax is that of CommonMark 0.31 section 6.6, with JSX's attributes in braces.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from transcheck.document import Image, Inline, Link
from transcheck.text import Span

_TAG = re.compile(
    r"<!--[\s\S]*?(?:-->|\Z)"
    r"|<(?P<close>/?)(?P<name>[A-Za-z][\w.:-]*)"
    r"(?P<attributes>(?:\"[^\"]*\"|'[^']*'|[^<>\"'])*)>"
)
_ATTRIBUTE = re.compile(
    r"(?P<name>[A-Za-z_:@][\w.:-]*)"
    r"(?:\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s\"'=<>`{}]+)))?"
)
_IMAGE_TAGS = frozenset({"img", "image"})


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute of a tag.

    Args:
        name: As it is written.
        value: With entities resolved, "" where there is none.
        span: The value in the source, without quotes.
    """

    name: str
    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class Tag:
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
    for match in _TAG.finditer(text, span.start, span.end):
        if match["name"] is None:
            continue
        yield Tag(
            Span(*match.span()),
            match["name"],
            bool(match["close"]),
            tuple(_find_attributes(text, Span(*match.span("attributes")))),
        )


def _find_attributes(text: str, span: Span) -> Iterator[Attribute]:
    for match in _ATTRIBUTE.finditer(text, span.start, span.end):
        group = match.lastgroup or "name"
        if group == "name":
            yield Attribute(match["name"], "", Span(match.end(), match.end()))
        else:
            value = html.unescape(match[group])
            yield Attribute(match["name"], value, Span(*match.span(group)))


def target_of(tag: Tag) -> Link | Image | None:
    """Return the link or image that a tag makes, without children; None if none."""
    if tag.closes:
        return None
    if tag.name.lower() in _IMAGE_TAGS:
        source = tag.get("src")
        if source is None or not source.value:
            return None
        alt = tag.get("alt")
        return Image(
            span=tag.span,
            target=source.value,
            target_span=source.span,
            alt=alt.value if alt else "",
            form="html",
        )
    href = tag.get("href")
    if href is None or not href.value:
        return None
    return Link(span=tag.span, target=href.value, target_span=href.span, form="html")


def find_targets(text: str, span: Span) -> tuple[Inline, ...]:
    """Return the links and images that the tags in a part of a text make."""
    made = (target_of(tag) for tag in find_tags(text, span))
    return tuple(inline for inline in made if inline is not None)
