"""Lists that have another shape than their originals'."""

from __future__ import annotations

import pytest

from transcheck.align.model import Pair
from transcheck.align.page import align_pair
from transcheck.compare.list_shapes import (
    changed_kinds,
    changed_nestings,
    changed_tasks,
)
from transcheck.parse import parse


def pair(original: str, translation: str) -> Pair:
    return align_pair(
        parse(original, path="en.md", tag="en", language="en"),
        parse(translation, path="fi.md", tag="fi", language="fi"),
    )


@pytest.mark.parametrize(
    ("translation", "depths"),
    [
        pytest.param("- `a`\n- `b`\n- `c`\n- `d`\n", [(2, 1)], id="all at the top"),
        pytest.param("- `a`\n- `b`\n  - `c`\n  - `d`\n", [], id="as they were"),
        pytest.param("- `a`\n- `b`\n  - `c`\n- `d`\n", [(2, 1)], id="the last one"),
        pytest.param(
            "- `a`\n- `b`\n  - `c`\n    - `d`\n", [(2, 3)], id="one is too deep"
        ),
        pytest.param("- `a`\n- `b`\n- `c`\n", [], id="one is lost"),
        pytest.param(
            "1. `a`\n2. `b`\n   * `c`\n   * `d`\n", [], id="numbers are another matter"
        ),
    ],
)
def test_nesting_is_that_of_as_many_items(
    translation: str, depths: list[tuple[int, int]]
) -> None:
    both = pair("- `a`\n- `b`\n  - `c`\n  - `d`\n", translation)
    assert [one.depths for one in changed_nestings(both)] == depths


@pytest.mark.parametrize(
    ("translation", "count"),
    [
        pytest.param("- yksi `a`\n- kaksi `b`\n", 1, id="bullets for numbers"),
        pytest.param("3) yksi `a`\n4) kaksi `b`\n", 0, id="other numbers"),
        pytest.param("- yksi `a`\n", 0, id="an item is lost"),
        pytest.param(
            "- ja sitten jotain ihan muuta `a`\n- vielä enemmän muuta `b`\n",
            0,
            id="another text",
        ),
    ],
)
def test_kind_is_that_of_a_list_that_is_else_alike(
    translation: str, count: int
) -> None:
    both = pair("1. one `a`\n2. two `b`\n", translation)
    assert len(list(changed_kinds(both))) == count


def test_tasks_differ_by_their_state_and_by_being_none() -> None:
    both = pair(
        "- [x] `a`\n- [ ] `b`\n- [x] `c`\n- `d`\n",
        "- [x] `a`\n- [x] `b`\n- `c`\n- [ ] `d`\n",
    )
    assert [
        (first.checked, second.checked) for _, first, second in changed_tasks(both)
    ] == [(False, True), (True, None), (None, False)]
