"""The rule indented-text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from transcheck.compare.indented_text import TextAsCode, texts_as_code
from transcheck.compare.mention import place, shorten
from transcheck.rule import (
    Finding,
    Pair,
    PairRule,
    Related,
    Severity,
    label,
)


@dataclass(frozen=True)
class IndentedText(PairRule):
    """What is text in the original is not indented so far that it is code."""

    id: ClassVar[str] = "indented-text"
    category: ClassVar[str] = "markup"
    severity: ClassVar[Severity] = Severity.ERROR

    def check(self, pair: Pair) -> Iterator[Finding]:
        """Report indented code that stands for a text of the original."""
        for one in pair.once(texts_as_code):
            yield _report(pair, one)


def _report(pair: Pair, one: TextAsCode) -> Finding:
    origin = label(pair.original)
    line = one.block.content.strip().partition("\n")[0]
    related: tuple[Related, ...] = ()
    if one.first is not None:
        there = place(pair.original, one.first.span)
        related = (Related(there, f"the text in {origin}"),)
    return Finding(
        place(pair.translation, one.block.span),
        f"{shorten(line)} is indented so far that it is code",
        cause=("indented", one.lost.key),
        block=one.lost.key,
        related=related,
        help="Readers see the source, and its links and emphasis are dead.",
    )
