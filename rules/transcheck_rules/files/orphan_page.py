"""The rule orphan-page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from os.path import commonprefix
from typing import Annotated, ClassVar

from transcheck.compare.mention import shorten
from transcheck.compare.originals import Originals
from transcheck.compare.presence import Lone, Presence, presence
from transcheck.near_miss import NearNames
from transcheck.rule import (
    AlignedPage,
    Finding,
    Related,
    Severity,
    SiteRule,
)

# So many languages of a page without an original are shown.
_SHOWN = 6


class OrphanPage(SiteRule[Presence], frozen=True):
    """A translation has the file name of its original."""

    id: ClassVar[str] = "orphan-page"
    category: ClassVar[str] = "files"

    share: Annotated[
        float,
        "Where so many pages have an original, one that resembles none is shown too.",
    ] = 0.8

    def facts(self, page: AlignedPage) -> Iterable[Presence]:
        """Return the languages of a page."""
        found = presence(page)
        return [found] if found else []

    def check(self, facts: tuple[Presence, ...]) -> Iterator[Finding]:
        """Report translations without an original, with the likeliest one."""
        orphans = [page for page in facts if not page.original]
        held = [page for page in facts if page.original]
        if not orphans or not held:
            return
        search = _Search(held)
        nearly_all = len(held) >= self.share * len(facts)
        for page in orphans:
            alone = []
            for lone in page.lone:
                finding = search.report(page.name, lone)
                if finding is None:
                    alone.append(lone)
                else:
                    yield finding
            if alone and nearly_all:
                yield _report_alone(alone, search.usual)


class _Search:
    """Looks for the original of a text, by its name and by what is in it.

    Args:
        pages: The pages that have an original.
    """

    def __init__(self, pages: list[Presence]) -> None:
        tags = Counter(page.tag or "" for page in pages)
        self.usual = min(tags, key=lambda tag: (-tags[tag], tag))
        self._pages = {page.name: page for page in pages}
        self._names = NearNames(self._pages)
        self._originals = Originals(page.original for page in pages if page.original)

    def report(self, name: str, lone: Lone) -> Finding | None:
        """Return what is to say of a text whose original is known, else None.

        Args:
            name: The name of the page it is on.
            lone: The text.
        """

        def is_lacked(page: str) -> bool:
            return lone.tag not in self._pages[page].tags

        near = self._names.nearest(name, is_lacked)
        if near is not None:
            original = self._pages[near].original
            ours, theirs = _differing(name, near)
            what = f"{shorten(ours)} is {shorten(theirs)} in {self._pages[near].tag}"
            advice = _rename(lone.place.path, ours, theirs)
        else:
            original = self._originals.match(lone.traits, lambda x: is_lacked(x.page))
            what = f"it matches {original.place.path}" if original else ""
            advice = "Give the file the name of its original."
        if original is None:
            return None
        return Finding(
            lone.place,
            f"this page has no original: {what}",
            cause=("orphan",),
            related=(Related(original.place, f"the page in {original.label}"),),
            help=advice,
        )


def _report_alone(alone: list[Lone], origin: str) -> Finding:
    return Finding(
        alone[0].place,
        f"this page has no original in {origin}",
        cause=("no-original",),
        related=tuple(
            Related(one.place, f"the page in {one.tag}") for one in alone[1:_SHOWN]
        ),
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
