"""The rule identifiers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar

from transcheck.compare.mention import contrast, place, related_at, shorten
from transcheck.compare.verbatim import (
    IdentifierChange,
    changed_identifiers,
    compile_patterns,
)
from transcheck.rule import Edit, Finding, Fix, Pair, PairRule, label

_MOST_NAMED = 3


class Identifiers(PairRule, frozen=True):
    """A translation keeps paths, options and names of code letter for letter."""

    id: ClassVar[str] = "identifiers"
    category: ClassVar[str] = "code"
    fixable: ClassVar[bool] = True

    patterns: Annotated[
        tuple[str, ...], "Regular expressions of what else stays, as RE2 knows them."
    ] = ()

    def __post_init__(self) -> None:
        """Refuse patterns that are wrong."""
        compile_patterns(self.patterns)

    def check(self, pair: Pair) -> Iterator[Finding]:
        """Report identifiers that were mangled, translated or lost."""
        for change in changed_identifiers(pair, self.patterns):
            yield _report(pair, change)


def _report(pair: Pair, change: IdentifierChange) -> Finding:
    origin, spans = label(pair.original), [one.span for one in change.before]
    written = tuple(one.text for one in change.before)
    fix = None
    if change.after is not None:
        first, second = contrast(written[0], change.after)
        message = f"identifier {first} became {second}"
        blame = f"identifier {first} is {second} in most translations"
        edit = Edit(place(pair.translation, change.span), written[0])
        fix = Fix("restore the identifier", (edit,), safe=False)
    else:
        named = ", ".join(map(shorten, written[:_MOST_NAMED]))
        more = len(written) - _MOST_NAMED
        named += f" and {more} more" if more > 0 else ""
        one = len(written) == 1
        named = f"{'identifier' if one else 'identifiers'} {named}"
        verb = "is" if one else "are"
        message = f"{named} of {origin} {verb} missing"
        blame = f"{named} {verb} missing in most translations"
    return Finding(
        place(pair.translation, change.span),
        message,
        cause=(change.key, written, change.after or ""),
        block=change.key,
        related=related_at(pair.original, "the identifier", *spans[:_MOST_NAMED]),
        fix=fix,
        blame=blame,
    )
