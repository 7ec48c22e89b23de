"""The generic aligner: order, completeness, anchors, and the work it does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from transcheck.align.sequence import BAND, MAX_CELLS, align


class _Letters:
    """Two rows of letters: equal ones match, capitals are features."""

    def __init__(self, first: Sequence[str], second: Sequence[str]) -> None:
        self.sides = (first, second)
        self.scored = 0

    def lengths(self) -> tuple[int, int]:
        return len(self.sides[0]), len(self.sides[1])

    def score(self, first: int, second: int) -> float:
        self.scored += 1
        return 1.0 if self.fits(first, second) else -1.0

    def scores(self, first: int, start: int, end: int) -> list[float]:
        return [self.score(first, second) for second in range(start, end)]

    def fits(self, first: int, second: int) -> bool:
        return self.sides[0][first] == self.sides[1][second]

    def replaces(self, first: int, second: int) -> bool:
        return {self.sides[0][first], self.sides[1][second]} == {"r", "s"}

    def features(self, side: int, index: int) -> Mapping[str, float]:
        letter = self.sides[side][index]
        return {} if letter.islower() else {letter: 3.0}


def shown(first: Sequence[str], second: Sequence[str]) -> str:
    """Return an alignment as text: ``a=a``, ``b-`` for a loss, ``-c`` for an extra."""
    return " ".join(
        f"{'' if one is None else first[one]}"
        f"{'-' if one is None or other is None else '='}"
        f"{'' if other is None else second[other]}"
        for one, other in align(_Letters(first, second))
    )


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        pytest.param("", "", "", id="nothing is aligned with nothing"),
        pytest.param("ab", "", "a- b-", id="everything is lost"),
        pytest.param("", "ab", "-a -b", id="everything is extra"),
        pytest.param("abc", "abc", "a=a b=b c=c", id="equal rows go straight through"),
        pytest.param("abc", "ac", "a=a b- c=c", id="a loss disturbs nothing"),
        pytest.param("ac", "abc", "a=a -b c=c", id="an insertion disturbs nothing"),
        pytest.param("abc", "bcd", "a- b=b c=c -d", id="equal lengths may be shifted"),
        pytest.param(
            "aab", "ab", "a=a a- b=b", id="the last of equals is the lost one"
        ),
        pytest.param("axb", "ayb", "a=a -y x- b=b", id="extras stand before losses"),
        pytest.param("arb", "asb", "a=a r=s b=b", id="two left alone may be a pair"),
        pytest.param("arrb", "asb", "a=a -s r- r- b=b", id="three are not alone"),
    ],
)
def test_rows_are_aligned(first: str, second: str, expected: str) -> None:
    assert shown(first, second) == expected


def test_features_hold_long_rows_together() -> None:
    first = "aaaaaaaKaaaaaaaaLaaaaaaa"
    second = "aaaaaKaaaaaaaaLaaaaaaaaaa"
    steps = align(_Letters(first, second))
    assert (first.index("K"), second.index("K")) in steps
    assert (first.index("L"), second.index("L")) in steps


def test_features_that_cross_do_not_break_the_order() -> None:
    first = [*"abcdefgh", "K", *"ijklmnop", "L", *"qrstuvwx"]
    second = [*"abcdefgh", "L", *"ijklmnop", "K", *"qrstuvwx"]
    steps = align(_Letters(first, second))
    both = [step for step in steps if None not in step]
    assert both == sorted(both)
    assert len({second for _, second in both}) == len(both)


@pytest.mark.parametrize(
    ("rows", "columns"),
    [
        pytest.param(3000, 3001, id="a long row that lost one"),
        pytest.param(3000, 1000, id="a long row that lost most"),
        pytest.param(500, 3000, id="a long row that gained most"),
    ],
)
def test_the_work_grows_with_the_length_and_not_with_its_square(
    rows: int, columns: int
) -> None:
    letters = _Letters("a" * rows, "a" * columns)
    steps = align(letters)
    assert letters.scored <= MAX_CELLS + 4 * (BAND + 1) * (rows + columns)
    assert [one for one, _ in steps if one is not None] == list(range(rows))
    assert [other for _, other in steps if other is not None] == list(range(columns))
    assert sum(None not in step for step in steps) == min(rows, columns)
