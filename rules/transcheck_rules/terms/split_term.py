"""The rule split-term."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from transcheck.compare.mention import shorten
from transcheck.compare.odd_terms import OddTerm, odd_terms
from transcheck.compare.renderings import Renderings, renderings
from transcheck.rule import AlignedPage, Finding, Place, Related, Severity, SiteRule


class SplitTerm(SiteRule[Renderings], frozen=True):
    """What the original links or emphasises is called one thing in a language."""

    id: ClassVar[str] = "split-term"
    category: ClassVar[str] = "terms"
    severity: ClassVar[Severity] = Severity.INFO

    def facts(self, page: AlignedPage) -> Iterable[Renderings]:
        """Return the terms that a page sets off, with their translations."""
        return renderings(page)

    def check(self, facts: tuple[Renderings, ...]) -> Iterator[Finding]:
        """Report terms that are called something else than elsewhere."""
        for odd in odd_terms(facts):
            yield _report(odd)


def _report(odd: OddTerm) -> Finding:
    (document, one), (model, usual) = odd.use, odd.usual
    said, written, called = map(shorten, (one.term, one.answer, usual.answer))
    if usual.is_title:
        where, note = "in the title of the page it leads to", "the title"
    else:
        where = f"at {odd.number} of {odd.total} places in {document.tag}"
        note = "what most places have"
    return Finding(
        Place(document.path, one.here),
        f"{said} is {written} here, and {called} {where}",
        cause=odd.cause,
        related=(
            Related(Place(model.path, usual.here), note),
            Related(
                Place(document.origin_path, one.there), f"the term in {document.origin}"
            ),
        ),
    )
