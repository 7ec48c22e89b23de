"""Layouts with a folder for each language: ``docs/{lang}/{path}``.

A folder named like a language is one only when folders beside it hold files at the
same paths, or when files at the same paths stand where the folder stands, or above
the container (``translations/{lang}``) it is in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache

from transcheck.discover.context import Context
from transcheck.discover.drafts import Layout
from transcheck.discover.folder_pages import make_layout
from transcheck.discover.paths import by_stem, is_telling, split, stem
from transcheck.discover.repeated import join_repeated
from transcheck.discover.samples import Verdict
from transcheck.discover.siblings import (
    Files,
    Folders,
    Pool,
    gather,
    read,
    with_readmes,
)
from transcheck.discover.suffixes import find_readmes
from transcheck.discover.tags import Strength, base, read_tag

# Shares of paths that folders must have in common, found on 58,322 files of twelve
# sites and 70 further repositories: see `shares_enough` and `covers_enough`.
_SHARED_BY_MANY = 0.2
_SHARED_BY_TWO = 0.3
_COVERED = 0.5
_COVERED_BY_MANY = 0.3
_MANY = 5
FEW_TELLING = 3


def find_folders(files: Iterable[str], context: Context) -> list[Layout]:
    """Return the layouts with language folders, the widest first.

    Args:
        files: Content files, relative to the root.
        context: Where to ask for their texts.
    """
    free = set(files)
    readmes = find_readmes(free)
    slots = _slots(path for path in sorted(free) if path not in readmes)
    slots = _lay_over(slots, context.sisters)
    stems = by_stem(free)
    layouts = []
    for place in sorted(slots, key=lambda place: (-weight(slots[place]), place)):
        tags = still_free(slots[place], free)
        layout = _judge(place, tags, Pool(stems, free), context)
        if layout is not None:
            layouts.append(layout)
            free -= layout.files()
    return join_repeated(layouts, slots, free)


def _slots(files: Iterable[str]) -> dict[str, dict[str, Files]]:
    """Return place, then tag, then residual path, to files."""
    slots: dict[str, dict[str, Files]] = {}
    for path in files:
        for index, part in _languages(path.rpartition("/")[0]):
            rest = strip_language(path[index + len(part) + 1 :], part)
            place = path[: max(index - 1, 0)]
            folder = slots.setdefault(place, {}).setdefault(part, {})
            folder.setdefault(rest, []).append(path)
    return slots


@lru_cache(maxsize=1024)
def _languages(folder: str) -> tuple[tuple[int, str], ...]:
    """Return the parts of a folder's path that are languages, and where they are."""
    found = []
    index = 0
    for part in folder.split("/"):
        if read_tag(part) is not None:
            found.append((index, part))
        index += len(part) + 1
    return tuple(found)


def _lay_over(
    slots: dict[str, dict[str, Files]], sisters: Iterable[str]
) -> dict[str, dict[str, Files]]:
    """Return the places with those at one path below some folders as one.

    ``content/files/en-us`` and ``translated-content/files/fr`` are siblings where both
    ``content`` and ``translated-content`` were named.
    """
    below: dict[str, list[str]] = {}
    for sister in sisters:
        for place in slots:
            if f"{place}/".startswith(f"{sister}/"):
                below.setdefault(place[len(sister) + 1 :], []).append(place)
    found = dict(slots)
    for path, places in below.items():
        tags = Counter(tag for place in places for tag in slots[place])
        if len(places) > 1 and max(tags.values()) == 1:
            merged: dict[str, Files] = {}
            for place in places:
                merged.update(found.pop(place))
            found[path] = {**found.get(path, {}), **merged}
    return found


def strip_language(path: str, tag: str) -> str:
    """Return a path without extension, and without its own language as a suffix."""
    residual = stem(path)
    own = residual[: -len(tag) - 1]
    if residual[len(own) + 1 :].lower() == tag.lower() and residual[len(own)] in ".-_":
        return own if split(own)[1] else residual
    return residual


def weight(tags: Mapping[str, Files]) -> int:
    """Return how many files of these folders have a counterpart in another."""
    counts = Counter(residual for files in tags.values() for residual in files)
    return sum(count for count in counts.values() if count > 1)


