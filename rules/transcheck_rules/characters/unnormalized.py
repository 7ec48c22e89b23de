"""The rule unnormalized."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import ClassVar

from transcheck.compare.regions import Region, Regions
from transcheck.compare.spots import Spot, report_spots
from transcheck.patterns import late_regex
from transcheck.rule import AlignedPage, Document, Finding, PageRule, Span

# A letter with marks of its own, a kana with a voicing mark, a syllable in jamo. Other
# marks (nukta, niqqud, tashkil) have no one form that all keyboards write.
_PARTS = late_regex(
    "[^\\W\\d_][\u0300-\u036f\u3099\u309a]+|[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?"
)


class Unnormalized(PageRule, frozen=True):
    """Letters that Unicode has as one character are one character."""

    id: ClassVar[str] = "unnormalized"
    category: ClassVar[str] = "characters"
    fixable: ClassVar[bool] = True
    voting: ClassVar[bool] = False

    def check(self, page: AlignedPage) -> Iterator[Finding]:
        """Report letters that are written in parts, one finding for each file."""
        yield from report_spots(page, _search, "write it as one character", whole=True)


def _search(document: Document) -> Iterator[Spot]:
    text = document.text
    if unicodedata.is_normalized("NFC", text):
        return
    regions: Regions | None = None
    for match in _PARTS.finditer(text):
        composed = unicodedata.normalize("NFC", match[0])
        if composed == match[0]:
            continue
        regions = regions or Regions(document)
        region, _ = regions.find(match.start())
        if region in (Region.TEXT, Region.FRONTMATTER):
            yield Spot(
                Span(*match.span()),
                "parts",
                f"'{composed}' is written as {len(match[0])} characters, not"
                f" {len(composed)}",
                composed,
                safe=True,
            )
