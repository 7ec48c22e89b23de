"""The rule name-capitals."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from transcheck.compare.mention import place, related_at
from transcheck.compare.names import MiswrittenName, miswritten_names, names_in
from transcheck.rule import Edit, Finding, Fix, Pair, PairRule, Rewrite


class NameCapitals(PairRule, frozen=True):
    """A name with capitals of its own has those of the original."""

    id: ClassVar[str] = "name-capitals"
    category: ClassVar[str] = "terms"
    fixable: ClassVar[bool] = True
    voting: ClassVar[bool] = False

    def check(self, pair: Pair) -> Iterator[Finding]:
        """Report names in other capitals, one finding for each name of a file."""
        for found in miswritten_names(pair):
            yield _report(pair, found)

    def written(self, pair: Pair) -> frozenset[str]:
        """Return the words that may be names."""
        return names_in(pair.translation)


def _report(pair: Pair, found: MiswrittenName) -> Finding:
    number = len(found.spans) - 1
    more = f", and {number} more in the file" if number else ""
    return Finding(
        place(pair.translation, found.spans[0]),
        f"'{found.written}' is written '{found.name}'{more}",
        cause=("capitals", found.name),
        related=related_at(pair.original, "the name", found.there),
        fix=Fix(
            f"write '{found.name}'",
            tuple(
                Edit(place(pair.translation, span), found.name) for span in found.spans
            ),
            safe=True,
        ),
        rewrites=(Rewrite((found.name,), (found.written,), found.written),),
    )
