"""What a translation lost and gained of marks."""

from __future__ import annotations

import re

import pytest

from transcheck.align.page import align_pair
from transcheck.compare.marks import Mark, MarkChange, compare_marks
from transcheck.document import Document
from transcheck.parse import parse
from transcheck.text import Span

SIGN = re.compile(r"#(\w)(\w?)")


def marks(document: Document) -> list[Mark[str]]:
    return [
        Mark(match[1], Span(*match.span()), match[0], match[0])
        for match in SIGN.finditer(document.text)
    ]


def compare(original: str, translation: str) -> list[MarkChange[str]]:
    pair = align_pair(
        parse(original, path="en.md", tag="en", language="en"),
        parse(translation, path="ru.md", tag="ru", language="ru"),
    )
    return compare_marks(pair, marks(pair.original), marks(pair.translation))


def lost_and_gained(original: str, translation: str) -> tuple[list[str], list[str]]:
    changes = compare(original, translation)
    return (
        [one.mark.source for change in changes for one in change.lost],
        [one.mark.source for change in changes for one in change.gained],
    )


CASES = [
    pytest.param("Peas #a #b", "Горох #b #a", [], [], id="in another order"),
    pytest.param("Peas #a #b", "Горох #a", ["#b"], [], id="lost"),
    pytest.param("Peas #a", "Горох #a #a", [], ["#a"], id="one more often"),
    pytest.param("Peas #a1 #a2", "Горох #a2", ["#a1"], [], id="those alike answer"),
    pytest.param(
        "Peas #a\n\nBeans `x`", "Горох\n\nБобы `x` #a", [], [], id="in the next block"
    ),
    pytest.param(
        "# A\n\nPeas #a\n\n# B\n\nBeans `x`",
        "# А\n\nГорох\n\n# Б\n\nБобы `x` #a",
        [],
        [],
        id="in the next section",
    ),
    pytest.param(
        "Peas `x`\n\nAll beans grow #a here in spring",
        "Горох `x`",
        [],
        [],
        id="in a text that is gone with it",
    ),
    pytest.param(
        "<!-- #a -->\n\nPeas", "<!-- #b -->\n\nГорох", ["#a"], ["#b"], id="in comments"
    ),
]


@pytest.mark.parametrize(("original", "translation", "lost", "gained"), CASES)
def test_marks_are_compared_by_aligned_part(
    original: str, translation: str, lost: list[str], gained: list[str]
) -> None:
    assert lost_and_gained(original, translation) == (lost, gained)


def test_a_lost_mark_has_its_place_after_the_one_before_it() -> None:
    (change,) = compare("Peas #a and #b", "Горох #a")
    (lost,) = change.lost
    assert lost.gap == Span(8, 8)


def test_a_mark_is_replaced_by_the_one_of_its_number() -> None:
    (change,) = compare("Peas #a #b #c", "Горох #x #b #y")
    replaced = [change.replacement(one) for one in change.lost]
    assert [one and one.source for one in replaced] == ["#x", "#y"]


def test_no_mark_is_replaced_where_the_numbers_differ() -> None:
    (change,) = compare("Peas #a #b #c", "Горох #x #b")
    assert [change.replacement(one) for one in change.lost] != []
    (change,) = compare("Peas #a #b", "Горох #x #y #z")
    assert [change.replacement(one) for one in change.lost] == [None, None]
