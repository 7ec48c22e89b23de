"""Patterns that are compiled when they are first used."""

from __future__ import annotations

import re

import pytest

from transcheck.patterns import late_regex


@pytest.mark.parametrize(
    ("ask", "found"),
    [
        pytest.param(lambda one: one.search("ab 12").group(), "12", id="search"),
        pytest.param(lambda one: one.match("12x").end(), 2, id="match"),
        pytest.param(lambda one: one.fullmatch("x"), None, id="fullmatch"),
        pytest.param(lambda one: one.findall("1 2"), ["1", "2"], id="findall"),
        pytest.param(lambda one: one.sub("#", "a1"), "a#", id="sub"),
        pytest.param(lambda one: one.split("a1b"), ["a", "b"], id="split"),
        pytest.param(lambda one: one.pattern, r"\d+", id="its source"),
        pytest.param(lambda one: bool(one.flags & re.ASCII), True, id="its flags"),
    ],
)
def test_a_late_pattern_is_as_good_as_another(ask: object, found: object) -> None:
    assert callable(ask)
    assert ask(late_regex(r"\d+", re.ASCII)) == found


def test_it_has_nothing_that_a_pattern_has_not() -> None:
    with pytest.raises(AttributeError):
        _ = late_regex("a").nothing  # type: ignore[attr-defined] # as said


def test_what_is_wrong_in_it_shows_when_it_is_used() -> None:
    broken = late_regex("(")
    with pytest.raises(re.error):
        broken.search("")
