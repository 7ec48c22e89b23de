"""Finding the pages of a site: which files are one page, in which language.

Files are walked, read for layouts by their paths (folders, names, suffixes), and only
where no path tells, by their content. Everything is sorted; nothing is random.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from transcheck.config import Settings
from transcheck.discover.pages import languages_of
from transcheck.discover.root import find_root, find_roots
from transcheck.discover.search import Search, search
from transcheck.discover.tags import canonical
from transcheck.errors import InputError
from transcheck.site import Site, surround

__all__ = ["discover", "find_root"]


def discover(paths: Sequence[str], settings: Settings) -> Site:
    """Find the pages of what the user named.

    A named folder is searched on its own; folders that hold no pages by themselves,
    such as ``docs/de docs/en``, are searched together. A named file's page is found
    among the files of its root, and is the only one of that root in the site.

    Args:
        paths: Files and folders, absolute or relative to the working folder; their
            order does not matter.
        settings: Layout, original, languages, patterns.

    Returns:
        The site; its paths are as given: relative ones stay relative.

    Raises:
        InputError: A path does not exist; the layout, a language or a pattern of the
            settings is none.
    """
    _check(settings)
    found = search(find_roots(paths), settings)
    pages = [page for one in found for page in one.pages]
    skipped = [skip for one in found for skip in one.skipped]
    reasons = dict.fromkeys(one.reason for one in found if one.reason)
    return Site(
        pages=tuple(sorted(pages, key=lambda page: page.name)),
        languages=languages_of(pages),
        skipped=tuple(sorted(skipped, key=lambda skip: skip.path)),
        original_reason="; ".join(reasons),
        named=_named(found),
        layouts=tuple(dict.fromkeys(text for one in found for text in one.layouts)),
        complete=all(one.complete for one in found),
        surroundings=surround(
            files=(path for one in found for path in one.files),
            pages=(page for one in found for page in one.every),
            roots=("" if one.root.shown == "." else one.root.shown for one in found),
            unseen=(path for one in found for path in one.unseen),
            generators={made for one in found for made in one.generators},
            ignores=(file for one in found for file in one.ignores),
        ),
    )


def _check(settings: Settings) -> None:
    names = list(settings.languages or ())
    if settings.original is not None:
        names.append(settings.original)
    wrong = [f"'{name}' is no language" for name in names if canonical(name) is None]
    if wrong:
        raise InputError("\n".join(wrong))


def _named(found: Iterable[Search]) -> frozenset[str]:
    """Return the files to report on, none where only folders were named."""
    searches = list(found)
    if not any(one.root.files and "." not in one.root.folders for one in searches):
        return frozenset()
    named = {one.root.show(path) for one in searches for path in one.root.files}
    for one in searches:
        shown_folders = {one.root.show(path) for path in one.root.folders}
        whole = "." in one.root.folders
        named |= {
            path
            for page in one.pages
            for path in page.files.values()
            if whole or any(path.startswith(f"{at}/") for at in shown_folders)
        }
    return frozenset(named)
