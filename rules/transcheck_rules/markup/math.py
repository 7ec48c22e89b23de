"""The rule math."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from transcheck.compare.formulas import read_formulas
from transcheck.compare.tag_findings import report_tags
from transcheck.rule import Finding, Pair, PairRule


class Math(PairRule, frozen=True):
    """The formulas of a translation are those of its original."""

    id: ClassVar[str] = "math"
    category: ClassVar[str] = "markup"
    fixable: ClassVar[bool] = True

    def check(self, pair: Pair) -> Iterator[Finding]:
        """Report formulas that were changed, mangled or lost."""
        yield from report_tags(pair, read_formulas)
