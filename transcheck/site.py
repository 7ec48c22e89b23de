"""What discovery finds: the pages of a site, and the files that are none."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class PageFiles:
    """One page: a file for each language.

    Args:
        name: The page's name: its path without language and extension.
        original: The tag of the original, None when this page lacks it.
        files: Tag to path, sorted by tag. Paths as given: relative ones stay
            relative to the working folder; ``/`` between folders.
    """

    name: str
    original: str | None
    files: dict[str, str]


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that is rightly not content, and why."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Site:
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
    """

    pages: tuple[PageFiles, ...]
    languages: dict[str, str]
    skipped: tuple[Skipped, ...] = ()
    original_reason: str = ""
    named: frozenset[str] = field(default_factory=frozenset)
    layouts: tuple[str, ...] = ()
