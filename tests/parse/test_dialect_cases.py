"""What dialects add to Markdown, one case at a time: what is markup, what is not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from transcheck.document import (
    Block,
    Callout,
    CodeBlock,
    Component,
    MarkupBlock,
    block_inlines,
    block_prose,
    document_blocks,
    markup_texts,
)
from transcheck.parse import parse


def outline(text: str, path: str = "page.md") -> list[str]:
    """Return a line for each block that holds no other, an object's sign as ¤."""
    document = parse(text, path=path)
    return [line for block in document_blocks(document) for line in describe(block)]


def describe(block: Block) -> Iterator[str]:
    kind = type(block).__name__.lower()
    words = block_prose(block).replace("\ufffc", "¤")
    if isinstance(block, Callout):
        closed = "" if block.closed else " (open)"
        yield f"callout {block.name}{closed}: {words}".removesuffix(": ")
    elif isinstance(block, Component):
        yield f"<{block.name}>{'' if block.closed else ' (open)'}"
    elif isinstance(block, MarkupBlock):
        yield f"{block.form}: {words}".removesuffix(": ")
    elif isinstance(block, CodeBlock):
        yield f"code: {block.content.strip()}"
    elif block.inlines or not block.blocks:
        yield f"{kind}: {words}"


BLOCKS = [
    pytest.param(
        "- one\n{% endfor %}\n\nafter\n",
        ["paragraph: one", "template", "paragraph: after"],
        id="a closing tag of Liquid ends a list",
    ),
    pytest.param(
        "- one\n\n  {{% tab %}}\n  two\n  {{% /tab %}}\n",
        ["paragraph: one", "shortcode", "paragraph: two", "shortcode"],
        id="shortcodes in a list item stay in it",
    ),
    pytest.param(
        "See\n{{< param x >}}\nnow.\n",
        ["paragraph: See ¤ now."],
        id="a shortcode that stands for a word goes on a paragraph",
    ),
    pytest.param(
        "a\n{{% x %}}\nb\n{{% /x %}}\nc\n",
        ["paragraph: a", "shortcode", "paragraph: b", "shortcode", "paragraph: c"],
        id="a shortcode that is closed later breaks a paragraph",
    ),
    pytest.param(
        "    {{< x >}}\n\ntext\n",
        ["shortcode", "paragraph: text"],
        id="an indented shortcode is no code",
    ),
    pytest.param(
        "    {% x %}\n\ntext\n",
        ["code: {% x %}", "paragraph: text"],
        id="an indented tag of another template is code",
    ),
    pytest.param(
        '--8<-- "a.md"\n\n--8<--\na.md\nb.md\n--8<--\n\n<<< @/c.js{2}\n',
        ["include", "include", "include"],
        id="files are included",
    ),
    pytest.param(
        "<<< a\n\nx --8<-- y\n",
        ["paragraph: <<< a", "paragraph: x --8<-- y"],
        id="arrows and scissors in a sentence include nothing",
    ),
    pytest.param(
        "{{#include a.rs}}\n\n<!-- @include: b.md -->\n\n{! c.md !}\n\n{* d.py *}\n",
        ["include", "include", "include", "include"],
        id="files are included in braces and in comments",
    ),
    pytest.param(
        "[TOC]\n\n[[toc]]\n\n[[open-in-colab]]\n\n::video[Bees]{id=3}\n",
        ["directive", "directive", "directive", "directive"],
        id="a tool is asked to put something there",
    ),
    pytest.param(
        "::: a.b.C\n    options:\n      x: 1\n\ntext\n",
        ["directive", "paragraph: text"],
        id="mkdocstrings has no closing marker",
    ),
    pytest.param(
        ":::note\n- a\n:::\ntext\n",
        ["callout note", "paragraph: a", "paragraph: text"],
        id="a closing marker right after a list is none of its text",
    ),
    pytest.param(
        ":::{warning} Hot *water*\ntext\n:::\n",
        ["callout warning: Hot water", "paragraph: text"],
        id="MyST has the name in braces",
    ),
    pytest.param(
        "::: {.callout-tip}\ntext\n:::\n",
        ["callout callout-tip", "paragraph: text"],
        id="Quarto has the name as a class",
    ),
    pytest.param(
        "> [!info|wide]- Title\n> text\n",
        ["callout info: Title", "paragraph: text"],
        id="Obsidian has an alert with a shape",
    ),
    pytest.param(
        "/// tab | T\n    select: true\n\ntext\n///\n",
        ["callout tab: T", "paragraph: text"],
        id="options of a block are no text",
    ),
    pytest.param(
        'text\n!!! note "T"\n    body\n',
        ["paragraph: text", "callout note: T", "paragraph: body"],
        id="a callout needs no blank line before it",
    ),
    pytest.param(
        "Term\nOther\n: One\n: Two\n\n    more\n\nafter\n",
        [
            "definitionterm: Term",
            "definitionterm: Other",
            "paragraph: One",
            "paragraph: Two",
            "paragraph: more",
            "paragraph: after",
        ],
        id="terms are defined",
    ),
    pytest.param(
        "- `a`\n  - : what it is\n",
        ["paragraph: ¤", "paragraph: what it is"],
        id="a nested list defines its item",
    ),
    pytest.param(
        ": a\n\n| : b | c |\n| --- | --- |\n",
        ["paragraph: : a", "tablecell: : b", "tablecell: c"],
        id="a colon after nothing defines nothing",
    ),
    pytest.param(
        "*[PVC]: A plastic\n\n*[no]:: x*\n",
        ["abbreviationdefinition: A plastic", "abbreviationdefinition: : x*"],
        id="abbreviations are defined",
    ),
    pytest.param(
        'import A from "a";\nimport { B } from "b"\ntext\n',
        ["module", "paragraph: text"],
        id="imports in Markdown end with their last line",
    ),
    pytest.param(
        "import the plan into your garden\n\nexport it from there\n",
        [
            "paragraph: import the plan into your garden",
            "paragraph: export it from there",
        ],
        id="a sentence that starts with import is no import",
    ),
    pytest.param(
        "<Tip>\n\nHi **x**\n\n</Tip>\n",
        ["<Tip>", "paragraph: Hi x"],
        id="an element with a capital holds Markdown",
    ),
    pytest.param(
        "<YOUR_NAME>\n\n<NAME>\n",
        ["paragraph: <YOUR_NAME>", "html"],
        id="a word in angle brackets is no element",
    ),
    pytest.param(
        "{/* a\n[b](c) */}\n\ntext\n",
        ["comment", "paragraph: text"],
        id="a comment of MDX is one in Markdown",
    ),
    pytest.param(
        '<p align="center">\n  <b>Hello</b> <i>you</i><br>there\n</p>\n',
        ["html: Hello you there"],
        id="HTML holds text",
    ),
    pytest.param(
        "<ul>\n<li>a<code>b</code></li><li>c</li>\n</ul>\n",
        ["html: a¤ c"],
        id="tags of blocks divide text and code is no text",
    ),
    pytest.param(
        '<table class="dataframe">\n<tr><td>sunny days</td></tr>\n</table>\n',
        ["html: ¤"],
        id="a table that pandas printed is data",
    ),
    pytest.param(
        "````md\n{{% x %}}\n:::note\nTerm\n: x\n````\n",
        ["code: {{% x %}}\n:::note\nTerm\n: x"],
        id="what a page shows as code is code",
    ),
]

