"""The rule image-targets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from transcheck.compare.leads import Lead, compare_leads
from transcheck.compare.mention import contrast, place, shorten
from transcheck.document import Image, Link
from transcheck.rule import Finding, Pair, PairRule, Related, Severity, label, option


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
                yield _report_lost(pair, lead, lead.before)
            elif self.extra and lead.after is not None:
                yield _report_extra(pair, lead, lead.after)


def _report_lost(pair: Pair, lead: Lead, before: Link | Image) -> Finding:
    origin, old = label(pair.original), shorten(before.target)
    if lead.after is not None:
        old, new = contrast(before.target, lead.after.target)
        message = f"image {old} became {new}"
        blame = f"image {old} is {new} in the translations"
    else:
        message = f"image {old} of {origin} is missing"
        blame = f"image {old} is in none of the translations"
    return Finding(
        place(pair.translation, lead.span),
        message,
        cause=("image", lead.pair.key, *lead.key),
        block=lead.pair.key,
        related=(Related(place(pair.original, before.span), f"the image in {origin}"),),
        blame=blame,
    )


def _report_extra(pair: Pair, lead: Lead, after: Link | Image) -> Finding:
    origin, new = label(pair.original), shorten(after.target)
    block = lead.pair.original
    related = place(pair.original, block.span if block else None)
    return Finding(
        place(pair.translation, lead.span),
        f"image {new} is not in {origin}",
        cause=("extra image", lead.pair.key, *lead.key),
        block=lead.pair.key,
        related=(Related(related, f"the text in {origin}"),),
        severity=Severity.INFO,
        blame=f"image {new}, which the translations have, is missing",
    )
