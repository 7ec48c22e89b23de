"""The layout whose file names are languages: ``{path}/{lang}.md``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from transcheck.discover.context import Context
from transcheck.discover.drafts import Draft, Layout
from transcheck.discover.paths import is_telling, split, stem
from transcheck.discover.samples import Verdict
from transcheck.discover.tags import Strength, Tag, read_tag

# At least this share of a folder's files must be languages: among thousands of
# commands `ar` and `tr` are two.
_SHARE = 0.5
# The same languages in so many folders are no chance.
_REPEATED = 5

_Found = dict[str, tuple[Tag, list[str]]]  # spelling to tag and files


def find_names(files: Iterable[str], context: Context) -> list[Layout]:
    """Return the layout whose file names are languages, if there is one.

    Args:
        files: Content files that no other layout has, relative to the root.
        context: Where to ask for their texts.
    """
    folders = _candidates(files)
    trusted = _trusted(folders.values())
    duplicates: dict[str, str] = {}
    pages = []
    for folder in sorted(folders):
        found = folders[folder]
        if not found.keys() <= trusted:
            found = _verified(found, context)
        if found:
            marked = {}
            for spelling in sorted(found):
                first, *others = found[spelling][1]
                marked[spelling] = first
                duplicates.update(dict.fromkeys(others, first))
            pages.append(Draft(name=folder, marked=marked))
    if not pages:
        return []
    template = "{path}/{lang}"
    return [Layout(template=template, pages=tuple(pages), duplicates=duplicates)]


def _candidates(files: Iterable[str]) -> dict[str, _Found]:
    """Return the folders half of whose files are named like languages."""
    folders: dict[str, _Found] = {}
    others: Counter[str] = Counter()
    for path in sorted(files):
        folder, name = split(stem(path))
        tag = read_tag(name)
        if tag is not None:
            folders.setdefault(folder, {}).setdefault(name, (tag, []))[1].append(path)
        elif is_telling(name):
            others[folder] += 1
    return {
        folder: found
        for folder, found in folders.items()
        if len(found) >= _SHARE * (len(found) + others[folder])
    }


def _trusted(folders: Iterable[_Found]) -> frozenset[str]:
    """Return the tags that come together in many folders."""
    sets = Counter(frozenset(found) for found in folders)
    kept = [
        tags
        for tags, count in sets.items()
        if count >= _REPEATED and sum(map(_is_plain, tags)) > 1
    ]
    return frozenset[str]().union(*kept)


def _is_plain(spelling: str) -> bool:
    tag = read_tag(spelling)
    return tag is not None and tag.strength >= Strength.PLAIN


def _verified(found: Mapping[str, tuple[Tag, list[str]]], context: Context) -> _Found:
    """Ask the texts; return the tags that are languages, none when too few are."""
    if len(found) < 2:  # noqa: PLR2004 - one file named `it` is no page in languages
        return {}
    verdicts = {
        spelling: context.samples.verdict(tag, paths[:1])
        for spelling, (tag, paths) in found.items()
    }
    count = Counter(verdicts.values())
    confirmed = count[Verdict.CONFIRMED]
    if not confirmed:
        # Too short to tell: take them by their names, if all of these are plain.
        if count[Verdict.CONTRADICTED] or not all(map(_is_plain, found)):
            return {}
    elif confirmed < 2 and count[Verdict.CONTRADICTED] >= confirmed:  # noqa: PLR2004 - one may be chance
        return {}
    wrong = {
        spelling
        for spelling, verdict in verdicts.items()
        if verdict is Verdict.CONTRADICTED and not _is_plain(spelling)
    }
    kept = {spelling: found[spelling] for spelling in found if spelling not in wrong}
    return kept if len(kept) > 1 else {}
