"""Inlines: what each construct becomes, and where it stands."""

from __future__ import annotations

import pytest

from transcheck.document import (
    CodeSpan,
    Emphasis,
    Inline,
    InlineMarkup,
    Text,
    block_inlines,
    document_blocks,
    walk_inlines,
)
from transcheck.parse import parse


def inlines(text: str, path: str = "page.md") -> list[Inline]:
    return [
        inline
        for block in document_blocks(parse(text, path=path))
        for inline in block_inlines(block)
    ]


@pytest.mark.parametrize(
    ("text", "target", "source"),
    [
        pytest.param("a [b](c) d", "c", "c", id="an inline link"),
        pytest.param("[b](<c d> 'e')", "c d", "c d", id="a target in angle brackets"),
        pytest.param(
            "[b](c_\\(d\\)&amp;e)",
            "c_(d)&e",
            "c_\\(d\\)&amp;e",
            id="escapes and entities",
        ),
        pytest.param("[b](c%20d)", "c%20d", "c%20d", id="percent signs stay"),
        pytest.param(
            "[b](日本語#見出し)",
            "日本語#見出し",
            "日本語#見出し",
            id="a Japanese target",
        ),
        pytest.param(
            '[b]({{< ref "c d" >}})',
            '{{< ref "c d" >}}',
            '{{< ref "c d" >}}',
            id="a shortcode as target",
        ),
        pytest.param("[b]( c )", "c", "c", id="spaces around a target"),
        pytest.param("[b][C]\n\n[c]: d", "d", "d", id="a reference"),
        pytest.param("[c][]\n\n[c]: <d e>", "d e", "d e", id="a collapsed reference"),
        pytest.param("[c]\n\n[c]: d", "d", "d", id="a shortcut reference"),
        pytest.param(
            "<https://a.b/c>", "https://a.b/c", "https://a.b/c", id="an automatic link"
        ),
        pytest.param("<a@b.org>", "mailto:a@b.org", "a@b.org", id="an e-mail address"),
        pytest.param("<a href='c'>*b*</a>", "c", "c", id="HTML"),
        pytest.param("> - x\n>   [b](c)", "c", "c", id="in a list in a quote"),
        pytest.param(
            "|a|\n|-|\n|[b](c\\|d)|",
            "c|d",
            "c\\|d",
            id="in a cell with an escaped pipe",
        ),
        pytest.param("\t- a\n\n- \t[b](c)", "c", "c", id="behind tabs"),
        pytest.param("**a [b](c)**", "c", "c", id="in strong text"),
        pytest.param("~~a [b](c)~~", "c", "c", id="in struck text"),
        pytest.param("![x](y) [b](c)", "c", "c", id="behind an image"),
        pytest.param("[[a] b](c)", "c", "c", id="around brackets"),
    ],
)
def test_links_know_their_target_and_where_it_is(
    text: str, target: str, source: str
) -> None:
    [link] = parse(text, path="page.md").links
    assert link.target == target
    assert link.target_span is not None
    assert link.target_span.cut(text) == source


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("[a] (b)", id="a space before the target"),
        pytest.param("[a]（b）", id="full-width brackets"),
        pytest.param("[a][b]", id="a reference without a definition"),
        pytest.param("`[a](b)`", id="code"),
        pytest.param("\\[a](b)", id="an escaped bracket"),
        pytest.param("<!-- [a](b) -->", id="a comment"),
        pytest.param("[a](b c)", id="a space in the target"),
    ],
)
def test_no_link_is(text: str) -> None:
    assert parse(text, path="page.md").links == ()


def test_images_know_target_and_alternative_text() -> None:
    text = "a ![b *c* `d`](e.png 'f') ![g][h]\n\n[h]: i.png"
    first, second = parse(text, path="page.md").images
    assert (first.target, first.alt, first.title) == ("e.png", "b c \ufffc", "f")
    assert (second.target, second.form, second.label) == ("i.png", "reference", "h")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("a `b c` d", "b c", id="plain"),
        pytest.param("`` a`b ``", "a`b", id="a backtick within"),
        pytest.param("` a `", "a", id="one space is stripped"),
        pytest.param("`a\nb`", "a b", id="over two lines"),
        pytest.param("> `a\n> b`", "a b", id="over two lines of a quote"),
        pytest.param("`{{ a }}`", "{{ a }}", id="a template tag"),
        pytest.param("|`a\\|b`|\n|-|", "a|b", id="an escaped pipe in a cell"),
        pytest.param("слово `код` слово", "код", id="among Cyrillic words"),
        pytest.param("语`码`言", "码", id="among Chinese characters"),
    ],
)
def test_code_spans_say(text: str, value: str) -> None:
    [code] = parse(text, path="page.md").code_spans
    assert isinstance(code, CodeSpan)
    assert code.value == value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("*a*", ["*a*"], id="emphasis"),
        pytest.param("*အခု*တော့", ["*အခု*"], id="a vowel sign of Burmese before its end"),
        pytest.param("a **हिन्दी**में", ["**हिन्दी**"], id="a vowel sign of Hindi"),
        pytest.param("คำ*ที่*นี่", ["*ที่*"], id="a tone mark of Thai"),
        pytest.param("ya*\u064ea*", ["*\u064ea*"], id="a vowel mark after its start"),
        pytest.param(
            "***a** b*", ["***a** b*", "**a**"], id="strong at the start of emphasis"
        ),
        pytest.param("__a__ _b_", ["__a__", "_b_"], id="underscores"),
        pytest.param("**粗体**。", ["**粗体**"], id="Chinese"),
        pytest.param(
            "**「粗体」**的", [], id="a bracket before a letter does not close"
        ),
        pytest.param("~~a *b*~~", ["~~a *b*~~", "*b*"], id="struck"),
        pytest.param("\\*a\\*", [], id="escaped"),
        pytest.param("> *a\n> b*", ["*a\n> b*"], id="over two lines of a quote"),
    ],
)
def test_emphasis_is(text: str, expected: list[str]) -> None:
    found = [inline for inline in inlines(text) if isinstance(inline, Emphasis)]
    assert [inline.span.cut(text) for inline in found] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("**a_b_c**", ["a_b_c"], id="a name with underscores"),
        pytest.param("*a ** b*", ["a ** b"], id="stars between spaces"),
        pytest.param("*a\\*b*", ["a", "*", "b"], id="an escaped star apart"),
        pytest.param("*[a_b](c) d_e*", ["a_b", " d_e"], id="beside a link"),
    ],
)
def test_text_in_emphasis_is(text: str, expected: list[str]) -> None:
    found = [inline for inline in inlines(text) if isinstance(inline, Text)]
    assert [inline.value for inline in found] == expected


