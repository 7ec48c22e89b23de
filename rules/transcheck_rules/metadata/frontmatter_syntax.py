"""The rule frontmatter-syntax."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from transcheck.compare.mention import shorten
from transcheck.rule import (
    Document,
    DocumentRule,
    Edit,
    Finding,
    Fix,
    Place,
    Related,
    Severity,
    Span,
)

# What PyYAML says of the commonest mistake, and what people can do about it.
_COLON = "mapping values are not allowed"
_QUOTES = "a value that holds a colon and a space stands in quotation marks"


class FrontmatterSyntax(DocumentRule, frozen=True):
    """The frontmatter of a page can be parsed."""

    id: ClassVar[str] = "frontmatter-syntax"
    category: ClassVar[str] = "metadata"
    severity: ClassVar[Severity] = Severity.ERROR
    fixable: ClassVar[bool] = True
    voting: ClassVar[bool] = False

    def check(self, document: Document) -> Iterator[Finding]:
        """Report where the frontmatter stops parsing, and what is written twice."""
        matter = document.frontmatter
        if matter is None:
            return
        start = matter.span.start
        if document.text[:start].isspace():
            yield _report_misplaced(document, Span(0, start))
        if matter.error is not None:
            yield Finding(
                Place(document.path, matter.error_place or Span(start, start)),
                f"frontmatter cannot be read: {matter.error}",
                cause=("frontmatter-syntax",),
                help=_QUOTES if _COLON in matter.error else None,
            )
        first = {entry.path: entry for entry in matter.entries}
        for entry in matter.duplicates:
            yield Finding(
                Place(document.path, entry.key_span),
                f"key {shorten('.'.join(entry.path))} is there twice",
                cause=("duplicate", entry.path),
                related=(
                    Related(
                        Place(document.path, first[entry.path].key_span), "the first"
                    ),
                ),
            )


def _report_misplaced(document: Document, blank: Span) -> Finding:
    edit = Edit(Place(document.path, blank), "")
    return Finding(
        Place(document.path, blank),
        "frontmatter is read as text: there are blank lines before it",
        cause=("blank",),
        fix=Fix("remove them", (edit,), safe=True),
    )
