"""The rule missing-page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Annotated, ClassVar

from transcheck.compare.presence import Presence, presence
from transcheck.rule import AlignedPage, Finding, Severity, SiteRule


class MissingPage(SiteRule[Presence], frozen=True):
    """A page is in all languages of its part of the site."""

    id: ClassVar[str] = "missing-page"
    category: ClassVar[str] = "files"
    severity: ClassVar[Severity] = Severity.INFO

    share: Annotated[
        float,
        "A language counts that has this share of the translated pages beside it.",
    ] = 0.1
    listed: Annotated[int, "How many languages the message names at most."] = 10

    def facts(self, page: AlignedPage) -> Iterable[Presence]:
        """Return the languages of a page that has an original."""
        found = presence(page)
        return [found] if found and found.original else []

    def check(self, facts: tuple[Presence, ...]) -> Iterator[Finding]:
        """Report each original that some languages have, and others lack."""
        pages = [page for page in facts if len(page.tags) > 1]
        common = _common([page.name for page in pages])
        areas: dict[str, list[Presence]] = {}
        for page in pages:
            areas.setdefault(_area(page.name, common), []).append(page)
        for area in areas.values():
            held = Counter(tag for page in area for tag in page.tags)
            least = self.share * len(area)
            expected = {tag for tag, count in held.items() if count >= least}
            expected -= {page.tag for page in area if page.tag}
            for page in area:
                missing = sorted(expected - page.tags)
                if missing and page.original:
                    yield Finding(
                        page.original.place,
                        f"this page is missing in {self._list(missing)}",
                        cause=("missing-page",),
                    )

    def _list(self, tags: list[str]) -> str:
        rest = len(tags) - self.listed
        if rest > 0:
            return f"{', '.join(tags[: self.listed])} and {rest} more"
        *first, last = tags
        return f"{', '.join(first)} and {last}" if first else last


def _common(names: list[str]) -> int:
    """Return how many folders all pages are in."""
    folders = [name.split("/")[:-1] for name in names]
    if not folders:
        return 0
    first, last = min(folders), max(folders)
    same = [one == other for one, other in zip(first, last, strict=False)]
    return [*same, False].index(False)


def _area(name: str, common: int) -> str:
    """Return the part of the site that a page is in: the first folder that tells."""
    folders = name.split("/")[:-1]
    return folders[common] if len(folders) > common else ""
