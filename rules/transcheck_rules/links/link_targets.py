"""The rule link-targets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from transcheck.compare.lead_findings import report_extra, report_lost
from transcheck.compare.leads import compare_leads
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
        reported = set()
        for lead in compare_leads(pair, Link):
            if lead.leaked:
                continue
            if lead.before is not None:
                # One definition serves many reference links.
                once = (lead.key, lead.span)
                if once not in reported:
                    reported.add(once)
                    yield report_lost(pair, lead, lead.before)
            elif self.extra and lead.after is not None:
                yield report_extra(pair, lead, lead.after)
