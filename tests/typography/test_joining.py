"""Words beside a place, and letters of scripts without spaces."""

from __future__ import annotations

import pytest

from transcheck.typography import has_unspaced, word_after, word_before


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", False, id="nothing"),
        pytest.param("garden", False, id="Latin"),
        pytest.param("сад", False, id="Cyrillic"),
        pytest.param("vườn", False, id="Latin with two accents"),
        pytest.param("สวน", True, id="Thai"),
        pytest.param("庭", True, id="ideographs"),
        pytest.param("garden庭", True, id="ideographs after Latin"),
        pytest.param("정원", True, id="Hangul"),
        pytest.param("😀", False, id="no letter"),
    ],
)
def test_letters_without_spaces(text: str, *, expected: bool) -> None:
    assert has_unspaced(text) is expected


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        pytest.param("the |garden wall", "", "garden", id="the start of a word"),
        pytest.param("the gar|den wall", "gar", "den", id="the middle of a word"),
        pytest.param("庭garden|wall庭", "garden", "wall", id="between ideographs"),
        pytest.param("garden庭|庭wall", "", "", id="beside ideographs"),
        pytest.param("a1|2b", "", "", id="digits"),
        pytest.param("|", "", "", id="nothing"),
        pytest.param(
            f"{'a' * 60}|{'b' * 60}", "a" * 40, "b" * 40, id="words without end"
        ),
    ],
)
def test_words_beside_a_place(text: str, before: str, after: str) -> None:
    at = text.index("|")
    text = text.replace("|", "")
    assert (word_before(text, at), word_after(text, at)) == (before, after)


def test_no_word_reaches_beyond_the_text_it_is_in() -> None:
    assert word_before("garden", 4, 2) == "rd"
    assert word_after("garden", 2, 4) == "rd"
