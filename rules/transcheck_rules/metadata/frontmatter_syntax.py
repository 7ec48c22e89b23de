"""The rule frontmatter-syntax."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from transcheck.rule import Document, DocumentRule, Finding, Place, Severity, Span


@dataclass(frozen=True)
class FrontmatterSyntax(DocumentRule):
    """The frontmatter of a page can be parsed."""

    id: ClassVar[str] = "frontmatter-syntax"
    category: ClassVar[str] = "metadata"
    severity: ClassVar[Severity] = Severity.ERROR
    voting: ClassVar[bool] = False

    def check(self, document: Document) -> Iterator[Finding]:
        """Report where the frontmatter stops parsing."""
        matter = document.frontmatter
        if matter is None or matter.error is None:
            return
        start = matter.span.start
        yield Finding(
            Place(document.path, matter.error_place or Span(start, start)),
            f"frontmatter cannot be read: {matter.error}",
            cause=("frontmatter-syntax",),
            help=_QUOTES if _COLON in matter.error else None,
        )


# What PyYAML says of the commonest mistake, and what people can do about it.
_COLON = "mapping values are not allowed"
_QUOTES = "a value that holds a colon and a space stands in quotation marks"
