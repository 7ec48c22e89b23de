"""The rule callout-kind."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from transcheck.compare.callout_pairs import KindChange, changed_kinds
from transcheck.compare.callouts import is_kind
from transcheck.compare.mention import place, related_at, shorten
from transcheck.rule import (
    Edit,
    Finding,
    Fix,
    Pair,
    PairRule,
    Severity,
    label,
)


class CalloutKind(PairRule, frozen=True):
    """A callout keeps the kind that its original's has."""

    id: ClassVar[str] = "callout-kind"
    category: ClassVar[str] = "markup"
    severity: ClassVar[Severity] = Severity.ERROR
    fixable: ClassVar[bool] = True

    def check(self, pair: Pair) -> Iterator[Finding]:
        """Report kinds that were translated, mistyped or exchanged."""
        for change in changed_kinds(pair):
            yield _report(pair, change)


def _report(pair: Pair, change: KindChange) -> Finding:
    before, after = change.before, change.after
    kind = shorten(before.name)
    cause: tuple[str, ...] = ("kind", change.key, after.name.casefold())
    if after.problem is not None:
        message = f"callout {kind} is broken: {after.problem}"
    else:
        message = f"callout {kind} became {shorten(after.name)}"
    if not change.renders:
        # Kinds that several languages translated are no vote against the original.
        cause = (*cause, label(pair.translation))
    return Finding(
        place(pair.translation, after.wrong),
        message,
        cause=cause,
        block=change.key,
        related=related_at(pair.original, "the callout", before.span),
        help=None if change.renders else "A kind is a keyword; only titles are prose.",
        fix=_mend(pair, change),
        severity=Severity.WARNING if change.renders else None,
        blame=f"callout {kind} is {shorten(after.name)} in most translations",
    )


def _mend(pair: Pair, change: KindChange) -> Fix | None:
    before, after = change.before, change.after
    kind = before.name
    if after.frame is None or (before.is_element and not is_kind(kind)):
        return None
    if before.syntax != after.syntax:
        kind = kind.upper() if after.syntax == "alert" else kind.lower()
    start, end = after.frame
    edit = Edit(place(pair.translation, after.span), f"{start}{kind}{end}")
    # What was text becomes a callout around other text.
    makes_one = after.frame != ("", "")
    safe = change.certain and not change.renders and not makes_one
    return Fix("restore the kind", (edit,), safe=safe, restructures=makes_one)
