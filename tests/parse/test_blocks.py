"""Blocks: what each construct becomes, and how they nest."""

from __future__ import annotations

import pytest

from transcheck.document import (
    Block,
    Callout,
    CodeBlock,
    Component,
    Document,
    FootnoteDefinition,
    Heading,
    LinkDefinition,
    ListBlock,
    ListItem,
    MarkupBlock,
    Table,
    block_prose,
    document_blocks,
)
from transcheck.parse import parse


def outline(block: Block) -> str:
    """Write a block as ``Kind(child, child)``."""
    name = type(block).__name__.removesuffix("Block")
    if not block.blocks:
        return name
    return f"{name}({', '.join(map(outline, block.blocks))})"


def outlines(text: str, path: str = "page.md") -> list[str]:
    document = parse(text, path=path)
    blocks = list(document.root.blocks)
    stack = list(document.root.sections)
    while stack:
        section = stack.pop(0)
        blocks += [section.heading] if section.heading else []
        blocks += section.blocks
        stack = [*section.sections, *stack]
    return [outline(block) for block in blocks]


def only(text: str, kind: type[Block], path: str = "page.md") -> list[Block]:
    found = document_blocks(parse(text, path=path))
    return [block for block in found if isinstance(block, kind)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", [], id="an empty file has no blocks"),
        pytest.param("\n \n\t\n", [], id="white space is no block"),
        pytest.param("a\nb\n\nc", ["Paragraph", "Paragraph"], id="paragraphs"),
        pytest.param("# a\nb", ["Heading", "Paragraph"], id="a heading needs no gap"),
        pytest.param("a\n===", ["Heading"], id="a line below makes a heading"),
        pytest.param(
            "a\n\n---\n\nb", ["Paragraph", "ThematicBreak", "Paragraph"], id="a rule"
        ),
        pytest.param(
            "- a\n- b", ["List(ListItem(Paragraph), ListItem(Paragraph))"], id="a list"
        ),
        pytest.param(
            "- a\n  - b\n\n    c",
            ["List(ListItem(Paragraph, List(ListItem(Paragraph, Paragraph))))"],
            id="a list in a list",
        ),
        pytest.param(
            "> a\n> - b", ["Quote(Paragraph, List(ListItem(Paragraph)))"], id="a quote"
        ),
        pytest.param("```\na\n```\nb", ["Code", "Paragraph"], id="fenced code"),
        pytest.param("    a\n\nb", ["Code", "Paragraph"], id="indented code"),
        pytest.param(
            "a\n    b", ["Paragraph"], id="an indented line goes on a paragraph"
        ),
        pytest.param(
            "<div>\na\n</div>\n\nb", ["Markup", "Paragraph"], id="HTML is opaque"
        ),
        pytest.param(
            "<!-- a\n\nb -->\n\nc", ["Markup", "Paragraph"], id="a comment is opaque"
        ),
        pytest.param("[a]: b", ["LinkDefinition"], id="a definition is a block"),
        pytest.param(
            "[^a]: b\n\n    c\n\nd",
            ["FootnoteDefinition(Paragraph, Paragraph)", "Paragraph"],
            id="a footnote is a block where it stands",
        ),
        pytest.param(
            "a | b\n--|--\nc | d",
            ["Table(TableRow(TableCell, TableCell), TableRow(TableCell, TableCell))"],
            id="a table without outer pipes",
        ),
        pytest.param(
            "- | a |\n  |---|\n  | b |",
            ["List(ListItem(Table(TableRow(TableCell), TableRow(TableCell))))"],
            id="a table in a list",
        ),
        pytest.param("a | b\nc | d", ["Paragraph"], id="pipes alone make no table"),
    ],
)
def test_blocks_of(text: str, expected: list[str]) -> None:
    assert outlines(text) == expected


