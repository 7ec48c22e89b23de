"""Words in a row that two texts have in common."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet


def rows(words: Sequence[str], length: int) -> Iterable[tuple[str, ...]]:
    """Return every so many words that follow one another."""
    return zip(*(words[start:] for start in range(length)), strict=False)


def runs(
    words: Sequence[str], known: AbstractSet[tuple[str, ...]], length: int
) -> Iterator[tuple[int, int]]:
    """Yield the first and the last (exclusive) of words that are in known rows.

    Args:
        words: The words of a text.
        known: Rows of another text.
        length: How many words a row has.
    """
    start = None
    for number in range(len(words) - length + 2):
        if tuple(words[number : number + length]) in known:
            start = number if start is None else start
        elif start is not None:
            yield start, number + length - 1
            start = None
