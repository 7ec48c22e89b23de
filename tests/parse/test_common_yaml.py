"""Metadata that is read line by line is read as PyYAML reads it."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from transcheck.parse.common_yaml import read_common_yaml
from transcheck.parse.frontmatter import read_frontmatter

# A comment is no common line, so PyYAML reads what follows.
BEFORE = "---\n# read by PyYAML\n"

VALUES = [
    *("", "words", "two words", "Überschrift", "提供", "नमस्ते", "a: b", "a:", "a #b"),
    *("a#b", "https://example.org/a#b", '"quoted: #1"', "'it is'", "'it''s'", '"\\n"'),
    *('""', '"a" b', "yes", "No", "oN", "null", "~", "0", "12", "007", "1_0", "1:30"),
    *("2024-02-03", "2024-02-03T04:05:06Z", "1.5", ".inf", "- a", "-a", "[a, b]"),
    *('["a", "", no]', "[ ]", "[a, [b]]", "[a,]", "{a: b}", "&a b", "*a", "!!str 1"),
    *("| ", ">", "@a", "`a`", "%a", "a\tb", "a\u00a0b", "a\u2028b", "\ufeff", "? a"),
    *("a, b", "a [b] {c}", "<<", "=", "y", "word ", "a\\b", "a\x85b", "-", "---"),
]
INDENTS = ["", "", "", "  ", "  ", "    "]
STARTS = ["a:", "b:", "c:", "d-e:", "é:", "- ", "- "]
ENDS = ["\n", "\n", "\n", " \n", "\n\n", "\n  \n"]


def lines(*values: str) -> st.SearchStrategy[str]:
    """Return lines that are common but for their values, and may be in any order."""
    parts = (INDENTS, STARTS, [" "], values, ENDS)
    return st.builds("{}{}{}{}{}".format, *map(st.sampled_from, parts))


COMMON = lines("", "", "words", "Über", "'it is'", "0", "no", "2024-02-03", "[a, 'b']")
RARE = lines(*VALUES) | st.sampled_from(
    ["1: a\n", "\ta: b\n", "a :\n", "<<: *a\n", "-\n", "a: b\r\n", "a: b"]
)


@given(st.lists(COMMON | COMMON | COMMON | RARE, max_size=5).map("".join))
@example("a:\n- b\n- c\nd:\n")
@example("a:\n  b:\n    - c\n  d: e\n\nf: g")
@example("a:\n  - b\n - c\n")
@example("a: b\n  c: d\n")
@example("a: b\na: c\n")
def test_what_is_read_line_by_line_is_what_pyyaml_reads(source: str) -> None:
    entries = read_common_yaml(source, len(BEFORE))
    if entries is not None:
        frontmatter, _ = read_frontmatter(f"{BEFORE}{source}\n---\n")
        assert frontmatter is not None
        assert entries == frontmatter.entries
        assert frontmatter.error is None
        assert not frontmatter.duplicates


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("", id="nothing"),
        pytest.param("title: Some words\n", id="a key with a value"),
        pytest.param("title: 'Quoted: words'\n", id="a quoted value"),
        pytest.param("tags:\n  - a\n  - b\n", id="a list below its key"),
        pytest.param("tags:\n- a\n- b\n", id="a list beside its key"),
        pytest.param('tags: ["a", "b"]\n', id="a list in a line"),
        pytest.param(
            "hero:\n  title: A\n  image:\n    src: b.png\n", id="keys in keys"
        ),
    ],
)
def test_common_metadata_is_read_line_by_line(source: str) -> None:
    assert read_common_yaml(source, 0) is not None
