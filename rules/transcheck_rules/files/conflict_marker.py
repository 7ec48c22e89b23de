"""The rule conflict-marker."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import ClassVar

from transcheck.compare.mention import place, shorten
from transcheck.rule import Document, DocumentRule, Finding, Severity


class ConflictMarker(DocumentRule, frozen=True):
    """A file has no conflict left from a merge."""

    id: ClassVar[str] = "conflict-marker"
    category: ClassVar[str] = "files"
    severity: ClassVar[Severity] = Severity.ERROR
    voting: ClassVar[bool] = False

    def check(self, document: Document) -> Iterator[Finding]:
        """Report the first line of each conflict."""
        told: Counter[str] = Counter()
        for conflict in document.conflicts:
            opening = conflict.opening.cut(document.text)
            told[opening] += 1
            yield Finding(
                place(document, conflict.opening),
                f"merge conflict {shorten(opening)} is not resolved",
                cause=("conflict", opening, told[opening]),
                help=(
                    "Keep one of its two sides, and delete the other with the three"
                    " lines of marks; the rest is compared with the first side."
                ),
            )
