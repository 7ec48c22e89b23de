"""Two sequences held side by side: which element of one answers which of the other.

The order is kept. Sequences that agree step by step are paired straight through.
Else features that occur once on each side hold them together, and between those a
dynamic programme finds the pairs with the highest sum of scores, within a band when
the gap is large. So the time is linear in the length of the sequences.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

# A gap up to this area is searched whole; a larger one within a band.
MAX_CELLS = 40_000
BAND = 16
# Below this area a whole search is cheap, and better than anchors.
SMALL_CELLS = 144
# Features two elements must share at least to be held together by them alone.
ANCHOR_WEIGHT = 2.0

Step = tuple[int | None, int | None]
Steps = list[Step]


class Comparison(Protocol):
    """Two sequences and how well their elements answer each other."""

    def lengths(self) -> tuple[int, int]:
        """Return the lengths of the two sequences."""

    def score(self, first: int, second: int) -> float:
        """Return how well two elements match: 0 and less is no counterpart."""

    def scores(self, first: int, start: int, end: int) -> list[float]:
        """Return how well an element matches each of some in a row."""

    def fits(self, first: int, second: int) -> bool:
        """Tell whether nothing speaks against two elements as counterparts."""

    def replaces(self, first: int, second: int) -> bool:
        """Tell whether two that are left alone between two pairs are a pair."""

    def features(self, side: int, index: int) -> Mapping[str, float]:
        """Return an element's features and what each is worth; side 0 or 1."""


def align(comparison: Comparison) -> Steps:
    """Align two sequences.

    Returns:
        Every element of both once, in order: its two indexes, None where an element
        has no counterpart. Between two pairs, those of the second sequence come
        first.
    """
    steps = straight(comparison)
    return search(comparison) if steps is None else steps


def search(comparison: Comparison) -> Steps:
    """Align two sequences that do not agree step by step."""
    lengths = comparison.lengths()
    steps: Steps = []
    start = (0, 0)
    for pair in _anchors(comparison):
        steps += _align_gap(comparison, start, pair)
        steps.append(pair)
        start = (pair[0] + 1, pair[1] + 1)
    steps += _align_gap(comparison, start, lengths)
    return list(_pair_those_alone(comparison, steps))


def straight(comparison: Comparison) -> Steps | None:
    """Return the steps of sequences that agree step by step, None of others."""
    lengths = comparison.lengths()
    if not _straight(comparison, (0, 0), lengths):
        return None
    return [(step, step) for step in range(lengths[0])]


def _pair_those_alone(comparison: Comparison, steps: Steps) -> Iterator[Step]:
    run: Steps = []
    for step in [*steps, None]:
        if step is not None and None in step:
            run.append(step)
            continue
        if len(run) == 2:  # noqa: PLR2004 - one of each side
            (none, second), (first, other) = run
            if none is other is None and first is not None and second is not None:
                run = [(first, second)] if comparison.replaces(first, second) else run
        yield from run
        run = []
        if step is not None:
            yield step


def _anchors(comparison: Comparison) -> list[tuple[int, int]]:
    """Return the pairs that features hold together, rising on both sides."""
    first_length, second_length = comparison.lengths()
    if first_length * second_length <= SMALL_CELLS:
        return []
    features = (
        [comparison.features(0, index) for index in range(first_length)],
        [comparison.features(1, index) for index in range(second_length)],
    )
    found = (_unique(features[0]), _unique(features[1]))
    votes: dict[tuple[int, int], float] = {}
    for token, first in found[0].items():
        second = found[1].get(token, -1)
        if first >= 0 and second >= 0:
            worth = min(features[0][first][token], features[1][second][token])
            votes[first, second] = votes.get((first, second), 0.0) + worth
    best: tuple[dict[int, tuple[float, int]], dict[int, tuple[float, int]]] = ({}, {})
    for (first, second), worth in votes.items():
        best[0][first] = max(best[0].get(first, (0.0, 0)), (worth, -second))
        best[1][second] = max(best[1].get(second, (0.0, 0)), (worth, -first))
    mutual = sorted(
        (first, second)
        for (first, second), worth in votes.items()
        if worth >= ANCHOR_WEIGHT
        and best[0][first][1] == -second
        and best[1][second][1] == -first
        and comparison.score(first, second) > 0
    )
    return _rising(mutual)


