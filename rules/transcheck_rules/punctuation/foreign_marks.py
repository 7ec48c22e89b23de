"""The rule foreign-marks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import ClassVar

from transcheck.compare.foreign_marks import (
    ForeignMark,
    find_foreign_marks,
    may_have_foreign_marks,
)
from transcheck.compare.mention import place
from transcheck.compare.own_texts import own_readings
from transcheck.rule import AlignedPage, Document, Edit, Finding, Fix, PageRule


class ForeignMarks(PageRule, frozen=True):
    """A text has the marks of its own script."""

    id: ClassVar[str] = "foreign-marks"
    category: ClassVar[str] = "punctuation"
    fixable: ClassVar[bool] = True
    voting: ClassVar[bool] = False

    def check(self, page: AlignedPage) -> Iterator[Finding]:
        """Report marks of another script among many of the language's own."""
        for document in page.documents:
            if not may_have_foreign_marks(document.language):
                continue
            times: Counter[str] = Counter()
            texts = own_readings(page, document)
            for mark in find_foreign_marks(texts, document.language):
                times[mark.mark] += 1
                yield _report(document, mark, times[mark.mark])


def _report(document: Document, mark: ForeignMark, number: int) -> Finding:
    where = place(document, mark.reading.span(mark.offset, mark.offset + 1))
    fix = Fix(f"write '{mark.own}'", (Edit(where, mark.own),), safe=mark.fits)
    return Finding(
        where,
        f"'{mark.mark}' in a text that has '{mark.own}'",
        cause=("foreign mark", mark.mark, number),
        fix=fix,
    )
