"""Findings on single characters: one for each block and kind, however many there are.

What the original has in the same block too is meant there, and said of it alone.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from transcheck.align.model import AlignedPage
from transcheck.compare.counterparts import find_key, find_original
from transcheck.compare.mention import place
from transcheck.diagnostic import Edit, Finding, Fix, Severity
from transcheck.document import Block, Document, document_blocks
from transcheck.text import Span


class Spot(Struct, frozen=True):
    """Characters that are wrong at one place.

    Args:
        span: The characters.
        sign: Equal for the same in two languages.
        message: What is wrong.
        repair: What should stand there instead, None when that is not known.
        safe: The repair is surely right.
        restructures: The repair makes other blocks of it.
        severity: As in `Finding`.
        meant: It is right where it is, and right in translations of its block.
    """

    span: Span
    sign: str
    message: str
    repair: str | None = None
    safe: bool = False
    restructures: bool = False
    severity: Severity | None = None
    meant: bool = False


def report_spots(
    page: AlignedPage,
    search: Callable[[Document], Iterable[Spot]],
    description: str = "",
    *,
    whole: bool = False,
    advice: str | None = None,
) -> Iterator[Finding]:
    """Yield a finding for each kind of spot in each block of a page's documents.

    Args:
        page: The page.
        search: Gives the spots of a document in any order.
        description: What the fix does, for the user; empty where no spot has one.
        whole: One finding for each kind in the whole document: one thing was done to
            all of it.
        advice: The findings' help.
    """
    found = {
        document.path: sorted(search(document), key=lambda spot: spot.span)
        for document in page.documents
    }
    if not any(found.values()):
        return
    there = "in the file" if whole else "here"
    reference = page.original
    meant: Counter[tuple[int, str]] = Counter()
    if reference is not None:
        for block, spot in _owners(reference, found[reference.path], whole=whole):
            meant[id(block), spot.sign] += 1
    for document in page.documents:
        told: Counter[tuple[str | None, str]] = Counter()
        for block, sign, spots in _groups(document, found[document.path], whole=whole):
            other = find_original(page, document, block) if block else None
            allowed = 0
            if reference is not None and document is not reference:
                allowed = meant[id(other[1] if other else None), sign]
            left = [spot for spot in spots if not spot.meant][allowed:]
            if left:
                key = find_key(page, document, block) if block else None
                told[key, sign] += 1
                first = left[0]
                more = f", and {len(left) - 1} more {there}" if len(left) > 1 else ""
                yield Finding(
                    place(document, first.span),
                    first.message + more,
                    cause=(sign, key, told[key, sign]),
                    block=key,
                    fix=_fix(document, left, description),
                    help=advice,
                    severity=first.severity,
                )


def _fix(document: Document, spots: list[Spot], description: str) -> Fix | None:
    """Return the repair of all spots, None where one of them has none."""
    edits = tuple(
        Edit(place(document, spot.span), spot.repair)
        for spot in spots
        if spot.repair is not None
    )
    if len(edits) < len(spots):
        return None
    return Fix(
        description,
        edits,
        safe=all(spot.safe for spot in spots),
        restructures=any(spot.restructures for spot in spots),
    )


def _groups(
    document: Document, spots: list[Spot], *, whole: bool
) -> Iterable[tuple[Block | None, str, list[Spot]]]:
    groups: dict[tuple[int, str], tuple[Block | None, str, list[Spot]]] = {}
    for block, spot in _owners(document, spots, whole=whole):
        group = groups.setdefault((id(block), spot.sign), (block, spot.sign, []))
        group[2].append(spot)
    return groups.values()


def _owners(
    document: Document, spots: list[Spot], *, whole: bool
) -> Iterator[tuple[Block | None, Spot]]:
    """Yield each spot with the innermost block that holds it, None for none."""
    owners: list[Block | None] = [None] * len(spots)
    if spots and not whole:
        starts = [spot.span.start for spot in spots]
        for block in document_blocks(document):
            first = bisect_left(starts, block.span.start)
            last = bisect_left(starts, block.span.end, first)
            if first < last:
                owners[first:last] = [block] * (last - first)
    yield from zip(owners, spots, strict=True)
