"""Where the conventions of a writer show in a text."""

from __future__ import annotations

import pytest

from transcheck.typography import Convention, find_uses


def forms(text: str, language: str, convention: Convention) -> list[str]:
    """Return the forms of one convention."""
    return [use.form for one, use in find_uses(text, language) if one is convention]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "l'air, l’eau, сім\u02bcя", ["'", "’", "\u02bc"], id="within words"
        ),
        pytest.param("'air' ’eau’ 90's rock'", [], id="not at the edge of one"),
    ],
)
def test_apostrophes(text: str, found: list[str]) -> None:
    assert forms(text, "fr", Convention.APOSTROPHES) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Wait... or wait… so", ["...", "…"], id="after a word"),
        pytest.param("等等……", ["……"], id="of six dots, in Chinese"),
        pytest.param("[...] ...args f(x, ...) a....b wait...(", [], id="not in code"),
        pytest.param("see docs.../x", [], id="not in a path"),
    ],
)
def test_ellipses(text: str, found: list[str]) -> None:
    assert forms(text, "zh", Convention.ELLIPSES) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "a - b – c — d -- e", [" - ", " – ", " — ", " -- "], id="with spaces"
        ),
        pytest.param("fog—mist, 雾——云", ["—", "——"], id="without"),
        pytest.param("well-known, 1–5, Bonn–Rom, -x - -y, a- b", [], id="no dashes"),
    ],
)
def test_dashes(text: str, found: list[str]) -> None:
    assert forms(text, "en", Convention.DASHES) == found


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        pytest.param("用 Garden软件", "zh-Hans", [" ", ""], id="Chinese"),
        pytest.param("このGardenは Web です", "ja", ["", "", " ", " "], id="Japanese"),
        pytest.param("穿T恤，插U盘", "zh", [], id="not beside one letter"),
        pytest.param("정원 Garden을", "ko", [], id="not in Korean"),
    ],
)
def test_spaces_beside_latin_letters(
    text: str, language: str, found: list[str]
) -> None:
    assert forms(text, language, Convention.SPACES) == found


def test_spaces_before_numbers_but_not_in_ordinals() -> None:
    text = "有 3 个，共5个，第2章，Garden 2号"
    assert forms(text, "zh", Convention.SPACES_OF_NUMBERS) == [" ", ""]


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        pytest.param("باغ ۳ درخت و 4 گل", "fa", ["۰", "0"], id="Persian"),
        pytest.param("बाग में १२ पेड़ और 7 फूल", "hi", ["०", "0"], id="Hindi"),
        pytest.param("باغ 3.8 و Python 3 و 10:30", "fa", [], id="no versions or times"),
        pytest.param("сад 3 дерева", "ru", [], id="not where there is one kind"),
    ],
)
def test_digits(text: str, language: str, found: list[str]) -> None:
    assert forms(text, language, Convention.DIGITS) == found


def test_what_is_said_names_the_word() -> None:
    said = [use.said for _, use in find_uses('Visit O\'Reilly "now" at - say', "en")]
    assert said == ["O'Reilly", "at - say", "now"]
