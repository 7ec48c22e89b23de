"""The rule escaped-markup."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import ClassVar

from transcheck.compare.broken_emphasis import count_emphases
from transcheck.compare.escapes import Escape, escaped_text
from transcheck.compare.mention import place, related_at, shorten
from transcheck.document import Block, CodeSpan, block_inlines, own_inlines
from transcheck.rule import (
    Document,
    Edit,
    Finding,
    Fix,
    Pair,
    PairRule,
    Severity,
    label,
)


class EscapedMarkup(PairRule, frozen=True):
    """Markup of the original is not escaped in its translation."""

    id: ClassVar[str] = "escaped-markup"
    category: ClassVar[str] = "markup"
    severity: ClassVar[Severity] = Severity.ERROR
    fixable: ClassVar[bool] = True
    voting: ClassVar[bool] = False

    def check(self, pair: Pair) -> Iterator[Finding]:
        """Report emphasis, code and tags that are text because they are escaped."""
        if "\\" not in pair.translation.text and "lt;" not in pair.translation.text:
            return
        for blocks, first, second in pair.translated():
            inlines = own_inlines(second)
            if not inlines:
                continue
            number: Counter[str] = Counter()
            lost = _Lost(pair.original, first, second)
            for one in escaped_text(pair.translation, inlines):
                if lost.take(one):
                    number[one.kind] += 1
                    cause = ("escape", one.kind, blocks.key, number[one.kind])
                    yield _report(pair, one, first, cause)


class _Lost:
    """The markup that a text of the original has and its translation has not."""

    def __init__(self, document: Document, first: Block, second: Block) -> None:
        self._source = first.span.cut(document.text).lower()
        self._left = {
            "emphasis": count_emphases(first) - count_emphases(second),
            "code": _count_code(first) - _count_code(second),
        }

    def take(self, one: Escape) -> bool:
        """Tell whether an escape accounts for some of it, and count that."""
        if one.kind == "backtick":
            return "`" not in self._source
        if one.kind == "tag":
            left = f"lt;{one.name}"
            return f"<{one.name}" in self._source and left not in self._source
        self._left[one.kind] -= 1
        return self._left[one.kind] >= 0


def _count_code(block: Block) -> int:
    return sum(isinstance(node, CodeSpan) for node in block_inlines(block))


def _report(
    pair: Pair, one: Escape, first: Block, cause: tuple[str | int, ...]
) -> Finding:
    source = shorten(one.span.cut(pair.translation.text))
    fix = None
    if one.kind == "backtick":
        message = f"{source} has no counterpart in {label(pair.original)}"
    else:
        message = f"{one.kind} {source} is escaped, so that it is text"
        edit = Edit(place(pair.translation, one.span), one.repair)
        fix = Fix("take the escape away", (edit,), safe=True)
    return Finding(
        place(pair.translation, one.wrong),
        message,
        cause=cause,
        block=str(cause[2]),
        related=related_at(pair.original, "the text", first.span),
        fix=fix,
    )
