"""The rule page-untranslated."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from transcheck.compare.language_twins import is_language_twin
from transcheck.compare.left_texts import still
from transcheck.compare.mention import place, related_at
from transcheck.compare.readable import text_span
from transcheck.rule import BlockState, Finding, Pair, PairRule, PairState

_LEFT = BlockState.UNTRANSLATED


class PageUntranslated(PairRule, frozen=True):
    """No page is left for the most part as it is in the original."""

    id: ClassVar[str] = "page-untranslated"
    category: ClassVar[str] = "language"
    voting: ClassVar[bool] = False
    reports: ClassVar[PairState | None] = PairState.UNTRANSLATED
    states: ClassVar[frozenset[PairState]] = frozenset({PairState.UNTRANSLATED})

    def check(self, pair: Pair) -> Iterator[Finding]:
        """Report the page at the first text that was left."""
        if is_language_twin(pair):
            return
        left = (one for one in pair.walk_blocks() if one.state is _LEFT)
        first = next(left, None)
        before, after = map(text_span, first.both()) if first else (None, None)
        yield Finding(
            place(pair.translation, after),
            f"{round(100 * pair.untranslated)} % of this page is {still(pair)}",
            cause=pair.state.cause,
            related=related_at(pair.original, "the first such text", before),
        )
