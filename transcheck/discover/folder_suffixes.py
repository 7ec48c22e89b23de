"""Layouts with the language in a folder's name: ``docs-{lang}``, ``{lang}.garden.dev``.

``sign-in/`` and ``kubecon-eu/`` end like that as well: the paths alone seldom tell, and
the texts must agree.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from msgspec.structs import replace

from transcheck.discover.context import Context
from transcheck.discover.drafts import Layout
from transcheck.discover.folder_pages import make_layout
from transcheck.discover.folders import (
    FEW_TELLING,
    covers_enough,
    shares_enough,
    still_free,
    strip_language,
    weight,
)
from transcheck.discover.moves import Move
from transcheck.discover.paths import by_stem, is_telling
from transcheck.discover.root import join
from transcheck.discover.samples import Verdict
from transcheck.discover.siblings import Files, Folders, Pool, answer, read
from transcheck.discover.suffixes import read_prefix, read_suffix
from transcheck.discover.tags import Strength, read_tag


class _Place(NamedTuple):
    """What the names of language folders have in common.

    Args:
        folder: Where the folder without a language is, or would be.
        separator: What stands before or after the language.
        template: The path of a language folder, for people.
    """

    folder: str
    separator: str
    template: str


def find_folder_suffixes(files: Iterable[str], context: Context) -> list[Layout]:
    """Return the layouts with a language in the names of folders, the widest first.

    Args:
        files: Content files that no other layout has, relative to the root.
        context: Where to ask for their texts.
    """
    free = set(files)
    slots = _slots(sorted(free))
    stems = by_stem(free)
    layouts = []
    for place in sorted(slots, key=lambda place: (-weight(slots[place]), place)):
        tags = still_free(slots[place], free)
        layout = _judge(place, tags, Pool(stems, free), context)
        if layout is not None:
            layouts.append(layout)
            free -= layout.files()
    return layouts


def _slots(files: Iterable[str]) -> dict[_Place, dict[str, Files]]:
    """Return place, then tag, then residual path, to files."""
    slots: dict[_Place, dict[str, Files]] = {}
    for path in files:
        parts = path.split("/")
        for index, part in enumerate(parts[:-1]):
            for place, tag in _places("/".join(parts[:index]), part):
                rest = strip_language("/".join(parts[index + 1 :]), tag)
                folder = slots.setdefault(place, {}).setdefault(tag, {})
                folder.setdefault(rest, []).append(path)
    return slots


def _places(above: str, name: str) -> Iterator[tuple[_Place, str]]:
    """Yield the ways to read a language in a folder's name, with its spelling."""
    if read_tag(name):
        return
    if (found := read_suffix(name)) is not None:
        rest, separator, tag = found
        template = join(above, f"{rest}{separator}{{lang}}")
        yield _Place(join(above, rest), separator, template), tag.spelling
    if (found := read_prefix(name)) is not None:
        rest, separator, tag = found
        template = join(above, f"{{lang}}{separator}{rest}")
        yield _Place(join(above, rest), separator, template), tag.spelling


def _judge(
    place: _Place, tags: dict[str, Files], pool: Pool, context: Context
) -> Layout | None:
    while tags:
        move = Move("", place.folder)
        folders = answer(place.folder, tags, pool, (move,))
        siblings = shares_enough(folders)
        if not siblings and not covers_enough(folders):
            return None
        verdicts = {
            tag: context.samples.verdict(read(tag), folders.samples(tag))
            for tag in tags
        }
        kept = {
            tag: files
            for tag, files in tags.items()
            if verdicts[tag] is Verdict.CONFIRMED or _may_stay(place, folders, tag)
        }
        if kept == tags:
            if not _are_languages(place, folders, verdicts):
                return None
            layout = make_layout(folders, context, siblings=siblings)
            return layout and replace(layout, template=f"{place.template}/{{path}}")
        tags = kept
    return None


def _are_languages(
    place: _Place, folders: Folders, verdicts: Mapping[str, Verdict]
) -> bool:
    """Tell whether the texts say so, or, where they are too short, the names."""
    counts = Counter(verdicts.values())
    if counts[Verdict.CONFIRMED]:
        return counts[Verdict.CONFIRMED] >= counts[Verdict.CONTRADICTED]
    if counts[Verdict.CONTRADICTED]:
        return False
    return any(_is_sure(place, tag) and _telling(folders, tag) for tag in folders.tags)


def _is_sure(place: _Place, tag: str) -> bool:
    """Tell whether a folder's name can hardly be anything but a language."""
    strength = read(tag).strength
    return strength is Strength.SURE or (
        place.separator == "." and strength is Strength.PLAIN
    )


def _may_stay(place: _Place, folders: Folders, tag: str) -> bool:
    """Tell whether a folder whose texts do not confirm it is one of languages still.

    One not yet translated is, when it has the files of the others.
    """
    if read(tag).strength is Strength.DOUBTFUL and place.separator != ".":
        return False
    return _is_sure(place, tag) or _telling(folders, tag) >= FEW_TELLING


def _telling(folders: Folders, tag: str) -> int:
    return sum(map(is_telling, folders.counterparts(tag)))
