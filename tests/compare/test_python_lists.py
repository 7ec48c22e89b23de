"""Lists that Python-Markdown does not read as CommonMark does."""

from __future__ import annotations

import pytest

from transcheck.align.page import align_pair
from transcheck.compare.python_lists import misread_lists
from transcheck.parse import parse

ORIGINAL = "Intro:\n\n* one\n    * two\n\n        * three\n* four\n"
# Nothing but Python-Markdown renders these.
MARK = "\n!!! note\n    {}.\n"


def misread(text: str, original: str = ORIGINAL, mark: str = MARK) -> list[str]:
    pair = align_pair(
        parse(original + mark.format("Text"), path="en.md"),
        parse(text + mark.format("Текст"), path="ru.md"),
    )
    return [
        f"{pair.translation.text[one.block.span.start :].split()[1]} {one.indent}"
        for one in misread_lists(pair)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "Начало:\n\n* раз\n    * два\n\n        * три\n* пять\n", [], id="as it is"
        ),
        pytest.param(
            "Начало:\n* раз\n    * два\n\n        * три\n* пять\n",
            ["раз None"],
            id="no blank line",
        ),
        pytest.param(
            "Начало: \r\n* раз\r\n    * два\r\n\r\n        * три\r\n* пять\r\n",
            ["раз None"],
            id="no blank line after other line ends and a space",
        ),
        pytest.param(
            "Начало:\n\n* раз\n  * два\n\n    * три\n* пять\n",
            ["два 2"],
            id="two columns: the outermost list is told",
        ),
        pytest.param(
            "Начало:\n\n* раз\n    * два\n\n      * три\n* пять\n",
            ["три 2"],
            id="six columns in the list within",
        ),
        pytest.param("Начало:\n\n* раз\n\t* два\n\n\t\t* три\n* пять\n", [], id="tabs"),
        pytest.param(
            "Начало:\n\n- раз\n   - два\n\n       - три\n- пять\n",
            ["два 3"],
            id="three columns",
        ),
    ],
)
def test_a_list_is_one_for_the_renderer(text: str, found: list[str]) -> None:
    assert misread(text) == found


def test_a_quote_does_not_hide_a_paragraph() -> None:
    original = "> Intro:\n>\n> * one\n"
    assert misread("> Начало:\n> * раз\n", original) == ["раз None"]
    assert misread("> Начало:\n>\n> * раз\n", original) == []


def test_a_list_after_a_heading_needs_no_blank_line() -> None:
    assert misread("## Б\n* раз\n", "## B\n\n* one\n") == []


def test_what_the_original_does_is_understood() -> None:
    glued = ORIGINAL.replace("Intro:\n\n", "Intro:\n")
    assert misread("Начало:\n* раз\n    * два\n\n        * три\n", glued) == []
    shallow = ORIGINAL.replace("        * three", "      * three")
    assert misread("Начало:\n\n* раз\n  * два\n\n    * три\n", shallow) == []


def test_other_renderers_are_left_alone() -> None:
    text = "Начало:\n* раз\n  * два\n\n    * три\n* пять\n"
    assert misread(text, mark="\n> [!NOTE]\n> {}.\n") == []
