"""Marks of one width in text that sets them in the other."""

from __future__ import annotations

import pytest

from transcheck.compare.mark_widths import find_narrow_marks
from transcheck.compare.texts import texts_of
from transcheck.parse import parse


def signs(text: str, language: str) -> list[str]:
    """Return the narrow marks that are reported in a document."""
    document = parse(text, path="a.md", language=language)
    return [
        stray.sign.removeprefix("narrow ")
        for _, stray in find_narrow_marks(texts_of(document), language)
    ]


@pytest.mark.parametrize(
    ("language", "narrow", "wide", "expected"),
    [
        pytest.param("zh", "花园,草", "草，" * 10, [","], id="one among ten"),
        pytest.param("zh", "花园,草", "草，" * 9, [], id="one among fewer"),
        pytest.param("zh", "花园,草", "草，草。" * 5, [","], id="few of its kind"),
        pytest.param("zh", "花园:草", "草：草。" * 5, [], id="colons may be narrow"),
        pytest.param("ja", "庭!草", "草！" * 10, ["!"], id="Japanese"),
        pytest.param("ja", "庭の草.", "草。" * 10, ["."], id="at the end"),
        pytest.param(
            "ja", "庭の草. 花", "草。" * 10, ["."], id="with a space after it"
        ),
        pytest.param("ja", "庭の草...", "草。" * 10, [], id="an ellipsis"),
        pytest.param("ko", "정원,풀", "草，" * 10, [], id="Korean has narrow ones"),
        pytest.param(
            "zh", "a,b 和 1,000", "草，" * 10, [], id="Latin words and digits"
        ),
        pytest.param("ja", "庭の草: rose", "草：" * 10, [], id="before a Latin word"),
        pytest.param("ja", "庭の草: 'rose'", "草：" * 10, [], id="before a quoted one"),
        pytest.param(
            "ja", "庭の草: '花'", "草：" * 10, [":"], id="before other quotes"
        ),
        pytest.param("zh", "`花,园`", "草，" * 10, [], id="in code"),
        pytest.param(
            "zh", "花（园)草", "草（草）", [")"], id="a bracket of two widths"
        ),
        pytest.param("zh", "花(园)草", "草（草）" * 10, ["("], id="narrow brackets"),
        pytest.param("zh", "花(garden)草", "草（草）" * 10, [], id="Latin in brackets"),
        pytest.param(
            "zh", "[花](园）", "草（草）" * 10, [], id="a link that is broken"
        ),
    ],
)
def test_narrow_marks(
    language: str, narrow: str, wide: str, expected: list[str]
) -> None:
    assert signs(f"{narrow}\n\n{wide}\n", language) == expected
