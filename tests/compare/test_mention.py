"""How findings point at things and call them."""

from __future__ import annotations

import pytest

from transcheck.compare.mention import (
    contrast,
    find,
    name_block,
    page_place,
    shorten,
    title,
    words,
)
from transcheck.parse import parse


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        pytest.param("# Start\n\nText", "# Start", id="a heading"),
        pytest.param("Один\nдва\n", "Один", id="the first line of a paragraph"),
        pytest.param("---\ntitle: a\n---\n\nمرحبا\r\nب", "مرحبا", id="frontmatter"),
        pytest.param("<hr>\n\nText", "Text", id="markup before the text"),
        pytest.param("```\na\n```", "```", id="no prose"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_findings_on_a_page_go_to_its_first_words(text: str, marked: str) -> None:
    assert page_place(parse(text, path="a.md")).span.cut(text) == marked


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        pytest.param("# Install `pip`", "'Install pip'", id="code"),
        pytest.param("# *Soft* [sell](/x)", "'Soft sell'", id="markup"),
        pytest.param("# Цены {#prices}", "'Цены'", id="an id"),
        pytest.param("# {{< x >}}", "'{{< x >}}'", id="a shortcode"),
        pytest.param("# " + "あ" * 70, "'" + "あ" * 59 + "…'", id="a long one"),
    ],
)
def test_sections_are_called_by_their_heading(heading: str, name: str) -> None:
    (section,) = parse(heading, path="a.md").root.sections
    assert title(section) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("`a`\n: the gate", "definition list 'a the gate'", id="terms"),
        pytest.param("1. Dig", "list 'Dig'", id="a numbered list"),
        pytest.param("Далее", "paragraph 'Далее'", id="a text"),
    ],
)
def test_blocks_are_called_by_their_kind_and_text(text: str, name: str) -> None:
    (block,) = parse(text, path="a.md").root.blocks
    assert name_block(block) == name


def test_words_are_on_one_line() -> None:
    (paragraph,) = parse("One\ntwo  \n`three` <br>", path="a.md").root.blocks
    assert words(*paragraph.inlines) == "One two three"


def test_a_contrast_shows_where_two_texts_differ() -> None:
    start = "https://example.org/" + "a" * 60
    assert contrast(start + "/one", start + "/two") == (
        "'…aaaaaaaaaaaaaaa/one'",
        "'…aaaaaaaaaaaaaaa/two'",
    )
    assert contrast("/one", "/two") == ("'/one'", "'/two'")


def test_quoting_keeps_to_one_line() -> None:
    assert shorten("a\r\nb") == "'a b'"


def test_quoting_leaves_short_texts_alone() -> None:
    assert shorten("x" * 60) == "'" + "x" * 60 + "'"


@pytest.mark.parametrize(
    ("text", "word", "places"),
    [
        pytest.param("a model, modelo, model", "model", [2, 17], id="whole words"),
        pytest.param("使用Rust语言", "Rust", [2], id="beside Chinese"),
        pytest.param("#glossary-x", "#glossary", [], id="before a hyphen"),
        pytest.param("model", "", [], id="nothing to find"),
    ],
)
def test_a_text_is_found_as_a_whole_word(
    text: str, word: str, places: list[int]
) -> None:
    document = parse(text, path="a.md")
    (block,) = document.root.blocks
    assert [span.start for span in find(document, block, word)] == places
