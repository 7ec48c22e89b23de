"""Code held against code, comments and literals aside."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcheck.code import code_language, code_span, compare_code, same_language
from transcheck.document import CodeBlock, Document, Section
from transcheck.text import Span


@pytest.mark.parametrize(
    ("info", "language"),
    [
        pytest.param("", "", id="none"),
        pytest.param("Python", "python", id="a name"),
        pytest.param("js ins={3-4,7}", "js", id="a name and attributes"),
        pytest.param("rust,ignore", "rust", id="a comma"),
        pytest.param("{ .dockerfile .annotate }", "dockerfile", id="classes"),
        pytest.param("{r}", "r", id="a name in braces"),
        pytest.param("tsx | pure", "tsx", id="a bar"),
        pytest.param('hl_lines="4"', "", id="an attribute alone"),
        pytest.param("c++", "c++", id="marks in a name"),
    ],
)
def test_language_of_an_info_string(info: str, language: str) -> None:
    assert code_language(info) == language


def test_two_names_of_one_language() -> None:
    assert same_language("py", "python")
    assert same_language("glossolalia", "glossolalia")
    assert not same_language("python", "ruby")
    assert not same_language("python", "glossolalia")
    assert not same_language("python", "")


SAME = [
    pytest.param("python", "x = 1  # number", "x = 1  # число", id="a comment"),
    pytest.param("python", "# a\nx = 1\n", "x = 1\n", id="a lost comment line"),
    pytest.param("python", "x\n  # one\n", "x\n# два\n# б\n", id="other comment lines"),
    pytest.param("python", 'print("Hi")', 'print("Γεια")', id="a literal"),
    pytest.param("py", 'f"Hi {name}"', 'f"مرحبا {name}"', id="a formatted literal"),
    pytest.param("py", 's = """a\nb"""', 's = """c"""', id="a literal of two lines"),
    pytest.param("python", "f(\n  1,\n)", "f( 1, )", id="line ends in brackets"),
    pytest.param("python", "if a:\n  b", "if a:\n    b", id="a wider indent"),
    pytest.param("js", "a() // go\n/* b */", "a() // идём\n/* ב */", id="JavaScript"),
    pytest.param("js", "a\n .b()", "a.b()", id="line ends where they mean nothing"),
    pytest.param("jsx", "<p>Hello you</p>", "<p>สวัสดี</p>", id="text between tags"),
    pytest.param("html", "<p>Hi</p><!-- a -->", "<p>你好</p>", id="HTML"),
    pytest.param(
        "markdoc",
        '# Peas\n\n{% card title="Sow them" /%}',
        '# Erbsen\n\n{% card title="So säen" /%}',
        id="text and literals of Markdoc",
    ),
    pytest.param(
        "njk",
        '<p>Peas</p>{{ button({ label: "Sow them" }) }}',
        '<p>Горох</p>{{ button({ label: "Сеять" }) }}',
        id="text and literals of Nunjucks",
    ),
    pytest.param(
        "hbs",
        '<p>Peas</p>{{#if a}}{{> bed title="Sow"}}{{/if}}',
        '<p>豆</p>{{#if a}}{{> bed title="播种"}}{{/if}}',
        id="text and literals of Handlebars",
    ),
    pytest.param(
        "ejs",
        '<p>Peas</p><% if (a) { %><%= link("Sow") %><% } %>',
        '<p>אפונה</p><% if (a) { %><%= link("זרעו") %><% } %>',
        id="text and literals of EJS",
    ),
    pytest.param(
        "jinja2",
        '{{ button("Sow them") }}',
        '{{ button("Pflanzen") }}',
        id="literals of Jinja",
    ),
    pytest.param(
        "go-html-template",
        '{{ partial "bed" (dict "title" "Sow them") }}',
        '{{ partial "bed" (dict "title" "So säen") }}',
        id="literals of Hugo",
    ),
    pytest.param("sql", "SELECT a -- all", "SELECT a -- 全部", id="SQL"),
    pytest.param("bash", "ls -l # list", "ls -l # सूची", id="a shell"),
    pytest.param(
        "sh",
        "./grow\n[bed 1] Three roses were watered\n",
        "./grow\n[bed 1] Ποτίστηκαν τρία τριαντάφυλλα\n",
        id="what a program prints below a command",
    ),
    pytest.param(
        "sh",
        "BED_HOST=<the host where the beds of the garden are>",
        "BED_HOST=<花坛所在的主机>",
        id="what a variable is set to",
    ),
    pytest.param("sh", "a|b ;c", "a | b; c", id="space beside marks in a shell"),
    pytest.param("sh", "ask\nAnswer: 5", "ask\nОтвет: 5", id="a label in a shell"),
    pytest.param(
        "python",
        "f([1, 2], {'a': 1})",
        "f(\n  [1, 2,],\n  {'a': 1,},\n)",
        id="a comma before a closing bracket",
    ),
    pytest.param("console", "$ ls\nfile", "$ ls\nfichier", id="a session's output"),
    pytest.param("json", '{"a": "Hi"}', '{"a": "Cześć"}', id="JSON"),
    pytest.param("yaml", "a: Hi # b", "a: Ahoj # c", id="YAML"),
    pytest.param("lisp", "(a) ; note", "(a) ; 注", id="Lisp"),
    pytest.param("latex", "\\a % note", "\\a % nota", id="LaTeX"),
    pytest.param("mermaid", "A --> B[Buy]", "A --> B[Купить]", id="a drawing"),
    pytest.param("", "mkdir a\ncd a", "mkdir b cd b", id="an unknown language"),
    pytest.param("", "a\nb # one\n# c", "a\nb", id="comments of no language"),
    pytest.param("", "a\nb\n\nHi", "a\nb\n\nCześć", id="a line of text"),
    pytest.param("", "a", "a\nb", id="what a single line prints"),
    pytest.param("", "a\nb", "a\nb\nit says hello", id="a gloss below"),
    pytest.param("", "├── a\n├── en.md\n", "├── a\n├── de.md\n", id="a drawing"),
    pytest.param("", "├── a\n├── b\n", "├── a\n├── b\n├── de\n", id="one's own file"),
    pytest.param(
        "", "a = b\nname = 1", "a = b\nnom = 1", id="names that are translated"
    ),
    pytest.param(
        "", "Recall = 1\nPrecision = 2", "Recall = 1\nPrecisione = 2", id="labels"
    ),
    pytest.param(
        "", "f(<argument>)\ng()", "f(<argumento>)\ng()", id="what is filled in"
    ),
    pytest.param(
        "", 'f("argument")\ng()', 'f("argumento")\ng()', id="a word in quotes"
    ),
    pytest.param("", "$ cut rose\nOne", "$ cut różę\nJeden", id="a session"),
    pytest.param("", "git clone rose", "git clone roza", id="what a command works on"),
    pytest.param("", 'git commit -m "Rose -a"', "git commit -m 'Róża'", id="a message"),
    pytest.param(
        "", "git push -u a b", "git push a -u b", id="options in another order"
    ),
    pytest.param("", "docker run -it a", "docker run -ti a", id="letters of options"),
    pytest.param("", "pip install a", "pip3 install a", id="the number of a program"),
    pytest.param(
        "", "git clone a\nor ask", "git klon a\nfrag", id="commands among text"
    ),
    pytest.param("", "mkdir a\n\ncd  a", "mkdir a\ncd a\n", id="other white space"),
    pytest.param("python out", "{'a': 1}", "{'b': 2}", id="an output"),
    pytest.param("", "Note: see", "Nota: véase", id="no language"),
    pytest.param(
        "elixir",
        'iex> split("red roses")\n["red", "roses"]\n',
        'iex> split("trandafiri de foc")\n["trandafiri", "de", "foc"]\n',
        id="more literals in the result of a literal",
    ),
    pytest.param("glossolalia", "a  b\n", "a b", id="white space of an unknown one"),
]


@pytest.mark.parametrize(("info", "first", "second"), SAME)
def test_what_may_be_translated_is_no_difference(
    info: str, first: str, second: str
) -> None:
    assert compare_code(first, second, info) is None


OTHER = [
    pytest.param(
        "json", '{"a": "^4.18.2"}', '{"a": "^4.16.1"}', "16.1", id="a version"
    ),
    pytest.param("", "mkdir a\ncd a", "mkdir a cd a", "cd", id="joined lines alone"),
    pytest.param("", "a\nb\n# x\nc", "a\n# y\nc", "\n# y", id="a line that was lost"),
    pytest.param("", "a\n\nb", "a\nx\nb", "x", id="a line too many"),
    pytest.param("", "a\nb\nc", "b\nc", "b", id="a lost first line"),
    pytest.param("", 'b\nf(r"^rose/")', 'b\nf(r"^roses/")', "roses", id="a word"),
    pytest.param("", "git add a", "git dodaj a", "dodaj", id="a translated verb"),
    pytest.param("", "$ git add", "$ git", "", id="a lost verb"),
    pytest.param("", "sudo make -j rose", "sudo make rose", "", id="a lost option"),
    pytest.param("", "ls -l", "ls -l --all", "--all", id="an option too many"),
    pytest.param("", "curl a", "wget a", "wget", id="another program"),
    pytest.param(
        "",
        "docker run \\\n  --rm a",
        "docker run \\\n  --rn a",
        "--rn",
        id="a long one",
    ),
    pytest.param(
        "", "$ git add a\nOne", "$ git tambah a\nSatu", "tambah", id="one in a session"
    ),
    pytest.param(
        "python",
        's = """\n# one""" + a\n',
        's = """\n# два""" + б\n',
        "б",
        id="a line of a literal that looks like a comment",
    ),
    pytest.param("python", "a and b", "a și b", "și", id="a translated operator"),
    pytest.param("json", '{"a": 1,\n"b": 2}', '{"a": 1\n"b": 2}', '"', id="a comma"),
    pytest.param("json", "[1]", "[1,]", ",", id="a comma that JSON does not know"),
    pytest.param(
        "sh", "cut roses # for a friend", "cut ρόδα # για μια φίλη", "ρόδα", id="a word"
    ),
    pytest.param(
        "sh", "grow roses\ncut", "grow tulips\ncut", "tulips", id="one other word"
    ),
    pytest.param(
        "sh",
        "BED_HOST=<the host where the beds of the garden are>",
        "BED_PORT=<花坛所在的主机>",
        "BED_PORT",
        id="a variable whose value is described",
    ),
    pytest.param("json", '{"name": 1}', '{"имя": 1}', "имя", id="a translated key"),
    pytest.param("js", "u[n]", "u.n", ".", id="another way in"),
    pytest.param("python", "if a:\n    b\nc", "if a:\n    b\n", "", id="a lost line"),
    pytest.param("python", "if a:\n    b", "if a:\nb", "", id="a lost indent"),
    pytest.param("bash", "cd a\ncd b", "cd a cd b", "cd", id="joined commands"),
    pytest.param("docker", "COPY . .", "COPY ..", "..", id="a lost space"),
    pytest.param("console", "$ perf record -F", "$ perf record-F", "record-F", id="a"),
    pytest.param("python", 'f"{name}"', 'f"{nom}"', "nom", id="a name in a literal"),
    pytest.param(
        "python",
        'grow("roses")\n["red", "pink"]',
        'grow("roses")\n["roșu"]',
        "]",
        id="a literal less below one that was not translated",
    ),
    pytest.param(
        "js",
        'grow([\n["red"],\n["pink", "blue"]\n])',
        'grow([\n["roșu"],\n["roz"]\n])',
        "]",
        id="a literal less in code that goes on",
    ),
    pytest.param("c", "#include <a.h>", "#include <b.h>", "b", id="an include"),
    pytest.param("njk", "{% if a %}", "{% ako a %}", "ako", id="a template's word"),
    pytest.param("hbs", "{{#if a}}", "{{#if б}}", "б", id="a template's variable"),
    pytest.param("glossolalia", "a # b", "a # c", "c", id="an unknown language"),
]


