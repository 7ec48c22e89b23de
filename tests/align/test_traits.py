"""How documents are known again among thousands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcheck.align.outline import Outline, read_traits
from transcheck.align.traits import Traits, likeness
from transcheck.parse import parse

TRAITS = st.builds(
    Traits,
    st.frozensets(st.integers(0, 9)),
    st.text("123", max_size=9),
    st.text("hpil", max_size=9),
)


def read(text: str) -> Traits:
    return read_traits(Outline(parse(text, path="a.md")))


def test_languages_do_not_matter() -> None:
    english = read("# Beds\n\nRun `dig 3` or see [this](/spades).\n\n1. One\n2. Two\n")
    hindi = read("# क्यारी\n\n[यह](/spades) देखें या `dig 3` चलाएँ।\n\n1. एक\n2. दो\n")
    assert likeness(english, hindi) == 1.0


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Only words and 12 numbers.", id="words and numbers"),
        pytest.param("[down](#below)", id="a link in the page"),
    ],
)
def test_what_tells_nothing_is_no_feature(text: str) -> None:
    assert read(text).features == frozenset()


@given(TRAITS, TRAITS)
def test_likeness_is_the_same_both_ways_and_a_share(one: Traits, other: Traits) -> None:
    assert likeness(one, other) == pytest.approx(likeness(other, one))
    assert 0.0 <= likeness(one, other) <= 1.0
