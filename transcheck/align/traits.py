"""What a document is known again by among thousands, small enough to be kept."""

from __future__ import annotations

from msgspec import Struct

# How much the parts of `likeness` count at most, and how much of each there must be
# for half of it.
_FEATURES, _ENOUGH_FEATURES = 2.0, 4.0
_SHAPE, _ENOUGH_LETTERS = 0.5, 10.0


class Traits(Struct, frozen=True, array_like=True, gc=False):
    """What two documents that are one page have in common, in any language.

    Args:
        features: Its links, images and code, a number for each.
        levels: The levels of its headings, a digit each.
        skeleton: The kinds of its blocks, a letter each; the first of them.
    """

    features: frozenset[int] = frozenset()
    levels: str = ""
    skeleton: str = ""


def likeness(first: Traits, second: Traits) -> float:
    """Return how much two documents have in common, 0.0 to 1.0.

    It is what `transcheck.align.similarity` says where nothing was aligned: the mean of
    containment and Dice for the features, and how alike levels and skeletons are, each
    weighted by how much of it there is.
    """
    from rapidfuzz.distance import Indel  # noqa: PLC0415 - start-up counts

    parts: list[tuple[float, float]] = []
    fewer, more = sorted((len(first.features), len(second.features)))
    if more:
        shared = len(first.features & second.features)
        share = (shared / fewer if fewer else 0.0) + 2 * shared / (fewer + more)
        parts.append((_FEATURES * fewer / (fewer + _ENOUGH_FEATURES), share / 2))
    for one, other in (
        (first.levels, second.levels),
        (first.skeleton, second.skeleton),
    ):
        length = len(one) + len(other)
        same = Indel.normalized_similarity(one, other)
        parts.append((_SHAPE * length / (length + _ENOUGH_LETTERS), same))
    weight = sum(part[0] for part in parts)
    return sum(part[0] * part[1] for part in parts) / weight if weight else 0.0