@pytest.mark.parametrize(("info", "first", "second", "found"), OTHER)
def test_changed_code_is_found(info: str, first: str, second: str, found: str) -> None:
    difference = compare_code(first, second, info)
    assert difference is not None
    assert second[slice(difference.second.span.start, None)].startswith(found)


@given(
    st.text(), st.text(), st.sampled_from(["python", "js", "yaml", "html", "bash", "x"])
)
def test_any_text_compares(first: str, second: str, info: str) -> None:
    assert compare_code(first, first, info) is None
    there, back = compare_code(first, second, info), compare_code(second, first, info)
    assert (there is None) == (back is None)
    if there is not None:
        assert Span(0, len(first)).end >= there.first.span.end
        assert Span(0, len(second)).end >= there.second.span.end


def test_place_of_code_in_a_quote() -> None:
    text = "> ```py\n> a\n>   bc\n> ```\n"
    block = CodeBlock(
        span=Span(2, 24),
        info="py",
        info_span=Span(5, 7),
        content="a\n  bc\n",
        content_span=Span(10, 18),
        fence="```",
        closed=True,
    )
    root = Section(heading=None, blocks=(block,), sections=())
    document = Document(
        path="a.md", text=text, tag=None, language=None, frontmatter=None, root=root
    )
    assert code_span(document, block, Span(4, 6)).cut(text) == "bc"
    assert code_span(document, block, Span(0, 1)).cut(text) == "a"
    assert code_span(document, block, Span(7, 7)) == Span(18, 18)
