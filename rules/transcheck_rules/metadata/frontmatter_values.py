"""The rule frontmatter-values."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from transcheck.compare.mention import place, shorten
from transcheck.document import Entry, Frontmatter
from transcheck.rule import (
    Edit,
    Finding,
    Fix,
    Pair,
    PairRule,
    Related,
    Rewrite,
    Severity,
    label,
    option,
)

# What tells a site generator what to do with a page, by the names that Hugo, Jekyll,
# Docusaurus, Starlight, VitePress, Eleventy and Mintlify document.
_STRUCTURAL = (
    "cascade",
    "class",
    "displayed_sidebar",
    "draft",
    "engine",
    "hide_table_of_contents",
    "icon",
    "id",
    "layout",
    "mode",
    "nav_order",
    "order",
    "outline",
    "pagination_next",
    "pagination_prev",
    "position",
    "sidebar_class_name",
    "sidebar_position",
    "template",
    "toc",
    "type",
    "weight",
)
_TAG = re.compile(r"</?([^\W\d_][\w.-]*)[^<>]*>")


@dataclass(frozen=True)
class FrontmatterValues(PairRule):
    """Values of the frontmatter that are no prose are those of the original."""

    id: ClassVar[str] = "frontmatter-values"
    category: ClassVar[str] = "metadata"
    fixable: ClassVar[bool] = True

    structural: tuple[str, ...] = option(
        _STRUCTURAL, "Keys whose values tell a program what to do with the page."
    )

    def check(self, pair: Pair) -> Iterator[Finding]:
        """Report values that were changed, and markup that was lost from others."""
        for first, second in _both(pair):
            if first.kind == second.kind == "string" and "<" in (first.value or ""):
                yield from _compare_tags(pair, first, second)
            if self._is_structural(first) and first.value != second.value:
                yield _report(pair, first, second)

    def written(self, pair: Pair) -> Iterator[str]:
        """Return the keys whose values the translation keeps."""
        for first, second in _both(pair):
            if self._is_structural(first) and first.value == second.value:
                yield first.path[-1]

    def _is_structural(self, entry: Entry) -> bool:
        if entry.value is None or not entry.path[-1].isascii():
            return False
        return entry.path[-1] in self.structural


def _both(pair: Pair) -> Iterator[tuple[Entry, Entry]]:
    """Yield the entries with values that both documents have."""
    first, second = _read(pair.original.frontmatter), pair.translation.frontmatter
    for path, entry in _read(second).items():
        if path in first:
            yield first[path], entry


def _read(matter: Frontmatter | None) -> dict[tuple[str, ...], Entry]:
    if matter is None or matter.error is not None:
        return {}
    return {one.path: one for one in matter.entries if one.value is not None}


def _report(pair: Pair, first: Entry, second: Entry) -> Finding:
    origin, name = label(pair.original), shorten(".".join(first.path))
    became, value = shorten(second.value or ""), shorten(first.value or "")
    written = first.value_span.cut(pair.original.text)
    edit = Edit(place(pair.translation, second.value_span), written)
    return Finding(
        place(pair.translation, second.value_span),
        f"value {value} of {name} became {became}",
        cause=("value", first.path, second.value),
        related=(
            Related(place(pair.original, first.value_span), f"the value in {origin}"),
        ),
        fix=Fix(f"write {value}", (edit,), safe=False),
        rewrites=(Rewrite((first.path[-1],), (f"another {first.path[-1]}",)),),
    )


def _compare_tags(pair: Pair, first: Entry, second: Entry) -> Iterator[Finding]:
    """Report a tag in a value that became another."""
    ours, theirs = (Counter(_TAG.findall(one.value or "")) for one in (first, second))
    lost, gained = ours - theirs, theirs - ours
    if lost and gained:
        before, after = next(iter(lost)), next(iter(gained))
        yield Finding(
            place(pair.translation, second.value_span),
            f"tag {shorten(f'<{before}>')} of {shorten('.'.join(first.path))}"
            f" became {shorten(f'<{after}>')}",
            cause=("tag", first.path, before),
            related=(
                Related(
                    place(pair.original, first.value_span),
                    f"the value in {label(pair.original)}",
                ),
            ),
            severity=Severity.ERROR,
        )
