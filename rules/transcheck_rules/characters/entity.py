"""The rule entity."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import ClassVar

from transcheck.compare.regions import Region, Regions
from transcheck.compare.spots import Spot, report_spots
from transcheck.patterns import late_regex
from transcheck.rule import AlignedPage, Document, Finding, PageRule, Span

_ESCAPED = late_regex(
    r"&(?:amp;)+(#(?:\d{1,7}|[xX][0-9A-Fa-f]{1,6})|[A-Za-z]\w{1,30});"
)
# The entities that people write; a space in one comes from an engine.
_NAMES = "nbsp|lt|gt|quot|apos|amp|shy|hellip|[mn]dash|[lr]aquo|[lr][sd]quo"
_OPEN = late_regex(f"& ?({_NAMES}) ;|& ({_NAMES});|&({_NAMES})(?![\\w;=])")
_NAMED = late_regex(r"&([^\W\d_][^\W_]{1,30});")


class Entity(PageRule, frozen=True):
    """An HTML entity is one that browsers know, and is escaped once."""

    id: ClassVar[str] = "entity"
    category: ClassVar[str] = "characters"
    fixable: ClassVar[bool] = True
    voting: ClassVar[bool] = False

    def check(self, page: AlignedPage) -> Iterator[Finding]:
        """Report entities that the reader sees as they are written."""

        def search(document: Document) -> Iterator[Spot]:
            return _search(document, is_own=document is page.original)

        yield from report_spots(page, search, "write the entity")


def _search(document: Document, *, is_own: bool) -> Iterator[Spot]:
    text = document.text
    if "&" not in text:
        return
    regions: Regions | None = None
    for spot, everywhere in _find(text, is_own=is_own):
        regions = regions or Regions(document)
        region, _ = regions.find(spot.span.start)
        if region is Region.TEXT or (everywhere and region is Region.MARKUP):
            yield spot


def _find(text: str, *, is_own: bool) -> Iterator[tuple[Spot, bool]]:
    """Yield the entities that show, and whether they do so in HTML as well."""
    for match in _ESCAPED.finditer(text):
        name = match[1]
        if name[0] == "#" or name in _known():
            spot = Spot(
                Span(*match.span()),
                f"&{name};",
                f"'{match[0]}' is escaped twice and shows as '&{name};'",
                f"&{name};",
                meant=is_own,
            )
            yield spot, True
    for match in _OPEN.finditer(text):
        name = match[1] or match[2] or match[3]
        spot = Spot(
            Span(*match.span()),
            f"&{name}",
            f"'{match[0]}' shows as it is written, for '&{name};'",
            f"&{name};",
            safe=True,
        )
        yield spot, False
    for match in _NAMED.finditer(text):
        if match[1] not in _known():
            yield (
                Spot(
                    Span(*match.span()),
                    "unknown",
                    f"'{match[0]}' is no entity and shows as it is written",
                    meant=is_own,
                ),
                False,
            )


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    """Return the names of all entities of HTML 5."""
    from html.entities import html5  # noqa: PLC0415 - start-up counts

    return frozenset(name.removesuffix(";") for name in html5)
