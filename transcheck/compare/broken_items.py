"""Lines that were meant to be items of a list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from transcheck.align.model import Pair
from transcheck.document import (
    Block,
    Break,
    Document,
    ListBlock,
    ListItem,
    Paragraph,
    Text,
    blocks_of,
    document_blocks,
)
from transcheck.patterns import late_regex
from transcheck.text import Span

_MARK = r"(?:[-*+]|\d{1,2}[.)])"
# What is typed for the mark of an item, and makes none.
_TYPED = "•·●◦▪‣∙・–—－−"  # noqa: RUF001 - bullets and dashes of other widths
# Any line that can be one of those: it decides whether blocks are looked at.
_SUSPECT = late_regex(
    rf"(?:^|(?<=\r))[ \t>]{{0,20}}{_MARK}(?:[^\S \t\r\n]|[^\s\d*+.)|\-])"
    rf"|(?:^|(?<=\r))[ \t>]{{0,20}}(?:\d{{1,2}}[.)][ \t])?[{_TYPED}]"
    r"|[ \t](?:[-*+•]|2[.)])[ \t]",
    re.MULTILINE,
)
_TYPED_LINE = late_regex(rf"(?P<mark>[{_TYPED}])(?P<space>[^\S\r\n]*)(?=[^\s{_TYPED}])")
_LINE = late_regex(
    rf"(?P<mark>{_MARK})"
    r"(?:(?P<space>[^\S \t\r\n])(?=\S)|(?=[^\s\d*+.)|>=-])"
    r"(?!(?<=\*)[^*\r\n]{0,500}\*))"  # that star was meant for emphasis
)
_INNER = late_regex(
    r"(?:^|(?<=[ \t]))(?:(?P<bullet>[-*+•])|(?P<number>\d{1,2})[.)])[ \t]+(?=\S)"
)
_LEAST_COLLAPSED = 3
# What numbers items in the digits of a script, for readers if not for Markdown.
_NATIVE = late_regex(
    r"^[ \t>]{0,20}(?:(?![0-9])\d){1,3}[.)\u060c\u0964\u06d4\u104b\u3001\uff0e]",
    re.MULTILINE,
)


class BrokenItem(Struct, frozen=True):
    """An item as it was meant, or several in one line.

    Args:
        span: Its mark, or all of the line.
        wrong: The first characters that are wrong.
        problem: What is wrong, as messages say it; equal in all languages.
        items: How many items are text.
        repair: What is replaced by what to mend it, None where that is not known.
        spaced: All that is wrong is a space that Markdown does not know.
    """

    span: Span
    wrong: Span
    problem: str
    items: int = 1
    repair: tuple[Span, str] | None = None
    spaced: bool = False


def broken_items(document: Document, original: Document) -> list[BrokenItem]:
    """Return the items of a document that are text, in its order.

    A line may begin with a dash or a number without being one. It was meant for an item
    where the original has more items, and no line that begins so.

    Args:
        document: The document.
        original: Its original.
    """
    lost = len(blocks_of(original, ListItem)) - len(blocks_of(document, ListItem))
    if lost <= 0 or not _SUSPECT.search(document.text):
        return []
    sizes = {len(block.blocks) for block in blocks_of(original, ListBlock)}
    found: list[BrokenItem] = []
    meant = {one.problem for one in _suspects(original, sizes)}
    for one in _suspects(document, sizes):
        if one.items <= lost and one.problem not in meant:
            lost -= one.items
            found.append(one)
    return found


def broken_items_of(pair: Pair) -> tuple[BrokenItem, ...]:
    """Return the items of a translation that are text; for `Pair.once`."""
    return tuple(broken_items(pair.translation, pair.original))


def native_items(document: Document) -> int:
    """Return how many lines of a document are numbered in digits that are not ASCII.

    They are no items of a list, but read as such.
    """
    return 0 if document.text.isascii() else len(_NATIVE.findall(document.text))


def _suspects(document: Document, sizes: set[int]) -> Iterator[BrokenItem]:
    for block in document_blocks(document):
        if isinstance(block, Paragraph):
            yield from _lines(document, block, sizes)
        elif isinstance(block, ListBlock) and len(block.blocks) == 1:
            one = _collapsed_after_mark(document, block.blocks[0], sizes)
            if one is not None:
                yield one


def _lines(document: Document, block: Block, sizes: set[int]) -> Iterator[BrokenItem]:
    """Yield what may be an item, or several, in the lines of a paragraph."""
    begins = True
    for node in block.inlines:
        if isinstance(node, Text):
            line = _LINE.match(document.text, node.span.start) if begins else None
            typed = _TYPED_LINE.match(document.text, node.span.start)
            if line is not None and len(node.value) > 1:
                yield _read(line)
            elif typed is not None and begins:
                yield _read_typed(typed)
            elif len(node.value) == node.span.end - node.span.start:
                one = _collapsed(node, sizes)
                if one is not None:
                    yield one
        begins = isinstance(node, Break)


def _collapsed_after_mark(
    document: Document, item: Block, sizes: set[int]
) -> BrokenItem | None:
    """Return the items of a whole list that stand in the line of its first."""
    own = _INNER.match(item.span.cut(document.text))
    texts = [node for block in item.blocks[:1] for node in block.inlines]
    if own is None or len(item.blocks) != 1:
        return None
    marks = [
        mark
        for node in texts
        if isinstance(node, Text)
        for mark in _INNER.finditer(node.value)
    ]
    if own["bullet"]:
        more = [mark for mark in marks if mark["bullet"] == own["bullet"]]
    else:
        more = [mark for mark in marks if mark["number"]]
        if [int(mark["number"]) for mark in more] != [*range(2, len(more) + 2)]:
            return None
    if len(more) + 1 < _LEAST_COLLAPSED or len(more) + 1 not in sizes:
        return None
    start = item.span.start
    return BrokenItem(
        item.span,
        Span(start, start + len(own[0].rstrip())),
        f"{len(more) + 1} items in one line",
        len(more),
    )


def _read(line: re.Match[str]) -> BrokenItem:
    mark, space = line["mark"], line["space"]
    after = Span(line.end("mark"), line.end())
    if space:
        problem = f"U+{ord(space):04X} for the space after '{mark}'"
    else:
        problem = f"no space after '{mark}'"
    span = Span(line.start(), after.end)
    return BrokenItem(span, after, problem, repair=(after, " "), spaced=bool(space))


def _read_typed(line: re.Match[str]) -> BrokenItem:
    mark = Span(*line.span("mark"))
    span = Span(mark.start, line.end())
    problem = f"'{line['mark']}' for '-'"
    return BrokenItem(span, mark, problem, repair=(span, "- "))


def _collapsed(node: Text, sizes: set[int]) -> BrokenItem | None:
    """Return the items of a whole list that stand in one line."""
    marks = list(_INNER.finditer(node.value))
    for kind in ("bullet", "number"):
        equal = [mark for mark in marks if mark[kind]]
        if kind == "number":
            numbers = [int(mark["number"]) for mark in equal]
            if numbers != [*range(1, len(numbers) + 1)]:
                continue
        elif len({mark["bullet"] for mark in equal}) > 1:
            continue
        if len(equal) >= _LEAST_COLLAPSED and len(equal) in sizes:
            start = node.span.start + equal[0].start()
            return BrokenItem(
                Span(start, node.span.end),
                Span(start, start + len(equal[0][0].rstrip())),
                f"{len(equal)} items in one line",
                len(equal),
            )
    return None
