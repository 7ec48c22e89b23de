"""The rule html-tags."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from transcheck.compare.elements import OPTIONAL, read_elements
from transcheck.compare.tag_findings import report_tags
from transcheck.rule import Finding, Pair, PairRule


class HtmlTags(PairRule, frozen=True):
    """The HTML in a translation is that of its original."""

    id: ClassVar[str] = "html-tags"
    category: ClassVar[str] = "markup"
    fixable: ClassVar[bool] = True

    def check(self, pair: Pair) -> Iterator[Finding]:
        """Report elements that were mangled, lost, left open or changed."""
        yield from report_tags(pair, read_elements, OPTIONAL)