def _unique(features: Sequence[Mapping[str, float]]) -> dict[str, int]:
    """Return where each feature occurs, -1 when it occurs more than once."""
    places: dict[str, int] = {}
    for index, tokens in enumerate(features):
        for token in tokens:
            places[token] = -1 if token in places else index
    return places


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest run of pairs that rises on the second side too.

    Patience sorting, n log n; the pairs are sorted, each side's indexes distinct.
    """
    tops: list[int] = []
    chains: list[int] = []
    before: list[int] = []
    for number, (_, second) in enumerate(pairs):
        place = bisect_left(tops, second)
        before.append(chains[place - 1] if place else -1)
        tops[place : place + 1] = [second]
        chains[place : place + 1] = [number]
    kept: list[tuple[int, int]] = []
    number = chains[-1] if chains else -1
    while number >= 0:
        kept.append(pairs[number])
        number = before[number]
    return kept[::-1]


def _straight(
    comparison: Comparison, start: tuple[int, int], end: tuple[int, int]
) -> bool:
    length = end[0] - start[0]
    return length == end[1] - start[1] and all(
        map(comparison.fits, range(start[0], end[0]), range(start[1], end[1]))
    )


def _align_gap(
    comparison: Comparison, start: tuple[int, int], end: tuple[int, int]
) -> Steps:
    if _straight(comparison, start, end):
        return [(start[0] + step, start[1] + step) for step in range(end[0] - start[0])]
    rows, columns = end[0] - start[0], end[1] - start[1]
    pairs = list(_best_pairs(comparison, start, rows, columns))
    steps: Steps = []
    row, column = start
    for first, second in [*pairs, end]:
        steps += [(None, index) for index in range(column, second)]
        steps += [(index, None) for index in range(row, first)]
        if (first, second) != end:
            steps.append((first, second))
        row, column = first + 1, second + 1
    return steps


def _best_pairs(
    comparison: Comparison, start: tuple[int, int], rows: int, columns: int
) -> Iterator[tuple[int, int]]:
    """Yield the pairs of the best path through a gap.

    ``best[column]`` is the highest sum for the rows so far and the columns before
    it, known up to the end of the band; a row adds nothing outside the band. Where
    sums are equal the earlier pair wins, so a loss among equals is the last of them.
    """
    if not rows or not columns:
        return
    best = [0.0] * (columns + 1)
    taken: list[tuple[int, bytearray]] = []
    high = 0
    for row in range(rows):
        known = high
        low, high = _band(row, rows, columns)
        best[known + 1 : high + 1] = [best[known]] * (high - known)
        marks = bytearray(high - low)
        diagonal = best[low]
        scores = comparison.scores(start[0] + row, start[1] + low, start[1] + high)
        for column, score in enumerate(scores, low):
            above = best[column + 1]
            left = best[column]
            value = above
            if left > value:
                value, marks[column - low] = left, 1
            if score > 0 and diagonal + score > value:
                value, marks[column - low] = diagonal + score, 2
            best[column + 1] = value
            diagonal = above
        taken.append((low, marks))
    yield from _trace(taken, start, rows, columns)


def _band(row: int, rows: int, columns: int) -> tuple[int, int]:
    if rows * columns <= MAX_CELLS:
        return 0, columns
    low = row * columns // rows - BAND
    high = (row + 1) * columns // rows + BAND + 1
    return max(0, low), min(columns, high)


def _trace(
    taken: list[tuple[int, bytearray]],
    start: tuple[int, int],
    rows: int,
    columns: int,
) -> list[tuple[int, int]]:
    pairs: list[tuple[int, int]] = []
    row, column = rows - 1, columns - 1
    while row >= 0 and column >= 0:
        low, marks = taken[row]
        if column >= low + len(marks):
            column = low + len(marks) - 1
        mark = marks[column - low] if column >= low else 0
        if mark == 2:  # noqa: PLR2004 - the mark of a pair
            pairs.append((start[0] + row, start[1] + column))
            column -= 1
        if mark == 1:
            column -= 1
        else:
            row -= 1
    return pairs[::-1]
