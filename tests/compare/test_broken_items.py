"""Lines that were meant to be items of a list."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcheck.compare.broken_items import broken_items
from transcheck.parse import parse

ORIGINAL = "Intro:\n\n- one\n- two\n- three\n"


def problems(text: str, original: str = ORIGINAL) -> list[tuple[str, int]]:
    found = broken_items(parse(text, path="a.md"), parse(original, path="en.md"))
    return [(one.problem, one.items) for one in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("- 1\n-два\n- 3", [("no space after '-'", 1)], id="in an item"),
        pytest.param("- 1\n\n*दो\n\n* 3", [("no space after '*'", 1)], id="apart"),
        pytest.param("1. α\n2)β", [("no space after '2)'", 1)], id="a number"),
        pytest.param(
            "-\u00a0א\n- ב\n- ג",
            [("U+00A0 for the space after '-'", 1)],
            id="a no-break space",
        ),
        pytest.param(
            "以下： - 一 - 二 - 三", [("3 items in one line", 3)], id="one line"
        ),
        pytest.param(
            "1. ก 2. ข 3. ค", [("3 items in one line", 2)], id="the first is an item"
        ),
        pytest.param(
            "- ก - ข - ค", [("3 items in one line", 2)], id="so is that of a dash"
        ),
        pytest.param("* ก - ข - ค", [], id="its dashes are no marks"),
        pytest.param("- ก - ข", [], id="an item with a dash"),
        pytest.param("a: 2. b 3. c 4. d", [], id="numbers from two"),
        pytest.param("a - b - c", [], id="fewer than the list has"),
        pytest.param("- 1\n*два* и\n", [], id="emphasis"),
        pytest.param("- 1\n\n*물(water)*을\n", [], id="emphasis that is broken"),
        pytest.param("- 1\n-5 и 1.5\n", [], id="numbers"),
        pytest.param("- 1\n- 2\n- 3\n\n-text", [], id="nothing is lost"),
    ],
)
def test_items_that_the_original_has_more_of(
    text: str, found: list[tuple[str, int]]
) -> None:
    assert problems(text) == found


def test_what_the_original_writes_too_is_meant() -> None:
    assert problems("-one\n\n- два", "-one\n\n- two\n- three") == []


@given(st.text(alphabet="-*+1.) \u3000a\n", max_size=40))
def test_no_more_is_found_than_was_lost(text: str) -> None:
    document = parse(text, path="a.md")
    found = broken_items(document, parse(ORIGINAL, path="en.md"))

    assert sum(one.items for one in found) <= 3
    assert all(one.wrong in one.span for one in found)
