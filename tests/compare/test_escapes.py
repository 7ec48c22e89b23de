"""Markup that is text because it is escaped."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcheck.compare.broken_links import broken_links
from transcheck.compare.escapes import escaped_links, escaped_text
from transcheck.document import Block, Document, document_blocks, own_inlines
from transcheck.parse import parse


def read(text: str) -> tuple[Document, Block]:
    document = parse(text, path="a.md")
    return document, next(iter(document_blocks(document)))


def escapes(text: str) -> list[tuple[str, str]]:
    document, block = read(text)
    found = escaped_text(document, own_inlines(block))
    return [(one.kind, one.repair) for one in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("\\*\\*да\\*\\*", [("emphasis", "**да**")], id="two stars"),
        pytest.param("x \\_נא\\_ y", [("emphasis", "_נא_")], id="an underscore"),
        pytest.param("\\*`c` は\\*", [("emphasis", "*`c` は*")], id="code in it"),
        pytest.param("\\`a b\\`", [("code", "`a b`")], id="code"),
        pytest.param("ก\\`", [("backtick", "`")], id="one backtick"),
        pytest.param("&lt;br /&gt;", [("tag", "<br />")], id="a tag"),
        pytest.param("&amp;lt;b&amp;gt;", [("tag", "<b>")], id="escaped twice"),
        pytest.param("a\\_b \\* c", [], id="a name and a star"),
        pytest.param("`\\*\\*x\\*\\*`", [], id="code as it is"),
        pytest.param("1 &lt; 2 &gt; 0", [], id="a comparison"),
    ],
)
def test_text_that_would_be_markup(text: str, found: list[tuple[str, str]]) -> None:
    assert escapes(text) == found


@pytest.mark.parametrize(
    ("text", "repair"),
    [
        pytest.param("\\[мост\\](/b)", "[мост](/b)", id="brackets"),
        pytest.param("\\[γ\\]\\(/b\\)", "[γ](/b)", id="all of it"),
        pytest.param("[橋\\]\\(/b)", "[橋](/b)", id="half of it"),
        pytest.param("\\[पुल] \\[]", "[पुल][]", id="a reference"),
    ],
)
def test_links_of_the_original_that_are_escaped_are_broken(
    text: str, repair: str
) -> None:
    (one,) = broken_links(*read(text), read("[bridge](/b)"))

    assert one.problem.startswith("escaped")
    assert one.repair == repair
    assert broken_links(*read(text)) == []
    assert broken_links(*read(text), read("a bridge")) == []


@given(st.text(alphabet="\\*_`[]()&lt;gr a\n", max_size=60))
def test_escapes_lie_in_the_text_and_begin_with_what_escapes(text: str) -> None:
    document = parse(text, path="a.md")
    for block in document_blocks(document):
        inlines = own_inlines(block)
        if inlines:
            for one in escaped_text(document, inlines):
                assert one.wrong.cut(text) in ("\\", "&")
                assert one.wrong in one.span
            for one in escaped_links(document, inlines):
                assert one.wrong.cut(text) == "\\"
