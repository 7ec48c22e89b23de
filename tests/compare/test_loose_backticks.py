"""Backticks that are left in the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcheck.compare.loose_backticks import backtick_runs, loose_backticks
from transcheck.document import Block, Document, document_blocks
from transcheck.parse import parse


def read(text: str) -> tuple[Document, Block]:
    document = parse(text, path="a.md")
    return document, next(iter(document_blocks(document)))


def mended(text: str, original: str) -> str:
    document, block = read(text)
    found = loose_backticks(
        document, block, backtick_runs(document, block), read(original)
    )
    for span, new in sorted(one for each in found for one in each.repairs)[::-1]:
        text = text[: span.start] + new + text[span.end :]
    return text


@pytest.mark.parametrize(
    ("text", "right"),
    [
        pytest.param("а `б в `г`", "а `б` в `г`", id="no closing"),
        pytest.param("б` और `г`", "`б` और `г`", id="no opening"),
        pytest.param("``б` 和 `г`", "`б` 和 `г`", id="doubled at the start"),
        pytest.param("`б`` ו `г`", "`б` ו `г`", id="doubled at the end"),
        pytest.param("`б’ و `г`", "`б` و `г`", id="a quote"),
        pytest.param("`б** と`г`", "`б` と`г`", id="stars"),
        pytest.param("`б` и `г``", "`б` и `г`", id="the last of two"),
        pytest.param("`б` и `г` и `", "`б` и `г` и `", id="nothing to pair it with"),
    ],
)
def test_the_code_of_the_original_tells_where_a_half_is_missing(
    text: str, right: str
) -> None:
    assert mended(text, "`б` and `г`") == right


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("`a` ``b`c``", id="code"),
        pytest.param("\\`a", id="an escape"),
        pytest.param("“`” und '`'", id="in quotes"),
        pytest.param("three backticks (```) here", id="in parentheses"),
        pytest.param("<code>`</code>", id="between tags"),
    ],
)
def test_backticks_that_are_meant(text: str) -> None:
    assert backtick_runs(*read(text)) == []


@given(
    st.text(alphabet="` aб'*\\\n", max_size=40), st.sampled_from(["`a`", "`б` `a b`"])
)
def test_findings_lie_in_the_text(text: str, original: str) -> None:
    document = parse(f"x {text}", path="a.md")
    for block in document_blocks(document):
        runs = backtick_runs(document, block)
        for one in loose_backticks(document, block, runs, read(original)):
            assert one.wrong in block.span
