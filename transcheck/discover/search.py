"""One search: a root, the files below it, and the pages they make."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from msgspec import Struct

from transcheck.config import Settings
from transcheck.discover.context import Context
from transcheck.discover.drafts import Layout
from transcheck.discover.files import Tree, walk, why_not_walked
from transcheck.discover.generators import find_default, read_head
from transcheck.discover.pages import find_layouts, make_pages
from transcheck.discover.programs import configurations_above, read_generator
from transcheck.discover.root import Root, join
from transcheck.discover.samples import Samples
from transcheck.language.detectors import DETECTORS
from transcheck.site import Generator, IgnoreFile, PageFiles, Skipped


class Search(Struct, frozen=True):
    """What was found below one root, paths as they are printed.

    Args:
        root: Where it was searched.
        pages: Sorted by name.
        skipped: The files that are on no page, sorted by path.
        reason: Which original was chosen and why.
        layouts: The templates of the layouts.
        complete: Every page below the root was named, by itself or with a folder.
        every: All pages below the root, in all languages, named or not.
        files: As in `transcheck.site.Surroundings`; so the next two.
    """

    root: Root
    pages: tuple[PageFiles, ...]
    skipped: tuple[Skipped, ...]
    reason: str
    layouts: tuple[str, ...]
    complete: bool
    every: tuple[PageFiles, ...]
    files: tuple[str, ...]
    unseen: tuple[str, ...]
    generators: tuple[Generator, ...]
    ignores: tuple[IgnoreFile, ...]


class _Searched(Struct, frozen=True):
    """A root with its files, and the layouts found in them."""

    root: Root
    tree: Tree
    context: Context
    layouts: Sequence[Layout]


def search(roots: Sequence[Root], settings: Settings) -> list[Search]:
    """Search some roots; those without pages of their own are searched together.

    Raises:
        InputError: The layout or a pattern of the settings is none.
    """
    found = [_search(root, walk(root.folder, settings), settings) for root in roots]
    if len({one.root.folder.anchor for one in found}) == 1:
        found = _search_together(found, settings)
    return [_show(one, settings, several=len(found) > 1) for one in found]


def _search_together(found: list[_Searched], settings: Settings) -> list[_Searched]:
    """Search roots that hold no pages by themselves together, or with all others."""
    alone = [one for one in found if not one.layouts]
    others = [one for one in found if one.layouts]
    if len(alone) > 1:
        together = _search_pool(alone, settings)
        if together.layouts:
            return [*others, together]
    if alone and others:
        together = _search_pool(found, settings)
        if any(_unites(together, one.root) for one in alone):
            return [together]
    return found


def _search_pool(found: Sequence[_Searched], settings: Settings) -> _Searched:
    root, tree = _pool(found)
    sisters = [one.root.folder.relative_to(root.folder).as_posix() for one in found]
    return _search(root, tree, settings, sisters)


def _unites(together: _Searched, root: Root) -> bool:
    """Tell whether pages have files below a root and files elsewhere."""
    inside = f"{root.folder.relative_to(together.root.folder).as_posix()}/"
    return any(
        len({path.startswith(inside) for path in page.files()}) > 1
        for layout in together.layouts
        for page in layout.pages
    )


def _search(
    root: Root, tree: Tree, settings: Settings, sisters: Sequence[str] = ()
) -> _Searched:
    context = Context(
        Samples(tree.folder, DETECTORS[settings.detector]),
        settings.original,
        find_default(tree.folder, tree.configurations),
        tuple(sisters),
    )
    return _Searched(root, tree, context, find_layouts(tree, settings, context))


def _pool(found: Sequence[_Searched]) -> tuple[Root, Tree]:
    """Return the roots as one, below the folder they have in common."""
    common = Path(os.path.commonpath([one.root.folder for one in found]))
    below = [
        (one.root.folder.relative_to(common).as_posix(), one.root, one.tree)
        for one in found
    ]
    relative = any(not os.path.isabs(root.shown) for _, root, _ in below)  # noqa: PTH117 - a str
    shown = os.path.relpath(common) if relative else str(common)
    root = Root(
        common,
        shown.replace(os.sep, "/"),
        frozenset(join(at, path) for at, root, _ in below for path in root.files),
        frozenset(
            at if path == "." else join(at, path)
            for at, root, _ in below
            for path in root.folders
        ),
    )

    def pool(paths_of: Callable[[Tree], Iterable[str]]) -> tuple[str, ...]:
        return tuple(
            sorted(join(at, path) for at, _, tree in below for path in paths_of(tree))
        )

    skipped = [
        (join(at, path), reason)
        for at, _, tree in below
        for path, reason in tree.skipped
    ]
    tree = Tree(
        folder=common,
        content=pool(lambda tree: tree.content),
        skipped=tuple(sorted(skipped)),
        configurations=pool(lambda tree: tree.configurations),
        files=pool(lambda tree: tree.files),
        unseen=pool(lambda tree: tree.unseen),
        ignores=tuple(
            sorted({found for _, _, tree in below for found in tree.ignores})
        ),
    )
    return root, tree


def _show(one: _Searched, settings: Settings, *, several: bool) -> Search:
    """Make the pages, keep what was named, and print paths as the user named them."""
    root = one.root
    found = make_pages(one.tree, one.layouts, settings, one.context)

    def show(page: PageFiles) -> PageFiles:
        name = join(root.shown, page.name) if several else page.name
        files = {tag: root.show(path) for tag, path in page.files.items()}
        return PageFiles(name, page.original, files)

    pages = [
        show(page) for page in found.pages if any(map(root.names, page.files.values()))
    ]
    skipped = {
        skip.path: skip.reason for skip in found.skipped if root.names(skip.path)
    }
    on_pages = {path for page in found.pages for path in page.files.values()}
    for path in root.files - on_pages - skipped.keys():
        skipped[path] = why_not_walked(path)
    return Search(
        root,
        tuple(pages),
        tuple(Skipped(root.show(path), skipped[path]) for path in sorted(skipped)),
        found.reason if pages else "",
        tuple(_template(one, layout) for layout in one.layouts if pages),
        len(pages) == len(found.pages),
        tuple(map(show, found.every)),
        tuple(map(root.show, one.tree.files)),
        tuple(map(root.show, one.tree.unseen)),
        tuple(_generators(one)),
        tuple(_ignore_file(one, *found) for found in one.tree.ignores),
    )


def _ignore_file(one: _Searched, folder: str, lines: tuple[str, ...]) -> IgnoreFile:
    """Return a .gitignore with the paths that it counts from, as they are printed."""
    top = one.tree.folder
    if Path(folder).is_relative_to(top):
        below = Path(folder).relative_to(top).as_posix()
        shown = one.root.show("" if below == "." else below)
        return IgnoreFile(shown, "", lines)
    below = top.relative_to(folder).as_posix()
    return IgnoreFile(one.root.show(""), f"{below}/", lines)


def _generators(one: _Searched) -> Iterator[Generator]:
    """Yield the site generators whose configuration is below or above a root."""
    folder = one.tree.folder
    for path in (*one.tree.configurations, *configurations_above(folder)):
        shown = posixpath.normpath(one.root.show(path))
        found = read_generator(shown, partial(read_head, folder / path))
        if found is not None:
            yield found


def _template(one: _Searched, layout: Layout) -> str:
    """Return where a layout's translations lie, as paths are printed."""
    is_path = "{lang}" in layout.template
    return one.root.show(layout.template) if is_path else layout.template
