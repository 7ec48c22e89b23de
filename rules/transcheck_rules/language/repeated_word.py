"""The rule repeated-word."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from transcheck.compare.mention import shorten
from transcheck.compare.regions import Region, Regions
from transcheck.compare.spots import Spot, report_spots
from transcheck.language.doubled import find_doubled
from transcheck.rule import AlignedPage, Document, Finding, PageRule, Span

_TEXT = {Region.TEXT}


class RepeatedWord(PageRule, frozen=True):
    """No word stands twice in a row where its language does not double words."""

    id: ClassVar[str] = "repeated-word"
    category: ClassVar[str] = "language"
    fixable: ClassVar[bool] = True
    voting: ClassVar[bool] = False

    def check(self, page: AlignedPage) -> Iterator[Finding]:
        """Report words that stand twice, one finding for each block."""

        def search(document: Document) -> Iterator[Spot]:
            is_own = document is page.original
            said = page.original.text if page.original and not is_own else ""
            return _search(document, said, is_own=is_own)

        yield from report_spots(page, search, "take one of them away")


def _search(document: Document, said: str, *, is_own: bool) -> Iterator[Spot]:
    """Yield the doubled words of a document that its original's text does not have."""
    text = document.text
    regions: Regions | None = None
    for found in find_doubled(text, document.language):
        regions = regions or Regions(document)
        # An example in the original's language is quoted as it is.
        if said and text[found.start : found.end].casefold() in said.casefold():
            continue
        if {regions.find(found.start)[0], regions.find(found.again)[0]} == _TEXT:
            again = text[found.again : found.end]
            yield Spot(
                Span(found.start, found.again),
                "twice",
                f"{shorten(found.word)} stands twice",
                "" if again == found.word else None,
                # Names such as "Bora Bora" are the author's to know.
                meant=is_own and found.word[0].isupper() and again[0].isupper(),
            )
