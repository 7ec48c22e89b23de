"""The rule inconsistent-label."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from transcheck.compare.labels import Labelled, OddLabel, labels, odd_labels
from transcheck.compare.mention import shorten
from transcheck.rule import AlignedPage, Finding, Related, Severity, SiteRule


class InconsistentLabel(SiteRule[Labelled], frozen=True):
    """A heading that many pages have is translated in one way in a language."""

    id: ClassVar[str] = "inconsistent-label"
    category: ClassVar[str] = "terms"

    def facts(self, page: AlignedPage) -> Iterable[Labelled]:
        """Return the headings and other labels of a page, with their translations."""
        return labels(page)

    def check(self, facts: tuple[Labelled, ...]) -> Iterator[Finding]:
        """Report labels that are not translated as on most pages."""
        for odd in odd_labels(facts):
            yield _report(odd)


def _report(odd: OddLabel) -> Finding:
    one, usual = odd.labelled, odd.usual
    said, written = shorten(one.original), shorten(one.translation)
    return Finding(
        one.here,
        f"the {one.kind} {said} is {written} here, and {shorten(usual.translation)} on"
        f" {odd.pages} of {odd.total} pages in {one.tag}",
        cause=odd.cause,
        related=(
            Related(usual.here, "what most pages have"),
            Related(one.there, f"the {one.kind} in {one.origin}"),
        ),
        severity=None if odd.is_sure else Severity.INFO,
    )
