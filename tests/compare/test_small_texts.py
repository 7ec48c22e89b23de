"""The texts of links, images and markup, and where they are."""

from __future__ import annotations

import pytest

from transcheck.compare.small_texts import leads_to, small_texts
from transcheck.document import document_blocks
from transcheck.parse import parse


def read(text: str, path: str = "a.md") -> list[tuple[str, str, str]]:
    document = parse(text, path=path)
    return [
        (one.kind, one.text, one.span.cut(text))
        for block in document_blocks(document)
        for one in small_texts(document, block)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            'Read [the *warm* soil](soil.md "All of it").',
            [
                ("text of a link", "the warm soil", "the *warm* soil"),
                ("title of a link", "All of it", "All of it"),
            ],
            id="a link with a title",
        ),
        pytest.param(
            'ดู ![สวน](garden.png "สวนของเรา")',
            [
                ("alternative text", "สวน", "สวน"),
                ("title of an image", "สวนของเรา", "สวนของเรา"),
            ],
            id="an image with a title",
        ),
        pytest.param(
            "[![a shed](shed.png)](shed.md)",
            [
                ("text of a link", "\ufffc", "![a shed](shed.png)"),
                ("alternative text", "a shed", "a shed"),
            ],
            id="an image in a link",
        ),
        pytest.param(
            'See <img src="a.png" alt="a warm bed">.',
            [("alternative text", "a warm bed", "a warm bed")],
            id="an image in HTML, once",
        ),
        pytest.param(
            "[the shed][1]\n\n[1]: shed.md",
            [("text of a link", "the shed", "the shed")],
            id="a reference",
        ),
        pytest.param("[the shed](https://example.org/)", [], id="a link elsewhere"),
        pytest.param("<https://example.org/> and `[a](b)`", [], id="no text"),
    ],
)
def test_small_texts_of_a_block(text: str, found: list[tuple[str, str, str]]) -> None:
    assert read(text) == found


def test_a_parameter_is_read_without_its_code_and_tags() -> None:
    text = '<Quiz explain="The <b>bean</b> of <code>sow()</code>" />\n'
    source = "The <b>bean</b> of <code>sow()</code>"
    assert read(text, "a.mdx") == [("'explain'", "The bean of \ufffc", source)]


@pytest.mark.parametrize(
    ("target", "language", "leads"),
    [
        pytest.param("/ja/beans.md", "ja", True, id="a folder"),
        pytest.param("README.zh-CN.md", "zh-Hans", True, id="a suffix with a region"),
        pytest.param("../en/", "en-GB", True, id="whatever the region"),
        pytest.param("entry.md", "en", False, id="a word that begins so"),
        pytest.param("", "en", False, id="no target"),
    ],
)
def test_where_a_link_leads(target: str, language: str, *, leads: bool) -> None:
    document = parse(f"[beans]({target})", path="a.md")
    (text,) = small_texts(document, document_blocks(document)[0])
    assert leads_to(text, language) is leads
