"""Which file of the site a link leads to, by the paths of the site alone.

What a target means depends on the site generator, so everything is tried that one of
them would do: the file itself, the page by its name without an extension, the index of
a folder, folders counted from the page's address, and from every folder that can be the
root of the site or of a language. What resolves to nothing leads to nothing in any of
them; what resolves need not exist in the one that is used.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from itertools import chain
from urllib.parse import urlsplit

from msgspec import Struct

from transcheck.document import Document
from transcheck.resolve.addresses import Address, read_address
from transcheck.site import PageFiles, Surroundings, holds

PAGE_EXTENSIONS = (".md", ".mdx", ".markdown")
_PRETTY = (".html", ".htm")
_INDEXES = ("index", "_index", "README", "readme")
# Folders of translations have such names in no other site generator.
_DOCUSAURUS = "/docusaurus-plugin-"

# What generators serve from folders of these names below their own, and below the
# folder of a language, after their manuals: texts first, then what is served as it is.
_SERVED = (
    "",
    "docs",
    "content",
    "src/content/docs",
    "src/pages",
    "pages",
    "src",
    "static",
    "public",
    "assets",
    "docs/public",
)


class Resolved(Struct, frozen=True):
    """Where a target leads.

    Args:
        path: A file or a folder, as paths are printed; where a page is not in the
            language that was chosen, the original's.
        page: The page that the file belongs to, None for a folder and for other files.
        tag: The language that the target itself chooses, by the folder or the file that
            it names or by a language in the address; None where it chooses none.
        root: Where an address that counts from the root of the site was found to begin:
            the first folder of the address where that was taken for the place of the
            site on its host, and the folder on the disk, its language left out.
    """

    path: str
    page: PageFiles | None = None
    tag: str | None = None
    root: tuple[str, str] = ("", "")


def resolver_of(document: Document, site: Surroundings) -> Resolver:
    """Return what resolves the targets of a document, the same for all who ask."""
    return document.once(_make_resolver, site)


def _make_resolver(document: Document, site: Surroundings) -> Resolver:
    return Resolver(site, document.path)


class Resolver:
    """Resolves the targets of one document.

    Args:
        site: What is there.
        path: The document.
    """

    def __init__(self, site: Surroundings, path: str) -> None:
        self._site = site
        self._path = path
        self._member = site.pages.get(path)
        self._original = _original(site, path)
        made = site.generator_of(path)
        self._host, self._base = _host_and_base(made.url if made else "")
        self._tags = _spelled(site.tags)
        self._starts = [(*start, True) for start in _starts(path)]
        self._starts += [(*start, False) for start in _starts(self._mirrored())]
        self._known: dict[str, Resolved | None] = {}
        self._all_roots: list[str] | None = None

    def address(self, target: str) -> Address | None:
        """Return what a target names within the site; see `read_address`."""
        return read_address(target, self._host)

    def resolve(self, target: str) -> Resolved | None:
        """Return where a target leads, None where it leads to nothing that is known."""
        if target not in self._known:
            address = self.address(target)
            self._known[target] = self._find(address) if address else None
        return self._known[target]

    def places(self, address: Address) -> Iterator[tuple[str, bool]]:
        """Yield the paths that a relative address may mean, the likeliest first.

        With each goes whether it counts from the document, and not from the original,
        whose files stand in for those that a language does not have.
        """
        is_file = address.path.endswith(PAGE_EXTENSIONS)
        for folder, served, own in self._starts:
            if is_file and served:  # files are found from files
                continue
            path = posixpath.normpath(posixpath.join(folder, address.path))
            yield ("" if path == "." else path), own

    def counts_from_address(self, target: str) -> bool:
        """Tell whether a relative target leads to a file from the page's address alone.

        From the folder of the document it does not.
        """
        address = self.address(target)
        if address is None or address.absolute:
            return False
        for folder, served, own in self._starts:
            path = posixpath.normpath(posixpath.join(folder, address.path))
            if self._hit(path) is not None:
                return served and own
        return False

    def _find(self, address: Address) -> Resolved | None:
        if address.absolute:
            return self._find_from_root(address)
        for path, own in self.places(address):
            found = self._hit(path)
            if found is not None:
                member = self._site.pages.get(found)
                return self._resolved(found, member.tag if member and own else None)
        return None

    def _find_from_root(self, address: Address) -> Resolved | None:
        parts = [part for part in address.path.split("/") if part not in ("", ".")]
        base = [part for part in self._base.split("/") if part]
        if base and parts[: len(base)] == base:
            parts = parts[len(base) :]
        for rest, tag, start in self._readings(parts):
            for root in self._roots():
                found = self._hit(posixpath.join(root, *rest))
                if found is not None:
                    return self._resolved(found, tag, (start, self._unmarked(root)))
        return None

    def _readings(
        self, parts: list[str]
    ) -> Iterator[tuple[list[str], str | None, str]]:
        """Yield what an address may mean: its path, its language and its base."""
        named = self._language(parts)
        yield parts, named, ""
        if named:
            yield parts[1:], named, ""
        elif len(parts) > 1:
            below = self._language(parts[1:])
            yield parts[1:], below, parts[0]
            if below:
                yield parts[2:], below, parts[0]

    def _language(self, parts: list[str]) -> str | None:
        """Return the tag that the first part of a path is, None when it is none."""
        return self._tags.get(_spell(parts[0])) if parts else None

    def _unmarked(self, folder: str) -> str:
        """Return a folder without the parts of its path that are languages."""
        parts = folder.split("/")
        return "/".join(part for part in parts if _spell(part) not in self._tags)

    def _resolved(
        self, path: str, tag: str | None, root: tuple[str, str] = ("", "")
    ) -> Resolved:
        member = self._site.pages.get(path)
        return Resolved(path, member.page if member else None, tag, root)

    def _hit(self, path: str) -> str | None:
        """Return the file that a path without its spelling means, or the folder."""
        site = self._site
        if path in site.files:
            return path
        if path.rpartition("/")[0] in site.folders:
            stem = path
            for extension in (*_PRETTY, *PAGE_EXTENSIONS):
                stem = stem.removesuffix(extension)
            found = self._page(stem)
            if found is not None:
                return found
        if path in site.folders:
            prefix = f"{path}/" if path else ""
            for index in _INDEXES:
                found = self._page(prefix + index)
                if found is not None:
                    return found
            return path
        return None

    def _page(self, stem: str) -> str | None:
        """Return the file of a page by its path without language and extension."""
        for mark in ("", *(f".{tag}" for tag in self._own_tags())):
            for extension in PAGE_EXTENSIONS:
                path = f"{stem}{mark}{extension}"
                if path in self._site.files:
                    return path
        return None

    def _own_tags(self) -> list[str]:
        if self._member is None:
            return []
        page, tag = self._member
        return [tag, page.original] if page.original not in (None, tag) else [tag]

    def _mirrored(self) -> str:
        """Return the original's file where it stands in for the document's neighbours.

        A site generator takes the original's file where a language lacks one. Where
        none is known, this holds for folders of languages side by side.
        """
        if self._member is None or self._member.page.original is None:
            return ""
        beside = self._original.count("/") == self._path.count("/")
        known = _DOCUSAURUS in self._path or self._site.generator_of(self._path)
        return self._original if known or beside else ""

    def _roots(self) -> list[str]:
        """Return the folders that can be the root of an address, the topmost first.

        Those of the original come last: a page may not be in every language.
        """
        if self._all_roots is None:
            found = (
                f"{folder}/{served}".strip("/") if folder != "/" else f"/{served}"
                for path in (self._path, self._original)
                for folder in self._above(path)
                for served in _SERVED
            )
            known = (root for root in found if root in self._site.folders)
            self._all_roots = list(dict.fromkeys(known))
        return self._all_roots

    def _above(self, path: str) -> Iterator[str]:
        """Yield the folders above a file, from the root of the site."""
        around = [root for root in self._site.roots if holds(root, path)]
        root = max(around, key=len, default="")
        yield root
        at = path.find("/", len(root) + 1)
        while at >= 0:
            yield path[:at]
            at = path.find("/", at + 1)


def _original(site: Surroundings, path: str) -> str:
    """Return the original of a file's page, else of a neighbour's, "" for none."""
    for one in chain((path,), _neighbours(site, path)):
        member = site.pages.get(one)
        if member is not None and member.page.original is not None:
            return member.page.files[member.page.original]
    return ""


def _neighbours(site: Surroundings, path: str) -> Iterator[str]:
    folder = path.rpartition("/")[0]
    for name in site.folders.get(folder, ()):
        yield posixpath.join(folder, name)


def _starts(path: str) -> Iterator[tuple[str, bool]]:
    """Yield the folders that a relative target of a file may count from.

    With each goes whether it is the folder of the page's address: `a/b.md` is served
    as `a/b/`, and `a/index.md` as `a`.
    """
    if not path:
        return
    folder, _, name = path.rpartition("/")
    yield folder, False
    stem = name.partition(".")[0]
    if stem in _INDEXES:
        yield folder.rpartition("/")[0], True
    else:
        yield posixpath.join(folder, stem), True


def _spell(tag: str) -> str:
    return tag.lower().replace("_", "-")


def _spelled(tags: Iterable[str]) -> dict[str, str]:
    """Return the tags by what they may look like in an address."""
    found = {_spell(tag): tag for tag in sorted(tags)}
    short: dict[str, list[str]] = {}
    for name, tag in found.items():
        short.setdefault(name.partition("-")[0], []).append(tag)
    return {name: of[0] for name, of in short.items() if len(of) == 1} | found


def _host_and_base(url: str) -> tuple[str, str]:
    """Return the host and the path of an address; each may be empty."""
    parts = urlsplit(url)
    return parts.netloc, parts.path
