"""The rule link-targets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from transcheck.compare.lead_findings import report_leads
from transcheck.compare.leads import written_words
from transcheck.document import Link
from transcheck.rule import Finding, Pair, PairRule, option


@dataclass(frozen=True)
class LinkTargets(PairRule):
    """A translated text links to what its original links to."""

    id: ClassVar[str] = "link-targets"
    category: ClassVar[str] = "links"

    extra: bool = option(True, "Report links that the original does not have.")  # noqa: FBT003 - a default

    def check(self, pair: Pair) -> Iterator[Finding]:
        """Report links that lead elsewhere, are missing or were added."""
        yield from report_leads(pair, Link, extra=self.extra)

    def written(self, pair: Pair) -> Iterator[str]:
        """Return the hosts and the parts of paths in the translation's targets."""
        yield from written_words(pair, Link)
