"""Emphasis that was meant, and whose delimiters are left in the text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcheck.compare.broken_emphasis import BrokenEmphasis, beside, broken_emphasis
from transcheck.compare.loose_delimiters import loose_runs
from transcheck.document import Block, Document, document_blocks
from transcheck.parse import parse


def read(text: str) -> tuple[Document, Block]:
    document = parse(text, path="a.md")
    return document, next(iter(document_blocks(document)))


def broken(
    text: str, original: str | None = None, *, lenient: bool = False
) -> list[BrokenEmphasis]:
    document, block = read(text)
    known = beside(*read(original)) if original is not None else None
    runs = loose_runs(document, block)
    return broken_emphasis(document, block, runs, known, lenient=lenient)


def mended(text: str, found: list[BrokenEmphasis]) -> str:
    repairs = sorted(repair for one in found for repair in one.repairs)
    for span, new in reversed(repairs):
        text = text[: span.start] + new + text[span.end :]
    return text


@pytest.mark.parametrize(
    ("text", "right"),
    [
        pytest.param("** а**", "**а**", id="a space after the opening"),
        pytest.param("α **β **γ", "α **β** γ", id="a space that belongs outside"),
        pytest.param("א ** ב **.", "א **ב**.", id="spaces on both sides"),
        pytest.param("**`x` **हैं", "**`x`** हैं", id="code inside"),
        pytest.param(
            "**ا ** و **ب**", "**ا** و **ب**", id="before another that is fine"
        ),
        pytest.param("กข** ค**", "กข **ค**", id="no space before it"),
        pytest.param(
            "**「水」。**を", "**「水」。**を", id="no repair beside brackets"
        ),
        pytest.param("**水。**を", "**水**。を", id="a full stop moves out"),
    ],
)
def test_two_stars_are_meant_whatever_is_beside_them(text: str, right: str) -> None:
    found = broken(text)

    assert len(found) == 1
    assert mended(text, found) == right


@pytest.mark.parametrize(
    ("text", "original", "right"),
    [
        pytest.param("а * один*", "a *one*", "а *один*", id="one star"),
        pytest.param("_물_을", "_water_", "*물*을", id="an underscore beside a letter"),
        pytest.param("＊＊水＊＊", "**water**", "**水**", id="wide stars"),
        pytest.param("ένα* δύο", "*one* two", "ένα* δύο", id="half of a pair"),
        pytest.param("***水**です", "**water**", "***水**です", id="one star too many"),
    ],
)
def test_beside_the_original_less_is_enough(
    text: str, original: str, right: str
) -> None:
    found = broken(text, original)

    assert found
    assert mended(text, found) == right
    assert broken(text) == []


@pytest.mark.parametrize(
    ("text", "original"),
    [
        pytest.param("2 ** 3 и 4 ** 5", "2 ** 3 and 4 ** 5", id="sums"),
        pytest.param(
            "`** x**` и \\*\\* y", "`** x**` and \\*\\* y", id="code, escapes"
        ),
        pytest.param("docs/**/x и src/**/y", "all of it", id="paths"),
        pytest.param("my_name и _x_y", "my_name and _x_y", id="names"),
        pytest.param("цена*", "the price", id="a note of its own"),
        pytest.param("** а**", "** a**", id="what the original has too"),
        pytest.param("*က*တ", "*a* b", id="beside a vowel sign"),
        pytest.param("[$x_1 *y$](/a_b*c)", "[x](/a)", id="mathematics and targets"),
    ],
)
def test_other_stars_are_text(text: str, original: str) -> None:
    assert broken(text, original) == []


def test_a_lenient_renderer_takes_punctuation_but_no_space() -> None:
    assert broken("**水。**を", lenient=True) == []
    assert len(broken("**水。 **を", lenient=True)) == 1


@given(st.text(alphabet="*_＊ ab水。`[]()\\\n", max_size=60), st.booleans())
def test_repairs_lie_within_the_emphasis_and_do_not_overlap(
    text: str, lenient: bool
) -> None:
    document = parse(text, path="a.md")
    for block in document_blocks(document):
        runs = loose_runs(document, block)
        if not runs:
            continue
        for one in broken_emphasis(document, block, runs, None, lenient=lenient):
            assert one.wrong in one.span
            spans = [span for span, _ in one.repairs]
            assert all(span in one.span for span in spans)
            assert all(a.end <= b.start for a, b in pairwise(spans))
