"""The rule heading-syntax."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import ClassVar

from transcheck.compare.added_sections import broken_in_original, underlined_texts
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
from transcheck.text import Span


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
            for one in _broken(document, pair, compared):
                if not one.spaced:  # wrong-space says so
                    number[one.problem, one.level] += 1
                    yield _report(document, one, number[one.problem, one.level])
        for pair in compared:
            yield from _ids(pair)
            yield from _underlined(pair)


def _broken(
    document: Document, pair: Pair | None, compared: list[Pair]
) -> Sequence[BrokenHeading]:
    """Return the broken headings of a translation, or of what it is held against.

    Args:
        document: The document.
        pair: Its pair, None where others are held against it.
        compared: The pairs of its page.
    """
    if pair is not None:
        return pair.once(broken_headings_of)
    found = {one.span: one for one in broken_headings(document, None)}
    for other in compared:
        if other.original is not document:
            continue
        for one in other.once(broken_in_original).values():
            found.setdefault(one.span, one)
    return [found[span] for span in sorted(found)]


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


def _underlined(pair: Pair) -> Iterator[Finding]:
    """Yield the rules that make a heading of the text above them."""
    document = pair.translation
    for one in pair.once(underlined_texts):
        start = one.line.start
        line_end = "\r\n" if document.text[:start].endswith("\r\n") else "\n"
        edit = Edit(place(document, Span(start, start)), line_end)
        line = one.line.cut(document.text)
        yield Finding(
            place(document, one.line),
            f"{shorten(line)} makes a heading of the text above it",
            cause=("underline", *one.added.place),
            related=related_at(pair.original, "its place", one.added.gap),
            help="A rule needs an empty line before it.",
            fix=Fix(
                "part them by an empty line", (edit,), safe=False, restructures=True
            ),
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
