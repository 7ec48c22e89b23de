"""The rule text-length."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from typing import ClassVar

from transcheck.compare.lengths import Measured, Outlier, measure, outliers
from transcheck.rule import AlignedPage, Finding, Related, SiteRule

# The original is blamed as everywhere: by three translations, and four fifths of them.
_LEAST_TRANSLATIONS, _LEAST_SHARE = 3, 0.8
# So many translations are shown where the original is blamed.
_SHOWN = 5


class TextLength(SiteRule[Measured], frozen=True):
    """A text is about as long as those of its language are, beside the original."""

    id: ClassVar[str] = "text-length"
    category: ClassVar[str] = "structure"

    def facts(self, page: AlignedPage) -> Iterable[Measured]:
        """Return how long the sections and the translations of a page are."""
        for pair in page.pairs:
            yield from measure(pair)

    def check(self, facts: tuple[Measured, ...]) -> Iterator[Finding]:
        """Report what is far shorter or longer, a page only if none of its sections."""
        found = outliers(facts)
        sections = {
            one.measured.here.path for one in found if one.is_far and one.measured.key
        }
        groups: dict[Hashable, list[Outlier]] = {}
        for one in found:
            if one.measured.key or one.measured.here.path not in sections:
                groups.setdefault(_cause(one), []).append(one)
        for group in groups.values():
            there = (group[0].measured.there, group[0].measured.key)
            voters = sum((one.there, one.key) == there for one in facts)
            far = [one for one in group if one.is_far]
            if len(group) < _LEAST_SHARE * voters or len(far) < _LEAST_TRANSLATIONS:
                yield from map(_report, far)
            else:
                yield _blame(far)


def _cause(one: Outlier) -> tuple[Hashable, ...]:
    there = one.measured.there.path
    return ("length", there, one.measured.key, one.factor > 1)


def _report(one: Outlier) -> Finding:
    text = one.measured
    origin = text.labels[0]
    how = "longer" if one.factor > 1 else "shorter"
    usual = round(text.translation / one.factor)
    return Finding(
        text.here,
        f"{text.name} is far {how} than in {origin}: {text.translation} characters,"
        f" where about {usual} are usual",
        cause=_cause(one),
        related=(Related(text.there, f"the text in {origin}"),),
    )


def _blame(group: list[Outlier]) -> Finding:
    text = group[0].measured
    what = "section" if text.key else "page"
    how = "shorter" if group[0].factor > 1 else "longer"
    return Finding(
        text.there,
        f"{what} is far {how} than in most translations",
        cause=_cause(group[0]),
        related=tuple(
            Related(one.measured.here, f"in {one.measured.labels[1]}")
            for one in group[:_SHOWN]
        ),
        help="It has changed since it was translated.",
    )
