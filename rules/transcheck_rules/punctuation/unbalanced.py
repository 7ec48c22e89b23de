"""The rule unbalanced."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from transcheck.compare.balance import (
    Lone,
    has_broken_markup,
    lone_brackets,
    quotes,
)
from transcheck.compare.mention import place, related_at
from transcheck.compare.readable import RunningText, block_text
from transcheck.rule import Finding, Pair, PairRule, Span


@dataclass(frozen=True)
class Unbalanced(PairRule):
    """Brackets and quotation marks are closed where the original's are."""

    id: ClassVar[str] = "unbalanced"
    category: ClassVar[str] = "punctuation"
    voting: ClassVar[bool] = False

    def check(self, pair: Pair) -> Iterator[Finding]:
        """Report marks without their other half, one finding for each block."""
        for blocks, first, second in pair.translated():
            reading = block_text(pair.translation, second)
            if not reading.text or has_broken_markup(reading.text):
                continue
            before = block_text(pair.original, first).text
            lone = _lone(reading.text, before)
            if lone is not None:
                yield Finding(
                    place(pair.translation, _span(reading, lone)),
                    f"'{lone.mark}' has no other half",
                    cause=("lone", blocks.key),
                    block=blocks.key,
                    related=related_at(pair.original, "closed", first.span),
                )


def _lone(text: str, original: str) -> Lone | None:
    """Return the mark to report, None where all are closed or the original's are not.

    A quotation mark alone does not tell which of all it is: it is the last.
    """
    brackets = lone_brackets(text)
    if brackets and not lone_brackets(original):
        return brackets[0]
    marks = quotes(text)
    if len(marks) % 2:
        others = len(quotes(original))
        if others and others % 2 == 0:
            return marks[-1]
    return None


def _span(reading: RunningText, lone: Lone) -> Span:
    return reading.span(lone.offset, lone.offset + 1)
