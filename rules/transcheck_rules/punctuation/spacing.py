"""The rule spacing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from transcheck.compare.mark_spaces import count_extra_spaces, find_extra_spaces
from transcheck.compare.strays import Stray, Texts, report_strays
from transcheck.document import Block
from transcheck.rule import AlignedPage, Document, Finding, PageRule


@dataclass(frozen=True)
class Spacing(PageRule):
    """Spaces stand beside marks, brackets and markup as a language has them."""

    id: ClassVar[str] = "spacing"
    category: ClassVar[str] = "punctuation"
    fixable: ClassVar[bool] = True
    voting: ClassVar[bool] = False

    def check(self, page: AlignedPage) -> Iterator[Finding]:
        """Report spaces where none can be."""
        yield from report_strays(page, _search, count_extra_spaces)


def _search(document: Document, texts: Texts) -> Iterator[tuple[Block, Stray]]:
    for block, reading in texts:
        for stray in find_extra_spaces(reading, document.language):
            yield block, stray
