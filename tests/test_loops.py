"""Phrases that a machine translator repeats until it is stopped."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcheck.language.loops import find_loop


@pytest.mark.parametrize(
    ("text", "phrase", "times"),
    [
        pytest.param("Well " + "and so it goes " * 3, "and so it goes", 3, id="words"),
        pytest.param("и вот так дальше, " * 5, "и вот так дальше", 5, id="with marks"),
        pytest.param(
            "한 번 더 눌러 주세요. " * 4, "한 번 더 눌러 주세요", 4, id="Korean"
        ),
        pytest.param("然后我们继续往前走，" * 4, "然后我们继续往前走", 4, id="Chinese"),
        pytest.param("แล้วเราก็ไปต่อ" * 3, "แล้วเราก็ไปต่อ", 3, id="Thai"),
        pytest.param(
            "first this then that. "
            + "A sentence of some length is here again and again. " * 3,
            "A sentence of some length is here again and again",
            3,
            id="sentences",
        ),
    ],
)
def test_a_phrase_three_times_in_a_row_is_a_loop(
    text: str, phrase: str, times: int
) -> None:
    loop = find_loop(text)
    assert loop is not None
    assert (loop.phrase, loop.times) == (phrase, times)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("and so it goes and so it goes, to the end of it", id="twice"),
        pytest.param("no no no no no no no no no no no no no", id="one word"),
        pytest.param("\ufffc, \ufffc, \ufffc, \ufffc, \ufffc and so on", id="code"),
        pytest.param("1 2 1 2 1 2 1 2 1 2 1 2 1 2 1 2", id="numbers"),
        pytest.param("哈哈哈哈哈哈哈哈，他笑着说了一句话就走开了去别处", id="a laugh"),
        pytest.param("", id="nothing"),
    ],
)
def test_what_only_looks_like_a_loop(text: str) -> None:
    assert find_loop(text) is None


@given(st.text(alphabet="ab 然\ufffc,", max_size=80))
def test_the_phrase_stands_in_the_text_as_often_as_it_says(text: str) -> None:
    loop = find_loop(text)
    if loop is not None:
        assert loop.times >= 3
        assert " ".join(text.split()).count(loop.phrase) >= loop.times
