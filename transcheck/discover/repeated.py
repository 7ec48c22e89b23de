"""The same language folders in many places: ``src/*/demos/{lang}/{path}``.

Each place is found by itself; together they are one layout. It then has as well the
pages of a place where a language, or every file's counterpart, is missing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from transcheck.discover.drafts import Draft, Layout
from transcheck.discover.paths import split
from transcheck.discover.root import join
from transcheck.discover.siblings import Files, read
from transcheck.discover.tags import Strength

# The same languages below folders of one name so many times are no chance.
_REPEATED = 5

_PATH = "{lang}/{path}"


def join_repeated(
    layouts: Sequence[Layout],
    slots: Mapping[str, Mapping[str, Files]],
    free: Iterable[str],
) -> list[Layout]:
    """Return the layouts, those that differ in the place alone as one.

    Args:
        layouts: What was found, place by place.
        slots: Place, then tag, then residual path, to files.
        free: The files that no layout has taken.
    """
    left = set(free)
    kept = list(layouts)
    for name, found in sorted(_by_name(layouts).items()):
        sets = Counter(_tags(layout) for layout in found)
        tags = frozenset[str]().union(
            *(tags for tags, count in sets.items() if count >= _REPEATED)
        )
        same = [layout for layout in found if _tags(layout) <= tags]
        if same:
            places = {
                place: _pages(place, slots[place], tags, left)
                for place in sorted(slots)
                if split(place)[1] == name and slots[place].keys() <= tags
            }
            kept = [layout for layout in kept if layout not in same]
            kept.append(_join(same, places))
    return kept


def _by_name(layouts: Iterable[Layout]) -> dict[str, list[Layout]]:
    """Group the layouts without unmarked files by the name of their place."""
    found = defaultdict(list)
    for layout in layouts:
        name = split(_place(layout))[1]
        if name and layout.unmarked_tag is None:
            found[name].append(layout)
    return found


def _place(layout: Layout) -> str:
    return layout.template.removesuffix(_PATH).rstrip("/")


def _tags(layout: Layout) -> frozenset[str]:
    return frozenset(tag for page in layout.pages for tag in page.marked)


def _pages(
    place: str, folders: Mapping[str, Files], tags: Iterable[str], left: set[str]
) -> list[Draft]:
    """Return the pages that no layout has, by their paths below a place."""
    pages: dict[str, dict[str, str]] = defaultdict(dict)
    for tag in sorted(folders.keys() & set(tags)):
        if read(tag).strength >= Strength.PLAIN:
            for residual, paths in folders[tag].items():
                free = [path for path in paths if path in left]
                if free:
                    pages[residual][tag] = free[0]
    return [
        Draft(name=join(place, residual), marked=pages[residual])
        for residual in sorted(pages)
    ]


def _join(layouts: Sequence[Layout], places: Mapping[str, Sequence[Draft]]) -> Layout:
    pages = [page for layout in layouts for page in layout.pages]
    pages += [page for found in places.values() for page in found]
    where = [_place(layout) for layout in layouts]
    where += [place for place, found in places.items() if found]
    return Layout(
        template=join(_common(where), _PATH),
        pages=tuple(sorted(pages, key=lambda page: page.name)),
        duplicates={
            path: first
            for layout in layouts
            for path, first in layout.duplicates.items()
        },
    )


def _common(places: Iterable[str]) -> str:
    """Return places of one name as one, ``*`` for a folder that differs."""
    parts = [place.split("/") for place in places]
    if len({len(part) for part in parts}) > 1:
        return f"**/{parts[0][-1]}"
    columns = (set(column) for column in zip(*parts, strict=True))
    return "/".join(column.pop() if len(column) == 1 else "*" for column in columns)
