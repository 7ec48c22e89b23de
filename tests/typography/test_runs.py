"""Which marks may stand beside one another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcheck.typography import (
    SEPARATORS,
    first_wrong_mark,
    may_be_abbreviation,
)


@pytest.mark.parametrize(
    ("word", "marks", "after", "expected"),
    [
        pytest.param("", ",.", " ", 1, id="a full stop after a comma"),
        pytest.param("word", ",.", " ", 1, id="after a word"),
        pytest.param("etc", ".,", " ", None, id="an abbreviation and a comma"),
        pytest.param("e.g", ".,", " ", None, id="an abbreviation with stops"),
        pytest.param("Inc", ".,", " ", None, id="a name's abbreviation"),
        pytest.param("microservice", ".,", " ", 1, id="a long word is none"),
        pytest.param("", ".,", " ", 1, id="nor is a bracket"),
        pytest.param("합니다", ".:", "", 1, id="Korean abbreviates without a stop"),
        pytest.param("word", "..", " ", 1, id="a doubled full stop"),
        pytest.param("word", "..", "x", None, id="a range"),
        pytest.param("word", "...", " ", None, id="an ellipsis"),
        pytest.param("word", "...,", " ", None, id="an ellipsis and a comma"),
        pytest.param("word", "....", " ", None, id="an ellipsis and a stop"),
        pytest.param("", "。。", "", 1, id="a doubled ideographic stop"),
        pytest.param("", "。。。", "", None, id="an ideographic ellipsis"),
        pytest.param("", "。.", "", 1, id="two widths"),
        pytest.param("", "，,", "", 1, id="two widths of a comma"),
        pytest.param("", "：.", "g", None, id="a file extension"),
        pytest.param("", "،،", " ", 1, id="Arabic commas"),
        pytest.param("", "۔:", " ", 1, id="an Urdu stop and a colon"),
        pytest.param("", "।।", " ", None, id="a double danda"),
        pytest.param("word", ",,", " ", 1, id="a doubled comma"),
        pytest.param("word", ",,", "Z", None, id="a quotation of typewriters"),
        pytest.param("word", "::", " ", None, id="a directive"),
        pytest.param("word", ".,:;", " ", None, id="a list of marks"),
        pytest.param("word", ",.", "5", None, id="a number"),
        pytest.param("", "..", "/", None, id="a path"),
    ],
)
def test_first_wrong_mark(
    word: str, marks: str, after: str, expected: int | None
) -> None:
    assert first_wrong_mark(word, marks, after) == expected


@given(
    st.text(st.sampled_from(sorted(SEPARATORS)), min_size=2, max_size=8),
    st.text(max_size=3),
    st.text(max_size=1),
)
def test_the_wrong_mark_is_one_of_the_marks(marks: str, word: str, after: str) -> None:
    found = first_wrong_mark(word, marks, after)
    assert found is None or 0 < found < len(marks)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        pytest.param("usw", True, id="short"),
        pytest.param("z.B", True, id="with a stop"),
        pytest.param("Microsoft", True, id="a capital"),
        pytest.param("млн", True, id="Cyrillic"),
        pytest.param("observability", False, id="a long word"),
        pytest.param("ไทย", False, id="Thai"),
        pytest.param("", False, id="nothing"),
    ],
)
def test_may_be_abbreviation(word: str, *, expected: bool) -> None:
    assert may_be_abbreviation(word) is expected
