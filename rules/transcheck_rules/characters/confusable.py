"""The rule confusable."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from transcheck.characters.confusables import (
    MixedWord,
    find_broken_off,
    find_in_tags,
    find_mixed,
)
from transcheck.compare.mention import shorten
from transcheck.compare.regions import Region, Regions
from transcheck.compare.spots import Spot, report_spots
from transcheck.language.scripts import base, scripts_of
from transcheck.rule import AlignedPage, Document, Finding, PageRule, Severity, Span

# In these one wrong letter makes another name of it.
_LITERAL = (Region.CODE, Region.TARGET)


class Confusable(PageRule, frozen=True):
    """All letters of a word are of one script."""

    id: ClassVar[str] = "confusable"
    category: ClassVar[str] = "characters"
    fixable: ClassVar[bool] = True
    voting: ClassVar[bool] = False

    def check(self, page: AlignedPage) -> Iterator[Finding]:
        """Report letters of another script in words, code, tags and addresses."""
        yield from report_spots(page, _search, "write the letter of the word's script")


def _search(document: Document) -> Iterator[Spot]:
    text, language = document.text, document.language
    if text.isascii():
        return
    scripts = scripts_of(language) if language else frozenset()
    tags = dict(find_in_tags(text))
    for start, end in tags.items():
        yield Spot(
            Span(start, end),
            "in a tag",
            f"'{text[start:end]}' in the name of a tag is no Latin letter",
            severity=Severity.ERROR,
        )
    regions: Regions | None = None
    for word in find_mixed(text, scripts, base(language) if language else ""):
        if tags.keys().isdisjoint(word.slips):
            regions = regions or Regions(document)
            region, _ = regions.find(word.start)
            if region in _LITERAL or not word.inflected:
                yield _spot(document, word, region)
    for start, end in find_broken_off(text, scripts):
        yield Spot(
            Span(start, end),
            "broken off",
            f"a word goes on as {shorten(text[start:end])}, of another script",
        )


def _spot(document: Document, word: MixedWord, region: Region) -> Spot:
    written = document.text[word.start : word.end]
    first, last = word.slips[0], word.slips[-1] + 1
    repair = None
    if word.repaired is not None:
        repair = word.repaired[first - word.start : last - word.start]
    slips = "".join(document.text[place] for place in word.slips)
    literal = region in _LITERAL
    return Spot(
        Span(first, last),
        f"{word.script} in {region.value if literal else 'words'}",
        f"{word.script} '{slips}' in {shorten(written)}",
        repair,
        safe=not literal,
        severity=Severity.ERROR if literal else None,
    )
