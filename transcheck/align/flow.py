"""The blocks that take part in alignment, in the order a reader meets them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from transcheck.document import (
    Block,
    Break,
    Component,
    DefinitionList,
    Inline,
    InlineMarkup,
    LinkDefinition,
    ListBlock,
    MarkupBlock,
    Paragraph,
    Text,
)
from transcheck.patterns import late_regex
from transcheck.text import Span

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


def flow(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks that take part in alignment, those in wrappers included.

    Nobody misses the others: comments, attributes, imports, link definitions, empty
    markup, closing tags and elements that only wrap. Lists with nothing but comments
    between them are one list: a translator who keeps the original's text in a comment
    above each item parts them.
    """
    if any(map(_is_comment, blocks)):
        blocks = _join_lists(blocks)
    for block in blocks:
        if type(block) is Component and block.name.lower() in _WRAPPERS:
            yield from flow(block.blocks)
        elif _counts(block):
            yield block


def _is_comment(block: Block) -> bool:
    return type(block) is MarkupBlock and block.form == "comment"


def _join_lists(blocks: Sequence[Block]) -> list[Block]:
    """Return blocks without comments, and the lists that comments part as one."""
    runs: list[list[Block]] = []
    parted = False
    for block in blocks:
        if _is_comment(block):
            parted = True
            continue
        if parted and runs and _goes_on(runs[-1][-1], block):
            runs[-1].append(block)
        else:
            runs.append([block])
        parted = False
    return [run[0] if len(run) == 1 else _join(run) for run in runs]


def _goes_on(first: Block, second: Block) -> bool:
    """Tell whether two neighbours are lists of one kind."""
    if type(first) is ListBlock and type(second) is ListBlock:
        return first.ordered == second.ordered
    return type(first) is type(second) is DefinitionList


def _join(lists: Sequence[Block]) -> Block:
    """Return one list with the items of some, from the first to the last."""
    span = Span(lists[0].span.start, lists[-1].span.end)
    items = tuple([item for one in lists for item in one.blocks])
    return replace(lists[0], span=span, blocks=items)


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
