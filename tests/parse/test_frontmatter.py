"""Frontmatter: what is metadata, and where its keys and values stand."""

from __future__ import annotations

import pytest

from transcheck.document import Document, Frontmatter
from transcheck.parse import parse


def read(text: str) -> Frontmatter | None:
    return parse(text, path="page.md").frontmatter


def headings(document: Document) -> list[str]:
    return [h.span.cut(document.text) for h in document.headings]


@pytest.mark.parametrize(
    ("text", "form", "values"),
    [
        pytest.param("---\na: b\n---\n# c", "yaml", {("a",): "b"}, id="YAML"),
        pytest.param(
            "---\r\na: b\r\n---\r\n# c", "yaml", {("a",): "b"}, id="YAML in CRLF"
        ),
        pytest.param(
            "\n\n---\na: b\n---\n# c",
            "yaml",
            {("a",): "b"},
            id="YAML after blank lines",
        ),
        pytest.param("---\n---\n# c", "yaml", {}, id="an empty block"),
        pytest.param(
            "---\n# only a comment\n---\n# c", "yaml", {}, id="a block of comments"
        ),
        pytest.param(
            "---\na: no\nb: 012\n---\n# c",
            "yaml",
            {("a",): "no", ("b",): "012"},
            id="scalars as they are written",
        ),
        pytest.param(
            "---\na:\n  b: [c, d]\n---\n# c",
            "yaml",
            {
                ("a",): None,
                ("a", "b"): None,
                ("a", "b", "0"): "c",
                ("a", "b", "1"): "d",
            },
            id="nested YAML",
        ),
        pytest.param(
            "---\ntitle: 标题\nкнига: да\n---\n# c",
            "yaml",
            {("title",): "标题", ("книга",): "да"},
            id="keys and values of any script",
        ),
        pytest.param(
            "---\na: &x [*x]\n---\n# c",
            "yaml",
            {("a",): None, ("a", "0"): None},
            id="an alias of itself",
        ),
        pytest.param(
            '+++\na = "b"\n[c]\nd = 1\n+++\n# c',
            "toml",
            {("a",): "b", ("c",): None, ("c", "d"): "1"},
            id="TOML",
        ),
        pytest.param(
            '{\n"a": "b",\n"c": [1]\n}\n# c',
            "json",
            {("a",): "b", ("c",): None, ("c", "0"): "1"},
            id="JSON",
        ),
        pytest.param(
            '%{\n  title: "a {b}",\n  tags: ~w(c)\n}\n---\n\n# c',
            "elixir",
            {},
            id="a map of Elixir, whose keys are not read",
        ),
        pytest.param(
            "%{\r\n  a: 1\r\n}\r\n---\r\n# c", "elixir", {}, id="such a map in CRLF"
        ),
    ],
)
def test_metadata_is_read(
    text: str, form: str, values: dict[tuple[str, ...], str | None]
) -> None:
    document = parse(text, path="page.md")
    frontmatter = document.frontmatter
    assert frontmatter is not None
    assert frontmatter.form == form
    assert {entry.path: entry.value for entry in frontmatter.entries} == values
    assert headings(document) == ["# c"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("# a\n\n---\nb: c\n---\n", id="a block further down"),
        pytest.param("---\n\nSome words.\n\n---\n", id="words between two rules"),
        pytest.param("---\n- a\n- b\n---\n", id="a list between two rules"),
        pytest.param("---\nNote: words\ngo on.\n", id="a sentence below a rule"),
        pytest.param("---\nNote: words\n\ngo on.\n", id="a short one below a rule"),
        pytest.param(
            "# a\n\n---\nb: c\nd: e\n\nf", id="keys below a rule further down"
        ),
        pytest.param("{{< a >}}\n", id="a shortcode"),
        pytest.param('{"a": 1} b\n', id="braces in a line"),
        pytest.param("{\nno json\n}\n", id="braces that hold no JSON"),
        pytest.param("%{\n  a: 1\n}\n\n# c\n", id="a map of Elixir that is not closed"),
    ],
)
def test_no_metadata_is(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param("---\na: b: c\n---\n", 8, id="a colon in a YAML value"),
        pytest.param("---\ntitle: 'a\n---\n", 16, id="an open quote"),
        pytest.param("+++\na = \n+++\n", 4, id="a TOML key without a value"),
        pytest.param("---\na: b\nc: d\n\n# e\n", 0, id="a block that is not closed"),
        pytest.param("---\na: b\n--\n\n# e\n", 0, id="two dashes do not close it"),
    ],
)
def test_broken_metadata_says_why_and_where(text: str, place: int) -> None:
    frontmatter = read(text)
    assert frontmatter is not None
    assert frontmatter.error
    assert frontmatter.error_place is not None
    assert frontmatter.error_place.start == pytest.approx(place, abs=6)


@pytest.mark.parametrize(
    ("text", "path", "key", "value"),
    [
        pytest.param(
            "---\nx: 😀\n\u2028y: 1\ntítulo: 'ñ'\n---\n",
            ("título",),
            "título",
            "'ñ'",
            id="behind an emoji",
        ),
        pytest.param(
            "---\na:\n  - b\n---\n", ("a", "0"), "b", "b", id="an item of a list"
        ),
        pytest.param(
            '+++\n[a]\nb = "c"\n+++\n', ("a", "b"), "b", '"c"', id="in a TOML table"
        ),
        pytest.param('{\n  "a": "b",\n  "c": 1\n}\n', ("a",), "a", '"b"', id="in JSON"),
    ],
)
def test_keys_and_values_know_their_place(
    text: str, path: tuple[str, ...], key: str, value: str
) -> None:
    frontmatter = read(text)
    assert frontmatter is not None
    [entry] = [entry for entry in frontmatter.entries if entry.path == path]
    assert (entry.key_span.cut(text), entry.value_span.cut(text)) == (key, value)


def test_a_folded_value_ends_with_its_last_line() -> None:
    text = "---\na: >\n  b\n  c\nd: e\n---\n"
    frontmatter = read(text)
    assert frontmatter is not None
    assert frontmatter.entries[0].value_span.cut(text) == ">\n  b\n  c"


def test_metadata_that_is_not_closed_is_no_heading() -> None:
    document = parse("---\na: b\nc: d\n--\n\n# e\n", path="page.md")
    assert headings(document) == ["# e"]


def test_duplicate_keys_are_told() -> None:
    frontmatter = read("---\na: 1\nb: 2\na: 3\n---\n")
    assert frontmatter is not None
    assert [(entry.path, entry.value) for entry in frontmatter.duplicates] == [
        (("a",), "3")
    ]


def test_truth_values_are_spelled_as_they_are_written() -> None:
    toml = read("+++\ndraft = true\n+++\n")
    json = read('{\n"draft": false,\n"date": null\n}\n')
    assert toml is not None
    assert json is not None
    found = [entry.value for entry in (*toml.entries, *json.entries)]
    assert found == ["true", "false", "null"]


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        pytest.param("a", "string", id="a word"),
        pytest.param('"1"', "string", id="a number in quotes"),
        pytest.param("1.5", "number", id="a number"),
        pytest.param("true", "boolean", id="a truth value"),
        pytest.param("2024-01-31", "date", id="a date"),
        pytest.param("", "null", id="nothing"),
        pytest.param("[]", "list", id="a list"),
        pytest.param("{}", "mapping", id="a mapping"),
    ],
)
def test_values_have_a_kind(value: str, kind: str) -> None:
    frontmatter = read(f"---\nkey: {value}\n---\n")
    assert frontmatter is not None
    assert frontmatter.entries[0].kind == kind
