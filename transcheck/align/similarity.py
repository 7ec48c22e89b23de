"""What two whole documents have in common, without knowing their languages."""

from __future__ import annotations

from statistics import median

from transcheck.align.density import density
from transcheck.align.evidence import shared_weight
from transcheck.align.outline import MAX_SKELETON, Outline

# How much of each part there must be to count half, and what it counts at most.
_FEATURES, _ENOUGH_FEATURES = 2.0, 12.0
_PARTS, _ENOUGH_PARTS = 1.5, 2.0
_SHAPE, _ENOUGH_LETTERS = 0.5, 10.0
_ENOUGH_TEXTS = 3


def length_ratio(first: Outline, second: Outline) -> float:
    """Return how long the second document's language is, the first's being 1.0.

    It is the ratio of the median lengths of their texts; of few texts it says less, and
    what is known of the languages more.
    """
    usual = density(second.document.language) / density(first.document.language)
    one, other = first.text_lengths, second.text_lengths
    if not one or not other:
        return usual
    texts = min(len(one), len(other))
    ratio = float(median(other)) / float(median(one))
    share = texts / (texts + _ENOUGH_TEXTS)
    return float(ratio**share * usual ** (1 - share))


def similarity(first: Outline, second: Outline, aligned: float) -> float:
    """Return how much two documents have in common, 0.0 to 1.0, in any language.

    The parts are the links, code and numbers they share, the blocks that found a
    counterpart, the levels of their headings and the skeletons of their blocks, each
    weighted by how much of it there is. A document that is contained in a larger one
    loses only a part.

    Args:
        first: The reference.
        second: The translation.
        aligned: How many of the parts that a reader would miss have a counterpart,
            each counted by how sure that is.
    """
    parts: list[tuple[float, float]] = []
    smaller, larger = sorted((first.weight, second.weight))
    if larger:
        shared = shared_weight(first.strict, second.strict)
        parts.append(_share(shared, smaller, larger, _FEATURES, _ENOUGH_FEATURES))
    fewer, more = sorted((first.units, second.units))
    if more:
        parts.append(_share(min(aligned, fewer), fewer, more, _PARTS, _ENOUGH_PARTS))
    for one, other in (
        (first.levels[:MAX_SKELETON], second.levels[:MAX_SKELETON]),
        (first.skeleton[:MAX_SKELETON], second.skeleton[:MAX_SKELETON]),
    ):
        length = len(one) + len(other)
        same = 1.0 if one == other else _likeness(one, other)
        parts.append((_SHAPE * length / (length + _ENOUGH_LETTERS), same))
    weight = sum(part[0] for part in parts)
    return sum(part[0] * part[1] for part in parts) / weight if weight else 1.0


def _share(
    shared: float, smaller: float, larger: float, weight: float, enough: float
) -> tuple[float, float]:
    """Return the weight of what two documents share, and the share.

    It is the mean of how much of the smaller is in the larger (containment), and of
    how much of both is in both (Dice).
    """
    share = shared / smaller if smaller else 0.0
    share += 2 * shared / (smaller + larger)
    return weight * smaller / (smaller + enough), share / 2


def _likeness(one: str, other: str) -> float:
    from rapidfuzz.distance import Indel  # noqa: PLC0415 - start-up counts

    return Indel.normalized_similarity(one, other)