@pytest.mark.parametrize(
    ("text", "path", "expected"),
    [
        pytest.param(
            ":::tip\na\n:::\nb",
            "p.md",
            ["Callout(Paragraph)", "Paragraph"],
            id="colons",
        ),
        pytest.param(
            "::::note\n:::tip\na\n:::\n::::",
            "p.md",
            ["Callout(Callout(Paragraph))"],
            id="colons nest by their number",
        ),
        pytest.param(
            "- a\n:::tip\nb\n:::",
            "p.md",
            ["List(ListItem(Paragraph))", "Callout(Paragraph)"],
            id="a marker ends a list",
        ),
        pytest.param(
            "> a\n:::tip\nb\n:::",
            "p.md",
            ["Quote(Paragraph)", "Callout(Paragraph)"],
            id="a marker ends a lazy quote",
        ),
        pytest.param(
            "a\n:::tip\nb\n:::",
            "p.md",
            ["Paragraph", "Callout(Paragraph)"],
            id="a marker ends a paragraph",
        ),
        pytest.param(
            ":::tip\na",
            "p.md",
            ["Callout", "Paragraph"],
            id="a marker left open holds nothing",
        ),
        pytest.param(
            "a\n\n:::",
            "p.md",
            ["Paragraph", "Markup"],
            id="a stray closing marker is markup",
        ),
        pytest.param(
            "::: zone a\n:::tip\nb\n::: zone-end\nc",
            "p.md",
            ["Callout(Callout, Paragraph)", "Paragraph"],
            id="a marker is closed by its name",
        ),
        pytest.param(
            ':::image source="a":::\nb\n\n:::image type="complex":::\n:::image-end:::',
            "p.md",
            ["Markup", "Paragraph", "Callout"],
            id="an image of DocFX has an end where it is complex",
        ),
        pytest.param(
            "/// tip | T\na\n///", "p.md", ["Callout(Paragraph)"], id="slashes"
        ),
        pytest.param(
            '!!! note "T"\n    a\n\n    - b\n\nc',
            "p.md",
            ["Callout(Paragraph, List(ListItem(Paragraph)))", "Paragraph"],
            id="bangs with an indented body",
        ),
        pytest.param(
            '=== "A"\n\n    a\n\n=== "B"\n\n    b',
            "p.md",
            ["Callout(Paragraph)", "Callout(Paragraph)"],
            id="tabs",
        ),
        pytest.param("> [!NOTE]\n> a", "p.md", ["Callout(Paragraph)"], id="an alert"),
        pytest.param(
            "> [!NOTE]\n> [a](b)\n\nc",
            "p.md",
            ["Callout(Paragraph)", "Paragraph"],
            id="an alert that starts with a link",
        ),
        pytest.param(
            "::: a.b.C\n    options:\n      x: 1\n\nb",
            "p.md",
            ["Markup", "Paragraph"],
            id="an object to document is no callout",
        ),
        pytest.param(
            "{{< toc >}}\n\na",
            "p.md",
            ["Markup", "Paragraph"],
            id="a shortcode alone is markup",
        ),
        pytest.param(
            "{% include x %}", "p.md", ["Markup"], id="a template tag alone is markup"
        ),
        pytest.param("$$\na\n$$", "p.md", ["Markup"], id="a display formula is markup"),
        pytest.param(
            "--8<-- 'a.md'\nb",
            "p.md",
            ["Markup", "Paragraph"],
            id="an include is markup",
        ),
        pytest.param(
            "import A from 'a'\n\nb",
            "p.mdx",
            ["Markup", "Paragraph"],
            id="an import is markup",
        ),
        pytest.param(
            "import is hard\n\nb",
            "p.md",
            ["Paragraph", "Paragraph"],
            id="in Markdown import is a word",
        ),
        pytest.param(
            "<A>\n\n    # b\n    c\n</A>",
            "p.mdx",
            ["Component(Heading, Paragraph)"],
            id="an element holds blocks at any indent",
        ),
        pytest.param(
            "<A\n  b={[\n\n  1]}\n/>\n\nc",
            "p.mdx",
            ["Component", "Paragraph"],
            id="an element closes itself lines below",
        ),
        pytest.param(
            "<A>\n```\n</A>\n```\n</A>",
            "p.mdx",
            ["Component(Code)"],
            id="code cannot close an element",
        ),
        pytest.param(
            "<A>\nb",
            "p.mdx",
            ["Component", "Paragraph"],
            id="an element left open holds nothing",
        ),
        pytest.param(
            "{/* a\n\nb */}\n\nc",
            "p.mdx",
            ["Markup", "Markup", "Paragraph"],
            id="an MDX comment is markup",
        ),
        pytest.param("    a", "p.mdx", ["Paragraph"], id="MDX has no indented code"),
    ],
)
def test_dialect_blocks_of(text: str, path: str, expected: list[str]) -> None:
    assert outlines(text, path) == expected


