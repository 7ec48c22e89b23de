"""The rule unbalanced."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from transcheck.compare.balance import (
    PAIRED,
    Lone,
    has_broken_markup,
    is_doubled,
    lone_brackets,
    quotes,
)
from transcheck.compare.counterparts import by_translation
from transcheck.compare.mention import place, related_at
from transcheck.compare.texts import texts_of
from transcheck.document import RunningText, block_text
from transcheck.rule import BlockState, Finding, Pair, PairRule, PairState, Span

# What stands in the translation alone is judged by itself.
_JUDGED = frozenset({BlockState.TRANSLATED, BlockState.EXTRA})


class Unbalanced(PairRule, frozen=True):
    """Brackets and quotation marks are closed where the original's are."""

    id: ClassVar[str] = "unbalanced"
    category: ClassVar[str] = "punctuation"
    voting: ClassVar[bool] = False
    # What is translated on a page that is not for the most part is looked at too.
    states: ClassVar[frozenset[PairState]] = PairRule.states | {PairState.UNTRANSLATED}

    def check(self, pair: Pair) -> Iterator[Finding]:
        """Report marks without their other half, one finding for each block."""
        aligned = by_translation(pair)
        for block, reading in texts_of(pair.translation).with_any(PAIRED):
            blocks = aligned.get(id(block))
            if blocks is None or blocks.state not in _JUDGED:
                continue
            if has_broken_markup(reading.text):
                continue
            first = blocks.original
            before = block_text(first).text if first else None
            lone = _lone(reading.text, before)
            if lone is not None:
                closed = first is not None and not lone_brackets(before or "")
                yield Finding(
                    place(pair.translation, _span(reading, lone)),
                    f"'{lone.mark}' has no other half",
                    cause=("lone", blocks.key),
                    block=blocks.key,
                    related=related_at(pair.original, "closed", first.span)
                    if first is not None and closed
                    else (),
                )


def _lone(text: str, original: str | None) -> Lone | None:
    """Return the mark to report, None where all are closed or the original's are not.

    Twins of which one is alone are never meant. A quotation mark alone does not tell
    which of all it is: it is the last.
    """
    brackets = lone_brackets(text)
    if not brackets or (original and lone_brackets(original)):
        brackets = [one for one in brackets if is_doubled(text, one)]
    if brackets:
        return brackets[0]
    marks = quotes(text)
    if original and len(marks) % 2:
        others = len(quotes(original))
        if others and others % 2 == 0:
            return marks[-1]
    return None


def _span(reading: RunningText, lone: Lone) -> Span:
    return reading.span(lone.offset, lone.offset + 1)
