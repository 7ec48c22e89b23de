"""Lines, columns, spans, and bytes that are no text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcheck.text import (
    DisjointSpans,
    Lines,
    Position,
    Span,
    UndecodableError,
    decode,
    line_start,
    printable,
)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param("", [""], id="an empty text has one empty line"),
        pytest.param("a\nb", ["a", "b"], id="LF"),
        pytest.param("a\r\nb\r\n", ["a", "b", ""], id="CRLF ends one line"),
        pytest.param("a\rb", ["a", "b"], id="a lone CR ends a line"),
        pytest.param("a\n\rb", ["a", "", "b"], id="LF and CR are two ends"),
        pytest.param(
            "a\u2028b\u0085c\x0bd\x1de",
            ["a\u2028b\u0085c\x0bd\x1de"],
            id="nothing else ends a line",
        ),
    ],
)
def test_lines_end_where_commonmark_ends_them(text: str, lines: list[str]) -> None:
    found = Lines(text)
    assert [found.content(number + 1) for number in range(len(found))] == lines


@pytest.mark.parametrize(
    ("text", "offset", "position"),
    [
        pytest.param("ab", 1, Position(1, 2), id="columns start at one"),
        pytest.param("漢字a", 2, Position(1, 3), id="a wide character is one column"),
        pytest.param(
            "e\u0301a", 2, Position(1, 3), id="a combining mark is one column"
        ),
        pytest.param("😀a", 1, Position(1, 2), id="an emoji is one column"),
        pytest.param("a\tb", 2, Position(1, 3), id="a tab is one column"),
        pytest.param("a\r\nb", 3, Position(2, 1), id="past CRLF"),
        pytest.param("a\n", 2, Position(2, 1), id="the end of the text"),
    ],
)
def test_positions_count_code_points(
    text: str, offset: int, position: Position
) -> None:
    assert Lines(text).position(offset) == position


@given(text=st.text(), data=st.data())
def test_positions_lead_back_to_their_offset(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    lines = Lines(text)
    assert lines.offset(lines.position(offset)) == offset


@given(text=st.text(alphabet="ab\r\n"), data=st.data())
def test_a_line_starts_behind_the_last_line_end(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    before = text[:offset]
    assert line_start(text, offset) == len(before) - len(
        before.replace("\r", "\n").rpartition("\n")[2]
    )


def test_a_span_does_not_run_backwards() -> None:
    with pytest.raises(ValueError, match=r"2\.\.1"):
        Lines("abc").range(Span(2, 1))


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert decode(b"\xef\xbb\xbfa") == "a"


@pytest.mark.parametrize(
    ("data", "reason", "before"),
    [
        pytest.param(b"a\xff", "0xff", "a", id="a byte that UTF-8 never has"),
        pytest.param(b"\xef\xbb\xbf\xc3", "0xc3", "", id="a character cut short"),
        pytest.param(b"a\nb\x00c", "NUL", "a\nb", id="a NUL"),
        pytest.param("a".encode("utf-16"), "0xff", "", id="UTF-16"),
    ],
)
def test_bytes_that_are_no_text(data: bytes, reason: str, before: str) -> None:
    with pytest.raises(UndecodableError, match=reason) as caught:
        decode(data)
    assert caught.value.before == before


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("zażółć שלום สวัสดี 你好 👩🏽‍💻", None, id="letters of any script"),
        pytest.param("\x1b[31m\x07", "\\x1b[31m\\x07", id="what steers a terminal"),
        pytest.param("\x9b31m\x7f", "\\x9b31m\\x7f", id="the same in one byte"),
        pytest.param("a\tb\r\n", "a\\tb\\r\\n", id="tabs and line ends"),
        pytest.param("\u202egpj.exe", "\\u202egpj.exe", id="an override"),
        pytest.param("\u2066a\u2069\u200f", "\\u2066a\\u2069\\u200f", id="isolates"),
        pytest.param("a\u2028b\x85", "a\\u2028b\\x85", id="other line separators"),
        pytest.param("\udcff", "\\udcff", id="a byte of a file name that is no text"),
        pytest.param("\\x1b", None, id="a backslash"),
    ],
)
def test_what_is_printed_is_harmless(text: str, shown: str | None) -> None:
    assert printable(text) == (text if shown is None else shown)


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 4)), max_size=12))
def test_spans_are_added_unless_they_overlap(places: list[tuple[int, int]]) -> None:
    disjoint = DisjointSpans()
    added: list[Span] = []
    for start, length in places:
        span = Span(start, start + length)
        free = not any(one.start < span.end and span.start < one.end for one in added)
        assert disjoint.add(span) is free
        added += [span] * free
