"""The rule shortcode."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from transcheck.compare.tag_findings import report_tags
from transcheck.compare.tags import Tag
from transcheck.compare.template_tags import read_template_tags
from transcheck.rule import Document, Finding, Pair, PairRule


class Shortcode(PairRule, frozen=True):
    """The shortcodes and template tags of a translation are those of its original."""

    id: ClassVar[str] = "shortcode"
    category: ClassVar[str] = "markup"
    fixable: ClassVar[bool] = True

    def check(self, pair: Pair) -> Iterator[Finding]:
        """Report tags that were renamed, mangled, left open or lost."""
        yield from report_tags(pair, _read)


def _read(document: Document) -> list[Tag]:
    return [tag for tag in read_template_tags(document) if tag.family != "placeholder"]
