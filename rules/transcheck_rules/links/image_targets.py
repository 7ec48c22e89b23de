"""The rule image-targets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from transcheck.compare.lead_findings import report_extra, report_lost
from transcheck.compare.leads import compare_leads
from transcheck.document import Image
from transcheck.rule import Finding, Pair, PairRule, option


@dataclass(frozen=True)
class ImageTargets(PairRule):
    """A translated text shows the images that its original shows."""

    id: ClassVar[str] = "image-targets"
    category: ClassVar[str] = "links"

    extra: bool = option(True, "Report images that the original does not have.")  # noqa: FBT003 - a default

    def check(self, pair: Pair) -> Iterator[Finding]:
        """Report images that were exchanged, are missing or were added."""
        for lead in compare_leads(pair, Image):
            if lead.before is not None:
                yield report_lost(pair, lead, lead.before)
            elif self.extra and lead.after is not None:
                yield report_extra(pair, lead, lead.after)
