"""Numbers are read in every script, and worth what their language says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcheck.language.numerals import (
    read_numbers,
    scales_after,
    spelled_numbers,
)


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        pytest.param("1,234.5 and 1.234,5", ["12345", "12345"], id="points and commas"),
        pytest.param("1\u202f234,5", ["12345"], id="narrow spaces"),
        pytest.param(
            "٣٫٥ ۱۲ ४२ ৭ ๙ 12", ["35", "12", "42", "7", "9", "12"], id="scripts"
        ),
        pytest.param("v4.16.1", ["4161"], id="a version with its letter"),
        pytest.param("GPT2 and H100", [], id="digits of a name are none"),
        pytest.param("300x200 px", ["300", "200"], id="a size is two"),
        pytest.param("第3章", ["3"], id="between letters of Chinese"),
        pytest.param("007", ["7"], id="noughts in front say nothing"),
        pytest.param("0.5", ["05"], id="but before a point they do"),
        pytest.param("2018-05", ["2018", "5"], id="a date is several"),
    ],
)
def test_digits_are_read(text: str, digits: list[str]) -> None:
    assert [number.digits for number in read_numbers(text)] == digits


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        pytest.param("plus de 40 000 roses", ["40000"], id="groups"),
        pytest.param("1 234 567,8 roses", ["12345678"], id="and a fraction"),
        pytest.param("en 2020 100 roses", ["2020", "100"], id="a year before it"),
        pytest.param("1,50 200", ["150", "200"], id="a fraction before it"),
        pytest.param("12 3456", ["12", "3456"], id="more digits than a group has"),
    ],
)
def test_plain_spaces_group_digits_where_a_language_has_it_so(
    text: str, digits: list[str]
) -> None:
    assert [number.digits for number in read_numbers(text, "fr-CA")] == digits
    assert [number.digits for number in read_numbers("2 300", "en")] == ["2", "300"]


@pytest.mark.parametrize(
    ("text", "worth"),
    [
        pytest.param("1,234", {1234, 1.234}, id="three digits may be either"),
        pytest.param("85,78", {85.78}, id="two are a fraction"),
        pytest.param("1.234.567", {1234567, 1234.567}, id="the last group may be"),
        pytest.param("4.16.1", set(), id="a version is worth nothing"),
        pytest.param("9" * 400, set(), id="nor is a very long one"),
    ],
)
def test_values_are_what_separators_may_mean(text: str, worth: set[float]) -> None:
    (number,) = read_numbers(text)
    assert {float(value) for value in number.values} == worth


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        pytest.param("三", {3}, id="a digit"),
        pytest.param("一百二十", {120}, id="Chinese"),
        pytest.param("三万五千", {35000}, id="ten thousands"),
        pytest.param("十九", {19}, id="a ten without a digit"),
        pytest.param("二〇二四", {2024}, id="digit by digit"),
        pytest.param("삼십", {30}, id="Sino-Korean"),
        pytest.param("XIX век", {19}, id="Roman"),
        pytest.param("ХІХ", {19}, id="Roman in Cyrillic letters"),
        pytest.param("no numerals", set(), id="none"),
    ],
)
def test_spelled_numbers_are_read(text: str, numbers: set[int]) -> None:
    assert spelled_numbers(text) == numbers


@pytest.mark.parametrize(
    ("text", "language", "power"),
    [
        pytest.param("10 million", "en", 6, id="English"),
        pytest.param("10 миллионов", "ru", 6, id="Russian, inflected"),
        pytest.param("10 млн", "ru", 6, id="Russian, short"),
        pytest.param("10万", "zh", 4, id="Chinese"),
        pytest.param("10 करोड़", "hi", 7, id="Hindi"),
        pytest.param("10 هزار", "fa", 3, id="Persian"),
        pytest.param("10 Milliarden", "de", 9, id="German counts the long way"),
        pytest.param("10천만", "ko", 7, id="Korean, two signs"),
        pytest.param("10 metres", "en", 0, id="a measure is none"),
        pytest.param("10 万", None, 4, id="signs need no language"),
        pytest.param("10 million", "tlh", 0, id="unknown languages have none"),
    ],
)
def test_scales_are_read(text: str, language: str | None, power: int) -> None:
    found = scales_after(text, 2, language)
    assert max(found) == power


@given(st.text(st.characters(categories=["Nd", "Po", "Lu", "Zs"])))
def test_every_text_can_be_read(text: str) -> None:
    for number in [*read_numbers(text), *read_numbers(text, "fr")]:
        assert text[number.start : number.end] == number.written
        assert number.digits.isascii()
        assert all(value >= 0 for value in number.values)
    spelled_numbers(text)
