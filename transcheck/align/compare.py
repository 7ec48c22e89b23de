"""How well two blocks, two sections or two documents answer each other.

Scores are sums of evidence: above 0 the two may be counterparts, and the higher the
better. A pair without any features but of one kind and of fitting lengths has about
1; the weights were set on four large sites.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property

from transcheck.align.asides import Aside
from transcheck.align.evidence import (
    feature_score,
    length_score,
    shared_strict,
    stretch,
)
from transcheck.align.outline import SectionSignals
from transcheck.align.signals import Signals
from transcheck.document import MarkupBlock, Table

# What a pair of one kind is worth before anything else is known: two blocks in one
# place are one block, rewritten, more often than a loss beside an addition, the more
# so within a table. Then pairs of kinds that answer each other where one side writes
# in an older syntax.
_SAME_KIND = {"list": 1.0, "code": 1.0, "table": 1.2, "row": 1.2, "cell": 1.2}
_SAME_KIND_OTHERWISE = 0.8
_SAME_COLUMNS = 0.3
# The only two of their kind in a place are one more often still.
_ALONE = 0.6
# What opens one place opens the other: more often is something added below.
_FIRST = 0.3
# A text that is the same in both, as a command or a path is, is more than as long.
_SAME_TEXT = 1.5
# A pair that scores less than this above nothing proves nothing.
_UNSURE = 0.3
_AFFINITIES = {
    frozenset({"quote", "callout"}): 0.35,
    frozenset({"callout", "component"}): 0.35,
    frozenset({"quote", "component"}): 0.2,
    frozenset({"callout", "markup"}): 0.5,
    frozenset({"component", "markup"}): 0.5,
}
_KINDS_IN_FORMS = frozenset({"table", "markup"})
_PARAGRAPH_AND_MARKUP = frozenset({"paragraph", "markup"})
_UNLIKE = -9.0
# What it counts against a pair that one is a notice, or a section of notices: only
# what they share can make up for it.
_ASIDE = 2.0

# Sections: what one level is worth, and the title of both pages, which stays though
# all under it was rewritten. A section has more features, so few say less.
_SAME_LEVEL, _LEVEL_APART, _TITLE = 1.0, 0.3, 2.0
_ENOUGH_IN_SECTION = 12.0
# As many sections on both sides are more often the same, in order, than some lost and
# as many added.
_SAME_PLACE = 0.5

# What straight pairing bears: less in common than this calls for a closer look.
_FIT_SHARE, _FIT_WEIGHT = 0.5, 1.0
_FIT_LENGTH, _FIT_ALONE = 1.0, 0.7


class BlockComparison:
    """Blocks of two documents that stand in the same place.

    Args:
        first: The blocks of the reference.
        second: Those of the translation.
        ratio: How long the translation's language is.
    """

    def __init__(
        self, first: Sequence[Signals], second: Sequence[Signals], ratio: float
    ) -> None:
        self.sides = (first, second)
        self.ratio = ratio

    @cached_property
    def alone(self) -> frozenset[str]:
        """The kinds of which there is one on either side."""
        first, second = (
            Counter([signals.kind for signals in side if signals.aside is None])
            for side in self.sides
        )
        return frozenset(kind for kind in first if first[kind] == second[kind] == 1)

    def lengths(self) -> tuple[int, int]:
        """Return the lengths of the two sequences."""
        return len(self.sides[0]), len(self.sides[1])

    def features(self, side: int, index: int) -> Mapping[str, float]:
        """Return an element's features and what each is worth; side 0 or 1."""
        return self.sides[side][index].strict

    def quality(self, first: int, second: int) -> float:
        """Return how sure two aligned elements are, 0.0 to 1.0."""
        one, other = self.sides[0][first], self.sides[1][second]
        base = _SAME_KIND.get(one.kind, _SAME_KIND_OTHERWISE)
        sure = (self._evidence(one, [other])[0] - _UNSURE) / base
        return max(0.0, min(1.0, sure))

    def score(self, first: int, second: int) -> float:
        """Return how well two elements match: 0 and less is no counterpart."""
        return self.scores(first, second, second + 1)[0]

    def scores(self, first: int, start: int, end: int) -> list[float]:
        """Return how well an element matches each of some in a row."""
        one, others = self.sides[0][first], self.sides[1][start:end]
        scores = self._evidence(one, others)
        if one.kind in self.alone:
            scores = [score + _ALONE for score in scores]
        if first == start == 0 and scores and scores[0] > _UNLIKE / 2:
            scores[0] += _FIRST
        return scores

    def _evidence(self, one: Signals, others: Sequence[Signals]) -> list[float]:
        kind, weight, loose, prose = one.kind, one.weight, one.loose, one.prose
        base = _SAME_KIND.get(kind, _SAME_KIND_OTHERWISE)
        is_usual = one.aside is None and kind not in _KINDS_IN_FORMS
        ratio = 1.0 if kind == "code" else self.ratio
        found: list[float] = []
        for other in others:
            score = base
            if not is_usual or other.kind != kind or other.aside is not None:
                score = _affinity(one, other)
            if score > _UNLIKE:
                if weight or other.weight or not loose.isdisjoint(other.loose):
                    score += feature_score(one, other)
                score += length_score(one.length, other.length, ratio)
                if prose and prose == other.prose and one.length:
                    score += _SAME_TEXT
            found.append(score)
        return found

    def fits(self, first: int, second: int) -> bool:
        """Tell whether nothing speaks against two elements as counterparts."""
        one, other = self.sides[0][first], self.sides[1][second]
        if one.kind != other.kind or one.aside or other.aside:
            return False
        total = one.weight + other.weight
        if total > _FIT_WEIGHT:
            return 2 * shared_strict(one, other) >= _FIT_SHARE * total
        return abs(stretch(one.length, other.length, self.ratio)) < _FIT_LENGTH

    def replaces(self, first: int, second: int) -> bool:
        """Tell whether two that are left alone between two pairs are a pair.

        What they link to may have been changed, and more where they are as long.
        """
        one, other = self.sides[0][first], self.sides[1][second]
        if one.kind != other.kind or one.aside != other.aside:
            return False
        if self.score(first, second) > -_ALONE:
            return True
        fit = abs(stretch(one.length, other.length, self.ratio))
        return one.kind == "paragraph" and fit < _FIT_ALONE