@pytest.mark.parametrize(
    ("line", "name", "title"),
    [
        pytest.param(":::tip", "tip", "", id="colons"),
        pytest.param(
            "::: tip Vorsicht", "tip", "Vorsicht", id="colons with a title behind"
        ),
        pytest.param(
            ":::tip[Attenzione *qui*]",
            "tip",
            "Attenzione qui",
            id="colons with a title in brackets",
        ),
        pytest.param(':::note{title="x"}', "note", "", id="colons with attributes"),
        pytest.param("/// warning | 警告", "warning", "警告", id="slashes"),
        pytest.param('!!! danger "Achtung"', "danger", "Achtung", id="bangs"),
        pytest.param(
            '??? tip inline end "Совет"', "tip", "Совет", id="a folded one with classes"
        ),
        pytest.param("> [!WARNING]", "WARNING", "", id="an alert"),
        pytest.param("> [!tip]- لقب", "tip", "لقب", id="a folded alert with a title"),
    ],
)
def test_callouts_have_name_and_title(line: str, name: str, title: str) -> None:
    [callout] = only(f"{line}\n", Callout)
    assert isinstance(callout, Callout)
    assert (callout.name, block_prose(callout)) == (name, title)
    assert callout.name_span.cut(f"{line}\n") == name


def test_a_marker_left_open_is_not_closed() -> None:
    [callout] = only(":::tip\na\n", Callout)
    assert isinstance(callout, Callout)
    assert not callout.closed


@pytest.mark.parametrize(
    ("text", "info", "content"),
    [
        pytest.param("```py {1}\na\n\nb\n```", "py {1}", "a\n\nb\n", id="a fence"),
        pytest.param("~~~\n```\n~~~", "", "```\n", id="tildes around backticks"),
        pytest.param("  ```\n  a\n   b\n```", "", "a\n b\n", id="an indented fence"),
        pytest.param("- ```sh\n  a\n  ```", "sh", "a\n", id="a fence in a list"),
        pytest.param("> ```\n> a\n> ```", "", "a\n", id="a fence in a quote"),
        pytest.param("```\na", "", "a\n", id="a fence left open"),
        pytest.param("```\n```", "", "", id="a fence around nothing"),
        pytest.param(
            "```\na {{< b >}} $c^2$\n```",
            "",
            "a {{< b >}} $c^2$\n",
            id="markup in code is code",
        ),
        pytest.param(
            "    a {{ b }}\n\n      c",
            "",
            "a {{ b }}\n\n  c\n",
            id="markup in indented code is code",
        ),
        pytest.param("```\r\na\r\n```\r\n", "", "a\n", id="lines that end in CRLF"),
    ],
)
def test_code_blocks_say(text: str, info: str, content: str) -> None:
    [code] = only(text, CodeBlock)
    assert isinstance(code, CodeBlock)
    assert (code.info, code.content) == (info, content)


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        pytest.param("```\na\n```", True, id="closed"),
        pytest.param("```\na\n````", True, id="closed by a longer fence"),
        pytest.param("````\na\n```", False, id="a shorter fence is code"),
        pytest.param("```\na\n``` py", False, id="a fence with an info string is code"),
        pytest.param("```", False, id="the last line opens it"),
    ],
)
def test_code_blocks_know_whether_they_are_closed(text: str, closed: bool) -> None:
    [code] = only(text, CodeBlock)
    assert isinstance(code, CodeBlock)
    assert code.closed is closed


@pytest.mark.parametrize(
    ("line", "path", "prose", "anchor"),
    [
        pytest.param("# a", "p.md", "a", None, id="none"),
        pytest.param("## a ## {#b-c}", "p.md", "a ##", "b-c", id="braces"),
        pytest.param("# á { #b .c }", "p.md", "á", "b", id="braces with a class"),
        pytest.param("# a[[b-c]]", "p.mdx", "a", "b-c", id="double brackets"),
        pytest.param("# a {/*b*/}", "p.mdx", "a", "b", id="an MDX comment"),
        pytest.param("# a {#b}", "p.mdx", "a", "b", id="braces in MDX"),
        pytest.param("# {{ a }}", "p.md", "\ufffc", None, id="a template tag is no id"),
        pytest.param(
            "# 見出し {#midashi}", "p.md", "見出し", "midashi", id="a Japanese heading"
        ),
    ],
)
def test_headings_have_ids(
    line: str, path: str, prose: str, anchor: str | None
) -> None:
    [heading] = only(line, Heading, path)
    assert isinstance(heading, Heading)
    assert (block_prose(heading), heading.anchor) == (prose, anchor)
    if heading.anchor_span is not None:
        assert heading.anchor_span.cut(line) == anchor


def test_sections_nest_by_level() -> None:
    root = parse("a\n\n# b\n\nc\n\n### d\n\n## e\n\n# f", path="p.md").root
    assert len(root.blocks) == 1
    first, second = root.sections
    assert [s.heading and s.heading.level for s in first.sections] == [3, 2]
    assert second.sections == ()