MDX_BLOCKS = [
    pytest.param(
        "import a from 'a'\nexport const b = {\n\n  c: 1,\n}\n\ntext\n",
        ["module", "paragraph: text"],
        id="a module may hold blank lines",
    ),
    pytest.param(
        '<X\n  a={[\n\n    { b: "c" },\n  ]}\n>\n  text *d*\n</X>\n',
        ["<X>", "paragraph: text d"],
        id="a tag may hold blank lines",
    ),
    pytest.param(
        "<A>\n  <B>\n\n    - a\n\n      ```\n      </A>\n      ```\n  </B>\n</A>\n",
        ["<A>", "<B>", "paragraph: a", "code: </A>"],
        id="a closing tag in code closes nothing",
    ),
    pytest.param(
        "<p>\n  text <b>c</b>\n</p>\n\n<b>d</b> e\n",
        ["<p>", "paragraph: text ¤c¤", "paragraph: ¤d¤ e"],
        id="elements of HTML hold Markdown",
    ),
    pytest.param(
        '<table class="x dataframe">\n  <tr>\n    <td>a b</td>\n  </tr>\n</table>\n',
        ["html"],
        id="a table that pandas printed is data",
    ),
    pytest.param(
        "{#if a}\n\nb\n\n{:else}\nc\n{/if}\n",
        ["template", "paragraph: b", "template", "paragraph: c", "template"],
        id="Svelte has blocks in braces",
    ),
    pytest.param(
        "text\n</A>\n\n</B>\n",
        ["paragraph: text", "html", "html"],
        id="a tag that closes nothing is markup",
    ),
]


@pytest.mark.parametrize(("text", "expected"), BLOCKS)
def test_blocks_of_markdown(text: str, expected: list[str]) -> None:
    assert outline(text) == expected


@pytest.mark.parametrize(("text", "expected"), MDX_BLOCKS)
def test_blocks_of_mdx(text: str, expected: list[str]) -> None:
    assert outline(text, "page.mdx") == expected


