"""The rule code-span-syntax."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import ClassVar

from transcheck.compare.counterparts import find_key, find_original
from transcheck.compare.loose_backticks import (
    BACKTICK,
    LooseBacktick,
    backtick_runs,
    loose_backticks,
)
from transcheck.compare.mention import place, shorten
from transcheck.compare.texts import blocks_with_any
from transcheck.rule import (
    AlignedPage,
    Document,
    Edit,
    Finding,
    Fix,
    PageRule,
    Severity,
)


class CodeSpanSyntax(PageRule, frozen=True):
    """Every backtick opens or closes code."""

    id: ClassVar[str] = "code-span-syntax"
    category: ClassVar[str] = "markup"
    severity: ClassVar[Severity] = Severity.ERROR
    fixable: ClassVar[bool] = True
    voting: ClassVar[bool] = False

    def check(self, page: AlignedPage) -> Iterator[Finding]:
        """Report backticks that are left in the text."""
        for document, block in blocks_with_any(page, BACKTICK):
            runs = backtick_runs(document, block)
            if not runs:
                continue
            number: Counter[str] = Counter()
            key = find_key(page, document, block)
            original = find_original(page, document, block)
            for one in loose_backticks(document, block, runs, original):
                number[one.problem] += 1
                yield _report(document, one, key, number[one.problem])


def _report(
    document: Document, one: LooseBacktick, key: str | None, number: int
) -> Finding:
    fix = None
    if one.repairs:
        edits = tuple(Edit(place(document, span), text) for span, text in one.repairs)
        fix = Fix("pair the backticks", edits, safe=one.safe)
    named = "" if one.code is None else f"code {shorten(one.code)} has "
    return Finding(
        place(document, one.wrong),
        f"{named}{one.problem}",
        cause=("backtick", key, one.code, one.problem, number),
        block=key,
        help="A code span closes with as many backticks as it opens with.",
        fix=fix,
    )
