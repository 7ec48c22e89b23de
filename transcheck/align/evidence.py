"""What features and lengths say for and against two things as counterparts.

Scores are sums of evidence: above 0 the two may be counterparts, and the higher the
better. The weights were set on four large sites.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from math import log

from transcheck.align.outline import SectionSignals
from transcheck.align.signals import Signals

# Features: what sharing all, or none, of many is worth; by few it counts less.
_SHARED, _UNSHARED = 2.6, 1.2
_ENOUGH_WEIGHT = 6.0
# What it counts against a pair that both have many and share none.
_ALL_UNSHARED = 0.4
_LOOSE = 0.8
_ENOUGH_LOOSE = 3.0
# Lengths: a paragraph's translations spread by about a third around the ratio.
_LENGTH, _LENGTH_FLOOR, _SPREAD = 0.4, -0.5, 0.35
_SMOOTH, _ENOUGH_LENGTH = 10.0, 20.0


def shared_weight(first: Mapping[str, float], second: Mapping[str, float]) -> float:
    """Return what the features that both hold are worth."""
    if len(second) < len(first):
        first, second = second, first
    if first.keys().isdisjoint(second):  # as those of most that are no counterparts are
        return 0.0
    return sum([min(value, second.get(token, 0.0)) for token, value in first.items()])


def shared_strict(
    first: Signals | SectionSignals, second: Signals | SectionSignals
) -> float:
    """Return what the strict features that both hold are worth."""
    if first.strict == second.strict:  # as those of most counterparts are
        return first.weight
    return shared_weight(first.strict, second.strict)


def feature_score(
    first: Signals | SectionSignals,
    second: Signals | SectionSignals,
    enough: float = _ENOUGH_WEIGHT,
) -> float:
    """Return what strict and loose features say, about -1.2 to 2.2.

    Args:
        first: A block or section of the reference.
        second: One of the translation.
        enough: How much features must be worth to count half.
    """
    score = 0.0
    total = first.weight + second.weight
    if total:
        shared = shared_strict(first, second)
        score = total / (total + enough) * (_SHARED * 2 * shared / total - _UNSHARED)
        if not shared:
            least = min(first.weight, second.weight)
            score -= _ALL_UNSHARED * min(1.0, least / enough)
    both = len(first.loose & second.loose)
    if both:
        share = 2 * both / (len(first.loose) + len(second.loose))
        score += _LOOSE * share * both / (both + _ENOUGH_LOOSE)
    return score


def stretch(first: int, second: int, ratio: float) -> float:
    """Return by what factor two lengths differ from the ratio, as a logarithm."""
    return log((second + _SMOOTH) / (first * ratio + _SMOOTH))


@lru_cache(maxsize=4096)  # the items of two lists are often as long as others
def length_score(first: int, second: int, ratio: float) -> float:
    """Return what two lengths say, -0.5 to 0.4."""
    expected = first * ratio
    longer = max(expected, second)
    if not longer:
        return 0.0
    unlikely = (log((second + _SMOOTH) / (expected + _SMOOTH)) / _SPREAD) ** 2
    value = max(_LENGTH_FLOOR, _LENGTH * (1 - unlikely))
    return value * longer / (longer + _ENOUGH_LENGTH)
