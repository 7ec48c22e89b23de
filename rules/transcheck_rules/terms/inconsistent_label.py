"""The rule inconsistent-label."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from transcheck.compare.labels import Labels, OddLabel, labels, odd_labels
from transcheck.compare.mention import shorten
from transcheck.rule import AlignedPage, Finding, Related, Severity, SiteRule


class InconsistentLabel(SiteRule[Labels], frozen=True):
    """A heading that many pages have is translated in one way in a language."""

    id: ClassVar[str] = "inconsistent-label"
    category: ClassVar[str] = "terms"

    def facts(self, page: AlignedPage) -> Iterable[Labels]:
        """Return the headings and other labels of a page, with their translations."""
        return labels(page)

    def check(self, facts: tuple[Labels, ...]) -> Iterator[Finding]:
        """Report labels that are not translated as on most pages."""
        for odd in odd_labels(facts):
            yield _report(odd)


def _report(odd: OddLabel) -> Finding:
    one, page = odd.labelled.label, odd.labelled.translation
    said, written = shorten(one.original), shorten(one.translation)
    usual = shorten(odd.usual.label.translation)
    return Finding(
        odd.labelled.here,
        f"the {one.kind} {said} is {written} here, and {usual} on"
        f" {odd.pages} of {odd.total} pages in {page.tag}",
        cause=odd.cause,
        related=(
            Related(odd.usual.here, "what most pages have"),
            Related(odd.labelled.there, f"the {one.kind} in {page.origin}"),
        ),
        severity=None if odd.is_sure else Severity.INFO,
    )
