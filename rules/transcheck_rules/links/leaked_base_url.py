"""The rule leaked-base-url."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from transcheck.compare.leads import compare_leads
from transcheck.compare.mention import place, related_at, shorten
from transcheck.document import Image, Link
from transcheck.rule import (
    Edit,
    Finding,
    Fix,
    Pair,
    PairRule,
    Severity,
)


class LeakedBaseUrl(PairRule, frozen=True):
    """A link within the site stays within the site."""

    id: ClassVar[str] = "leaked-base-url"
    category: ClassVar[str] = "links"
    fixable: ClassVar[bool] = True

    def check(self, pair: Pair) -> Iterator[Finding]:
        """Report links and images that came back on another host."""
        for lead in (*compare_leads(pair, Link), *compare_leads(pair, Image)):
            if not lead.leaked or lead.before is None or lead.after is None:
                continue
            at, old = place(pair.translation, lead.span), lead.before.target
            noun, verb = "link", f"link to {shorten(old)} leads to"
            if isinstance(lead.before, Image):
                noun, verb = "image", f"image {shorten(old)} is taken from"
            yield Finding(
                at,
                f"{verb} another host: {shorten(lead.after.target)}",
                cause=("leak", lead.pair.key, *lead.key),
                block=lead.pair.key,
                related=related_at(pair.original, f"the {noun}", lead.before.span),
                help="Write it without the host, as the original does.",
                # An address with doubled slashes is one that many servers do not know.
                severity=Severity.ERROR if lead.mangled else None,
                fix=Fix("take the host away", (Edit(at, old),), safe=False),
            )
