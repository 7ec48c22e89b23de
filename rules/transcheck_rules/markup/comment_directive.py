"""The rule comment-directive."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from transcheck.compare.directives import read_directives
from transcheck.compare.tag_findings import report_tags
from transcheck.compare.tags import Tag
from transcheck.rule import Document, Finding, Pair, PairRule


class CommentDirective(PairRule, frozen=True):
    """Comments that are obeyed, and lines that include files, are kept."""

    id: ClassVar[str] = "comment-directive"
    category: ClassVar[str] = "markup"
    fixable: ClassVar[bool] = True

    def check(self, pair: Pair) -> Iterator[Finding]:
        """Report directives that were translated, mangled, changed or lost."""

        def read(document: Document) -> list[Tag]:
            return read_directives(document, remarks=document is pair.translation)

        yield from report_tags(pair, read)
