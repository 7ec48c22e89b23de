"""What holds for every text that is parsed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from transcheck.document import (
    Block,
    Break,
    Callout,
    CodeBlock,
    CodeSpan,
    Document,
    Emphasis,
    FootnoteReference,
    Heading,
    Image,
    Inline,
    InlineMarkup,
    Link,
    ListItem,
    Quote,
    Section,
    TableCell,
    Text,
    walk_blocks,
    walk_inlines,
    walk_sections,
)
from transcheck.parse import parse
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
    *("คำ", "漢字", "かな", "한글", "😀", "👩\u200d💻"),
]

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


def assert_says(inline: Inline, text: str) -> None:
    source = inline.span.cut(text)
    if isinstance(inline, Text):
        assert source in (inline.value, f"\\{inline.value}")
        assert "\n" not in source
    elif isinstance(inline, InlineMarkup):
        assert source == inline.value
    elif isinstance(inline, Break):
        assert "\n" in source or "\r" in source
    elif isinstance(inline, CodeSpan):
        assert source.startswith("`")
        assert source.endswith("`")
    elif isinstance(inline, Emphasis):
        assert source.startswith(inline.marker)
        assert source.endswith(inline.marker)
    elif isinstance(inline, FootnoteReference):
        assert source == f"[^{inline.label}]"
    elif isinstance(inline, Link):
        assert source.startswith("[" if inline.form in ("inline", "reference") else "<")
    elif isinstance(inline, Image):
        assert source.startswith("<" if inline.form == "html" else "![")


def assert_block_says(block: Block, text: str) -> None:
    source = block.span.cut(text)
    if isinstance(block, Heading) and block.anchor_span is not None:
        assert block.anchor_span.cut(text) == block.anchor
    elif isinstance(block, CodeBlock):
        assert source.startswith(block.fence)
        assert block.info_span.cut(text) == block.info
        assert block.content_span in block.span
    elif isinstance(block, ListItem):
        assert source[0] in "-*+0123456789"
    elif isinstance(block, Quote):
        assert source.startswith(">")
    elif isinstance(block, Callout):
        assert block.name_span in block.span
    elif isinstance(block, TableCell):
        assert source == source.strip(" \t")


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
        assert_block_says(block, text)
        for group in inline_groups(block):
            assert_inside(group, block.span)
            for inline in walk_inlines(*group):
                assert_inside(inline.children, inline.span)
                assert_says(inline, text)


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
