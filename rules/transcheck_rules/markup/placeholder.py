"""The rule placeholder."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from transcheck.compare.placeholders import read_placeholders
from transcheck.compare.tag_findings import report_tags
from transcheck.rule import Finding, Pair, PairRule


class Placeholder(PairRule, frozen=True):
    """What is filled in later stands in a translation as in its original."""

    id: ClassVar[str] = "placeholder"
    category: ClassVar[str] = "markup"
    fixable: ClassVar[bool] = True

    def check(self, pair: Pair) -> Iterator[Finding]:
        """Report placeholders that were translated, mangled or lost."""
        yield from report_tags(pair, read_placeholders)
