"""The line under a diagnostic: what is shown, and where the mark is."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcheck.report.snippet import WIDTH, snippet
from transcheck.text import Lines, Position, Range, Span


def marked(text: str, start: int, end: int) -> tuple[str, str]:
    """Return the line that is shown and the mark under it."""
    lines = Lines(text)
    shown = snippet(lines, lines.range(Span(start, end)))
    assert shown is not None
    return shown.text, " " * shown.indent + "^" * shown.length


@pytest.mark.parametrize(
    ("text", "span", "line", "mark"),
    [
        pytest.param("one two", (4, 7), "one two", "    ^^^", id="Latin"),
        pytest.param("раз два", (4, 7), "раз два", "    ^^^", id="Cyrillic"),
        pytest.param("一二三。", (2, 3), "一二三。", "    ^^", id="wide characters"),
        pytest.param("ｱｲ,.", (2, 4), "ｱｲ,.", "  ^^", id="halfwidth katakana"),
        pytest.param("e\u0301t,", (3, 4), "e\u0301t,", "  ^", id="combining marks"),
        pytest.param("हिन्दी,", (6, 7), "हिन्दी,", "     ^", id="Devanagari"),
        pytest.param("ภาษาที่,", (7, 8), "ภาษาที่,", "     ^", id="Thai"),
        pytest.param("각,", (1, 2), "각,", "  ^", id="Hangul syllables"),
        pytest.param(
            "\u1100\u1161\u11a8,",
            (3, 4),
            "\u1100\u1161\u11a8,",
            "  ^",
            id="Hangul jamo",
        ),
        pytest.param(
            "👩🏽‍💻,", (4, 5), "👩🏽‍💻,", "  ^", id="an emoji of four code points"
        ),
        pytest.param("שלום,", (4, 5), "שלום,", "    ^", id="Hebrew, in logical order"),
        pytest.param(
            "\ta\tb", (3, 4), "    a    b", "         ^", id="tabs are four columns"
        ),
        pytest.param(
            "a\x1bb", (2, 3), "a\\x1bb", "     ^", id="an escape takes its columns"
        ),
        pytest.param("one", (3, 3), "one", "   ^", id="a place at the end of the line"),
        pytest.param("", (0, 0), "", "^", id="a place in an empty file"),
        pytest.param("one\ntwo", (1, 6), "one", " ^^", id="a span over two lines"),
        pytest.param(
            "one\r\ntwo\r\n", (5, 8), "two", "^^^", id="CRLF is not part of it"
        ),
        pytest.param("one\ntwo\n", (8, 8), "", "^", id="after the last line end"),
        pytest.param(
            "a\u2028b", (2, 3), "a\\u2028b", "       ^", id="U+2028 ends no line"
        ),
    ],
)
def test_the_mark_stands_under_the_span(
    text: str, span: tuple[int, int], line: str, mark: str
) -> None:
    assert marked(text, *span) == (line, mark)


@pytest.mark.parametrize(
    ("start", "opens", "closes"),
    [
        pytest.param(5, "xxxxxXXXxx", "xx…", id="near the start"),
        pytest.param(500, "…xx", "xx…", id="in the middle"),
        pytest.param(990, "…xx", "xxXXXxxxxxxx", id="near the end"),
    ],
)
def test_a_long_line_is_cut_around_the_span(
    start: int, opens: str, closes: str
) -> None:
    text = "x" * start + "XXX" + "x" * (997 - start)
    line, mark = marked(text, start, start + 3)
    assert len(line) - line.count("…") == WIDTH
    assert line.startswith(opens)
    assert line.endswith(closes)
    assert line[mark.index("^") : len(mark)] == "XXX"


def test_a_long_span_is_marked_as_far_as_it_is_shown() -> None:
    line, mark = marked("ab" + "X" * 1000, 2, 1002)
    assert line.startswith("abXX")
    assert line.endswith("X…")
    assert mark == "  " + "^" * (WIDTH - 2)


def test_a_cut_does_not_part_a_mark_from_its_letter() -> None:
    line, _ = marked("e\u0301" * 1000 + "," + "e\u0301" * 1000, 2000, 2001)
    body = line.strip("…")
    assert body.startswith("e")
    assert body.endswith("\u0301")


@pytest.mark.parametrize(
    "span",
    [
        pytest.param(((9, 1), (9, 2)), id="a line that is not there"),
        pytest.param(((1, 9), (1, 9)), id="a column that is not there"),
    ],
)
def test_a_place_outside_the_file_gives_no_line(
    span: tuple[tuple[int, int], tuple[int, int]],
) -> None:
    lines = Lines("one")
    assert snippet(lines, _range(span)) is None


def _range(span: tuple[tuple[int, int], tuple[int, int]]) -> Range:
    return Range(Position(*span[0]), Position(*span[1]))


@given(text=st.text(), ends=st.tuples(st.integers(0, 400), st.integers(0, 400)))
def test_whatever_the_text_the_line_is_safe_and_fits(
    text: str, ends: tuple[int, int]
) -> None:
    start, end = sorted(min(end, len(text)) for end in ends)
    line, mark = marked(text, start, end)
    assert not any(unicodedata.category(character) == "Cc" for character in line)
    assert len(mark) <= WIDTH + 8
