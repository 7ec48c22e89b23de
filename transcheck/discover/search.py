"""One search: a root, the files below it, and the pages they make."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from transcheck.config import Settings
from transcheck.discover.context import Context
from transcheck.discover.drafts import Layout
from transcheck.discover.files import Tree, walk, why_not_walked
from transcheck.discover.generators import find_default
from transcheck.discover.pages import find_layouts, make_pages
from transcheck.discover.root import Root, join
from transcheck.discover.samples import Samples
from transcheck.site import PageFiles, Skipped


@dataclass(frozen=True, slots=True)
class Search:
    """What was found below one root, paths as they are printed.

    Args:
        root: Where it was searched.
        pages: Sorted by name.
        skipped: The files that are on no page, sorted by path.
        reason: Which original was chosen and why.
    """

    root: Root
    pages: tuple[PageFiles, ...]
    skipped: tuple[Skipped, ...]
    reason: str


def search(roots: Sequence[Root], settings: Settings) -> list[Search]:
    """Search some roots; those without pages of their own are searched together.

    Raises:
        InputError: The layout or a pattern of the settings is none.
    """
    trees = [walk(root.folder, settings) for root in roots]
    layouts = [_layouts(tree, settings) for tree in trees]
    alone = [index for index, found in enumerate(layouts) if not found]
    kept = [(roots[index], trees[index]) for index in range(len(roots))]
    found = [(kept[index], layouts[index]) for index in range(len(roots))]
    if len(alone) > 1:
        pooled = _pool([kept[index] for index in alone])
        together = _layouts(pooled[1], settings)
        if together:
            found = [one for one in found if one[1]] + [(pooled, together)]
    several = len(found) > 1
    return [
        _shown(root, tree, layouts, settings, several=several)
        for (root, tree), layouts in found
    ]


def _context(tree: Tree, settings: Settings) -> Context:
    return Context(
        Samples(tree.folder),
        settings.original,
        find_default(tree.folder, tree.configurations),
    )


def _layouts(tree: Tree, settings: Settings) -> list[Layout]:
    return find_layouts(tree, settings, _context(tree, settings))


def _pool(found: Sequence[tuple[Root, Tree]]) -> tuple[Root, Tree]:
    """Return the roots as one, below the folder they have in common."""
    common = Path(os.path.commonpath([root.folder for root, _ in found]))
    below = [
        (root.folder.relative_to(common).as_posix(), root, tree) for root, tree in found
    ]
    relative = any(not os.path.isabs(root.shown) for root, _ in found)  # noqa: PTH117 - a str
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
    tree = Tree(
        common,
        tuple(sorted(join(at, path) for at, _, tree in below for path in tree.content)),
        tuple(
            sorted(
                (join(at, path), reason)
                for at, _, tree in below
                for path, reason in tree.skipped
            )
        ),
        tuple(join(at, path) for at, _, tree in below for path in tree.configurations),
    )
    return root, tree


def _shown(
    root: Root,
    tree: Tree,
    layouts: Sequence[Layout],
    settings: Settings,
    *,
    several: bool,
) -> Search:
    """Make the pages, keep what was named, and print paths as the user named them."""
    found = make_pages(tree, layouts, settings, _context(tree, settings))
    pages = [
        PageFiles(
            join(root.shown, page.name) if several else page.name,
            page.original,
            {tag: root.show(path) for tag, path in page.files.items()},
        )
        for page in found.pages
        if any(map(root.names, page.files.values()))
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
    )
