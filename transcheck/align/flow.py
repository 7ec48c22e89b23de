"""The blocks that take part in alignment, in the order a reader meets them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from transcheck.document import (
    Block,
    Break,
    Component,
    Inline,
    InlineMarkup,
    LinkDefinition,
    MarkupBlock,
    Paragraph,
    Text,
)
from transcheck.patterns import late_regex

# Nobody misses these: a comment, attributes and imports say nothing to the reader,
# and whether a link is written with a definition is the writer's business.
UNSEEN_FORMS = frozenset({"comment", "attributes", "module"})
# Elements that only wrap: a page in <div dir="rtl"> holds what the original holds.
_WRAPPERS = frozenset(
    {"", "article", "center", "div", "main", "p", "section", "small", "span"}
)
_VOID = late_regex(
    r"(?:\s|&nbsp;|<br\s*/?>"
    r"|</?(?:article|center|div|main|p|section|small|span)(?:\s[^<>]*)?>)*",
    re.IGNORECASE,
)
# What closes an element or a shortcode goes with what opened it.
_CLOSING = late_regex(
    r"\s*(?:</[\w.:-]+\s*>\s*|\{\{[%<]\s*/[^{}]*\}\}\s*|\{%-?\s*end[^{}]*%\}\s*)+"
)


def flow(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks that take part in alignment, those in wrappers included.

    Nobody misses the others: comments, attributes, imports, link definitions, empty
    markup, closing tags and elements that only wrap.
    """
    for block in blocks:
        if type(block) is Component and block.name.lower() in _WRAPPERS:
            yield from flow(block.blocks)
        elif _counts(block):
            yield block


def _counts(block: Block) -> bool:
    if type(block) is Paragraph:
        return any(map(_is_seen, block.inlines))
    if type(block) is MarkupBlock:
        return block.form not in UNSEEN_FORMS and not any(
            pattern.fullmatch(block.value) for pattern in (_VOID, _CLOSING)
        )
    return type(block) is not LinkDefinition


def _is_seen(inline: Inline) -> bool:
    if type(inline) is Text:
        return inline.value[:1].isalnum() or _VOID.fullmatch(inline.value) is None
    if type(inline) is Break:
        return False
    if type(inline) is InlineMarkup:
        return inline.form not in UNSEEN_FORMS and _VOID.fullmatch(inline.value) is None
    return True
