"""The rule jsx."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from transcheck.compare.elements import read_components
from transcheck.compare.mention import place
from transcheck.compare.open_marks import find_open_braces, find_open_strings
from transcheck.compare.tag_findings import report_tags
from transcheck.rule import Finding, Pair, PairRule, Severity, Span, label


class Jsx(PairRule, frozen=True):
    """The components in a translation are those of its original."""

    id: ClassVar[str] = "jsx"
    category: ClassVar[str] = "markup"
    fixable: ClassVar[bool] = True

    def check(self, pair: Pair) -> Iterator[Finding]:
        """Report components that were renamed, mangled, left open, lost or changed."""
        yield from report_tags(pair, read_components)
        spans = find_open_strings(pair.translation)
        # Where the original has one too, it is no string after all.
        if spans and not find_open_strings(pair.original):
            for number, span in enumerate(spans):
                yield _report(
                    pair, span, "a string that nothing closes on its line", number
                )
        spans = find_open_braces(pair.translation, pair.original)
        for number, span in enumerate(spans):
            yield _report(pair, span, "a brace that nothing closes", number)


def _report(pair: Pair, span: Span, message: str, number: int) -> Finding:
    return Finding(
        place(pair.translation, span),
        message,
        cause=(message, label(pair.translation), number),
        severity=Severity.ERROR,
    )
