"""What discovery finds: the pages of a site, and the files that are none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from hashlib import blake2b
from typing import NamedTuple

from msgspec import Struct, field


class PageFiles(Struct, frozen=True):
    """One page: a file for each language.

    Args:
        name: The page's name: its path without language and extension.
        original: The tag of the original, None when this page lacks it.
        files: Tag to path, sorted by tag. Paths as given: relative ones stay
            relative to the working folder; ``/`` between folders.
        left_out: The tags of files of the page that need not be read.
    """

    name: str
    original: str | None
    files: dict[str, str]
    left_out: tuple[str, ...] = ()


class Shard(Struct, frozen=True):
    """One of several shares of the pages of a site.

    Which one has a page is told by the page's name, so that it is the same on every
    machine, and from one commit to the next.

    Args:
        number: Which one, counted from 1.
        of: How many there are.
    """

    number: int
    of: int

    def holds(self, page: PageFiles) -> bool:
        """Tell whether a page is in it."""
        name = page.name.encode(errors="surrogatepass")
        drawn = int.from_bytes(blake2b(name, digest_size=8).digest(), "big")
        return drawn % self.of == self.number - 1


class Skipped(Struct, frozen=True):
    """A file that is rightly not content, and why."""

    path: str
    reason: str


class Member(NamedTuple):
    """Which page a file belongs to, and in which language.

    Args:
        page: The page, in all its languages.
        tag: The file's language, as its path spells it.
    """

    page: PageFiles
    tag: str


class Generator(Struct, frozen=True):
    """A site generator whose configuration was found.

    Args:
        name: ``astro``, ``docusaurus``, ``eleventy``, ``gatsby``, ``hexo``, ``honkit``,
            ``hugo``, ``jekyll``, ``mdbook``, ``mintlify``, ``mkdocs``, ``next``,
            ``nextra``, ``nuxt``, ``rspress``, ``sphinx``, ``starlight``, ``vitepress``,
            ``vuepress``, ``zensical`` or ``zola``.
        folder: The folder that it makes a site of, as paths are printed: "" for the
            working folder, ``..`` for the one above.
        file: Its configuration, as paths are printed.
        url: Where the site will be, as the configuration says: an address with or
            without a path, or the path alone; "" where it says nothing.
    """

    name: str
    folder: str
    file: str
    url: str = ""


class IgnoreFile(Struct, frozen=True):
    """A .gitignore.

    Args:
        folder: What it holds for is below this folder, as paths are printed.
        prefix: The way from the .gitignore to that folder, "" where it stands there.
        lines: Its lines.
    """

    folder: str
    prefix: str
    lines: tuple[str, ...]


class Surroundings(Struct, frozen=True, kw_only=True):
    """What is known of a site besides the page one looks at, by its paths alone.

    Args:
        files: Every file below the roots but those that git ignores, whatever it
            holds; as diagnostics print paths.
        pages: File to page, for all pages below the roots, those too that were not
            named or are in a language not asked for.
        roots: The folders that were searched, as paths are printed: "" for the
            working folder.
        unseen: Folders below the roots whose files are not among `files`: hidden
            ones, links to folders, ``node_modules``, those that git ignores.
        generators: Sorted by file.
        ignores: What git ignores: a file that will be there, and is none now.
        folders: Every folder that holds files or folders, with their names.
        tags: The tags of all pages.
    """

    files: AbstractSet[str]
    pages: Mapping[str, Member]
    roots: tuple[str, ...]
    unseen: frozenset[str] = frozenset()
    generators: tuple[Generator, ...] = ()
    ignores: tuple[IgnoreFile, ...] = ()
    folders: Mapping[str, tuple[str, ...]]
    tags: frozenset[str]

    def __hash__(self) -> int:
        """Return the hash of what tells sites apart, at little cost."""
        return hash(self.roots)

    def generator_of(self, path: str) -> Generator | None:
        """Return the site generator that makes a page of a file, None for none.

        Of several whose folder holds the file it is the nearest.
        """
        around = [one for one in self.generators if holds(one.folder, path)]
        return max(around, key=_depth, default=None)


def holds(folder: str, path: str) -> bool:
    """Tell whether a folder holds a path; both as they are printed."""
    above = _above(folder)
    if above is None:
        return path.startswith(f"{folder.rstrip('/')}/")
    return not path.startswith("/") and _ups(path) <= above


def surround(  # noqa: PLR0913 - each by its name, as in Surroundings
    *,
    files: Iterable[str],
    pages: Iterable[PageFiles],
    roots: Iterable[str],
    unseen: Iterable[str] = (),
    generators: Iterable[Generator] = (),
    ignores: Iterable[IgnoreFile] = (),
) -> Surroundings:
    """Return what is known of a site by its paths.

    Args:
        files: As in `Surroundings`; so the others.
        pages: All pages; a file belongs to the first that has it.
        roots: The folders that were searched.
        unseen: Folders that were not.
        generators: In any order.
        ignores: In any order.
    """
    members: dict[str, Member] = {}
    for page in pages:
        for tag, path in page.files.items():
            members.setdefault(path, Member(page, tag))
    every = frozenset(files)
    return Surroundings(
        files=every,
        pages=members,
        roots=tuple(roots),
        unseen=frozenset(unseen),
        generators=tuple(sorted(generators, key=lambda one: one.file)),
        ignores=tuple(ignores),
        folders=_folders(every),
        tags=frozenset(member.tag for member in members.values()),
    )


def _folders(files: Iterable[str]) -> dict[str, tuple[str, ...]]:
    names: dict[str, set[str]] = {}
    for path in files:
        below = path
        while below:
            folder, _, name = below.rpartition("/")
            known = folder in names
            names.setdefault(folder, set()).add(name)
            if known:  # and so are the folders above it
                break
            below = folder
    return {folder: tuple(sorted(of_folder)) for folder, of_folder in names.items()}


def _depth(generator: Generator) -> int:
    """Return how near a generator's folder is: the larger, the nearer."""
    above = _above(generator.folder)
    return generator.folder.count("/") + 1 if above is None else -above


def _above(folder: str) -> int | None:
    """Return how far above the working folder a folder is, None where it is not."""
    up = _ups(folder)
    return up if not folder or up == folder.count("/") + 1 else None


def _ups(path: str) -> int:
    """Return how many times a path goes up before it goes down."""
    return next(
        (number for number, part in enumerate(path.split("/")) if part != ".."),
        path.count("/") + 1,
    )


class Site(Struct, frozen=True):
    """All pages under the roots of one run.

    Args:
        pages: Sorted by name.
        languages: Tag to BCP 47 for every tag that occurs, sorted by tag.
        skipped: The files left out, sorted by path.
        original_reason: Which original was chosen and why, a sentence.
        named: The files to report on: those the user named one by one, and those in
            folders named beside them, as paths in `pages`; empty when only folders
            were named.
        layouts: Where translations lie, for people: a template with ``{lang}`` and
            ``{path}`` for each layout that was found.
        surroundings: What else is there, None where the user named the files of a
            page himself.
        complete: There are no other pages below the roots, in the languages that were
            asked for; named files leave others out.
    """

    pages: tuple[PageFiles, ...]
    languages: dict[str, str]
    skipped: tuple[Skipped, ...] = ()
    original_reason: str = ""
    named: frozenset[str] = field(default_factory=frozenset)
    layouts: tuple[str, ...] = ()
    surroundings: Surroundings | None = None
    complete: bool = True
