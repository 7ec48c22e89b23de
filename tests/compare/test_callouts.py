"""Callouts of every construct, and what was meant to be one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcheck.compare.callouts import mangled_openers, read_opener, same_kind
from transcheck.document import document_blocks
from transcheck.parse import parse

OPENERS = [
    pytest.param("> [!NOTE]\n> а", "a.md", ("alert", "NOTE"), id="an alert"),
    pytest.param(":::tip[あ]\nx\n:::", "a.md", ("colons", "tip"), id="colons"),
    pytest.param("/// note | א\nx\n///", "a.md", ("slashes", "note"), id="slashes"),
    pytest.param('!!! info "ή"\n    x', "a.md", ("bangs", "info"), id="bangs"),
    pytest.param("<Tip>\nx\n</Tip>", "a.mdx", ("component", "Tip"), id="a component"),
    pytest.param("{{% alert %}}", "a.md", ("shortcode", "alert"), id="a shortcode"),
    pytest.param('=== "a"\n    x', "a.md", None, id="a tab"),
]


@pytest.mark.parametrize(("text", "path", "found"), OPENERS)
def test_a_callout_says_where_it_begins(
    text: str, path: str, found: tuple[str, str] | None
) -> None:
    document = parse(text, path=path)
    opener = read_opener(document, next(iter(document_blocks(document))))
    assert (opener and (opener.syntax, opener.name)) == found
    assert opener is None or opener.span.cut(text) == opener.name


MANGLED = [
    pytest.param("［!NOTE］ x", "［", id="a wide bracket"),
    pytest.param("[! NOTE]", " ", id="a space"),
    pytest.param("\\[!NOTE]", "\\", id="an escape"),
    pytest.param("：：：tip x", "：", id="wide colons"),
    pytest.param(":::提示", "提示", id="a kind that no parser takes"),
    pytest.param("！！！ note", "！", id="wide bangs"),
]


@pytest.mark.parametrize(("text", "wrong"), MANGLED)
def test_what_was_meant_to_be_a_callout_is_found(text: str, wrong: str) -> None:
    document = parse(text, path="a.md")
    (block,) = document_blocks(document)
    (opener,) = mangled_openers(document, block)
    assert opener.wrong.cut(text) == wrong


def test_a_marker_with_attributes_is_no_mangled_callout() -> None:
    document = parse('[!div class="あ"]', path="a.md")
    (block,) = document_blocks(document)
    assert list(mangled_openers(document, block)) == []


def test_kinds_have_aliases_but_not_those_of_alerts() -> None:
    assert same_kind("colons", "warning", "Caution")
    assert not same_kind("alert", "WARNING", "CAUTION")


@given(st.text(alphabet="[]!！:：/>\\ \nnoteבあ［］?", max_size=50))
def test_openers_stand_where_they_say(text: str) -> None:
    document = parse(text, path="a.md")
    for block in document_blocks(document):
        for opener in mangled_openers(document, block):
            assert opener.span in block.span
            assert opener.wrong.end <= opener.span.end or opener.problem
