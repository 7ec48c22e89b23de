"""What one page gives by itself."""

from __future__ import annotations

from collections.abc import Hashable, Mapping

from msgspec import Struct

from transcheck.check.customs import Habits
from transcheck.check.source import Source
from transcheck.check.stamp import FileOfPage, Located
from transcheck.suppress import Suppressions


class CheckedFile(FileOfPage, frozen=True, kw_only=True):
    """A file that became a document and was checked.

    Args:
        suppressions: What its comments suppress.
        used: The numbers in `Suppressions.active` that suppressed something.
        judged: The ids of the rules that looked at it.
    """

    suppressions: Suppressions
    used: frozenset[int]
    judged: frozenset[str]


class PageResult(Struct, frozen=True, kw_only=True):
    """What one page gave by itself; small and picklable, without trees or texts.

    Args:
        checked: The files that were checked, sorted by tag, then path.
        unreadable: The files that could not be read.
        found: What was found and not suppressed.
        facts: What rules must know of the page when they judge the site, by rule id.
        habits: What its translations write, of what may be a custom.
        source: What it was made from, None where that is not known any more.
    """

    checked: tuple[CheckedFile, ...]
    unreadable: tuple[FileOfPage, ...]
    found: tuple[Located, ...]
    facts: Mapping[str, tuple[Hashable, ...]]
    habits: tuple[Habits, ...] = ()
    source: Source | None = None
