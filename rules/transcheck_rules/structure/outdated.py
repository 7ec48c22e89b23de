"""The rule outdated."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar

from transcheck.compare.mention import page_place, related_at, title
from transcheck.compare.told import is_mostly_told
from transcheck.document import Section
from transcheck.rule import (
    BlockState,
    Finding,
    Pair,
    PairRule,
    PairState,
    label,
)

# So many lost sections the message names.
_NAMED = 3


class Outdated(PairRule, frozen=True):
    """A translation has most of what its original has."""

    id: ClassVar[str] = "outdated"
    category: ClassVar[str] = "structure"
    voting: ClassVar[bool] = False
    reports: ClassVar[PairState | None] = PairState.OUTDATED
    states: ClassVar[frozenset[PairState]] = frozenset({PairState.OUTDATED})

    listed: Annotated[int, "How many sections the help names at most."] = 20

    def check(self, pair: Pair) -> Iterator[Finding]:
        """Report the first line of a page, with what it lacks."""
        if is_mostly_told(pair):
            return
        origin = label(pair.original)
        missing = list(_sections(pair, BlockState.MISSING))
        extra = list(_sections(pair, BlockState.EXTRA))
        share = f"{round(100 * pair.owed)} % of {origin}"
        message = f"this page is outdated: it lacks {share}"
        if missing:
            names = ", ".join(map(title, missing[:_NAMED]))
            rest = len(missing) - _NAMED
            noun = "section" if len(missing) == 1 else "sections"
            more = f" and {rest} more" if rest > 0 else ""
            message += f", with the {noun} {names}{more}"
        yield Finding(
            page_place(pair.translation),
            message,
            cause=pair.state.cause,
            related=related_at(
                pair.original, "the page", page_place(pair.original).span
            ),
            help=self._help(origin, missing, extra),
        )

    def _help(self, origin: str, missing: list[Section], extra: list[Section]) -> str:
        parts = []
        if missing:
            parts.append(f"Sections to translate: {self._list(missing)}.")
        if extra:
            parts.append(f"Sections that {origin} does not have: {self._list(extra)}.")
        if not parts:
            parts.append(f"Its sections are shorter than those of {origin}.")
        return " ".join(parts)

    def _list(self, sections: list[Section]) -> str:
        names = ", ".join(map(title, sections[: self.listed]))
        rest = len(sections) - self.listed
        return f"{names} and {rest} more" if rest > 0 else names


def _sections(pair: Pair, state: BlockState) -> Iterator[Section]:
    for section in pair.sections:
        one = section.original or section.translation
        if section.state is state and one is not None:
            yield one
