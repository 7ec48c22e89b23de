"""The rule leaked-base-url."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from transcheck.compare.leads import compare_leads
from transcheck.compare.mention import place, shorten
from transcheck.document import Link
from transcheck.rule import (
    Edit,
    Finding,
    Fix,
    Pair,
    PairRule,
    Related,
    label,
)


@dataclass(frozen=True)
class LeakedBaseUrl(PairRule):
    """A link within the site stays within the site."""

    id: ClassVar[str] = "leaked-base-url"
    category: ClassVar[str] = "links"
    fixable: ClassVar[bool] = True

    def check(self, pair: Pair) -> Iterator[Finding]:
        """Report links of the original that came back on another host."""
        for lead in compare_leads(pair, Link):
            if not lead.leaked or lead.before is None or lead.after is None:
                continue
            at = place(pair.translation, lead.span)
            origin, old = label(pair.original), lead.before.target
            yield Finding(
                at,
                f"link to {shorten(old)} leads to another host:"
                f" {shorten(lead.after.target)}",
                cause=("leak", lead.pair.key, *lead.key),
                block=lead.pair.key,
                related=(
                    Related(
                        place(pair.original, lead.before.span), f"the link in {origin}"
                    ),
                ),
                help="Write it without the host, as the original does.",
                fix=Fix("take the host away", (Edit(at, old),), safe=False),
            )