def test_tables_keep_rows_with_a_wrong_number_of_cells() -> None:
    [table] = only("|a|b|\n|:-|-:|\n|c|\n|d|e|f|\n|g \\| h|`i\\|j`|\n", Table)
    assert isinstance(table, Table)
    assert table.alignments == ("left", "right")
    assert [len(row.blocks) for row in table.blocks] == [2, 1, 3, 2]


@pytest.mark.parametrize(
    ("text", "checked"),
    [
        pytest.param("- [ ] a", False, id="open"),
        pytest.param("- [x] a", True, id="done"),
        pytest.param("- [a](b)", None, id="a link is no task"),
    ],
)
def test_list_items_know_tasks(text: str, checked: bool | None) -> None:
    [item] = only(text, ListItem)
    assert isinstance(item, ListItem)
    assert item.checked is checked


def test_ordered_lists_know_where_they_start() -> None:
    [numbered] = only("3. a\n4. b", ListBlock)
    assert isinstance(numbered, ListBlock)
    assert (numbered.ordered, numbered.start) == (True, 3)


def test_definitions_keep_label_target_and_place() -> None:
    text = "x\n\n[A b]: <c d> 'e'\n"
    [definition] = only(text, LinkDefinition)
    assert isinstance(definition, LinkDefinition)
    assert (definition.label, definition.target, definition.title) == (
        "A b",
        "c d",
        "e",
    )
    assert definition.target_span.cut(text) == "c d"


def test_footnotes_that_nothing_uses_stay() -> None:
    [note] = only("[^a]: b\n", FootnoteDefinition)
    assert isinstance(note, FootnoteDefinition)
    assert note.label == "a"


def test_html_blocks_give_their_links_and_images() -> None:
    document = parse(
        "<p>\n<a href='a?b&amp;c'>x</a> <IMG SRC=\"d.png\" alt=e>\n"
        "<!-- <a href='no'> -->\n</p>\n",
        path="p.md",
    )
    assert [link.target for link in document.links] == ["a?b&c"]
    assert [(image.target, image.alt) for image in document.images] == [("d.png", "e")]


@pytest.mark.parametrize(
    ("opening", "kinds"),
    [
        pytest.param("<div markdown>", ["html", "heading", "html"], id="by itself"),
        pytest.param(
            "<div class='a' markdown='1'>", ["html", "heading", "html"], id="with 1"
        ),
        pytest.param("<div markdown='0'>", ["html"], id="not with 0"),
        pytest.param("<div title='markdown'>", ["html"], id="not by a value"),
        pytest.param("<pre markdown>", ["html"], id="not where text is kept"),
    ],
)
def test_elements_hold_markdown_where_they_say_so(
    opening: str, kinds: list[str]
) -> None:
    name = opening[1:4]
    document = parse(f"{opening}\n## A heading\n</{name}>\n", path="p.md")
    found = [
        "heading" if isinstance(block, Heading) else getattr(block, "form", "")
        for block in document_blocks(document)
    ]
    assert found == kinds


def test_components_give_the_links_of_their_tags() -> None:
    document = parse("<Card href='/a' src='/b'>\n\nc\n\n</Card>\n", path="p.mdx")
    [component] = [b for b in document_blocks(document) if isinstance(b, Component)]
    assert component.name == "Card"
    assert [link.target for link in document.links] == ["/a"]


def test_markup_says_what_it_is() -> None:
    document: Document = parse("<!-- a -->\n\n{{< b >}}\n\n<c>\n", path="p.md")
    markup = [b for b in document_blocks(document) if isinstance(b, MarkupBlock)]
    assert [block.form for block in markup] == ["comment", "shortcode", "html"]


def test_many_unclosed_elements_are_not_searched_for_ever() -> None:
    text = "<A>\n" * 5_000
    assert len(outlines(text, "p.mdx")) == 5_000


@pytest.mark.parametrize(
    "opening",
    [
        "> ",
        "- ",
        "[",
        "*a ",
        "<A>\n",
        ":::a\n",
        "{",
        "`",
        "$",
        "{{<",
        "![",
        "1. ",
        "<!--",
    ],
)
def test_deep_nesting_is_read_without_an_error(opening: str) -> None:
    parse(opening * 3_000, path="p.mdx")
    parse(opening * 3_000, path="p.md")


@pytest.mark.parametrize("marker", [":::", "///"])
def test_deep_pairs_of_markers_are_walked_without_an_error(marker: str) -> None:
    text = f"{marker} a\n" * 3_000 + "x\n" + f"{marker}\n" * 3_000
    assert len(outlines(text, "p.md")) > 50