def still_free(tags: Mapping[str, Files], free: set[str]) -> dict[str, Files]:
    """Return the folders without the files that another layout has taken."""
    kept = {
        tag: {
            residual: left
            for residual, paths in files.items()
            if (left := [path for path in paths if path in free])
        }
        for tag, files in tags.items()
    }
    return {tag: files for tag, files in kept.items() if files}


# --- judging ---------------------------------------------------------------------


def _judge(
    place: str, tags: dict[str, Files], pool: Pool, context: Context
) -> Layout | None:
    while tags:
        folders = with_readmes(gather(place, tags, pool), pool, context.samples.head)
        siblings = shares_enough(folders)
        if not siblings and not covers_enough(folders):
            return None
        if not _is_sure(folders, siblings=siblings) and not _confirmed(
            folders, context
        ):
            return None
        wrong = {tag for tag in tags if _is_wrong(folders, tag, context)}
        if not wrong:
            return make_layout(folders, context, siblings=siblings)
        tags = {tag: files for tag, files in tags.items() if tag not in wrong}
    return None


def shares_enough(folders: Folders) -> bool:
    """Tell whether the folders are siblings by the paths they have in common.

    With three or more, a fifth of what is outside the largest folder must be shared:
    a site of a thousand pages may have seventeen translated. With two, a third of
    the smaller.
    """
    sizes = sorted(len(files) for files in folders.tags.values())
    if len(sizes) < 2 or not folders.shared:  # noqa: PLR2004 - one has no sibling
        return False
    if len(sizes) == 2:  # noqa: PLR2004 - see above
        return len(folders.shared) >= _SHARED_BY_TWO * sizes[0]
    largest = max(folders.tags, key=lambda tag: (len(folders.tags[tag]), tag))
    outside = {
        residual
        for tag, files in folders.tags.items()
        if tag != largest
        for residual in files
    }
    return len(folders.shared & outside) >= _SHARED_BY_MANY * len(outside)


def covers_enough(folders: Folders) -> bool:
    """Tell whether the unmarked files make up for missing siblings."""
    if folders.coverage >= _COVERED:
        return True
    return len(folders.unmarked) >= _MANY and folders.coverage >= _COVERED_BY_MANY


def _is_sure(folders: Folders, *, siblings: bool) -> bool:
    """Tell whether the paths alone say that these are languages.

    English is no country: folders of these have the same names, and no ``en``. What
    ``i18n`` and other containers hold are languages, also before they are translated.
    """
    if siblings and not folders.unmarked and "en" not in map(base, folders.languages()):
        return False
    telling = {residual for residual in folders.shared if is_telling(residual)}
    telling |= {residual for residual in folders.unmarked if is_telling(residual)}
    if folders.is_contained and telling:
        return True
    plain = sum(
        read(tag).strength >= Strength.PLAIN and bool(folders.counterparts(tag))
        for tag in folders.tags
    )
    return len(telling) >= FEW_TELLING and plain >= (2 if siblings else 1)


def _confirmed(folders: Folders, context: Context) -> bool:
    """Ask the texts whether these are languages."""
    verdicts = Counter(
        context.samples.verdict(read(tag), folders.samples(tag)) for tag in folders.tags
    )
    confirmed = verdicts[Verdict.CONFIRMED]
    contradicted = verdicts[Verdict.CONTRADICTED]
    if not confirmed:
        plain = any(read(tag).strength >= Strength.PLAIN for tag in folders.tags)
        return not contradicted and plain
    # Pages *about* languages: nearly all of them in the language of the site.
    total = len(folders.tags)
    return total < 4 or contradicted < 0.5 * total or confirmed > 0.2 * total  # noqa: PLR2004 - shares found on real sites


def _is_wrong(folders: Folders, tag: str, context: Context) -> bool:
    """Tell whether one of the folders is no language after all."""
    counterparts = [name for name in folders.counterparts(tag) if is_telling(name)]
    doubtful = read(tag).strength is Strength.DOUBTFUL and not folders.is_contained
    if len(counterparts) >= (FEW_TELLING if doubtful else 1):
        return False
    verdict = context.samples.verdict(read(tag), folders.samples(tag))
    if verdict is Verdict.CONTRADICTED:
        # A stub at a path of its own may be in another language; a word may not.
        return doubtful or not folders.counterparts(tag)
    return doubtful and verdict is Verdict.NO_OPINION and not folders.counterparts(tag)
