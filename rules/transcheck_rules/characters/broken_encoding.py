"""The rule broken-encoding."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from transcheck.characters.mojibake import Broken, find_broken
from transcheck.compare.mention import shorten
from transcheck.compare.regions import Region, Regions
from transcheck.compare.spots import Spot, report_spots
from transcheck.rule import AlignedPage, Document, Finding, PageRule, Severity, Span


class BrokenEncoding(PageRule, frozen=True):
    """All letters are what they were before the file was decoded and encoded."""

    id: ClassVar[str] = "broken-encoding"
    category: ClassVar[str] = "characters"
    severity: ClassVar[Severity] = Severity.ERROR
    fixable: ClassVar[bool] = True
    voting: ClassVar[bool] = False

    def check(self, page: AlignedPage) -> Iterator[Finding]:
        """Report characters that stand for others, and those that are lost."""

        def search_changed(document: Document) -> Iterator[Spot]:
            return _search(document, is_own=document is page.original, lost=False)

        def search_lost(document: Document) -> Iterator[Spot]:
            return _search(document, is_own=document is page.original, lost=True)

        yield from report_spots(
            page, search_changed, "write what was meant", whole=True
        )
        yield from report_spots(page, search_lost, "write what was meant")


def _search(document: Document, *, is_own: bool, lost: bool) -> Iterator[Spot]:
    regions: Regions | None = None
    for broken in document.once(_find):
        if (broken.before is None) != lost:
            continue
        regions = regions or Regions(document)
        region, _ = regions.find(broken.start)
        yield Spot(
            Span(broken.start, broken.end),
            "lost" if lost else "changed",
            _message(broken, document.text[broken.start : broken.end]),
            broken.before,
            safe=True,
            # An author shows such characters as code.
            meant=is_own and region is Region.CODE,
        )


def _find(document: Document) -> list[Broken]:
    return find_broken(document.text)


def _message(broken: Broken, written: str) -> str:
    if broken.before is None:
        shown = "U+FFFD" if "\ufffd" in written else shorten(written)
        return f"{shown} stands for a letter that was lost"
    return f"{shorten(written)} was {shorten(broken.before)} before it was decoded"
