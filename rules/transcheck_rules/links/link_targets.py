"""The rule link-targets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar

from transcheck.compare.lead_findings import report_leads
from transcheck.compare.leads import written_words
from transcheck.document import Link
from transcheck.rule import Finding, Pair, PairRule


class LinkTargets(PairRule, frozen=True):
    """A translated text links to what its original links to."""

    id: ClassVar[str] = "link-targets"
    category: ClassVar[str] = "links"
    fixable: ClassVar[bool] = True

    extra: Annotated[bool, "Report links that the original does not have."] = True

    def check(self, pair: Pair) -> Iterator[Finding]:
        """Report links that lead elsewhere, are missing or were added."""
        yield from report_leads(pair, Link, extra=self.extra)

    def written(self, pair: Pair) -> Iterator[str]:
        """Return the hosts and the parts of paths in the translation's targets."""
        yield from written_words(pair, Link)
