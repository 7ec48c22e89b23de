"""The rule stray-punctuation."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import ClassVar

from transcheck.compare.counterparts import find_key
from transcheck.compare.link_stops import find_link_stops
from transcheck.compare.mention import place, related_at
from transcheck.compare.stray_marks import count_signs, find_strays
from transcheck.compare.strays import (
    Stray,
    find_others,
    report_strays,
    translated_readings,
)
from transcheck.compare.texts import Texts
from transcheck.document import Block
from transcheck.rule import AlignedPage, Document, Finding, PageRule, Severity


class StrayPunctuation(PageRule, frozen=True):
    """No mark of punctuation stands where no language has it."""

    id: ClassVar[str] = "stray-punctuation"
    category: ClassVar[str] = "punctuation"
    severity: ClassVar[Severity] = Severity.ERROR
    fixable: ClassVar[bool] = True
    voting: ClassVar[bool] = False

    def check(self, page: AlignedPage) -> Iterator[Finding]:
        """Report impossible runs, marks beside nothing, and stops lost in links."""
        yield from report_strays(page, _search, count_signs)
        for document in page.documents:
            yield from _report_stops(page, document)


def _search(_: Document, texts: Texts) -> Iterator[tuple[Block, Stray]]:
    yield from find_strays(texts)


def _report_stops(page: AlignedPage, document: Document) -> Iterator[Finding]:
    """Yield full stops that belong after the link and stand in its text."""
    for block, reading in translated_readings(page, document):
        if not reading.links:
            continue
        for stop in find_link_stops(
            reading, partial(find_others, page, document, block)
        ):
            key = find_key(page, document, block)
            yield Finding(
                place(document, stop.span),
                f"the link's text holds the sentence's '{stop.mark}'",
                cause=("link", key, stop.number),
                block=key,
                related=related_at(stop.document, "the link", stop.link.span),
            )
