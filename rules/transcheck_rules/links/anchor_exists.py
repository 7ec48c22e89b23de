"""The rule anchor-exists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from transcheck.compare.dead_fragments import (
    DeadFragment,
    Landing,
    dead_elsewhere,
    dead_in_page,
    landings,
)
from transcheck.compare.mention import shorten
from transcheck.rule import (
    AlignedPage,
    Edit,
    Finding,
    Fix,
    Place,
    Related,
    SiteRule,
)


class AnchorExists(SiteRule[Landing], frozen=True):
    """A link to a place in a page leads to one that is there."""

    id: ClassVar[str] = "anchor-exists"
    category: ClassVar[str] = "links"
    fixable: ClassVar[bool] = True

    def check_page(self, page: AlignedPage) -> Iterator[Finding]:
        """Report links to places that their own page does not have."""
        for dead in dead_in_page(page):
            yield _report(dead)

    def facts(self, page: AlignedPage) -> Iterable[Landing]:
        """Return the places that the documents have, and those they lead to."""
        return landings(page)

    def check(self, facts: tuple[Landing, ...]) -> Iterator[Finding]:
        """Report links to places that other pages do not have."""
        for fragment in dead_elsewhere(facts):
            yield Finding(
                fragment.place,
                f"page '{fragment.page}' has no {shorten('#' + fragment.value)}",
                cause=("anchor", fragment.page, fragment.value),
            )


def _report(dead: DeadFragment) -> Finding:
    related: tuple[Related, ...] = ()
    fix = None
    if dead.meant is not None:
        heading = Place(dead.place.path, dead.meant)
        related = (Related(heading, "the heading that is meant"),)
    if dead.anchor is not None and dead.link.form == "inline":
        edit = Edit(dead.place, dead.anchor)
        fix = Fix(f"link to {shorten('#' + dead.anchor)}", (edit,), safe=dead.sure)
    return Finding(
        dead.place,
        f"this page has no {shorten('#' + dead.value)}",
        cause=("anchor", "", dead.value),
        related=related,
        help=(
            "The heading was translated, and so was the id that is made of it."
            if related
            else None
        ),
        fix=fix,
    )
