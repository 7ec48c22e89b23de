"""The rule inconsistent-term."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from transcheck.compare.mention import place, shorten
from transcheck.compare.term_variants import Variant, term_variants
from transcheck.rule import Finding, Pair, PairRule, Related, Severity


@dataclass(frozen=True)
class InconsistentTerm(PairRule):
    """A term of a page is written in one way."""

    id: ClassVar[str] = "inconsistent-term"
    category: ClassVar[str] = "terms"
    severity: ClassVar[Severity] = Severity.INFO
    voting: ClassVar[bool] = False

    def check(self, pair: Pair) -> Iterator[Finding]:
        """Report terms in two ways, one finding for each term."""
        for variant in term_variants(pair):
            yield _report(pair, variant)


def _report(pair: Pair, variant: Variant) -> Finding:
    number = len(variant.spans) - 1
    more = f", and {number} more in the file" if number else ""
    document = pair.translation
    return Finding(
        place(document, variant.spans[0]),
        f"{shorten(variant.written)} is {shorten(variant.usual)} elsewhere in the page,"
        f" {variant.number} times{more}",
        cause=("variant", *variant.cause),
        related=(Related(place(document, variant.usual_span), "the other way"),),
    )
