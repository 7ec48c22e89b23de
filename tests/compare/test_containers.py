"""Markers of containers that open, close or nest wrongly."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcheck.compare.containers import Misfit, find_misfits
from transcheck.parse import parse


def misfits(text: str) -> list[Misfit]:
    return find_misfits(parse(text, path="a.md"))


CASES = [
    pytest.param(":::tip\nвода\n:::", [], id="a whole one"),
    pytest.param(":::tip\nвода", [("unclosed", ":::tip")], id="no end"),
    pytest.param("/// tip\nνερό\n\nx", [("unclosed", "/// tip")], id="slashes"),
    pytest.param("水\n\n:::", [("stray", ":::")], id="no beginning"),
    pytest.param(":::tip\n水\n：：：", [("mangled", "：：：")], id="wide signs"),
    pytest.param(":::tip\nमिट्टी :::", [("glued", ":::")], id="at the end of a text"),
    pytest.param(":::提示\nx\n\n:::", [], id="one whose kind no parser takes"),
    pytest.param("::: pkg.Tree\n\n`:::`", [], id="an object"),
    pytest.param(
        "/// tab\n\n/// note\nx\n///\n\n///", [("nested", "/// note")], id="too wide"
    ),
    pytest.param("!!! note\n    x\n\n=== 'a'\n    b", [], id="those with an indent"),
]


@pytest.mark.parametrize(("text", "found"), CASES)
def test_wrong_markers_are_found(text: str, found: list[tuple[str, str]]) -> None:
    assert [(one.kind, one.span.cut(text)) for one in misfits(text)] == found


@given(st.text(alphabet=":：/／ \nabあ[]>-!", max_size=80))
def test_markers_stand_where_they_say(text: str) -> None:
    for one in misfits(text):
        assert one.span.cut(text)
        assert one.span.end <= len(text)
        assert set(one.marker) <= set(":/")
