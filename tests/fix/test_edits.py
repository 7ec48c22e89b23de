"""Which fixes go together, and what comes of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcheck.diagnostic import (
    Diagnostic,
    Edit,
    EditRange,
    FixRange,
    Place,
    Severity,
)
from transcheck.fix.edits import Repair, apply, read_repairs, select
from transcheck.text import Lines, Position, Range, Span

SOMEWHERE = Range(Position(1, 1), Position(1, 1))


def diagnostic(name: str, *edits: EditRange) -> Diagnostic:
    return Diagnostic(
        rule=name,
        severity=Severity.ERROR,
        message="",
        help=None,
        url="",
        path="a.md",
        tag=None,
        language=None,
        page="a",
        range=SOMEWHERE,
        related=(),
        fix=FixRange("", edits, safe=True) if edits else None,
        fingerprint=name,
    )


def repair(name: str, *spans: tuple[int, int]) -> Repair:
    edits = tuple(Edit(Place("a.md", Span(*span)), name) for span in spans)
    return Repair(diagnostic(name), edits)


@pytest.mark.parametrize(
    ("first", "second", "together"),
    [
        pytest.param([(0, 2)], [(2, 4)], True, id="side by side"),
        pytest.param([(0, 3)], [(2, 4)], False, id="over each other"),
        pytest.param([(0, 2)], [(2, 2)], False, id="an insertion at an end"),
        pytest.param([(2, 2)], [(2, 2)], False, id="two insertions in one place"),
        pytest.param([(2, 2)], [(3, 3)], True, id="insertions apart"),
        pytest.param([(0, 9)], [(3, 4)], False, id="one within the other"),
        pytest.param([(0, 1), (8, 9)], [(3, 4)], True, id="one around the other"),
        pytest.param([(0, 1), (8, 9)], [(3, 4), (8, 8)], False, id="one of two meets"),
    ],
)
def test_fixes_that_touch_one_place_wait(
    first: list[tuple[int, int]], second: list[tuple[int, int]], *, together: bool
) -> None:
    chosen = select([repair("b", *second), repair("a", *first)])
    names = [one.diagnostic.rule for one in chosen]
    assert names == (["a", "b"] if together else ["a"])


def test_a_fix_that_contradicts_itself_is_none() -> None:
    wide = EditRange("a.md", Range(Position(1, 1), Position(1, 3)), "x")
    found = diagnostic("a", wide, wide)
    assert read_repairs([found], lambda _: Lines("abc\n")) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a\nb\n", "x\ny", id="LF"),
        pytest.param("a\r\nb\r\n", "x\r\ny", id="CRLF"),
        pytest.param("a\rb\r", "x\ry", id="CR"),
        pytest.param("a", "x\ny", id="one line"),
    ],
)
def test_edits_take_the_line_ends_of_their_file(text: str, expected: str) -> None:
    found = diagnostic("a", EditRange("a.md", SOMEWHERE, "x\ny"))
    (read,) = read_repairs([found], lambda _: Lines(text))
    assert read.edits[0].text == expected


@given(
    st.text("abc 家\n", max_size=30),
    st.lists(
        st.tuples(st.integers(0, 30), st.integers(0, 4), st.text("xy", max_size=3)),
        max_size=8,
    ),
    st.randoms(use_true_random=False),
)
def test_the_order_of_edits_decides_nothing(
    text: str, places: list[tuple[int, int, str]], random: st.DrawFn
) -> None:
    repairs = []
    for number, (start, length, new) in enumerate(places):
        end = min(start + length, len(text))
        if start <= end:
            edit = Edit(Place("a.md", Span(start, end)), new)
            repairs.append(Repair(diagnostic(f"r{number}"), (edit,)))
    shuffled = repairs[:]
    random.shuffle(shuffled)  # type: ignore[attr-defined] # Hypothesis gives a Random
    results = []
    for order in (repairs, shuffled):
        edits = [edit for one in select(order) for edit in one.edits]
        results.append(apply({"a.md": text}, reversed(edits))[0])
    assert results[0] == results[1]
    covered = sum(
        edit.place.span.end - edit.place.span.start
        for one in select(repairs)
        for edit in one.edits
    )
    added = sum(len(edit.text) for one in select(repairs) for edit in one.edits)
    for result in results[0].values():
        assert len(result) == len(text) - covered + added
