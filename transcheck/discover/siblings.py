"""Language folders side by side, and the unmarked files that answer theirs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property

from msgspec import Struct

from transcheck.discover.moves import Move, find_moves
from transcheck.discover.paths import COMMUNITY, split
from transcheck.discover.root import join
from transcheck.discover.tags import Tag, read_tag

# Folders that hold nothing but translations: the original is above them.
_CONTAINERS_WORDS = (
    "@l10n _i18n _locales i18n l10n lang langs languages locale locales localized "
    "translated translation translations"
)
CONTAINERS = frozenset(_CONTAINERS_WORDS.split())

# Folders whose language folders may hold the translations of a README above them.
_DOCUMENTATION = frozenset(["docs", "doc", "documentation", "readmes"])

# Where unmarked files answer a smaller share at the same paths, others are tried.
_AT_THE_SAME_PATHS = 0.4

Files = dict[str, list[str]]
"""Path below a language folder, without extension, to files."""


class Pool(Struct, frozen=True):
    """The content files by their path without extension, and those not yet taken."""

    stems: Mapping[str, list[str]]
    free: set[str]

    def at(self, path: str) -> list[str]:
        """Return the free files at a path without extension."""
        return [name for name in self.stems.get(path, ()) if name in self.free]


class Folders(Struct, frozen=True, dict=True):
    """Language folders side by side.

    Args:
        place: The folder they are in.
        tags: Spelling of the tag to what is in its folder.
        unmarked: Path below a language folder to the unmarked files that answer it.
        moves: Where these are, seen from the language folders.
    """

    place: str
    tags: Mapping[str, Files]
    unmarked: Mapping[str, list[str]]
    moves: tuple[Move, ...]

    @cached_property
    def counts(self) -> Counter[str]:
        """Return in how many folders each residual path exists."""
        return Counter(residual for files in self.tags.values() for residual in files)

    @cached_property
    def shared(self) -> frozenset[str]:
        """Return the residual paths that several folders have."""
        return frozenset(residual for residual, n in self.counts.items() if n > 1)

    @property
    def coverage(self) -> float:
        """Return the share of the residual paths that have an unmarked file."""
        return len(self.unmarked) / len(self.counts)

    @property
    def is_contained(self) -> bool:
        """Tell whether the folders are in a container, and their originals are not."""
        return _is_container(self.place) and self.moves != (Move("", self.place),)

    def original(self, residual: str) -> str:
        """Return where the unmarked file of a path is, or would be."""
        places = (move.original(residual) for move in self.moves)
        return next(filter(None, places), join(self.place, residual))

    def counterparts(self, tag: str) -> list[str]:
        """Return the residual paths of a folder that exist elsewhere too."""
        return [
            residual
            for residual in self.tags[tag]
            if residual in self.shared or residual in self.unmarked
        ]

    def samples(self, tag: str) -> list[str]:
        """Return files of a folder, those with counterparts where there are any."""
        residuals = self.counterparts(tag) or list(self.tags[tag])
        return [self.tags[tag][residual][0] for residual in residuals]

    def languages(self) -> list[str]:
        """Return the BCP 47 languages of the folders."""
        return [read(tag).language for tag in self.tags]


def read(spelling: str) -> Tag:
    """Return the tag of a folder that is known to be named like one."""
    tag = read_tag(spelling)
    if tag is None:  # only what was read as a tag comes here
        raise ValueError(f"no tag: {spelling}")
    return tag


def gather(place: str, tags: Mapping[str, Files], pool: Pool) -> Folders:
    """Find the unmarked files that answer the most paths of the language folders."""
    residuals = sorted({residual for files in tags.values() for residual in files})
    above = place.split("/")[:-1]
    roots = ["/".join(above[:count]) for count in range(len(above), -1, -1)]
    contained = _is_container(place)
    if contained:
        # Above the container, the nearest first; in the container itself last.
        roots.append(place)
    elif _holds_readmes(place, residuals):
        roots.insert(0, place)
    else:
        roots = [place]
    best = Folders(place, tags, {}, (Move("", place),))
    for root in roots:
        found = answer(place, tags, pool, (Move("", root),))
        if len(found.unmarked) > len(best.unmarked):
            best = found
    if contained and best.coverage < _AT_THE_SAME_PATHS:
        moves = find_moves(place, residuals, _may_be_originals(place, pool))
        found = answer(place, tags, pool, moves)
        if len(found.unmarked) > len(best.unmarked):
            best = found
    return best


def with_readmes(folders: Folders, pool: Pool, head: Callable[[str], str]) -> Folders:
    """Add the READMEs and their like above a folder that link to their translations.

    Hosts show a README at the root, and ``docs/ja/README.md`` is its translation even
    where other pages of ``docs/ja`` have their originals in ``docs``.

    Args:
        folders: Language folders with the unmarked files that answer them.
        pool: The content files.
        head: Gives the beginning of a file.
    """
    above, name = split(folders.place)
    if name.lower() not in _DOCUMENTATION:
        return folders
    found = {}
    for residual in sorted(folders.counts.keys() - folders.unmarked.keys()):
        paths = pool.at(join(above, residual)) if residual.lower() in COMMUNITY else []
        if paths and _links_below(head(paths[0]), above, residual, folders):
            found[residual] = paths
    if not found:
        return folders
    unmarked = {**folders.unmarked, **found}
    return Folders(folders.place, folders.tags, unmarked, folders.moves)


def _links_below(text: str, above: str, residual: str, folders: Folders) -> bool:
    """Tell whether the text of a file above some folders names one in them."""
    return any(
        path[len(above) :].lstrip("/") in text
        for files in folders.tags.values()
        for path in files.get(residual, ())
    )


def _is_container(place: str) -> bool:
    return split(place)[1].lower() in CONTAINERS


def _holds_readmes(place: str, residuals: Iterable[str]) -> bool:
    """Tell whether language folders have nothing but READMEs and their like."""
    return split(place)[1].lower() in _DOCUMENTATION and all(
        residual.lower() in COMMUNITY for residual in residuals
    )


def answer(
    place: str,
    tags: Mapping[str, Files],
    pool: Pool,
    moves: tuple[Move, ...],
) -> Folders:
    """Return the language folders with the unmarked files that some moves lead to."""
    folders = Folders(place, tags, {}, moves)
    found = {
        residual: paths
        for residual in sorted(folders.counts)
        if (paths := pool.at(folders.original(residual)))
        and not _is_marked(paths[0], place, tags)
    }
    return Folders(place, tags, found, moves)


def _may_be_originals(place: str, pool: Pool) -> list[str]:
    """Return the paths of free files that are in no container.

    A site beside ours with a container of its own keeps its files to itself.
    """
    homes = {home for path in pool.stems if (home := _home(path)) is not None}
    ours = _home(f"{place}/")
    others = {home for home in homes if home != ours and not _below(place, home)}
    return [
        path
        for path in pool.stems
        if pool.at(path) and _home(path) is None and others.isdisjoint(_parents(path))
    ]


def _home(path: str) -> str | None:
    """Return the folder that the container of a file is in, None when it has none."""
    parts = path.split("/")[:-1]
    for index, part in enumerate(parts):
        if part.lower() in CONTAINERS:
            return "/".join(parts[:index])
    return None


def _parents(path: str) -> Iterator[str]:
    for index, character in enumerate(path):
        if character == "/":
            yield path[:index]


def _is_marked(path: str, place: str, tags: Mapping[str, Files]) -> bool:
    """Tell whether a file is in one of the language folders itself."""
    inside = path[len(place) + 1 if place else 0 :] if _below(path, place) else ""
    return inside.partition("/")[0] in tags and "/" in inside


def _below(path: str, place: str) -> bool:
    return not place or path.startswith(place + "/")
