"""The texts of a document, searched all at once."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcheck.compare.texts import Texts, texts_of
from transcheck.document import Paragraph, RunningText
from transcheck.parse import parse
from transcheck.text import Span


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        pytest.param("z", [], id="nothing is found"),
        pytest.param("Beet", ["Beet, Beet"], id="a text is found once"),
        pytest.param(r"\0\n,", [", Schaufel"], id="at the start of a text"),
        pytest.param(r"\n\Z|,\s", ["Beet, Beet", ", Schaufel"], id="within texts"),
        pytest.param("e", ["Beet, Beet", ", Schaufel", "Hacke"], id="in all"),
    ],
)
def test_the_texts_having(pattern: str, expected: list[str]) -> None:
    texts = texts_of(parse("Beet, Beet\n\n- , Schaufel\n- Hacke\n", path="a.md"))
    found = [reading.text for _, reading in texts.having(re.compile(pattern))]
    assert found == expected


@given(st.lists(st.text("ab.( \n")), st.sampled_from(["a", "[.]", "b+", r"\s\(", "aa"]))
def test_no_text_that_has_it_is_left_out(parts: list[str], pattern: str) -> None:
    block = Paragraph(span=Span(0, 0))
    texts = Texts((block, RunningText(part, (), ())) for part in parts)
    found = [reading.text for _, reading in texts.having(re.compile(pattern))]
    having = [part for part in parts if re.search(pattern, part)]
    assert [part for part in found if part in having] == having
