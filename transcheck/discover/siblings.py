"""Language folders side by side, and the unmarked files that answer theirs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from transcheck.discover.paths import split
from transcheck.discover.root import join
from transcheck.discover.tags import Tag, read_tag

# Folders that hold nothing but translations: the original is above them.
_CONTAINERS_WORDS = (
    "@l10n _i18n _locales i18n l10n lang langs languages locale locales localized "
    "translated translation translations"
)
CONTAINERS = frozenset(_CONTAINERS_WORDS.split())

Files = dict[str, list[str]]
"""Path below a language folder, without extension, to files."""


@dataclass(frozen=True, slots=True)
class Pool:
    """The content files by their path without extension, and those not yet taken."""

    stems: Mapping[str, list[str]]
    free: set[str]

    def at(self, path: str) -> list[str]:
        """Return the free files at a path without extension."""
        return [name for name in self.stems.get(path, ()) if name in self.free]


@dataclass(frozen=True)
class Folders:
    """Language folders side by side.

    Args:
        place: The folder they are in.
        tags: Spelling of the tag to what is in its folder.
        unmarked: Path below a language folder to the unmarked files at the same path
            below `root`.
        root: The folder whose files answer the most.
    """

    place: str
    tags: Mapping[str, Files]
    unmarked: Mapping[str, list[str]]
    root: str

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
    """Find the folder whose files answer the most paths of the language folders."""
    residuals = {residual for files in tags.values() for residual in files}
    roots = [place]
    if split(place)[1].lower() in CONTAINERS:
        # Above the container, the nearest first; in the container itself last.
        above = place.split("/")[:-1]
        roots = ["/".join(above[:count]) for count in range(len(above), -1, -1)]
        roots.append(place)
    best_root, best = place, dict[str, list[str]]()
    for root in roots:
        found = {
            residual: paths
            for residual in sorted(residuals)
            if (paths := pool.at(join(root, residual)))
            and not _is_marked(paths[0], place, tags)
        }
        if len(found) > len(best):
            best_root, best = root, found
    return Folders(place, tags, best, best_root)


def _is_marked(path: str, place: str, tags: Mapping[str, Files]) -> bool:
    """Tell whether a file is in one of the language folders itself."""
    inside = path[len(place) + 1 if place else 0 :] if _below(path, place) else ""
    return inside.partition("/")[0] in tags and "/" in inside


def _below(path: str, place: str) -> bool:
    return not place or path.startswith(place + "/")
