"""The rule heading-syntax."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import ClassVar

from transcheck.compare.broken_headings import (
    BrokenHeading,
    broken_headings,
    broken_headings_of,
)
from transcheck.compare.broken_ids import broken_id, spaced_id
from transcheck.compare.heading_ids import slugger_for
from transcheck.compare.mention import place, related_at, shorten
from transcheck.rule import (
    AlignedPage,
    Document,
    Edit,
    Finding,
    Fix,
    PageRule,
    Pair,
    PairState,
    Severity,
)


class HeadingSyntax(PageRule, frozen=True):
    """What was meant to be a heading is one."""

    id: ClassVar[str] = "heading-syntax"
    category: ClassVar[str] = "markup"
    severity: ClassVar[Severity] = Severity.ERROR
    fixable: ClassVar[bool] = True
    voting: ClassVar[bool] = False

    def check(self, page: AlignedPage) -> Iterator[Finding]:
        """Report marks of headings that make none, and doubled ones."""
        compared = [
            one for one in page.pairs if one.state is not PairState.NOT_PARALLEL
        ]
        pairs = {id(pair.translation): pair for pair in compared}
        for document in page.documents:
            pair = pairs.get(id(document))
            number: Counter[tuple[str, int]] = Counter()
            for one in (
                pair.once(broken_headings_of)
                if pair
                else broken_headings(document, None)
            ):
                if not one.spaced:  # wrong-space says so
                    number[one.problem, one.level] += 1
                    yield _report(document, one, number[one.problem, one.level])
        for pair in compared:
            yield from _ids(pair)


def _report(document: Document, one: BrokenHeading, number: int) -> Finding:
    becomes = one.heading is None
    fix = None
    if one.repair is not None:
        edit = Edit(place(document, one.repair[0]), one.repair[1])
        fix = Fix("mend the heading", (edit,), safe=not becomes, restructures=becomes)
    return Finding(
        place(document, one.wrong),
        f"heading {shorten(one.span.cut(document.text))} is broken: {one.problem}",
        cause=("heading", one.problem, one.level, number),
        help="A heading begins with one to six '#' and a space.",
        fix=fix,
    )


def _ids(pair: Pair) -> Iterator[Finding]:
    """Yield the ids of headings that are text."""
    slugger = slugger_for(pair.translation, pair.surroundings)
    for section, first, second in pair.headings():
        one = broken_id(pair.translation, second, (pair.original, first))
        one = one or spaced_id(pair.translation, second, slugger)
        if one is None or spaced_id(pair.original, first, slugger):
            continue
        at = place(pair.translation, one.span)
        source = one.span.cut(pair.translation.text)
        fix = None
        if one.repair is not None:
            fix = Fix("mend the id", (Edit(at, one.repair),), safe=True)
        yield Finding(
            at,
            f"id {shorten(source)} of a heading is broken",
            cause=("id", section.key),
            block=section.key,
            related=related_at(pair.original, "the id", first.anchor_span),
            fix=fix,
        )
