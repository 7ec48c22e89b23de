"""Texts that a site says stay as they are."""

from __future__ import annotations

import pytest

from transcheck.compare.attested import is_attested


@pytest.mark.parametrize(
    ("text", "attested"),
    [
        pytest.param("Soft selling", ("soft selling",), id="the whole text"),
        pytest.param("SOFT\n  selling", ("soft  selling",), id="case and white space"),
        pytest.param("Soft selling, 101: API", ("soft selling",), id="numbers aside"),
        pytest.param("the bean and the bean", ("the bean", "and"), id="phrases"),
        pytest.param("red bean soup", ("bean", "red bean", "soup"), id="longest first"),
        pytest.param("ΣΠΟΡΟΣ", ("σπορος",), id="Greek with its final sigma"),
        pytest.param("属性と値", ("属性", "と", "値"), id="words without spaces"),
        pytest.param("a+b (c)", ("a+b (c)",), id="signs of patterns"),
    ],
)
def test_attested_texts_stay(text: str, attested: tuple[str, ...]) -> None:
    assert is_attested(text, attested)


@pytest.mark.parametrize(
    ("text", "attested"),
    [
        pytest.param("Soft selling", (), id="nothing is attested"),
        pytest.param("Soft selling", ("", "  "), id="only empty texts are"),
        pytest.param("Soft selling of beans", ("soft selling",), id="words are left"),
        pytest.param("a smart idea", ("art", "a", "idea"), id="a part of a word"),
        pytest.param("101", ("soft selling",), id="nothing attested is in it"),
    ],
)
def test_other_texts_do_not(text: str, attested: tuple[str, ...]) -> None:
    assert not is_attested(text, attested)
