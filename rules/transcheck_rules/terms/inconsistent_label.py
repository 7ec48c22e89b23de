"""The rule inconsistent-label."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from transcheck.compare.labels import LabelledPair, OddLabel, labels, odd_labels
from transcheck.compare.mention import shorten
from transcheck.rule import AlignedPage, Finding, Related, Severity, SiteRule


class InconsistentLabel(SiteRule[LabelledPair], frozen=True):
    """A heading that many pages have is translated in one way in a language."""

    id: ClassVar[str] = "inconsistent-label"
    category: ClassVar[str] = "terms"

    def facts(self, page: AlignedPage) -> Iterable[LabelledPair]:
        """Return the headings and other labels of a page, with their translations."""
        return labels(page)

    def check(self, facts: tuple[LabelledPair, ...]) -> Iterator[Finding]:
        """Report labels that are not translated as on most pages."""
        for odd in odd_labels(facts):
            yield _report(odd)


def _report(odd: OddLabel) -> Finding:
    one, usual = odd.label, odd.usual
    said, written = shorten(one.original), shorten(one.translation)
    return Finding(
        odd.here,
        f"the {one.kind} {said} is {written} here, and {shorten(usual.translation)} on"
        f" {odd.pages} of {odd.total} pages in {odd.pair.tag}",
        cause=odd.cause,
        related=(
            Related(odd.usual_here, "what most pages have"),
            Related(odd.there, f"the {one.kind} in {odd.pair.origin}"),
        ),
        severity=None if odd.is_sure else Severity.INFO,
    )
