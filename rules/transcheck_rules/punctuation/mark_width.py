"""The rule mark-width."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from transcheck.compare.mark_widths import count_narrow_marks, find_narrow_marks
from transcheck.compare.strays import Stray, report_strays
from transcheck.compare.texts import Texts
from transcheck.document import Block
from transcheck.rule import AlignedPage, Document, Finding, PageRule


class MarkWidth(PageRule, frozen=True):
    """Marks are as wide as the letters beside them, as on the rest of the page."""

    id: ClassVar[str] = "mark-width"
    category: ClassVar[str] = "punctuation"
    fixable: ClassVar[bool] = True
    voting: ClassVar[bool] = False

    def check(self, page: AlignedPage) -> Iterator[Finding]:
        """Report narrow marks in a text that has wide ones."""
        yield from report_strays(page, _search, count_narrow_marks)


def _search(document: Document, texts: Texts) -> Iterator[tuple[Block, Stray]]:
    yield from find_narrow_marks(texts, document.language)