class SectionComparison:
    """The sections of two documents, in a row, without the roots.

    Args:
        first: The sections of the reference.
        second: Those of the translation.
        ratio: How long the translation's language is.
    """

    def __init__(
        self,
        first: Sequence[SectionSignals],
        second: Sequence[SectionSignals],
        ratio: float,
    ) -> None:
        self.sides = (first, second)
        self.ratio = ratio

    def lengths(self) -> tuple[int, int]:
        """Return the lengths of the two sequences."""
        return len(self.sides[0]), len(self.sides[1])

    def features(self, side: int, index: int) -> Mapping[str, float]:
        """Return an element's features and what each is worth; side 0 or 1."""
        section = self.sides[side][index]
        anchor = section.anchor or section.slug
        return {**section.strict, f"id {anchor}": 4.0} if anchor else section.strict

    def scores(self, first: int, start: int, end: int) -> list[float]:
        """Return how well an element matches each of some in a row."""
        return [self.score(first, second) for second in range(start, end)]

    def score(self, first: int, second: int) -> float:
        """Return how well two elements match: 0 and less is no counterpart."""
        one, other = self.sides[0][first], self.sides[1][second]
        score = _level_score(one.level, other.level) + _anchor_score(one, other)
        if one.aside != other.aside:
            score -= _ASIDE
        if first == second:
            if one.level == other.level == 1 and first == 0:
                score += _TITLE
            if len(self.sides[0]) == len(self.sides[1]):
                score += _SAME_PLACE
        score += 1.2 * feature_score(one, other, _ENOUGH_IN_SECTION)
        score += length_score(one.length, other.length, self.ratio)
        return score + _shape_score(one.shape, other.shape)

    def fits(self, first: int, second: int) -> bool:
        """Tell whether nothing speaks against two elements as counterparts."""
        one, other = self.sides[0][first], self.sides[1][second]
        if one.level != other.level or one.aside != other.aside:
            return False
        if _anchor_score(one, other) < 0:
            return False
        total = one.weight + other.weight
        if total > _FIT_WEIGHT:
            return 2 * shared_strict(one, other) >= _FIT_SHARE * total
        return (
            one.shape == other.shape
            and abs(stretch(one.length, other.length, self.ratio)) < _FIT_LENGTH
        )

    def replaces(self, first: int, second: int) -> bool:
        """Tell whether two that are left alone between two pairs are a pair.

        Sections are not: a new heading is a new subject.
        """
        del first, second
        return False


def _affinity(first: Signals, second: Signals) -> float:
    if Aside.SWITCHER in {first.aside, second.aside}:
        return _UNLIKE
    base = _likeness_of_kind(first, second)
    return base if first.aside is second.aside else base - _ASIDE


def _likeness_of_kind(first: Signals, second: Signals) -> float:
    if first.kind == second.kind:
        base = _SAME_KIND.get(first.kind, _SAME_KIND_OTHERWISE)
        if first.kind not in _KINDS_IN_FORMS:
            return base
        one, other = first.block, second.block
        if isinstance(one, Table) and isinstance(other, Table):
            same = len(one.alignments) == len(other.alignments)
            return base + _SAME_COLUMNS if same else base - _SAME_COLUMNS
        if isinstance(one, MarkupBlock) and isinstance(other, MarkupBlock):
            return base if one.form == other.form else base / 4
        return base
    kinds = frozenset({first.kind, second.kind})
    if kinds == _PARAGRAPH_AND_MARKUP:
        # An image may be written as HTML here and as Markdown there.
        return 0.2 if shared_strict(first, second) else _UNLIKE
    return _AFFINITIES.get(kinds, _UNLIKE)


def _level_score(first: int, second: int) -> float:
    apart = abs(first - second)
    return _SAME_LEVEL - _LEVEL_APART * apart - (_LEVEL_APART if apart else 0.0)


def same_anchor(first: SectionSignals, second: SectionSignals) -> bool:
    """Tell whether two headings lead to one id, written or made of their text.

    A translator may pin the id that the original's heading gets by itself.
    """
    anchor = first.anchor or first.slug
    return bool(anchor) and anchor == (second.anchor or second.slug)


def _anchor_score(first: SectionSignals, second: SectionSignals) -> float:
    written = first.anchor or second.anchor
    if same_anchor(first, second):
        return 3.0 if written else 1.0
    return -0.8 if first.anchor and second.anchor else 0.0


def _shape_score(first: Mapping[str, int], second: Mapping[str, int]) -> float:
    total = sum(first.values()) + sum(second.values())
    if not total:
        return 0.0
    shared = sum(min(count, second.get(kind, 0)) for kind, count in first.items())
    return total / (total + 4) * (1.2 * 2 * shared / total - 0.6)
