"""The rule image-targets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar

from transcheck.compare.lead_findings import report_leads
from transcheck.compare.leads import written_words
from transcheck.document import Image
from transcheck.rule import Finding, Pair, PairRule


class ImageTargets(PairRule, frozen=True):
    """A translated text shows the images that its original shows."""

    id: ClassVar[str] = "image-targets"
    category: ClassVar[str] = "links"
    fixable: ClassVar[bool] = True

    extra: Annotated[bool, "Report images that the original does not have."] = True

    def check(self, pair: Pair) -> Iterator[Finding]:
        """Report images that were exchanged, are missing or were added."""
        yield from report_leads(pair, Image, extra=self.extra)

    def written(self, pair: Pair) -> Iterator[str]:
        """Return the hosts and the parts of paths in the translation's targets."""
        yield from written_words(pair, Image)
