"""What is said of a link or image that is not what it should be."""

from __future__ import annotations

from transcheck.align.model import Pair
from transcheck.compare.leads import Lead
from transcheck.compare.mention import contrast, place, shorten
from transcheck.diagnostic import Finding, Related, Severity
from transcheck.document import Image, Link, label


def report_lost(pair: Pair, lead: Lead, before: Link | Image) -> Finding:
    """Return the finding on a link or image that was changed or is missing.

    Args:
        pair: The documents.
        lead: Where it is, and what it became.
        before: The original's.
    """
    noun, called = _names(before)
    origin, old = label(pair.original), shorten(before.target)
    if lead.after is not None:
        old, new = contrast(before.target, lead.after.target)
        message = f"{called} {old} became {new}"
        blame = f"{called} {old} is {new} in most translations"
    else:
        message = f"{called} {old} of {origin} is missing"
        blame = f"{called} {old} is missing in most translations"
    related = place(pair.original, before.span)
    return Finding(
        place(pair.translation, lead.span),
        message,
        cause=(noun, lead.pair.key, *lead.key),
        block=lead.pair.key,
        related=(Related(related, f"the {noun} in {origin}"),),
        blame=blame,
    )


def report_extra(pair: Pair, lead: Lead, after: Link | Image) -> Finding:
    """Return the finding on a link or image that the original does not have.

    Args:
        pair: The documents.
        lead: Where it is.
        after: The translation's.
    """
    noun, called = _names(after)
    origin, new = label(pair.original), shorten(after.target)
    block = lead.pair.original
    related = place(pair.original, block.span if block else None)
    return Finding(
        place(pair.translation, lead.span),
        f"{called} {new} is not in {origin}",
        cause=(f"extra {noun}", lead.pair.key, *lead.key),
        block=lead.pair.key,
        related=(Related(related, f"the text in {origin}"),),
        severity=Severity.INFO,
        blame=f"{called} {new}, which most translations have, is missing",
    )


def _names(lead: Link | Image) -> tuple[str, str]:
    """Return what a link or image is, and how it is called with its target."""
    return ("image", "image") if isinstance(lead, Image) else ("link", "link to")
