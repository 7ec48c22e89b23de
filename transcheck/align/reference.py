"""Which document of a page the others are held against, when none is the original."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from transcheck.align.outline import Outline

_FEW = 2
_LEVEL_WEIGHT = 1.0
_KIND_WEIGHT = 0.5


def elect(outlines: Sequence[Outline]) -> Outline:
    """Return the document that agrees most with the others.

    Each part of a document (a link, a heading of a level, the third list) counts
    for it when most others have it too, and against it when few do. So the winner
    has what most have and little else. Ties, and pairs, go to the first.

    Args:
        outlines: The documents of one page in the order that breaks ties; not empty.
    """
    if len(outlines) <= _FEW:
        return outlines[0]
    parts = [_parts(outline) for outline in outlines]
    spread = Counter(part for own in parts for part in own)

    def agreement(number: int) -> float:
        return sum(
            worth * (2 * spread[part] / len(outlines) - 1)
            for part, worth in parts[number].items()
        )

    best = max(range(len(outlines)), key=lambda number: (agreement(number), -number))
    return outlines[best]


def _parts(outline: Outline) -> dict[tuple[str, int], float]:
    """Return the parts of a document by name and ordinal, with what each is worth."""
    parts: dict[tuple[str, int], float] = {}
    for token, worth in outline.strict.items():
        parts[token, 1] = worth
    for letters, worth in (
        (outline.levels, _LEVEL_WEIGHT),
        (outline.skeleton, _KIND_WEIGHT),
    ):
        for letter, count in Counter(letters).items():
            for number in range(count):
                parts[f"{worth} {letter}", number] = worth
    return parts
