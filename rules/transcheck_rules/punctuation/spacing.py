"""The rule spacing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import ClassVar

from transcheck.compare.mark_spaces import (
    count_extra_spaces,
    find_doubled_spaces,
    find_extra_spaces,
)
from transcheck.compare.markup_spaces import count_markup_spaces, find_markup_spaces
from transcheck.compare.missing_spaces import count_missing_spaces, find_missing_spaces
from transcheck.compare.set_off_marks import count_set_off_marks, find_set_off_marks
from transcheck.compare.strays import Stray, report_strays
from transcheck.compare.texts import Texts
from transcheck.document import Block
from transcheck.rule import AlignedPage, Document, Finding, PageRule
from transcheck.text import DisjointSpans


class Spacing(PageRule, frozen=True):
    """Spaces stand beside marks, brackets and markup as a language has them."""

    id: ClassVar[str] = "spacing"
    category: ClassVar[str] = "punctuation"
    fixable: ClassVar[bool] = True
    voting: ClassVar[bool] = False

    def check(self, page: AlignedPage) -> Iterator[Finding]:
        """Report spaces where none can be, and places where one is missing."""
        yield from report_strays(page, _search, _count)


def _search(document: Document, texts: Texts) -> Iterator[tuple[Block, Stray]]:
    """Yield what each search finds that none before it has found."""
    told = DisjointSpans()
    for block, stray in _search_all(document, texts):
        if told.add(stray.span):
            yield block, stray


def _search_all(document: Document, texts: Texts) -> Iterator[tuple[Block, Stray]]:
    yield from find_markup_spaces(document, texts)
    yield from find_extra_spaces(texts, document.language)
    yield from find_missing_spaces(texts, document.language)
    yield from find_set_off_marks(texts, document.language)
    yield from find_doubled_spaces(texts)


def _count(document: Document, block: Block) -> Counter[str]:
    return (
        count_extra_spaces(block)
        + count_missing_spaces(document, block)
        + count_markup_spaces(document, block)
        + count_set_off_marks(block)
    )
