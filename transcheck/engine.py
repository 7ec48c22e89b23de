"""One run: parse, align and check every page, then judge what pages owe each other."""

from __future__ import annotations

from dataclasses import dataclass

from transcheck.diagnostic import Diagnostic
from transcheck.site import Skipped


@dataclass(frozen=True, slots=True)
class Summary:
    """The counts of a run.

    Args:
        files: Files that were checked; an unreadable one does not count.
        pages: Pages with at least one checked file.
        languages: The tags of the checked files, sorted.
        skipped: Files left out.
        errors: Diagnostics shown, of this severity; so the next two.
        fixable: Diagnostics shown that carry a fix.
    """

    files: int
    pages: int
    languages: tuple[str, ...]
    skipped: int
    errors: int
    warnings: int
    infos: int
    fixable: int


@dataclass(frozen=True, slots=True)
class Run:
    """What a run found.

    Args:
        diagnostics: What to show, sorted by path, line, column, rule and message.
        elsewhere: What was found, at or above the minimal severity, in files of the
            same pages that were not named.
        summary: The counts.
        skipped: The files left out, and why.
    """

    diagnostics: tuple[Diagnostic, ...]
    elsewhere: tuple[Diagnostic, ...]
    summary: Summary
    skipped: tuple[Skipped, ...]
