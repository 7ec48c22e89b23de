"""Links and images that lead to no file of the site."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterable, Iterator

from msgspec import Struct

from transcheck.align.model import AlignedPage, PairState
from transcheck.compare.frontmatter import link_entries
from transcheck.document import Document, Image, Link
from transcheck.resolve import PAGE_EXTENSIONS, is_ignored, is_inside, resolver_of
from transcheck.site import Surroundings
from transcheck.targets import NO_LOCALE, normalize

# Where a folder is not known, a kind of target is judged by the others of its
# document: for one that leads nowhere, so many lead somewhere.
_RESOLVED = 2
_DOTS = ("./", "../")
_COMPARED = frozenset({PairState.PARALLEL, PairState.OUTDATED})


class DeadTarget(Struct, frozen=True):
    """A link or image that leads to no file.

    Args:
        document: The document it stands in.
        node: The link or image.
        path: The file it should lead to, as paths are printed.
        cased: The file beside it whose name has other capitals, None where none is.
    """

    document: Document
    node: Link | Image
    path: str
    cased: str | None = None


def dead_targets(page: AlignedPage) -> Iterator[DeadTarget]:
    """Yield the relative links and images of a page that lead to no file.

    Only what the run can see is judged: below the roots, not ignored by git, in a
    folder that holds files of this kind, or beside targets of this kind that lead to
    files. What is dead in the original is told of it alone, and a target that is not
    the original's is the business of the rules that compare.
    """
    site = page.surroundings
    if site is None:
        return
    compared = {
        id(pair.translation)
        for pair in page.pairs
        if pair.has_original and pair.state in _COMPARED
    }
    living: set[object] = set()
    for document in sorted(page.documents, key=lambda one: one is not page.original):
        dead = document.once(_dead, site)
        if document is page.original:
            known = {_key(one.node) for one in dead}
            living = {_key(node) for node in _nodes(document)} - known
        for one in dead:
            if id(document) not in compared or _key(one.node) in living:
                yield one


def is_dead(node: Link | Image, document: Document, site: Surroundings) -> bool:
    """Tell whether a link or image of a document leads to nothing, relative or not.

    An address that counts from the root of the site is judged where those of its kind
    in the document lead to files.
    """
    return id(node) in document.once(_dead_nodes, site)


def _dead_nodes(document: Document, site: Surroundings) -> frozenset[int]:
    relative = (id(one.node) for one in document.once(_dead, site))
    return frozenset((*relative, *map(id, _dead_from_root(document, site))))


def _dead_from_root(document: Document, site: Surroundings) -> Iterator[Link | Image]:
    """Yield what leads to nothing by an address from the root of the site.

    Nobody knows of a folder that is not there: a program may make what is in it.
    """
    resolver = resolver_of(document, site)
    living: list[str] = []
    lost: list[tuple[str, Link | Image]] = []
    nodes: list[Link | Image] = [*document.links, *document.images]
    for node in nodes:
        address = resolver.address(node.target)
        if address is None or not address.absolute:
            continue
        folder = posixpath.dirname(address.path.rstrip("/"))
        if resolver.resolve(node.target) is not None:
            living.append(address.path)
        elif folder in ("", "/") or resolver.resolve(folder) is not None:
            lost.append((address.path, node))
    known = _known_kinds(living, [path for path, _ in lost])
    for path, node in lost:
        if _kind(path) in known:
            yield node


def _nodes(document: Document) -> list[Link | Image]:
    nodes: list[Link | Image] = [*document.links]
    nodes += document.images
    # Of other values nobody knows what folder they count from.
    nodes += (one for one in link_entries(document) if one.target.startswith(_DOTS))
    return nodes


def _key(node: Link | Image) -> object:
    return normalize(node.target, NO_LOCALE).key


def _dead(document: Document, site: Surroundings) -> tuple[DeadTarget, ...]:
    """Return what leads to nothing by an address that counts from the document."""
    nodes = [one for one in _nodes(document) if _is_relative(one.target)]
    if not nodes:
        return ()
    resolver = resolver_of(document, site)
    living: list[str] = []
    lost: list[DeadTarget] = []
    for node in nodes:
        address = resolver.address(node.target)
        if address is None or address.absolute:
            continue
        path, _ = next(resolver.places(address))
        if resolver.resolve(node.target) is not None:
            living.append(path)
        elif is_inside(site, path) and not _has_variant(site, path):
            lost.append(DeadTarget(document, node, path, _find_cased(site, path)))
    known = _known_kinds(living, [one.path for one in lost])
    return tuple(
        one
        for one in lost
        if (_kind(one.path) in known or _is_at_home(site, one.path))
        and not is_ignored(site, one.path)
    )


def _known_kinds(living: Iterable[str], lost: Iterable[str]) -> set[str]:
    """Return the kinds of files of which enough that are linked to are there."""
    resolved, dead = Counter(map(_kind, living)), Counter(map(_kind, lost))
    return {kind for kind in dead if resolved[kind] >= _RESOLVED * dead[kind]}


def _is_relative(target: str) -> bool:
    return not target.startswith(("#", "/", "?")) and "://" not in target


def _kind(path: str) -> str:
    extension = posixpath.splitext(path)[1].lower()
    return PAGE_EXTENSIONS[0] if extension in PAGE_EXTENSIONS else extension


def _is_at_home(site: Surroundings, path: str) -> bool:
    """Tell whether the folder of a file holds others of its kind."""
    kind = _kind(path)
    names = site.folders.get(posixpath.dirname(path), ())
    return bool(kind) and any(_kind(name) == kind for name in names)


def _find_cased(site: Surroundings, path: str) -> str | None:
    """Return the file that a path is but for capitals, None where there is none."""
    folder, name = posixpath.split(path)
    wanted = name.casefold()
    names = (one for one in site.folders.get(folder, ()) if one.casefold() == wanted)
    return next((posixpath.join(folder, one) for one in sorted(names)), None)


def _has_variant(site: Surroundings, path: str) -> bool:
    """Tell whether a file is there with a language in its name: ``map.pl.png``."""
    folder, name = posixpath.split(path)
    stem, extension = posixpath.splitext(name)
    return any(
        one.startswith(f"{stem}.") and one.endswith(extension)
        for one in site.folders.get(folder, ())
    )
