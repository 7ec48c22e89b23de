"""Originals whose translations have nearly their names, and that nobody would find."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from transcheck.discover.drafts import Draft, Layout
from transcheck.discover.files import Tree
from transcheck.discover.paths import stem
from transcheck.near_miss import NearNames
from transcheck.site import PageFiles


def add_misnamed(tree: Tree, layouts: Sequence[Layout]) -> list[Layout]:
    """Return the layouts with the unmarked files that misnamed translations had.

    ``docs/prices.md`` is a page like any other while the only file in another language
    is ``docs/fr/price.md``.

    Args:
        tree: The files.
        layouts: The layouts found in them.
    """
    orphans = [
        [page.name for page in layout.pages if page.unmarked is None]
        if layout.unmarked_tag is not None
        else []
        for layout in layouts
    ]
    if not any(orphans):
        return [*layouts]
    taken = {path for layout in layouts for path in layout.files()}
    alone = {stem(path): path for path in tree.content if path not in taken}
    names = NearNames(alone)
    grown = []
    for layout, without in zip(layouts, orphans, strict=True):
        found = {names.nearest(name, alone.__contains__) for name in without}
        pages = [
            Draft(name=name, marked={}, unmarked=alone.pop(name))
            for name in found
            if name is not None
        ]
        pages = sorted((*layout.pages, *pages), key=lambda draft: draft.name)
        grown.append(replace(layout, pages=tuple(pages)))
    return grown


def originals_of_misnamed(
    pages: Iterable[PageFiles], left_out: Mapping[str, PageFiles]
) -> Iterator[PageFiles]:
    """Yield the originals that pages without one are named after.

    Args:
        pages: The pages of a site.
        left_out: Those in none of the languages that are wanted, by their names.
    """
    orphans = [page.name for page in pages if page.original is None]
    if not orphans or not left_out:
        return
    names = NearNames(left_out)
    found = {names.nearest(name, lambda _: True) for name in orphans}
    for name in sorted(name for name in found if name is not None):
        page = left_out[name]
        if page.original is not None:
            yield replace(page, files={page.original: page.files[page.original]})
