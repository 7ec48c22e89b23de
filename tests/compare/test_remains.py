"""Words of the original that stand in a translation."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcheck.align.page import align_pair
from transcheck.compare.remains import find_remains
from transcheck.parse import parse

ORIGINAL = "Sow the beans when the soil is warm, and water them until they are tall.\n"
THEIRS = "Sème les haricots quand le sol est chaud, et arrose-les jusqu'à la récolte."


def remains(text: str, original: str = ORIGINAL, language: str = "fr") -> list[str]:
    pair = align_pair(
        parse(original, path="en.md", tag="en", language="en"),
        parse(text, path="a.md", tag=language, language=language),
    )
    return [one.span.cut(text) for one in find_remains(pair)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(THEIRS, [], id="nothing is left"),
        pytest.param(
            "Sème les haricots, and water them until they are tall.",
            ["and water them until they are tall"],
            id="the second half is left",
        ),
        pytest.param(f"{THEIRS} And water them.", [], id="a few words"),
        pytest.param(
            f'{THEIRS} "When the soil is warm, and water them"', [], id="in quotes"
        ),
        pytest.param(
            "- [Sow the beans when the soil is warm, and water them until they are"
            " tall](https://example.org) by Ann",
            [],
            id="the title of something elsewhere",
        ),
        pytest.param(
            f"{THEIRS} (when the soil is warm, and water them)", [], id="in brackets"
        ),
        pytest.param(
            f'{THEIRS} Beans ("Sow the beans when the soil is warm, and water." etc.)',
            [],
            id="up to the middle of a quotation",
        ),
        pytest.param(
            f"{THEIRS} « Sow the beans when the soil is warm, and » water them until",
            [],
            id="from the middle of a quotation",
        ),
        pytest.param(
            f"(Oui.) {THEIRS} When the soil is warm, and water them (ici).",
            ["When the soil is warm, and water them"],
            id="beside brackets",
        ),
    ],
)
def test_what_is_left(text: str, found: list[str]) -> None:
    assert remains(text) == found


def test_a_language_is_never_held_against_itself() -> None:
    assert remains(f"{ORIGINAL} One more.", language="en-GB") == []


@given(st.lists(st.sampled_from(THEIRS.split()), min_size=1, max_size=40))
def test_words_of_the_translation_are_never_left(words: list[str]) -> None:
    assert remains(" ".join(words)) == []
