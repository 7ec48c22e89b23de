"""The rule inconsistent-term."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from transcheck.compare.mention import place, shorten
from transcheck.compare.term_variants import Variant, term_variants
from transcheck.rule import Finding, Pair, PairRule, Related, Severity


class InconsistentTerm(PairRule, frozen=True):
    """A term of a page is written in one way."""

    id: ClassVar[str] = "inconsistent-term"
    category: ClassVar[str] = "terms"
    voting: ClassVar[bool] = False

    def check(self, pair: Pair) -> Iterator[Finding]:
        """Report terms that are written in two ways, one finding for each."""
        for variant in term_variants(pair):
            yield _report(pair, variant)


def _report(pair: Pair, variant: Variant) -> Finding:
    document = pair.translation
    number = len(variant.spans)
    here = "here" if number == 1 else f"at {number} places"
    there = "once" if variant.number == 1 else f"{variant.number} times"
    return Finding(
        place(document, variant.spans[0]),
        f"{shorten(variant.written)} {here}, {shorten(variant.usual)} {there} elsewhere"
        " in the page",
        cause=("variant", variant.kind, *variant.cause),
        related=(Related(place(document, variant.usual_span), "the other way"),),
        severity=Severity.INFO if variant.kind == "capitals" else None,
    )
