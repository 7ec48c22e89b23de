"""The rule inverted-mark."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from transcheck.compare.counterparts import by_translation, pair_of
from transcheck.compare.inverted_marks import Unpaired, find_unpaired
from transcheck.compare.mention import place
from transcheck.compare.own_texts import own_readings
from transcheck.document import RunningText, block_text
from transcheck.rule import (
    AlignedPage,
    Document,
    Edit,
    Finding,
    Fix,
    PageRule,
    Severity,
    Span,
)
from transcheck.typography import punctuation

# Who opens none of so many does without.
_HABIT = 4


class InvertedMark(PageRule, frozen=True):
    """Questions and exclamations of Spanish and Asturian are opened and closed."""

    id: ClassVar[str] = "inverted-mark"
    category: ClassVar[str] = "punctuation"
    fixable: ClassVar[bool] = True
    voting: ClassVar[bool] = False

    def check(self, page: AlignedPage) -> Iterator[Finding]:
        """Report marks without their other half."""
        for document in page.documents:
            if punctuation(document.language).openings:
                yield from _check(page, document)


def _check(page: AlignedPage, document: Document) -> Iterator[Finding]:
    openings = punctuation(document.language).openings
    found: list[tuple[RunningText, Unpaired]] = []
    is_opened = False
    pair = pair_of(page, document)
    counterparts = by_translation(pair) if pair else {}
    for block, reading in own_readings(page, document):
        if reading.text.isspace():
            continue
        is_opened = is_opened or not set(openings.values()).isdisjoint(reading.text)
        blocks = counterparts.get(id(block))
        original = blocks.original if blocks else None
        theirs = block_text(original).text if original else ""
        found += [
            (reading, one) for one in find_unpaired(reading.text, openings, theirs)
        ]
    habit = not is_opened and len(found) >= _HABIT
    for number, (reading, one) in enumerate(found):
        yield _report(document, reading, one, number, habit=habit)


def _report(
    document: Document, reading: RunningText, one: Unpaired, number: int, *, habit: bool
) -> Finding:
    opening = punctuation(document.language).openings.get(one.mark)
    fix = None
    if opening is not None and one.start is not None:
        start = reading.span(one.start, one.start + 1).start
        edit = Edit(place(document, Span(start, start)), opening)
        fix = Fix(f"write '{opening}'", (edit,), safe=one.sure)
    return Finding(
        place(document, reading.span(one.offset, one.offset + 1)),
        f"'{one.mark}' without '{opening}' before it"
        if opening
        else f"'{one.mark}' opens what is not closed",
        cause=("inverted", one.mark, number),
        fix=fix,
        severity=Severity.INFO if habit else None,
    )
