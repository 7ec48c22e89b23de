"""The rule leftover-original."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from transcheck.compare.mention import place, related_at, shorten
from transcheck.compare.readable import kind, text_span
from transcheck.compare.remains import Remains, find_remains
from transcheck.language.names import display_name
from transcheck.rule import Finding, Pair, PairRule, PairState


class LeftoverOriginal(PairRule, frozen=True):
    """No sentence of the original is left beside or within its translation."""

    id: ClassVar[str] = "leftover-original"
    category: ClassVar[str] = "language"
    voting: ClassVar[bool] = False
    states: ClassVar[frozenset[PairState]] = frozenset(
        {PairState.PARALLEL, PairState.OUTDATED}
    )

    def check(self, pair: Pair) -> Iterator[Finding]:
        """Report words of the original within translated texts, one each block."""
        for remains in pair.once(find_remains):
            yield _report(pair, remains)


def _report(pair: Pair, remains: Remains) -> Finding:
    first, second = remains.pair.both()
    left = remains.span.cut(pair.translation.text)
    language = display_name(pair.original.language or "")
    return Finding(
        place(pair.translation, remains.span),
        f"part of a {kind(second)} is still in {language}: {shorten(left)}",
        cause=("left", remains.pair.key),
        block=remains.pair.key,
        related=related_at(pair.original, f"the {kind(first)}", text_span(first)),
    )
