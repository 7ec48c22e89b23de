"""The rule indented-text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from transcheck.compare.indented_text import TextAsCode, texts_as_code
from transcheck.compare.mention import place, related_at, shorten
from transcheck.rule import (
    Finding,
    Pair,
    PairRule,
    Related,
    Severity,
)


class IndentedText(PairRule, frozen=True):
    """What is text in the original is not indented so far that it is code."""

    id: ClassVar[str] = "indented-text"
    category: ClassVar[str] = "markup"
    severity: ClassVar[Severity] = Severity.ERROR

    def check(self, pair: Pair) -> Iterator[Finding]:
        """Report indented code that stands for a text of the original."""
        for one in pair.once(texts_as_code):
            yield _report(pair, one)


def _report(pair: Pair, one: TextAsCode) -> Finding:
    line = one.block.content.strip().partition("\n")[0]
    related: tuple[Related, ...] = ()
    if one.first is not None:
        related = related_at(pair.original, "the text", one.first.span)
    return Finding(
        place(pair.translation, one.block.span),
        f"{shorten(line)} is indented so far that it is code",
        cause=("indented", one.lost.key),
        block=one.lost.key,
        related=related,
        help="Readers see the source, and its links and emphasis are dead.",
    )
