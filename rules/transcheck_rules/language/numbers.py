"""The rule numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from transcheck.compare.changed_numbers import NumberChange, changed_numbers
from transcheck.compare.mention import place, related_at, shorten
from transcheck.rule import Finding, Pair, PairRule, Severity, label

_MOST_NAMED = 3


class Numbers(PairRule, frozen=True):
    """A translation has the numbers of its original."""

    id: ClassVar[str] = "numbers"
    category: ClassVar[str] = "language"

    def check(self, pair: Pair) -> Iterator[Finding]:
        """Report numbers that were changed, lost or added."""
        for change in changed_numbers(pair):
            yield _report(pair, change)


def _report(pair: Pair, change: NumberChange) -> Finding:
    origin = label(pair.original)
    before, after = _list(change.before), _list(change.after)
    number = "number" if len(change.before or change.after) == 1 else "numbers"
    verb = "is" if number == "number" else "are"
    message, blame = {
        "changed": (
            f"number {after} is {before} in {origin}",
            f"number {before} is {after}",
        ),
        "divided": (
            f"version {after} is {before} in {origin}",
            f"version {before} is {after}",
        ),
        "missing": (
            f"{number} {before} of {origin} {verb} missing",
            f"{number} {before} {verb} missing",
        ),
        "added": (f"{origin} has no {after}", f"no {after}, which stands"),
    }[change.kind]
    return Finding(
        place(pair.translation, change.span),
        message,
        cause=(change.kind, change.key, change.before, change.after),
        block=change.key,
        related=related_at(pair.original, "the number", change.origin)
        if change.origin
        else (),
        severity=None if change.sure else Severity.INFO,
        blame=f"{blame} in most translations",
    )


def _list(numbers: Sequence[str]) -> str:
    """Return numbers as messages name them, the first few of many."""
    if not numbers:
        return ""
    named = [shorten(one) for one in dict.fromkeys(numbers)]
    more = len(named) - _MOST_NAMED
    if more > 0:
        named = [*named[:_MOST_NAMED], f"{more} more"]
    *others, last = named
    return f"{', '.join(others)} and {last}" if others else last
