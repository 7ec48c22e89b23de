"""The rule list-syntax."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from transcheck.compare.broken_items import BrokenItem, broken_items
from transcheck.compare.mention import place, shorten
from transcheck.rule import Edit, Finding, Fix, Pair, PairRule, Severity

_REST = re.compile(r"[^\r\n]*")


@dataclass(frozen=True)
class ListSyntax(PairRule):
    """What was meant to be an item of a list is one."""

    id: ClassVar[str] = "list-syntax"
    category: ClassVar[str] = "markup"
    severity: ClassVar[Severity] = Severity.ERROR
    fixable: ClassVar[bool] = True
    voting: ClassVar[bool] = False

    def check(self, pair: Pair) -> Iterator[Finding]:
        """Report marks of items that make none, and lists in one line."""
        number: Counter[str] = Counter()
        for one in broken_items(pair.translation, pair.original):
            if not one.spaced:  # wrong-space says so
                number[one.problem] += 1
                yield _report(pair, one, number[one.problem])


def _report(pair: Pair, one: BrokenItem, number: int) -> Finding:
    line = _REST.match(pair.translation.text, one.span.start)
    source = shorten(line[0] if line else "")
    fix = None
    if one.repair is not None:
        edit = Edit(place(pair.translation, one.repair[0]), one.repair[1])
        fix = Fix("set the mark off", (edit,), safe=False, restructures=True)
    return Finding(
        place(pair.translation, one.wrong),
        f"{'item' if one.items == 1 else 'list'} {source} is text: {one.problem}",
        cause=("item", one.problem, number),
        help="An item begins on a line of its own, with its mark and a space.",
        fix=fix,
    )
