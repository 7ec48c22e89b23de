"""The rule not-parallel."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import ClassVar

from msgspec import Struct
from msgspec.structs import replace

from transcheck.align.traits import Traits, likeness
from transcheck.compare.mention import page_place, related_at
from transcheck.compare.originals import Original, Originals, original_of
from transcheck.rule import (
    AlignedPage,
    Finding,
    Pair,
    PairState,
    RefinedRule,
    Related,
    Severity,
)


class _Stray(Struct, frozen=True):
    """A text that is no translation of its original.

    Args:
        path: Its file.
        page: The page it is on.
        original: The file it is held against.
        likeness: How like that it is, 0.0 to 1.0.
        traits: What it is known by.
    """

    path: str
    page: str
    original: str
    likeness: float
    traits: Traits


class _Texts(Struct, frozen=True):
    """What must be known of a page.

    Args:
        original: Its original, None where it has none.
        strays: The texts that are no translations of it.
    """

    original: Original | None
    strays: tuple[_Stray, ...]


class NotParallel(RefinedRule[_Texts], frozen=True):
    """A page is the translation of the page it is paired with."""

    id: ClassVar[str] = "not-parallel"
    category: ClassVar[str] = "structure"
    reports: ClassVar[PairState | None] = PairState.NOT_PARALLEL
    states: ClassVar[frozenset[PairState]] = frozenset({PairState.NOT_PARALLEL})

    def check(self, pair: Pair) -> Iterator[Finding]:
        """Report the first line of a page that is another page."""
        what = "its original" if pair.has_original else "the other languages, as"
        yield Finding(
            page_place(pair.translation),
            f"this page does not match {what} {pair.original.path}",
            cause=pair.state.cause,
            blame="most other languages do not match this page",
            # Without an original they may have been written apart on purpose.
            severity=None if pair.has_original else Severity.INFO,
            related=related_at(
                pair.original, "the page", page_place(pair.original).span
            ),
            help=(
                "Hardly a heading, link or code block of one is in the other. Give the"
                " file the name of its original, or translate the page anew; until then"
                " nothing else is compared."
            ),
        )

    def facts(self, page: AlignedPage) -> Iterable[_Texts]:
        """Return the original, and the texts that are no translations of it."""
        strays = [
            _stray(page, pair)
            for pair in page.pairs
            if pair.state is PairState.NOT_PARALLEL
        ]
        return [_Texts(original_of(page), tuple(strays))]

    def refine(
        self, findings: tuple[Finding, ...], facts: tuple[_Texts, ...]
    ) -> Iterator[Finding]:
        """Name the original that a text is a translation of, where that is sure."""
        originals = Originals(one.original for one in facts if one.original)
        strays: dict[str, list[_Stray]] = {}
        for stray in chain.from_iterable(one.strays for one in facts):
            strays.setdefault(stray.path, []).append(stray)
            strays.setdefault(stray.original, []).append(stray)
        for finding in findings:
            here = strays.get(finding.place.path, [])
            better = _better(here, originals)
            if better is None:
                yield finding
            else:
                blamed = any(one.original == finding.place.path for one in here)
                yield _name(finding, better, blamed=blamed)


def _stray(page: AlignedPage, pair: Pair) -> _Stray:
    first, second = pair.original.path, pair.translation.path
    traits = page.traits[second]
    return _Stray(
        path=second,
        page=page.name,
        original=first,
        likeness=likeness(page.traits[first], traits),
        traits=traits,
    )


def _better(strays: list[_Stray], originals: Originals) -> Original | None:
    """Return the original that most of some texts are translations of."""
    found: Counter[Original | None] = Counter()
    for stray in strays:
        found[_match(stray, originals)] += 1
    if not found:
        return None
    best, count = found.most_common(1)[0]
    return best if 2 * count > len(strays) else None


def _match(stray: _Stray, originals: Originals) -> Original | None:
    return originals.match(
        stray.traits, lambda one: one.page != stray.page, stray.likeness
    )


def _name(finding: Finding, better: Original, *, blamed: bool) -> Finding:
    path = better.place.path
    help_ = f"Its links and code are those of {path}. Give the file that name."
    return replace(
        finding,
        message=f"{finding.message}, but {path}",
        related=(*finding.related, Related(better.place, "the page that matches")),
        help=finding.help if blamed else help_,
    )