def test_emphasis_nested_for_ever_takes_no_time_for_ever() -> None:
    # Quadratic, this would take minutes.
    text = "*a **b " * 8000 + "c** d*" * 8000
    assert any(isinstance(inline, Emphasis) for inline in inlines(text))


@pytest.mark.parametrize(
    ("text", "path", "expected"),
    [
        pytest.param("a <br> b", "p.md", [("html", "<br>")], id="HTML"),
        pytest.param(
            "a <!-- b --> c", "p.md", [("comment", "<!-- b -->")], id="a comment"
        ),
        pytest.param(
            'a {{< b "c" >}} d',
            "p.md",
            [("shortcode", '{{< b "c" >}}')],
            id="a shortcode",
        ),
        pytest.param(
            "a {{% b %}} c",
            "p.md",
            [("shortcode", "{{% b %}}")],
            id="a percent shortcode",
        ),
        pytest.param(
            "a {% b %} {{ c }}",
            "p.md",
            [("template", "{% b %}"), ("template", "{{ c }}")],
            id="template tags",
        ),
        pytest.param(
            "a {* b.py *}", "p.md", [("include", "{* b.py *}")], id="an include"
        ),
        pytest.param(
            "[a](b){target=_blank}",
            "p.md",
            [("attributes", "{target=_blank}")],
            id="attributes",
        ),
        pytest.param(
            "a {: .b #c }",
            "p.md",
            [("attributes", "{: .b #c }")],
            id="attributes with a colon",
        ),
        pytest.param("a $x_i^2$ b", "p.md", [("math", "$x_i^2$")], id="a formula"),
        pytest.param(
            "a \\\\(x*y*z\\\\) b",
            "p.md",
            [("math", "\\\\(x*y*z\\\\)")],
            id="a formula in brackets",
        ),
        pytest.param("it costs $5 or $10", "p.md", [], id="prices are no formula"),
        pytest.param(
            "a {b('}')} c", "p.mdx", [("expression", "{b('}')}")], id="an expression"
        ),
        pytest.param("a {b} c", "p.md", [], id="in Markdown braces are text"),
        pytest.param(
            "a {it's} b",
            "p.mdx",
            [("expression", "{it's}")],
            id="an apostrophe in braces",
        ),
    ],
)
def test_markup_in_a_line(
    text: str, path: str, expected: list[tuple[str, str]]
) -> None:
    found = [
        inline for inline in inlines(text, path) if isinstance(inline, InlineMarkup)
    ]
    assert [(inline.form, inline.value) for inline in found] == expected


@pytest.mark.parametrize(
    ("text", "values"),
    [
        pytest.param("a\\*b\\_", ["a", "*", "b", "_"], id="each escape is a node"),
        pytest.param(
            "a &amp; b&#233;&xyz;",
            ["a ", "&", " b", "é", "&xyz;"],
            id="so is each entity that HTML knows",
        ),
        pytest.param(
            "a&shy;b&ThickSpace;", ["a&shy;b", "\u205f\u200a"], id="and that is seen"
        ),
        pytest.param("a  \n  b", ["a", "b"], id="indent belongs to the line end"),
        pytest.param("[a\\]](b)", ["a", "]"], id="an escape in a link"),
        pytest.param("नमस्ते *दुनिया*।", ["नमस्ते ", "दुनिया", "।"], id="Devanagari"),
        pytest.param("สวัสดี **ชาวโลก**", ["สวัสดี ", "ชาวโลก"], id="Thai"),
        pytest.param("ע*ב*רית", ["ע", "ב", "רית"], id="Hebrew"),
        pytest.param("👩‍💻 *e\u0301*", ["👩‍💻 ", "e\u0301"], id="emoji and marks"),
    ],
)
def test_text_is(text: str, values: list[str]) -> None:
    found = [inline for inline in inlines(text) if isinstance(inline, Text)]
    assert [inline.value for inline in found] == values


def test_autolinks_in_a_links_text_are_its_text() -> None:
    text = "[<http://a.b> c](d)"
    [link] = parse(text, path="page.md").links
    children = [child.span.cut(text) for child in walk_inlines(*link.children)]
    assert children == ["<http://a.b>", " c"]
