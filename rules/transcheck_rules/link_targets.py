"""The rule link-targets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from transcheck.compare.leads import Lead, compare_leads
from transcheck.compare.mention import contrast, place, shorten
from transcheck.document import Image, Link
from transcheck.rule import Finding, Pair, PairRule, Related, Severity, label, option


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
                    yield _report_lost(pair, lead, lead.before)
            elif self.extra and lead.after is not None:
                yield _report_extra(pair, lead, lead.after)


def _report_lost(pair: Pair, lead: Lead, before: Link | Image) -> Finding:
    origin, old = label(pair.original), shorten(before.target)
    if lead.after is not None:
        old, new = contrast(before.target, lead.after.target)
        message = f"link to {old} became {new}"
        blame = f"link to {old} leads to {new} in the translations"
    else:
        message = f"link to {old} of {origin} is missing"
        blame = f"link to {old} is in none of the translations"
    return Finding(
        place(pair.translation, lead.span),
        message,
        cause=("link", lead.pair.key, *lead.key),
        block=lead.pair.key,
        related=(Related(place(pair.original, before.span), f"the link in {origin}"),),
        blame=blame,
    )


def _report_extra(pair: Pair, lead: Lead, after: Link | Image) -> Finding:
    origin, new = label(pair.original), shorten(after.target)
    block = lead.pair.original
    related = place(pair.original, block.span if block else None)
    return Finding(
        place(pair.translation, lead.span),
        f"link to {new} is not in {origin}",
        cause=("extra link", lead.pair.key, *lead.key),
        block=lead.pair.key,
        related=(Related(related, f"the text in {origin}"),),
        severity=Severity.INFO,
        blame=f"link to {new}, which the translations have, is missing",
    )
