"""The tags of templates, HTML and components, and placeholders."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcheck.align.page import align_pair
from transcheck.compare.elements import read_components, read_elements
from transcheck.compare.formulas import read_formulas
from transcheck.compare.placeholders import read_placeholders
from transcheck.compare.tag_damage import find_damage
from transcheck.compare.tag_pairs import changed_tags
from transcheck.compare.tags import Tag, balance
from transcheck.compare.template_tags import read_template_tags
from transcheck.document import Document
from transcheck.parse import parse
from transcheck.text import Span


def read(text: str, path: str = "a.md") -> Document:
    return parse(text, path=path)


def names(tags: list[Tag]) -> list[str]:
    return [f"/{tag.name}" if tag.closes else tag.name for tag in tags]


def values(tag: Tag) -> dict[str | None, str]:
    return {one.key: one.value for one in tag.arguments}


TEMPLATES = [
    pytest.param('{{< fig src="a b" 7 >}}', ["fig"], id="a shortcode"),
    pytest.param("{{% note %}} x {{% /note %}}", ["note", "/note"], id="a pair"),
    pytest.param("{% if a %}б{% endif %}", ["if", "/if"], id="a tag with its end"),
    pytest.param("{%- raw -%}", ["raw"], id="white space control"),
    pytest.param("{{ site . title }}", ["site.title"], id="an expression"),
    pytest.param('{{Macro("x", "あ")}}', ["Macro"], id="a macro"),
    pytest.param("`{{ a }}` {{</* b */>}} {# c #}", [], id="what is only shown"),
    pytest.param("[а]({{< ref x >}})", [], id="a target"),
    pytest.param("```\n{{ a }}\n```\n\n$${{a}}$$", [], id="code and formulas"),
    pytest.param("---\nt: '{{ a }}'\n---\n\nб", [], id="metadata"),
]


@pytest.mark.parametrize(("text", "found"), TEMPLATES)
def test_tags_of_templates_are_read(text: str, found: list[str]) -> None:
    assert names(read_template_tags(read(text))) == found


ELEMENTS = [
    pytest.param("H<sub>2</sub>O<br>", ["sub", "/sub", "br"], id="in a text"),
    pytest.param("<DIV>\n\nא\n\n</DIV>", ["div", "/div"], id="in capitals"),
    pytest.param("`<sub>` <your-name> <https://a.org>", [], id="what is none"),
    pytest.param("<!-- <b> -->\n\n\\<b>", [], id="comments and escapes"),
    pytest.param('<a href="/x">б</a>', ["a", "/a"], id="a link"),
    pytest.param('![](i.png) <img src="i.png">', ["img"], id="an image"),
    pytest.param("x <a\n  href='/y'>z</a>", ["a", "/a"], id="over two lines"),
    pytest.param('<video src="a > b"></video>', ["video", "/video"], id="a > in one"),
]


@pytest.mark.parametrize(("text", "found"), ELEMENTS)
def test_elements_are_read(text: str, found: list[str]) -> None:
    assert names(read_elements(read(text))) == found


COMPONENTS = [
    pytest.param("<Tip>\n\nก\n\n</Tip>", "a.mdx", ["Tip", "/Tip"], id="around blocks"),
    pytest.param("x <Badge t={{a: '>'}} />", "a.mdx", ["Badge"], id="braces in it"),
    pytest.param("<Name>", "a.mdx", ["Name"], id="any name in MDX"),
    pytest.param("Call <NAME> now", "a.md", [], id="something to fill in"),
    pytest.param("<my-part a=1></my-part>", "a.md", ["my-part", "/my-part"], id="own"),
    pytest.param('<Video id="x" /.”\n\nThen > it', "a.mdx", [], id="one that runs on"),
]


@pytest.mark.parametrize(("text", "path", "found"), COMPONENTS)
def test_components_are_read(text: str, path: str, found: list[str]) -> None:
    assert names(read_components(read(text, path))) == found


def test_parameters_are_read_with_their_places() -> None:
    text = "<Bed size='a b' n={f({x: \"}\"})} open w=3 />"
    (tag,) = read_components(read(text, "a.mdx"))
    assert values(tag) == {"size": "a b", "n": '{f({x: "}"})}', "open": "", "w": "3"}
    assert [one.span.cut(text) for one in tag.arguments] == [*values(tag).values()]


PLACEHOLDERS = [
    pytest.param("Hi {name}, {a.b}!", ["{name}", "{a.b}"], id="in braces"),
    pytest.param("ו{tool}と%s個", ["{tool}", "%s"], id="beside letters of any script"),
    pytest.param("%(x)d %1$s %HOME%", None, id="of printf and Windows"),
    pytest.param("<p>\nHi {name}\n</p>", ["{name}"], id="in the text of HTML"),
    pytest.param("Set ${A_B}", ["${A_B}"], id="of shells"),
    pytest.param("5% so 100 %, 50%s", [], id="per cent"),
    pytest.param("`{a}` {#id} {: .b} {1, 2}", [], id="what is none"),
    pytest.param("## A {name}\n\n[{x}](y)", ["{name}", "{x}"], id="headings and links"),
]


@pytest.mark.parametrize(("text", "found"), PLACEHOLDERS)
def test_placeholders_are_read(text: str, found: list[str] | None) -> None:
    expected = text.split() if found is None else found
    assert [tag.source for tag in read_placeholders(read(text))] == expected


def test_placeholders_of_mdx_are_names_in_braces() -> None:
    tags = read_placeholders(read("{a.b} {f(x)} {/* c */}", "a.mdx"))
    assert [tag.source for tag in tags] == ["{a.b}"]


FORMULAS = [
    pytest.param("Is $a^2$, not $5 and $6.", ["a^2"], id="in a text"),
    pytest.param("$$\na = \\text{слово}\n$$", ["a=\\text"], id="without its words"),
    pytest.param("\\\\(n_1\\\\) `$a^2$`", ["n_1"], id="in brackets"),
]


@pytest.mark.parametrize(("text", "found"), FORMULAS)
def test_formulas_are_read(text: str, found: list[str]) -> None:
    assert names(read_formulas(read(text))) == found


def test_what_is_not_paired_is_found() -> None:
    tags = read_elements(read("<sub>a</sub> <sub>b <kbd>c</kbd></kbd> <p>d <ins>"))
    found = balance(tags, frozenset())
    assert names([*found.unclosed]) == ["sub"]
    assert names([*found.stray]) == ["/kbd"]
    assert found.paired == frozenset()


DAMAGE = [
    pytest.param("{{< fig >}}", "а {{ < fig >}}", " ", "{{< fig >}}", id="a space"),
    pytest.param("{{ a }}", "｛｛ a }}", "｛", "{{ a }}", id="wide braces"),
    pytest.param("{name}", "\\{name\\}", "\\", "{name}", id="escaped"),
    pytest.param("{{ a }}", "а {{ a }", "", "{{ a }}", id="one brace at the end"),
    pytest.param('{{A("b")}}', '{A("б")}}', "", '{{A("б")}}', id="one at the start"),
    pytest.param("{{< fig >}}", "{{< fig }}", "}", "{{< fig >}}", id="a lost sign"),
    pytest.param("{{% fig %}}", "{{ fig %}}", "", "{{% fig %}}", id="one at its start"),
    pytest.param(
        '{{< a b="c" d="e" >}}',
        '{{< a b="ц d="e" >}}',
        "",
        '{{< a b="ц" d="e" >}}',
        id="a lost quote",
    ),
    pytest.param("x <sub>2</sub>", "& &lt;sub>2", "&lt;", "& <sub>2", id="an entity"),
    pytest.param("x <sub>2</sub>", "x <sub＞2", "＞", "x <sub>2", id="a wide end"),
]


@pytest.mark.parametrize(("original", "text", "wrong", "mended"), DAMAGE)
def test_a_mangled_tag_is_found_and_mended(
    original: str, text: str, wrong: str, mended: str
) -> None:
    document = read(original)
    tag = (*read_placeholders(document), *read_template_tags(document))
    tag = tag or tuple(read_elements(document))
    damage = find_damage(text, Span(0, len(text)), tag[0], [])
    assert damage is not None
    assert damage.wrong.cut(text) == wrong
    for span, right in reversed(damage.repairs):
        text = text[: span.start] + right + text[span.end :]
    assert text.removeprefix("а ") == mended


def test_what_is_right_or_code_is_no_damage() -> None:
    (tag, _) = read_elements(read("x <sub>2</sub>"))
    text = "`< sub>` <sub>"
    assert find_damage(text, Span(0, len(text)), tag, [Span(0, 8)]) is None
    (tag,) = read_placeholders(read("{{ a }}"))
    for text in ("{ a }", "{{ b }", "{{ a }}"):
        assert find_damage(text, Span(0, len(text)), tag, []) is None


signs = st.text(alphabet="<>{}%/\"'`“”ab \n=-$()!あ{{%}}", max_size=60)


@given(signs, st.sampled_from(["a.md", "a.mdx"]))
def test_tags_stand_where_they_say(text: str, path: str) -> None:
    document = read(text, path)
    for reader in (read_elements, read_components, read_placeholders, read_formulas):
        tags = reader(document)
        assert [tag.span.cut(text) for tag in tags] == [tag.source for tag in tags]
        for tag in tags:
            assert tag.written == tag.name_span.cut(text)
            for one in tag.arguments:
                assert one.span.cut(text) == one.value
                assert one.span in tag.span


def test_a_tag_that_the_parser_misread_is_not_called_unpaired() -> None:
    original = "<div>\n\nSow `x`.\n\n</div>"
    translation = '<div\n  class="a"\n>\n\nСейте `x`.\n\n</div>\n\n<div>\n</div>'
    pair = align_pair(read(original, "en.mdx"), read(translation, "ru.mdx"))
    assert [one.kind for one in changed_tags(pair, read_elements)] == []
