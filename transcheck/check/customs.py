"""What a language writes everywhere in place of what the originals write.

A site that moved, a forum of one's own, links from another folder: whoever keeps a
language does such things throughout, and they are no defects. They are learned from
all pages of the run, and told from a mistake by how often they recur.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress

from msgspec import Struct

from transcheck.check.stamp import Located
from transcheck.diagnostic import Rewrite
from transcheck.site import Surroundings

# A custom recurs so many times, on so many pages.
_LEAST_TIMES = 5
_LEAST_PAGES = 3


class Habits(Struct, frozen=True, array_like=True, gc=False):
    """What one rule saw a translation write.

    Args:
        rule: The rule's id.
        tag: The translation's language.
        words: What it writes; see `PairRule.written`.
        rewrites: What it writes in place of what the original does, as often as it
            does.
    """

    rule: str
    tag: str | None
    words: frozenset[str]
    rewrites: tuple[Rewrite, ...]


class Customs:
    """What the languages of a site do everywhere.

    Args:
        habits: What was seen on all pages.
    """

    def __init__(self, habits: Iterable[Habits]) -> None:
        seen = list(habits)
        times: Counter[tuple[str, str | None, Rewrite]] = Counter()
        pages: Counter[tuple[str, str | None, Rewrite]] = Counter()
        for one in seen:
            if not one.rewrites:
                continue
            written = [(one.rule, one.tag, rewrite) for rewrite in one.rewrites]
            times.update(written)
            pages.update(set(written))
        self._customs = {
            known
            for known, number in times.items()
            if number >= _LEAST_TIMES
            and pages[known] >= _LEAST_PAGES
            and pages[known] > _keeping(seen, *known)
        }

    def cover(self, located: Located, tags: Mapping[str, str | None]) -> bool:
        """Tell whether what was found is a custom.

        The original is blamed in place of some translations; then their customs count.

        Args:
            located: What was found.
            tags: Path to tag, for every file.
        """
        finding = located.finding
        related = [tags.get(one.place.path) for one in finding.related]
        for rewrite in finding.rewrites:
            if (located.rule, tags.get(finding.place.path), rewrite) in self._customs:
                return True
            alike = [(located.rule, tag, rewrite) in self._customs for tag in related]
            if 2 * sum(alike) > len(alike):
                return True
        return False


def _keeping(
    seen: Iterable[Habits], rule: str, tag: str | None, rewrite: Rewrite
) -> int:
    """Return on how many pages a language writes what it replaces on others."""
    before = frozenset(rewrite.before)
    return sum(
        bool(before) and (one.rule, one.tag) == (rule, tag) and before <= one.words
        for one in seen
    )


def find_rare(
    marks: Iterable[tuple[str, str]], site: Surroundings, read: Callable[[str], bytes]
) -> frozenset[tuple[str, str]]:
    """Return the marks that are on too few pages of their language to be a custom.

    Files are searched as they are, so that a few files of a large site can be checked
    without parsing the others.

    Args:
        marks: Tags, each with the mark of a `Rewrite`; "" is never rare.
        site: Where the files of a language are.
        read: Gives the bytes of a file; an OSError says why it cannot be read.
    """
    wanted: dict[str, set[str]] = {}
    for tag, mark in marks:
        if mark:
            wanted.setdefault(tag, set()).add(mark)
    rare: set[tuple[str, str]] = set()
    for tag, of_tag in wanted.items():
        pages: Counter[str] = Counter()
        left = {mark: mark.encode() for mark in of_tag}
        for path, member in site.pages.items():
            if member.tag != tag or not left:
                continue
            with suppress(OSError):
                data = read(path)
                pages.update(mark for mark, needle in left.items() if needle in data)
            left = {mark: left[mark] for mark in left if pages[mark] < _LEAST_PAGES}
        rare |= {(tag, mark) for mark in left}
    return frozenset(rare)
