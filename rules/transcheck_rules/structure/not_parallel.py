"""The rule not-parallel."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from transcheck.compare.mention import page_place
from transcheck.rule import Finding, Pair, PairRule, PairState, Related, label


@dataclass(frozen=True)
class NotParallel(PairRule):
    """A page is the translation of the page it is paired with."""

    id: ClassVar[str] = "not-parallel"
    category: ClassVar[str] = "structure"
    states: ClassVar[frozenset[PairState]] = frozenset({PairState.NOT_PARALLEL})

    def check(self, pair: Pair) -> Iterator[Finding]:
        """Report the first line of a page that is another page."""
        origin = label(pair.original)
        what = "its original" if pair.has_original else "the other languages, as"
        yield Finding(
            page_place(pair.translation),
            f"this page does not match {what} {pair.original.path}",
            cause=("not-parallel",),
            blame="most other languages do not match this page",
            related=(Related(page_place(pair.original), f"the page in {origin}"),),
            help=(
                "Hardly a heading, link or code block of one is in the other. Give the"
                " file the name of its original, or translate the page anew; until then"
                " nothing else is compared."
            ),
        )
