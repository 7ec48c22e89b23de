"""How languages set punctuation."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcheck.typography import punctuation, sets_wide, spaced_marks


@pytest.mark.parametrize(
    ("language", "mark", "expected"),
    [
        pytest.param("fr", ":", True, id="French and its colon"),
        pytest.param("fr", ",", False, id="French and its comma"),
        pytest.param("fr-BE", ";", True, id="a region without a habit of its own"),
        pytest.param("fr-CA", ";", False, id="Canada sets off the colon alone"),
        pytest.param("fr-CH", ":", False, id="Switzerland none"),
        pytest.param("ne", "।", True, id="Nepali and the danda"),
        pytest.param("km", "។", True, id="Khmer and the khan"),
        pytest.param("de", ":", False, id="German"),
        pytest.param(None, ".", False, id="an unknown language"),
    ],
)
def test_spaced_marks(language: str | None, mark: str, *, expected: bool) -> None:
    assert (mark in spaced_marks(language)) is expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        pytest.param("de", ".?!,;:", id="German, as its script"),
        pytest.param("ar", ".؟!،؛:", id="Arabic"),
        pytest.param("fa", ".؟!،؛:", id="Persian"),
        pytest.param("ur-PK", "۔؟!،؛:", id="Urdu, with a region"),
        pytest.param("hi", "।?!,;:", id="Hindi and the danda"),
        pytest.param("mr", ".?!,;:", id="Marathi and the full stop"),
        pytest.param("el", ".;!,·:", id="Greek"),
        pytest.param("hy", "։՞՜,․՝", id="Armenian"),
        pytest.param("am", "።?!፣፤፦", id="Amharic"),
        pytest.param("zh-TW", "。？！，；：", id="Chinese of Taiwan"),
        pytest.param("yue", "。？！，；：", id="Cantonese"),
        pytest.param("ja", "。？！、；：", id="Japanese"),
        pytest.param("ko", ".?!,;:", id="Korean, half as wide"),
        pytest.param("km", "។?!,;៖", id="Khmer"),
        pytest.param(None, ".?!,;:", id="an unknown language"),
    ],
)
def test_the_usual_marks(language: str | None, expected: str) -> None:
    marks = punctuation(language)
    families = (
        marks.stops,
        marks.questions,
        marks.exclamations,
        marks.commas,
        marks.semicolons,
        marks.colons,
    )
    assert "".join(family[0] for family in families) == expected


@pytest.mark.parametrize("language", ["th", "lo"])
def test_a_language_without_full_stop(language: str) -> None:
    assert not punctuation(language).stops


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        pytest.param("en", ("“”", "‘’"), id="English"),
        pytest.param("de", ("„“", "‚‘"), id="German"),
        pytest.param("de-CH", ("«»", "‹›"), id="German of Switzerland"),
        pytest.param("pt-BR", ("“”", "‘’"), id="Portuguese of Brazil"),
        pytest.param("pt-PT", ("«»", "“”"), id="Portuguese of Portugal"),
        pytest.param("zh", ("“”", "‘’"), id="Chinese"),
        pytest.param("zh-HK", ("「」", "『』"), id="Chinese of Hong Kong"),
        pytest.param("az-Cyrl", ("«»", "‹›"), id="a language in its other script"),
    ],
)
def test_quotation_marks(language: str, expected: tuple[str, str]) -> None:
    assert punctuation(language).quotes == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        pytest.param("es-MX", "¿", id="Spanish"),
        pytest.param("ast", "¿", id="Asturian"),
        pytest.param("ca", None, id="Catalan, where it is optional"),
        pytest.param("pt", None, id="Portuguese"),
    ],
)
def test_inverted_marks(language: str, expected: str | None) -> None:
    assert punctuation(language).openings.get("?") == expected


@given(
    st.from_regex(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?", fullmatch=True),
)
def test_whatever_the_tag_there_are_marks(language: str) -> None:
    marks = punctuation(language)
    assert marks.questions
    assert sets_wide(language) is marks.wide
