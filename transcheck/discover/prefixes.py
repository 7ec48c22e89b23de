"""Layouts with the language at the beginning of the file name: ``{lang}_{path}.md``.

``de-risk`` and ``no-code`` begin so as well: nothing is believed without the texts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from transcheck.discover.context import Context
from transcheck.discover.drafts import Draft, Layout
from transcheck.discover.paths import split, stem
from transcheck.discover.root import join
from transcheck.discover.samples import Verdict
from transcheck.discover.siblings import read
from transcheck.discover.suffixes import read_prefix


class _Page(NamedTuple):
    """What the files of a page have in common."""

    separator: str
    name: str


def find_prefixes(files: Iterable[str], context: Context) -> list[Layout]:
    """Return the layouts whose file names begin with a language, by separator.

    Args:
        files: Content files that no other layout has, relative to the root.
        context: Where to ask for their texts.
    """
    groups: dict[_Page, dict[str, list[str]]] = defaultdict(dict)
    for path in sorted(files):
        folder, name = split(stem(path))
        prefix = read_prefix(name)
        if prefix is not None:
            rest, separator, tag = prefix
            group = groups[_Page(separator, join(folder, rest))]
            group.setdefault(tag.spelling, []).append(path)
    several = {page: group for page, group in groups.items() if len(group) > 1}
    confirmed = _confirmed(several.values(), context)
    layouts: dict[str, list[Draft]] = defaultdict(list)
    duplicates: dict[str, dict[str, str]] = defaultdict(dict)
    for page in sorted(several):
        tags = sorted(several[page].keys() & confirmed)
        found = {tag: several[page][tag] for tag in tags}
        if len(found) > 1:
            marked = {tag: paths[0] for tag, paths in found.items()}
            layouts[page.separator].append(Draft(name=page.name, marked=marked))
            for first, *others in found.values():
                duplicates[page.separator].update(dict.fromkeys(others, first))
    return [
        Layout(
            template="{lang}" + separator + "{path}",
            pages=tuple(layouts[separator]),
            duplicates=duplicates[separator],
        )
        for separator in sorted(layouts)
    ]


def _confirmed(
    groups: Iterable[dict[str, list[str]]], context: Context
) -> frozenset[str]:
    """Return the tags that the texts of their files confirm."""
    paths: dict[str, list[str]] = defaultdict(list)
    for group in groups:
        for tag, found in group.items():
            paths[tag] += found
    return frozenset(
        tag
        for tag in paths
        if context.samples.verdict(read(tag), paths[tag]) is Verdict.CONFIRMED
    )
