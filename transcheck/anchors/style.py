"""How a program makes an id of a heading, and tells equal ones apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from transcheck.anchors.title import Title

Taken = dict[str, int]
"""The ids of a page so far, each with the number that it has been given last."""


def number_with_hyphens(slug: str, taken: Taken) -> str:
    """Return ``slug``, ``slug-1``, ``slug-2``: the first that is free, and take it.

    So do github-slugger, GitHub, Hugo, markdown-it-anchor, mdBook and kramdown.
    """
    free = slug
    while free in taken:
        taken[slug] += 1
        free = f"{slug}-{taken[slug]}"
    taken[free] = 0
    return free


class Style(Struct, frozen=True, kw_only=True):
    """One way to make ids of headings.

    Args:
        name: What it is called.
        slug: Makes an id of a heading, "" where nothing is left of it.
        number: Makes an id unlike the others of the page, and takes it.
        finish: What is done with the id after it was numbered.
        read: What is done with the fragment of a link before it is looked up.
        reserves: An id that is written with a heading is taken, too.
        folds: Upper and lower case are the same in fragments.
    """

    name: str
    slug: Callable[[Title], str]
    number: Callable[[str, Taken], str] = number_with_hyphens
    finish: Callable[[str], str] = str
    read: Callable[[str], str] = str
    reserves: bool = True
    folds: bool = False

    def ids(self, titles: Iterable[Title]) -> Iterator[str]:
        """Yield the id of every heading of a page, "" for one that gets none.

        Args:
            titles: The headings in the order of the page.
        """
        headings = list(titles)
        taken: Taken = {}
        if self.reserves:
            taken = {title.anchor: 0 for title in headings if title.anchor}
        for title in headings:
            if title.anchor is not None:
                yield title.anchor
            else:
                yield self.finish(self.number(self.slug(title), taken))
