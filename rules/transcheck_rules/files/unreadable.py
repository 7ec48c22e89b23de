"""The rule unreadable."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from transcheck.rule import FileRule, Finding, Place, Severity, Span, UnreadableFile


class Unreadable(FileRule, frozen=True):
    """A file can be read, and holds text in UTF-8."""

    id: ClassVar[str] = "unreadable"
    category: ClassVar[str] = "files"
    severity: ClassVar[Severity] = Severity.ERROR
    voting: ClassVar[bool] = False

    def check(self, file: UnreadableFile) -> Iterator[Finding]:
        """Report the file at the first byte that is no text."""
        end = len(file.before)
        yield Finding(
            Place(file.path, Span(end, end)),
            f"cannot be read: {file.reason}",
            cause=("unreadable",),
        )
