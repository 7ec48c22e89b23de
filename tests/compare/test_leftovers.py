"""What a translation lost and gained, block by block."""

from __future__ import annotations

from collections.abc import Hashable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcheck.align.page import align_pair
from transcheck.compare.items import Item, match, take
from transcheck.compare.leftovers import changes
from transcheck.document import CodeSpan, Document, Inline
from transcheck.parse import parse
from transcheck.text import Span


def read(inline: Inline, _: Document) -> Hashable:
    return inline.value if isinstance(inline, CodeSpan) else None


def lost_and_gained(original: str, translation: str) -> list[tuple[str, str]]:
    pair = align_pair(parse(original, path="en.md"), parse(translation, path="th.md"))
    return [
        (
            " ".join(str(item.key) for item in change.lost),
            " ".join(str(item.key) for item in change.gained),
        )
        for change in changes(pair, CodeSpan, read)
    ]


@pytest.mark.parametrize(
    ("original", "translation", "found"),
    [
        pytest.param("`a` `b`", "`b` `a`", [], id="another order"),
        pytest.param("`a` `a`", "`a`", [], id="another number"),
        pytest.param("`a` `b`", "`a` `c`", [("b", "c")], id="one for another"),
        pytest.param("`a` `b`", "`a`", [("b", "")], id="a loss"),
        pytest.param("`a`", "`a` `b`", [("", "b")], id="a gain"),
        pytest.param(
            "- `a` one\n- `b` two `c`",
            "- `a` หนึ่ง `c`\n- `b` สอง",
            [],
            id="from one item to another",
        ),
    ],
)
def test_what_changed(
    original: str, translation: str, found: list[tuple[str, str]]
) -> None:
    assert lost_and_gained(original, translation) == found


def test_what_stands_in_another_block_is_marked() -> None:
    pair = align_pair(
        parse("- `a` `b`\n- `b` two", path="en.md"),
        parse("- `a` หนึ่ง\n- `b` สอง", path="th.md"),
    )
    (change,) = changes(pair, CodeSpan, read)
    assert [(item.key, item.elsewhere) for item in change.lost] == [("b", True)]


BLOCKS = st.lists(
    st.lists(st.sampled_from("abcdef"), max_size=5), min_size=1, max_size=5
)


def page(blocks: list[list[str]]) -> str:
    return "\n\n".join(" ".join(f"`{code}`" for code in block) for block in blocks)


@given(BLOCKS)
def test_order_in_a_block_never_counts(blocks: list[list[str]]) -> None:
    first = page([["z", *block] for block in blocks])
    second = page([[*block[::-1], "z"] for block in blocks])
    assert lost_and_gained(first, second) == []


def items(*values: str) -> list[Item]:
    return [Item(value, CodeSpan(span=Span(0, 0), value=value)) for value in values]


def test_the_most_alike_are_matched_first() -> None:
    found = match(
        items("get_prices", "help"),
        items("halp", "get_price"),
        lambda one: str(one.key),
    )
    assert [(first.key, second.key) for first, second, _ in found] == [
        ("get_prices", "get_price"),
        ("help", "halp"),
    ]


def test_each_is_matched_once() -> None:
    found = match(items("a", "a"), items("a"), lambda one: str(one.key))
    assert len(list(found)) == 1


def test_what_fits_is_taken_out_of_both() -> None:
    lost, gained = items("a", "b", "c"), items("B", "x", "A")
    found = take(lost, gained, lambda one, other: str(one.key).upper() == other.key)
    assert [(first.key, second.key) for first, second in found] == [
        ("a", "A"),
        ("b", "B"),
    ]
    assert [one.key for one in (*lost, *gained)] == ["c", "x"]


def test_a_row_that_lost_cells_has_the_cause() -> None:
    table = "| A | B |\n| --- | --- |\n| {} |\n| `y` | `z` |\n"
    original = table.format("`x` `w` | b")
    assert lost_and_gained(original, table.format("`x` | b")) == [("w", "")]
    assert lost_and_gained(original, table.format("`x`")) == []
