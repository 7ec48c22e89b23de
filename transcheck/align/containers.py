"""Containers whose text stands without them on the other side.

A note may be a callout here, a pair of shortcodes there, and plain paragraphs where
its markup was lost. Its text is then aligned beside the container, not in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transcheck.align.compare import BlockComparison
from transcheck.align.sequence import Steps, align, search, straight
from transcheck.align.signals import Signals
from transcheck.document import Callout, Component

_OPENED = frozenset({"quote", "callout", "component"})
_MAX_DEPTH = 2


def align_opened(
    first: Sequence[Signals], second: Sequence[Signals], ratio: float
) -> tuple[BlockComparison, Steps]:
    """Align blocks, and open the containers whose text stands without them.

    Args:
        first: The blocks of the reference.
        second: Those of the translation.
        ratio: How long the translation's language is.

    Returns:
        The comparison, whose sides are the blocks, some containers followed by what
        was in them, and the steps of the alignment.
    """
    comparison = BlockComparison(first, second, ratio)
    steps = straight(comparison)
    if steps is not None:  # as nearly all are
        return comparison, steps
    steps = search(comparison)
    for _ in range(_MAX_DEPTH):
        if all(None not in step for step in steps):
            break
        alone = tuple(_alone(comparison, steps, side) for side in (0, 1))
        closed = [_closed(comparison, steps, side) for side in (0, 1)]
        # What was in a container is looked for among what the other side has alone.
        for side in (0, 1):
            if not any(signals.units for signals in alone[1 - side]):
                closed[side] = frozenset()
        if not any(closed):
            break
        opened = _open(comparison, closed)
        found = _aligned(opened, align(opened))
        kept = [
            frozenset(block for block in closed[side] if _is_found(block, found))
            for side in (0, 1)
        ]
        if not any(kept):
            break
        comparison = _open(comparison, kept)
        steps = align(comparison)
    return comparison, steps


def _alone(comparison: BlockComparison, steps: Steps, side: int) -> list[Signals]:
    """Return the blocks of a side that have no counterpart."""
    return [
        comparison.sides[side][place]
        for step in steps
        if step[1 - side] is None
        and (place := step[side]) is not None
        and comparison.sides[side][place].aside is None
    ]


def _closed(comparison: BlockComparison, steps: Steps, side: int) -> frozenset[Signals]:
    """Return the containers of a side whose text has no counterpart.

    What stands for a container and holds no text is no counterpart of its text.
    """
    found: set[Signals] = set()
    for step in steps:
        place, opposite = step[side], step[1 - side]
        if place is None:
            continue
        signals = comparison.sides[side][place]
        if signals.kind not in _OPENED or not signals.blocks or signals.aside:
            continue
        if opposite is None or _holds_nothing(comparison.sides[1 - side][opposite]):
            found.add(signals)
    return frozenset(found)


def _holds_nothing(signals: Signals) -> bool:
    """Tell whether a block has its text beside it: markup, and what never closes."""
    if signals.kind == "markup":
        return True
    block = signals.block
    return isinstance(block, (Callout, Component)) and not (
        block.closed or block.blocks
    )


def _aligned(comparison: BlockComparison, steps: Steps) -> frozenset[int]:
    """Return the ``id()`` of every block that has a counterpart."""
    return frozenset(
        id(comparison.sides[side][place].block)
        for step in steps
        if None not in step
        for side, place in enumerate(step)
        if place is not None
    )


def _is_found(container: Signals, found: frozenset[int]) -> bool:
    inner = [id(signals.block) in found for signals in container.blocks]
    return 2 * sum(inner) > len(inner)


def _open(
    comparison: BlockComparison, containers: Sequence[frozenset[Signals]]
) -> BlockComparison:
    first, second = (
        [part for signals in blocks for part in _parts(signals, chosen)]
        for blocks, chosen in zip(comparison.sides, containers, strict=True)
    )
    return BlockComparison(first, second, comparison.ratio)


def _parts(signals: Signals, containers: frozenset[Signals]) -> Iterator[Signals]:
    """Yield a block, a container that is opened without what is in it, then that."""
    if signals not in containers:
        yield signals
        return
    yield signals.without_content()
    yield from signals.blocks
