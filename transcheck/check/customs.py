"""What a language writes everywhere in place of what the originals write.

A site that moved, a forum of one's own, links from another folder: whoever keeps a
language does such things throughout, and they are no defects. They are learned from
all pages of the run, and told from a mistake by how often they recur.
"""

from __future__ import annotations

from codecs import BOM_UTF8
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress

from msgspec import Struct

from transcheck.check.stamp import Located
from transcheck.diagnostic import Rewrite
from transcheck.site import Surroundings

# A custom recurs so many times, on so many pages.
_LEAST_TIMES = 5
_LEAST_PAGES = 3
_FENCES = (b"---", b"+++")


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


class Mark(Struct, frozen=True):
    """What tells in the bytes of a file that its language may have a custom.

    Args:
        tag: The language.
        text: As in `Rewrite.mark`; "" tells nothing.
        kept: It is in the frontmatter of the pages that do not have the custom.
    """

    tag: str
    text: str
    kept: bool = False

    def is_in(self, content: bytes) -> bool:
        """Tell whether the bytes of a file hold the text."""
        return self.text.encode() in (_frontmatter(content) if self.kept else content)

    def is_rare(self, holding: int, pages: int) -> bool:
        """Tell whether too few pages may have the custom for it to be one.

        Args:
            holding: The pages of the language that hold the text.
            pages: All its pages.
        """
        if self.kept:
            return pages - holding < _LEAST_PAGES or pages - holding <= holding
        return holding < _LEAST_PAGES


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


def find_marks(located: Located, tags: Mapping[str, str | None]) -> Iterator[Mark]:
    """Yield the marks of what may be a custom of the language of the file.

    Args:
        located: What was found.
        tags: Path to tag, for every file.
    """
    tag = tags.get(located.finding.place.path)
    for rewrite in located.finding.rewrites:
        yield Mark(tag or "", rewrite.mark, kept=not rewrite.after)


def find_rare(
    marks: Iterable[Mark], site: Surroundings, read: Callable[[str], bytes]
) -> frozenset[Mark]:
    """Return the marks of what too few pages of a language have for it to be a custom.

    Files are searched as they are, so that a few files of a large site can be checked
    without parsing the others.

    Args:
        marks: What is looked for; one without text is never rare.
        site: Where the files of a language are.
        read: Gives the bytes of a file; an OSError says why it cannot be read.
    """
    wanted: dict[str, set[Mark]] = {}
    for mark in marks:
        if mark.text:
            wanted.setdefault(mark.tag, set()).add(mark)
    rare: set[Mark] = set()
    for tag, of_tag in wanted.items():
        left = of_tag
        holding: Counter[Mark] = Counter()
        pages = 0
        for path, member in site.pages.items():
            if member.tag != tag or not left:
                continue
            with suppress(OSError):
                content = read(path)
                pages += 1
                holding.update(mark for mark in left if mark.is_in(content))
            left = {one for one in left if one.kept or one.is_rare(holding[one], pages)}
        rare |= {mark for mark in left if mark.is_rare(holding[mark], pages)}
    return frozenset(rare)


def _frontmatter(content: bytes) -> bytes:
    """Return the lines between the fences at the start of a file."""
    content = content.removeprefix(BOM_UTF8)
    fence = content[:3]
    lines, closing, _ = content.partition(b"\n" + fence)
    return lines if closing and fence in _FENCES else b""
