"""The rule jsx."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from transcheck.compare.elements import read_components
from transcheck.compare.tag_findings import report_tags
from transcheck.rule import Finding, Pair, PairRule


@dataclass(frozen=True)
class Jsx(PairRule):
    """The components in a translation are those of its original."""

    id: ClassVar[str] = "jsx"
    category: ClassVar[str] = "markup"
    fixable: ClassVar[bool] = True

    def check(self, pair: Pair) -> Iterator[Finding]:
        """Report components that were renamed, mangled, left open, lost or changed."""
        yield from report_tags(pair, read_components)
