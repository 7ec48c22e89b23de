"""Markup that was meant to be a link."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcheck.compare.broken_links import broken_links, empty_targets
from transcheck.compare.parsed_links import BrokenLink
from transcheck.document import Block, Document, document_blocks
from transcheck.parse import parse


def read(text: str) -> tuple[Document, Block]:
    document = parse(text, path="a.md")
    return document, next(iter(document_blocks(document)))


def broken(text: str, original: str | None = None) -> list[BrokenLink]:
    return broken_links(*read(text), read(original) if original else None)


BROKEN = [
    pytest.param("[a] (/x/y)", " ", "[a](/x/y)", id="a space"),
    pytest.param("[`c`] (#place)", " ", "[`c`](#place)", id="code in the text"),
    pytest.param(
        "[*б*] (www.a.org)", " ", "[*б*](www.a.org)", id="emphasis in the text"
    ),
    pytest.param("![к] (../x.png)", " ", "![к](../x.png)", id="an image"),
    pytest.param(
        "[א] (https://a.org/x_(y))", " ", "[א](https://a.org/x_(y))", id="nested"
    ),
    pytest.param(
        "（看[规则]（/rules））", "（", "[规则](/rules)", id="in wide brackets"
    ),
    pytest.param("(see [a] (/rules))", " ", "[a](/rules)", id="in brackets"),
    pytest.param("[a](/rules “t”)", " ", None, id="quotes around the title"),
    pytest.param("[ア](/wörter y/z)", " ", None, id="a space in a path"),
    pytest.param("(a)[https://a.org]", "(", "[a](https://a.org)", id="swapped"),
    pytest.param("[ก]((/x/y)", "(", "[ก](/x/y)", id="a doubled bracket, not closed"),
    pytest.param("[α](HTTPS//a.org)", "//", "HTTPS://a.org", id="no colon"),
    pytest.param("[α](http:///a.org)", ":///", "http://a.org", id="three slashes"),
    pytest.param(
        "[a](https://a.org）见 (b)", "）", "[a](https://a.org)", id="closed wide"
    ),
    pytest.param("अ](/x/y)", "अ]", None, id="not opened"),
    pytest.param("[م (https://a.org)", "(", "[م](https://a.org)", id="not closed"),
    pytest.param("看！[图](x.png)", "！", "![图](x.png)", id="a wide exclamation mark"),
]


@pytest.mark.parametrize(("text", "wrong", "repair"), BROKEN)
def test_broken_links_are_found(text: str, wrong: str, repair: str | None) -> None:
    (one,) = broken(text)
    assert (one.wrong.cut(text), one.repair) == (wrong, repair)


@pytest.mark.parametrize(("text", "wrong", "repair"), BROKEN)
def test_a_repair_leaves_nothing_broken(
    text: str, wrong: str, repair: str | None
) -> None:
    (one,) = broken(text)
    assert wrong
    if repair is not None:
        assert not broken(text[: one.span.start] + repair + text[one.span.end :])


def test_a_target_of_the_original_is_no_remark_after_code() -> None:
    (one,) = broken("`अ`](/x/y)", "[`a`](/x/y)")
    assert one.problem == "no '[' before its text"
    assert broken("`अ`](/x/y)", "`a` (/z/y)") == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("[a](/x) [b](<c d> 'e') ![c](d.png)", id="links"),
        pytest.param("[a] (see below), [b] (and/or), [c] (#12)", id="remarks"),
        pytest.param("[a] (README.md)", id="a file in a remark"),
        pytest.param("`[a] (/x/y)` \\[a\\] (/x/y)", id="code and escapes"),
        pytest.param("[[a]] (/x/y)", id="a wikilink"),
        pytest.param("[^1] (/x/y), [2] (https://a.org)", id="footnotes and sources"),
        pytest.param("【官网】（https://a.org）", id="a label in Chinese"),
        pytest.param("f[i](a, b) g(x)[y]", id="calls and indexes"),
        pytest.param("[[a](/x), [b](/y)]", id="links in brackets"),
        pytest.param("\\[[a](/x)\\] \\[[b](/y)]", id="links in escaped brackets"),
        pytest.param("Look! [a](/x) 看！[图](/x)", id="an exclamation"),
        pytest.param("[a](//a.org/x) [b](https:foo)", id="odd but right targets"),
        pytest.param("<p>See [a](https://a.org/b).</p>", id="a whole one in HTML"),
        pytest.param("### x (a)[[an-id]]", id="an id of a heading"),
    ],
)
def test_what_is_no_link_is_left_alone(text: str) -> None:
    assert broken(text) == []


def test_the_original_tells_what_is_a_target() -> None:
    assert broken("[α] (word)") == []
    assert [one.target for one in broken("[α] (word)", "[a](word)")] == ["word"]


@pytest.mark.parametrize(
    ("text", "original", "wrong"),
    [
        pytest.param(
            "[правила] сада (ПС) (/rules), [ж] (й)",
            "[rules](/rules)",
            " сада (ПС) ",
            id="words between",
        ),
        pytest.param("[क] करें(/x)", "[do](/x) it", " करें", id="no space before it"),
        pytest.param("la [serre]](/x).", "[house](/x)", "]", id="a doubled bracket"),
        pytest.param("[a] b (/x) [c](/x)", "[a](/x)", None, id="a link that is there"),
        pytest.param("[a] b [c] (d)", "[a](/x)", None, id="another target"),
    ],
)
def test_a_target_apart_from_its_text(
    text: str, original: str, wrong: str | None
) -> None:
    assert [one.wrong.cut(text) for one in broken(text, original)] == (
        [wrong] if wrong else []
    )


def test_an_escaped_link_with_an_address_in_its_target() -> None:
    text = "\\[عنوان]\\(<https://a.org/{#var> name}/b)"
    (one,) = broken(text, "[title](https://a.org/{#var name}/b)")
    assert (one.problem, one.repair) == ("escaped '['", None)
    assert one.target == "<https://a.org/{#var> name}/b"


def test_a_link_in_the_page_makes_no_target_of_a_word() -> None:
    assert broken("[α] (see) [β] (en)", "[a](#x) [b](/en/)") == []


def test_what_the_original_writes_too_is_meant() -> None:
    assert broken("[α] (/x/y)", "[a] (/x/y)") == []
    assert len(broken("[α] (/x/y) [β] (/z/z)", "[a] (/x/y) [b](/z/z)")) == 1


@pytest.mark.parametrize(
    ("text", "count"),
    [
        pytest.param("[а]() ![]() ![б]( )", 3, id="links and images"),
        pytest.param("[](){#id} [a](#) <a name='b'></a>", 0, id="anchors"),
    ],
)
def test_empty_targets_are_found(text: str, count: int) -> None:
    assert len(empty_targets(read(text)[1])) == count


PIECES = [
    *(
        "[",
        "]",
        "(",
        ")",
        "！",
        "!",
        "［",
        "］",
        "（",
        "）",
        "【",
        "】",
        "a",
        "字",
        "`",
    ),
    *(
        " ",
        "\n",
        "\n> ",
        "*",
        "\\",
        "/x/y",
        "https:/",
        "https：//",
        "[a](/x)",
        "<b>",
        "\t",
    ),
]


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_spans_lie_in_the_text(text: str) -> None:
    document = parse(text, path="a.md")
    for block in document_blocks(document):
        for one in broken_links(document, block):
            assert 0 <= one.span.start <= one.wrong.start
            assert one.wrong.start < one.wrong.end <= len(text)
            assert one.wrong.cut(text)
