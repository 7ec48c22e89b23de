"""The rule unused-suppression."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from transcheck.rule import Finding, Place, SuppressionRule, UnusedComment


class UnusedSuppression(SuppressionRule, frozen=True):
    """A comment that suppresses findings has findings to suppress."""

    id: ClassVar[str] = "unused-suppression"
    category: ClassVar[str] = "files"
    voting: ClassVar[bool] = False

    def check(self, comment: UnusedComment) -> Iterator[Finding]:
        """Report the comment, or the rule in it, that does nothing."""
        yield Finding(
            Place(comment.path, comment.span),
            comment.reason,
            cause=("unused-suppression", comment.says, comment.number),
        )
