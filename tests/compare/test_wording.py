"""Words in code that are for the reader."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcheck.align.page import align_pair
from transcheck.compare.wording import is_wording
from transcheck.parse import parse


def is_translated(code: str, other: str, text: str = "", language: str = "es") -> bool:
    first = parse("Some text.", path="en.md", tag="en", language="en")
    second = parse(text, path="es.md", tag=language, language=language)
    return is_wording(align_pair(first, second), code, other)


@pytest.mark.parametrize(
    ("code", "other"),
    [
        pytest.param("[bed] rose [/bed]", "[bed] роза [/bed]", id="a word in markup"),
        pytest.param("bed:plant_name", "bed:שם_הצמח", id="what is filled in"),
        pytest.param("Ctrl+Space", "Ctrl+Espacio", id="keys"),
        pytest.param("your_bed.name", "tu_bancal.nombre", id="the reader's own"),
        pytest.param("SomeFlower", "AlgunaFlor", id="some name"),
        pytest.param("yourbed.org", "tubancal.org", id="the reader's own, in one word"),
        pytest.param("{day|night}", "{дзень|ноч}", id="a choice"),
        pytest.param("(plant:weight)", "(planta:peso)", id="words that the text has"),
        pytest.param("wow!", "はい!", id="a cry"),
    ],
)
def test_what_a_translator_may_translate(code: str, other: str) -> None:
    assert is_translated(code, other, "La planta y su peso.")


@pytest.mark.parametrize(
    ("code", "other"),
    [
        pytest.param("forbid", "verbieten", id="a value"),
        pytest.param("bed-color: red;", "bed-color: roșu;", id="a declaration"),
        pytest.param("--deep", "--глубоко", id="an option"),
        pytest.param('bed["name"]', 'кровать["name"]', id="a variable"),
        pytest.param("garden.water()", "jardín.regar()", id="a call"),
        pytest.param("width * height", "ширина * высота", id="a formula"),
        pytest.param("(plant:weight)", "(plant:wieght)", id="a slip of the keys"),
        pytest.param("[0.5, 1.5]", "[0,5, 1,5]", id="a decimal comma"),
        pytest.param("my-bed: 1", "my-bed : 1", id="the same words"),
        pytest.param("<bed>", "<<cama>>", id="other marks"),
    ],
)
def test_what_it_may_not(code: str, other: str) -> None:
    assert not is_translated(code, other, "La planta y su peso.")


@given(st.text(max_size=30), st.text(max_size=30))
def test_the_same_code_has_no_other_words(code: str, other: str) -> None:
    assert not is_translated(code, code)
    assert is_translated(code, other) in (True, False)
