"""The rule orphan-page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from os.path import commonprefix
from typing import ClassVar

from transcheck.compare.mention import shorten
from transcheck.compare.presence import Presence, only_presences, presence
from transcheck.near_miss import NearNames
from transcheck.rule import (
    AlignedPage,
    Finding,
    Place,
    Related,
    Severity,
    SiteRule,
    option,
)


@dataclass(frozen=True)
class OrphanPage(SiteRule):
    """A translation has the file name of its original."""

    id: ClassVar[str] = "orphan-page"
    category: ClassVar[str] = "files"

    share: float = option(
        0.8,
        "Where so many pages have an original, one that resembles none is shown too.",
    )

    def facts(self, page: AlignedPage) -> Iterable[Hashable]:
        """Return the languages of a page."""
        found = presence(page)
        return [found] if found else []

    def check(self, facts: tuple[Hashable, ...]) -> Iterator[Finding]:
        """Report translations without an original, with the likeliest one."""
        pages = only_presences(facts)
        originals = {page.name: page for page in pages if page.original}
        orphans = [page for page in pages if not page.original]
        if not originals or not orphans:
            return
        names = NearNames(originals)
        usual = Counter(page.original for page in originals.values())
        origin = min(usual, key=lambda tag: (-usual[tag], tag or ""))
        nearly_all = len(originals) >= self.share * len(pages)
        for page in orphans:
            alone = []
            for tag, place in page.translations:
                near = _nearest(page.name, tag, names, originals)
                if near is None:
                    alone.append((tag, place))
                else:
                    yield _report_near(page, place, near)
            if alone and nearly_all:
                yield _report_alone(alone, origin or "")


def _nearest(
    name: str, tag: str, names: NearNames, originals: dict[str, Presence]
) -> Presence | None:
    """Return the original that a page was named after, and that its language lacks."""
    near = names.nearest(name, lambda one: tag not in originals[one].tags)
    return originals[near] if near is not None else None


def _report_near(page: Presence, place: Place, near: Presence) -> Finding:
    origin = near.original or ""
    ours, theirs = _differing(page.name, near.name)
    related: tuple[Related, ...] = ()
    if near.place is not None:
        related = (Related(near.place, f"the page in {origin}"),)
    return Finding(
        place,
        f"this page has no original: {shorten(ours)} is {shorten(theirs)} in {origin}",
        cause=("orphan",),
        related=related,
        help=_rename(place.path, ours, theirs),
    )


def _report_alone(alone: list[tuple[str, Place]], origin: str) -> Finding:
    return Finding(
        alone[0][1],
        f"this page has no original in {origin}",
        cause=("no-original",),
        related=tuple(Related(place, f"nor in {tag}") for tag, place in alone[1:]),
        severity=Severity.INFO,
    )


def _differing(first: str, second: str) -> tuple[str, str]:
    """Return two paths without the folders they have in common."""
    start = commonprefix((first, second)).rfind("/") + 1  # noqa: RUF071 - cut at "/"
    return first[start:], second[start:]


def _rename(path: str, ours: str, theirs: str) -> str:
    before, found, after = path.rpartition(ours)
    if not found:
        return "Give the file the name of its original."
    return f"Rename the file to {before}{theirs}{after}."
