"""Marks and spaces where no language has them."""

from __future__ import annotations

import pytest

from transcheck.compare.mark_spaces import find_extra_spaces
from transcheck.compare.texts import Texts, texts_of
from transcheck.parse import parse


def read(text: str) -> Texts:
    """Return the texts of a document."""
    return texts_of(parse(text, path="a.md"))


def messages(text: str, language: str) -> list[str]:
    """Return what is said of a text."""
    return [stray.message for _, stray in find_extra_spaces(read(text), language)]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        pytest.param("Сад ( закрыт) зимой", "ru", ["space after '('"], id="opening"),
        pytest.param("बगीचा (बंद ) है", "hi", ["space before ')'"], id="closing"),
        pytest.param("庭（ 冬）は", "ja", ["space after '（'"], id="wide brackets"),
        pytest.param("庭（ `a` ）は", "ja", [], id="editors set code off in Japanese"),
        pytest.param("정원( `a`)은", "ko", ["space after '('"], id="but not in Korean"),
        pytest.param("Jardin :( fermé (oui)", "fr", [], id="a face"),
        pytest.param("Κήπος ( κλειστός", "el", [], id="a bracket that nothing closes"),
        pytest.param("a ) premier, b ) second", "fr", [], id="letters of a list"),
        pytest.param("( )", "de", [], id="nothing in a bracket"),
        pytest.param("(" * 50 + " x", "de", [], id="many that nothing closes"),
    ],
)
def test_spaces_in_brackets(text: str, language: str, expected: list[str]) -> None:
    assert messages(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        pytest.param("حديقة ،مفتوحة", "ar", "، ", id="moved to where it is missing"),
        pytest.param("حديقة ، مفتوحة", "ar", "", id="taken away where there is one"),
        pytest.param("花园 ，开放", "zh", "", id="a wide mark brings its own"),
    ],
)
def test_a_space_before_a_comma_is(text: str, language: str, expected: str) -> None:
    ((_, stray),) = find_extra_spaces(read(text), language)
    assert (stray.text, stray.safe) == (expected, True)
