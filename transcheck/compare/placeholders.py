"""Names in a text that a tool replaces: ``{name}``, ``{root:/to}``, ``%s``."""

from __future__ import annotations

from collections.abc import Iterator

from transcheck.compare.tags import Tag
from transcheck.compare.template_tags import read_template_tags
from transcheck.document import (
    Document,
    InlineMarkup,
    MarkupBlock,
    Text,
    block_inlines,
    blocks_with,
)
from transcheck.patterns import late_regex
from transcheck.text import Span

_SIGN = late_regex("[{%]")
_PLACEHOLDER = late_regex(
    r"(?P<dollar>\$\{)(?P<variable>[^\W\d][\w.-]*)\}"
    r"|%\((?P<python>[^\W\d]\w*)\)[sdif](?![A-Za-z0-9_])"
    r"|(?<![A-Za-z0-9_%])%(?P<printf>(?:\d\$)?[sd])(?![A-Za-z0-9_%])"
    r"|(?<![A-Za-z0-9_%])%(?P<windows>[A-Z][A-Z_]+)%(?![A-Za-z0-9_])"
    r"|(?<![A-Za-z0-9_${#])\{(?P<brace>[^\W\d]\w*(?:\.\w+)*)(?::/[\w./-]*)?\}"
)


def read_placeholders(document: Document) -> list[Tag]:
    """Return the placeholders in a document's text, in order.

    Those in code are the code's; those in the targets of links are compared there.
    """
    text = document.text
    blocks = blocks_with(document, _SIGN)
    if not blocks:
        return []
    found = [tag for tag in read_template_tags(document) if tag.family == "placeholder"]
    for block in blocks:
        if isinstance(block, MarkupBlock) and block.form == "expression":
            found += _find(text, block.span)
            continue
        for inline in block_inlines(block):
            if isinstance(inline, Text) or (
                isinstance(inline, InlineMarkup) and inline.form == "expression"
            ):
                found += _find(text, inline.span)
    return sorted(found, key=lambda tag: tag.span.start)


def _find(text: str, place: Span) -> Iterator[Tag]:
    for match in _PLACEHOLDER.finditer(text, place.start, place.end):
        group = match.lastgroup or "brace"
        name = Span(*match.span(group))
        span = Span(*match.span())
        opening = text[span.start : name.start]
        ending = text[name.end : span.end]
        yield Tag(
            "placeholder",
            f"{opening}{name.cut(text)}{ending}",
            name,
            span,
            match[0],
            (opening, ending),
            closes=False,
            void=True,
            rest=Span(name.end, name.end),
        )
