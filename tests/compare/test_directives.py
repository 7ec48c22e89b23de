"""Comments that are obeyed, and lines that include files."""

from __future__ import annotations

import pytest

from transcheck.compare.directives import read_directives
from transcheck.parse import parse


def read(text: str, path: str = "a.md", *, remarks: bool = False) -> list[str]:
    tags = read_directives(parse(text, path=path), remarks=remarks)
    return [" ".join([tag.name, *(one.value for one in tag.arguments)]) for tag in tags]


CASES = [
    pytest.param("<!-- more -->\n\nя", ["more"], id="the fold of a post"),
    pytest.param("а <!--TOC--> б", ["toc"], id="in a text"),
    pytest.param("<!-- #region a b -->", ["#region a b"], id="a region with a name"),
    pytest.param("<!-- LIST:START - by a tool -->", ["list:start"], id="a mark"),
    pytest.param("<!-- @include: ./x.md -->", ["include ./x.md"], id="an include"),
    pytest.param("{* ../a.py hl[1] *}", ["include ../a.py hl[1]"], id="of MkDocs"),
    pytest.param('--8<-- "x y.md"', ["include x y.md"], id="a snippet"),
    pytest.param('```py\n--8<-- "x.py"\n```', ["include x.py"], id="in code"),
    pytest.param("{{#include x.rs}}", ["include include x.rs"], id="of mdBook"),
    pytest.param("<!-- Read more here -->", [], id="a remark"),
    pytest.param("<!-- prettier-ignore -->", [], id="an order to a formatter"),
    pytest.param("`<!-- more -->`", [], id="what is only shown"),
]


@pytest.mark.parametrize(("text", "found"), CASES)
def test_directives_are_read(text: str, found: list[str]) -> None:
    assert read(text) == found


def test_comments_of_mdx_are_directives_too() -> None:
    assert read("{/* truncate */}\n\nא", "a.mdx") == ["truncate"]


def test_short_remarks_are_read_where_a_directive_may_have_become_one() -> None:
    text = "<!-- とても多い -->\n\n<!-- a remark of many words -->"
    assert read(text, remarks=True) == ["とても多い"]
