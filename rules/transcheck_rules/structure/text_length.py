"""The rule text-length."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from typing import ClassVar

from transcheck.compare.lengths import MeasuredPair, Outlier, measure, outliers
from transcheck.rule import AlignedPage, Finding, Related, SiteRule

# The original is blamed as everywhere: by three translations, and four fifths of them.
_LEAST_TRANSLATIONS, _LEAST_SHARE = 3, 0.8
# So many translations are shown where the original is blamed.
_SHOWN = 5


class TextLength(SiteRule[MeasuredPair], frozen=True):
    """A text is about as long as those of its language are, beside the original."""

    id: ClassVar[str] = "text-length"
    category: ClassVar[str] = "structure"

    def facts(self, page: AlignedPage) -> Iterable[MeasuredPair]:
        """Return how long the sections and the translations of a page are."""
        return filter(None, map(measure, page.pairs))

    def check(self, facts: tuple[MeasuredPair, ...]) -> Iterator[Finding]:
        """Report what is far shorter or longer, a page only if none of its sections."""
        found = outliers(facts)
        sections = {one.pair.here for one in found if one.is_far and one.measured.key}
        voters = Counter(
            (pair.there, one.there, one.key) for pair in facts for one in pair.texts
        )
        groups: dict[Hashable, list[Outlier]] = {}
        for one in found:
            if one.measured.key or one.pair.here not in sections:
                groups.setdefault(_cause(one), []).append(one)
        for group in groups.values():
            pair, text = group[0].pair, group[0].measured
            asked = voters[pair.there, text.there, text.key]
            far = [one for one in group if one.is_far]
            if len(group) < _LEAST_SHARE * asked or len(far) < _LEAST_TRANSLATIONS:
                yield from map(_report, far)
            else:
                yield _blame(far)


def _cause(one: Outlier) -> tuple[Hashable, ...]:
    return ("length", one.pair.there, one.measured.key, one.factor > 1)


def _report(one: Outlier) -> Finding:
    text = one.measured
    origin = one.pair.labels[0]
    how = "longer" if one.factor > 1 else "shorter"
    usual = round(text.translation / one.factor)
    return Finding(
        one.here,
        f"{text.name} is far {how} than in {origin}: {text.translation} characters,"
        f" where about {usual} are usual",
        cause=_cause(one),
        related=(Related(one.there, f"the text in {origin}"),),
    )


def _blame(group: list[Outlier]) -> Finding:
    first = group[0]
    what = "section" if first.measured.key else "page"
    how = "shorter" if first.factor > 1 else "longer"
    return Finding(
        first.there,
        f"{what} is far {how} than in most translations",
        cause=_cause(first),
        related=tuple(
            Related(one.here, f"in {one.pair.labels[1]}") for one in group[:_SHOWN]
        ),
        help="It has changed since it was translated.",
    )