INLINES = [
    pytest.param("a :tada: b", "a ¤ b", id="emoji are written by name"),
    pytest.param(
        "at 10:30:45 or a:b:c", "at 10:30:45 or a:b:c", id="a time has colons"
    ),
    pytest.param(
        "++ctrl+c++ in C++ and g++", "¤ in C++ and g++", id="keys are pressed"
    ),
    pytest.param("==a *b*== ^^c^^", "a b c", id="words are marked and inserted"),
    pytest.param("a==b and c==d", "a==b and c==d", id="values are compared"),
    pytest.param("2^^3 and 4^^5", "2^^3 and 4^^5", id="powers are not inserted words"),
    pytest.param("[[A|b *c*]] [[D]]", "b c D", id="a note is linked"),
    pytest.param("![[A.png|300]]", "¤", id="a note is embedded"),
    pytest.param("[[1]](#one)", "[1]", id="a link has brackets in its text"),
    pytest.param("[[1, 2]]", "[[1, 2]]", id="an array is no note"),
    pytest.param("[a](b){: .c } d", "a¤ d", id="a link has attributes"),
    pytest.param("[a]({{< ref 'b' >}})", "a", id="a target is a shortcode"),
    pytest.param("{{M('a_b_c')}} d_e_f", "¤ d_e_f", id="a macro has underscores"),
    pytest.param("{{ a | b }} and { c }", "¤ and { c }", id="a variable is filled in"),
    pytest.param(
        "$a_1 * b_2$ is $5 or $6", "¤ is $5 or $6", id="a price is no formula"
    ),
    pytest.param(r"\\(a_1\\) and \[1\]", "¤ and [1]", id="a formula in brackets"),
    pytest.param(
        'Get <A.B c="d" />, <A.B>e</A.B>, List<A.B>, <a.b>',
        "Get ¤, ¤e¤, List<A.B>, <a.b>",
        id="a component is a member of another",
    ),
    pytest.param("a {/* b */} c", "a ¤ c", id="a comment of MDX"),
    pytest.param("`{{ a }}` `:b:` `[[c]]`", "¤ ¤ ¤", id="code is code"),
    pytest.param(r"\:a: \{{ b }}", ":a: {{ b }}", id="an escaped brace opens nothing"),
]


@pytest.mark.parametrize(("text", "expected"), INLINES)
def test_inlines(text: str, expected: str) -> None:
    (block,) = document_blocks(parse(f"{text} .\n", path="page.md"))
    assert block_prose(block).replace("\ufffc", "¤") == f"{expected} ."


WORDS = [
    pytest.param(
        '{{< figure src="a b" alt="Two bees" caption=`One hive` >}}',
        "page.md",
        ["alt=Two bees", "caption=One hive"],
        id="a shortcode has a caption",
    ),
    pytest.param(
        '<img src="a" alt="A hive"> <b title=\'Tip\' class="c d">e</b>',
        "page.md",
        ["alt=A hive", "title=Tip"],
        id="HTML has titles",
    ),
    pytest.param(
        '<Quiz choices={[{ text: "A bee", icon: "b" }]} title={`Quiz`} {...c} />',
        "page.mdx",
        ["text=A bee", "title=Quiz"],
        id="JSX has objects",
    ),
    pytest.param(
        "::video[Two bees]{id=3}", "page.md", ["label=Two bees"], id="a label"
    ),
    pytest.param(
        '<A b={"c"} label="1 + 2" alt="" />', "page.mdx", [], id="no words, no text"
    ),
]


@pytest.mark.parametrize(("text", "path", "expected"), WORDS)
def test_words_in_parameters(text: str, path: str, expected: list[str]) -> None:
    document = parse(f"{text}\n", path=path)
    found = [
        words for block in document_blocks(document) for words in markup_texts(block)
    ]
    assert [f"{words.name}={words.value}" for words in found] == expected
    assert [words.span.cut(document.text) for words in found] == [
        words.value for words in found
    ]


def test_a_link_in_a_string_of_an_expression_is_a_link() -> None:
    text = "<Quiz choices={[\n  { text: \"See <a href='x.md'>there</a>\" },\n]} />\n"
    (link,) = parse(text, path="page.mdx").links
    assert (link.target, link.form) == ("x.md", "html")
    assert link.span.cut(text) == "<a href='x.md'>"


def test_a_title_is_read_from_the_file_where_markup_is_in_it() -> None:
    text = "a [b](c \"d {{ e }}\") [f]\n\n[f]: g 'h {{ i }}'\n"
    document = parse(text, path="page.md")
    titles = [(link.title, link.title_span) for link in document.links]
    assert [title for title, _ in titles] == ["d {{ e }}", "h {{ i }}"]
    assert [span and span.cut(text) for _, span in titles] == ["d {{ e }}", "h {{ i }}"]


def test_a_table_keeps_links_to_notes_whose_pipe_is_escaped() -> None:
    document = parse("| a | b |\n|---|---|\n| [[n\\|t]] | c |\n", path="page.md")
    found = [
        inline
        for block in document_blocks(document)
        for inline in block_inlines(block)
        if type(inline).__name__ == "WikiLink"
    ]
    assert [inline.span.cut(document.text) for inline in found] == ["[[n\\|t]]"]
