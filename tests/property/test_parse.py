"""What holds for every text that is parsed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from html import unescape
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from transcheck.document import (
    AbbreviationDefinition,
    Block,
    Break,
    Callout,
    CodeBlock,
    CodeSpan,
    Component,
    Definition,
    Document,
    Emphasis,
    FootnoteReference,
    Heading,
    Image,
    Inline,
    InlineMarkup,
    Link,
    LinkDefinition,
    ListItem,
    MarkupBlock,
    MarkupText,
    Quote,
    Section,
    TableCell,
    Text,
    WikiLink,
    markup_texts,
    walk_blocks,
    walk_inlines,
    walk_sections,
)
from transcheck.parse import parse
from transcheck.parse.inline_tree import read_target
from transcheck.parse.masks import MASK
from transcheck.text import Span

PIECES = [
    *("# ", "## ", "- ", "* ", "1. ", "3) ", "> ", "- [ ] ", "- [x] ", "> [!NOTE]\n"),
    *("```", "~~~", "```py\n", "```\n", "    ", "\t", " ", "  \n", "\n", "\n\n"),
    *("\r\n", "\r", "\u2028", "\x0b", "\x85", "\x1d", "\x00", "\ue000", "\ufeff"),
    *("|", "| a | b |\n", "|---|:-:|\n", "\\|", "`", "``", "*", "**", "_", "~~"),
    *("\\", "\\*", "&amp;", "[a](b)", "[a][b]", "[a]: b\n", "[^1]", "[^1]: x\n"),
    *("![i](j)", "<http://x.org>", "a@b.org", "<a href='x'>", "</a>", "<div>\n"),
    *("</div>\n", "<!-- ", "-->", "<img src='s'>", "{#id}", "[[id]]", "{/*z*/}"),
    *("{{< x >}}", "{% y %}", "{{ z }}", "{* w *}", "{: .c}", "{", "}", "$a^2$"),
    *("$$", "\\\\(", "\\\\)", ":::", "::: tip\n", ":::note[T]\n", ":::\n", "::::\n"),
    *("!!! note\n", '??? tip "T"\n', "///", "/// tip | T\n", "///\n", '=== "t"\n'),
    *("<Tab>", "</Tab>", "<Tab>\n", "</Tab>\n", "<X y={1} />\n", "import a\n"),
    *("===\n", "---\n", "+++\n", "a: b\n", '"', "'", "(", ")", "[", "]", "!", "<"),
    *("word", "b c", "é", "e\u0301", "слово", "λέξη", "كلمة", "מילה", "शब्द"),
    *("۱. ", "१) ", "คำ", "漢字", "かな", "한글", "😀", "👩\u200d💻"),
    *(
        "{{% /x %}}\n",
        "{{< y >}}\n",
        '{{< f alt="b c" >}}',
        "{% endfor %}\n",
        "{#if a}",
    ),
    *("{/if}\n", "{/* ", "*/}", "import a from 'b'\n", "export const c = {\n", "};\n"),
    *(": d\n", "*[w]: e f\n", "[[n]]", "[[n|", "![[", "]]", ":tada:", "++a+b++"),
    *("==", "^^", "--8<-- 'f'\n", "--8<--\n"),
    *("<<< @/f\n", "{{#include f}}", "<!-- @include: f -->", "[TOC]\n", "::v[w]{x}\n"),
    *(":::{note} T\n", "::: p.Q\n", "    options:\n", '<p title="b c">', "</p>\n"),
    *("<br>", "<code>", "</code>", "<b>", "</b>", "<pre>\n", "</pre>\n", "<X\n", "/>"),
    *('<X y={[{ text: "b c" }]} />\n', "> [!a|b]- T\n", "    {{% z %}}\n"),
]
OPENINGS = {
    "inline": "[",
    "reference": "[",
    "autolink": "<",
    "html": "<",
}

texts = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=40).map("".join),
    st.text(max_size=200),
)
paths = st.sampled_from(["page.md", "page.mdx"])

NESTED = {
    "tabs are expanded": "-\ta\n\n\tb *c*\n\n\t\tcode\n>\tq\n",
    "lines end in CRLF": "# A\r\n\r\n> b\r\n> [c](d)\r\n\r\n- e\r\n  `f`\r\n",
    "lines end in a lone CR": "# A\r\r> b\r> [c](d)\r\r- e\r  f\r",
    "quotes and lists nest": "> 1. a\n>    > - b [c](d)\n>    >   e\n>    f\n> g\n",
    "a quote is lazy": "> a *b\nc* `d`\n- e\nf\n",
    "a footnote has two paragraphs": "x[^n]\n\n[^n]: a *b*\n\n    c [d](e)\n",
    "a cell holds an escaped pipe": "| a \\| b | `c\\|d` |\n|---|---|\n| *e* | f |\n",
    "letters are wide": "> 漢字**太字**と[リンク](先)。\n> 한글 *강조* 👩‍💻 `code`\n",
    "marks combine": "- e\u0301 *a\u0308* [o\u0302](x)\n",
    "text runs right to left": "> مرحبا *بالعالم* [رابط](x)\n\n- שלום `code`\n",
    "an element is indented": "<A>\n  <B x='1'>\n    - a *b*\n      c\n  </B>\n</A>\n",
    "a callout is indented": '!!! note "T *x*"\n    a [b](c)\n\n    - d\n\ne\n',
    "markup spans lines": "a $$x\ny$$ b {% c %} d\n\n{{< e\nf >}}\n",
    "an item starts bare": "-\n  a *b*\n- \n\n  c\n",
    "a heading closes": "## a *b* ## {#c}\n\nd\ne\n===\n",
    "tags of templates are alone on lines": (
        "- a\n\n  {{% b %}}\n\n  - c *d*\n{% e %}\nf\n"
    ),
    "terms are defined": "> a *b*\n> c\n> : d [e](f)\n>\n>     g\n> : h\n",
    "HTML holds text": (
        "> <p title='b c'>d <b>e</b>\n>  <a href='f'>g <i>h</i></a>\n> <br>i</p>\n"
    ),
    "words are in the parameters of tags": (
        "<X\n  a='b' title='c d'\n  e={[\n\n    { text: \"f g\" },\n  ]}\n/>\n"
    ),
    "notes are linked": "- [[a#b|c *d*]] ![[e]] [[f]]\n",
    "definitions have titles": "[a]: <b c> 'd {{ e }}'\n\n[f][a] [g](h \"i *j*\")\n",
    "modules have blank lines": (
        "import a from 'b'\nexport const c = {\n\n  d: 1,\n};\n\ne\n"
    ),
    "an image is in a link": "[![a *b*](c) d](e 'f') <g@h.org>\n",
}


def inline_groups(block: Block) -> Iterable[Sequence[Inline]]:
    yield block.inlines
    if isinstance(block, Callout):
        yield block.title


def assert_inside(nodes: Sequence[Block | Inline], outer: Span) -> None:
    at = outer.start
    for node in nodes:
        assert at <= node.span.start
        assert node.span.end <= outer.end
        at = node.span.end


# What the source of a node must say, given the node, its source and the text.
SAYS: dict[type[Block | Inline], Callable[[Any, str, str], bool]] = {
    Text: lambda node, source, _: (
        node.value in (source, unescape(source), source.removeprefix("\\"))
        and "\n" not in source
    ),
    InlineMarkup: lambda node, source, _: source == node.value,
    MarkupText: lambda node, source, _: source == node.value,
    # In HTML a tag divides as well.
    Break: lambda _node, source, _: re.search(r"[\s<]", source) is not None,
    CodeSpan: lambda _node, source, _: source[0] == source[-1] == "`",
    Emphasis: lambda node, source, _: (
        source.startswith(node.marker) and source.endswith(node.marker)
    ),
    FootnoteReference: lambda node, source, _: source == f"[^{node.label}]",
    WikiLink: lambda node, source, text: (
        source.startswith("![[" if node.embedded else "[[")
        and node.target_span.cut(text) == node.target
    ),
    Link: lambda node, source, _: source.startswith(OPENINGS[node.form]),
    Image: lambda node, source, _: source[0] == ("<" if node.form == "html" else "!"),
    Heading: lambda node, _, text: (
        node.anchor_span is None or node.anchor_span.cut(text) == node.anchor
    ),
    CodeBlock: lambda node, source, text: (
        source.startswith(node.fence)
        and node.info_span.cut(text) == node.info
        and node.content_span in node.span
    ),
    ListItem: lambda _node, source, _: source[0] in "-*+" or source[0].isdigit(),
    Quote: lambda _node, source, _: source.startswith(">"),
    Callout: lambda node, _, text: (
        node.name_span in node.span and node.name_span.cut(text) == node.name
    ),
    TableCell: lambda _node, source, _: source == source.strip(" \t"),
    MarkupBlock: lambda node, source, _: source == node.value,
    Component: lambda node, _, text: (
        node.opening in node.span and node.opening.cut(text).startswith(f"<{node.name}")
    ),
    Definition: lambda _node, source, _: source.startswith(":"),
    AbbreviationDefinition: lambda node, source, _: source.startswith(
        f"*[{node.label}]:"
    ),
    LinkDefinition: lambda node, _, text: (
        node.target == read_target(text, node.target_span)
    ),
}


def assert_says(node: Block | Inline, text: str) -> None:
    says = SAYS.get(type(node))
    assert says is None or says(node, node.span.cut(text), text), node
    if isinstance(node, (Link, Image)):
        assert_leads(node, text)


def assert_leads(inline: Link | Image, text: str) -> None:
    if inline.target_span is not None:
        written = inline.target_span.cut(text)
        if inline.form == "html":
            assert inline.target == unescape(written)
        elif inline.form != "autolink":
            assert inline.target == read_target(text, inline.target_span)
        assert inline.form == "reference" or inline.target_span in inline.span
    if inline.title_span is not None:
        assert inline.title == read_target(text, inline.title_span)
        assert text[inline.title_span.start - 1] in "\"'("
    assert MASK not in inline.target or MASK in text


def assert_well_formed(document: Document) -> None:
    """Check that spans nest, are in order, and cover what their nodes say."""
    text = document.text
    top: list[Block] = []
    for section in walk_sections(document.root):
        top.extend([section.heading] if section.heading else [])
        top.extend(section.blocks)
    assert_inside(top, Span(0, len(text)))
    for block in walk_blocks(*top):
        assert_inside(block.blocks, block.span)
        assert_says(block, text)
        for group in inline_groups(block):
            assert_inside(group, block.span)
            for inline in walk_inlines(*group):
                assert_inside(inline.children, inline.span)
                assert_says(inline, text)
        words = list(markup_texts(block))
        assert_inside(words, block.span)
        for one in words:
            assert_says(one, text)


@settings(deadline=None, max_examples=400)
@given(text=texts, path=paths)
def test_spans_nest_and_say_what_their_nodes_say(text: str, path: str) -> None:
    assert_well_formed(parse(text, path=path))


@pytest.mark.parametrize("path", ["page.md", "page.mdx"])
@pytest.mark.parametrize(
    "text", [pytest.param(text, id=name) for name, text in NESTED.items()]
)
def test_spans_are_exact_where(text: str, path: str) -> None:
    document = parse(text, path=path)
    assert_well_formed(document)
    assert any(True for _ in walk_sections(document.root))


@settings(deadline=None, max_examples=100)
@given(text=texts)
@example(text="---\n---\n")  # a lone CR before the closing delimiter
@example(text="# ```py\n{{% /x %}}\n```")  # CRLF is no blank line
@example(text="$$a\n\nb$$")
def test_line_ends_do_not_change_what_is_found(text: str) -> None:
    unix = text.replace("\r\n", "\n").replace("\r", "\n")
    kinds = [
        [type(block).__name__ for block in _blocks(parse(variant, path="page.md"))]
        for variant in (unix, unix.replace("\n", "\r\n"), unix.replace("\n", "\r"))
    ]
    assert kinds[0] == kinds[1] == kinds[2]


@settings(deadline=None, max_examples=100)
@given(text=texts)
def test_flat_views_are_in_the_order_of_the_file(text: str) -> None:
    document = parse(text, path="page.md")
    for view in (document.links, document.images, document.code_spans):
        starts = [inline.span.start for inline in view]
        assert starts == sorted(starts)


def _blocks(document: Document) -> Iterable[Block]:
    sections: Iterable[Section] = walk_sections(document.root)
    for section in sections:
        yield from [section.heading] if section.heading else []
        yield from walk_blocks(*section.blocks)


# What makes inlines; each text of them stands in one paragraph.
INLINES = [
    *("a", "b", " ", "*", "**", "_", "`", "``", "[", "]", "(", ")", "](", "!", "."),
    *("[a](b)", "![a](b)", "`c`", "**d**", "*e*", "\n", " \n", "~~", "=", "==", "^^"),
    *("<", "<b>", "&amp;", "'", '"', "日", "é", "e\u0301", "\u200d", "a_b", "[[w]]"),
]


@given(text=st.lists(st.sampled_from(INLINES), max_size=9).map("".join))
@settings(max_examples=200)
@example("a **b** `c` [d](e) *f*")
@example("a** b **c")
@example("*a **b* c**")
def test_a_text_is_read_in_one_pass_as_it_is_with_an_escape(text: str) -> None:
    # An escape is left to the other parser; of the words before it nothing changes.
    simple = parse(f"a {text} b", path="page.md").root.blocks
    other = parse(f"a {text} b \\*", path="page.md").root.blocks
    if len(simple) == len(other) == 1:
        made, with_escape = simple[0].inlines, other[0].inlines
        assert made[:-1] == with_escape[: len(made) - 1]
