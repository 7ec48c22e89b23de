"""Lines that were meant to be headings, and ids that are text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcheck.align.page import align_pair
from transcheck.compare.broken_headings import broken_headings
from transcheck.compare.broken_ids import broken_id, spaced_id
from transcheck.parse import parse

ORIGINAL = "# One\n\n## Two\n\nText.\n"


def problems(text: str, original: str | None = ORIGINAL) -> list[str]:
    known = parse(original, path="en.md") if original is not None else None
    return [one.problem for one in broken_headings(parse(text, path="a.md"), known)]


def mended(text: str, original: str = ORIGINAL) -> str:
    found = broken_headings(parse(text, path="a.md"), parse(original, path="en.md"))
    for span, new in sorted(one.repair for one in found if one.repair)[::-1]:
        text = text[: span.start] + new + text[span.end :]
    return text


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("##Два", id="no space"),
        pytest.param("##`код` и", id="code"),
        pytest.param("##\u00a0שתיים", id="a no-break space"),
        pytest.param("##\u3000二", id="an ideographic space"),
        pytest.param("＃＃二", id="wide marks"),
        pytest.param("\\## दो", id="an escaped mark"),
    ],
)
def test_a_heading_that_the_original_has_is_meant(line: str) -> None:
    text = f"# 1\n\n{line}\n\nx\n"

    assert len(problems(text)) == 1
    assert len(parse(mended(text), path="a.md").headings) == 2


@pytest.mark.parametrize(
    ("line", "right"),
    [
        pytest.param("## ## 二", "## 二", id="the same twice"),
        pytest.param("### ## 二", "## 二", id="the first is too many"),
        pytest.param("## # 二", "## 二", id="the second is too many"),
    ],
)
def test_of_two_marks_the_one_of_the_original_stays(line: str, right: str) -> None:
    assert mended(f"# 1\n\n{line}\n") == f"# 1\n\n{right}\n"


@pytest.mark.parametrize(
    ("text", "original"),
    [
        pytest.param("# 1\n\n## 2\n\n#сад #двор\n", ORIGINAL, id="tags"),
        pytest.param("# 1\n\n## 2\n\n#3 a b\n", ORIGINAL, id="a number"),
        pytest.param("# 1\n\n## 2\n\n#!sh -e x\n", ORIGINAL, id="a program"),
        pytest.param("#один два\n", "#one two\n", id="as the original has it"),
        pytest.param("```\n#один два\n```\n\n# 1\n", "# One\n", id="code"),
        pytest.param("# # 1\n", "# # One\n", id="doubled in both"),
        pytest.param("text\n#אחת שתיים.\n", "# One\n\n# Two\n" * 0, id="a sentence"),
    ],
)
def test_other_lines_are_text(text: str, original: str) -> None:
    assert problems(text, original) == []


def test_alone_only_white_space_counts() -> None:
    assert problems("##Два\n\n## ## 二\n\n＃ 三\n", None) == []
    assert problems("#\u00a0Α\n", None) == ["U+00A0 for the space after '#'"]


@pytest.mark.parametrize(
    ("heading", "right"),
    [
        pytest.param("Ένα[one]]", "[[one]]", id="a bracket lost before"),
        pytest.param("Ένα[[one]", "[[one]]", id="a bracket lost after"),
        pytest.param("एक［［one］］", "[[one]]", id="wide brackets"),
        pytest.param("一\\[\\[one\\]\\]", "[[one]]", id="escaped brackets"),
        pytest.param("一[one]", "[[one]]", id="one bracket each"),
        pytest.param("ένα (one)", None, id="the original's word in parentheses"),
        pytest.param("ένα (#one)", "[[one]]", id="parentheses for the brackets"),
        pytest.param("一（＃一）", "[[一]]", id="wide parentheses"),
        pytest.param("ένα (#12)", None, id="the number of an issue in parentheses"),
        pytest.param("一[eins]", None, id="another word in brackets"),
        pytest.param("One", None, id="no id at all"),
    ],
)
def test_ids_that_are_text_are_found_at_the_end(
    heading: str, right: str | None
) -> None:
    pair = align_pair(
        parse("# One[[one]]\n", path="en.md"), parse(f"# {heading}\n", path="a.md")
    )
    (_, first, second), *_ = pair.headings()

    found = broken_id(pair.translation, second, (pair.original, first))

    assert (found.repair if found else None) == right


def test_what_the_original_has_in_parentheses_is_no_id() -> None:
    pair = align_pair(
        parse("# Signs (#one) {#signs}\n", path="en.md"),
        parse("# Σημεία (#one)\n", path="a.md"),
    )
    (_, first, second), *_ = pair.headings()
    assert broken_id(pair.translation, second, (pair.original, first)) is None


@pytest.mark.parametrize(
    ("path", "slugger", "repair"),
    [
        pytest.param("a.md", "docusaurus", "{#one}", id="Docusaurus reads it as text"),
        pytest.param("a.mdx", "any", "{#one}", id="in MDX it is an expression"),
        pytest.param("a.md", "hugo", None, id="Hugo reads it as an id"),
        pytest.param("a.md", "any", None, id="the generator is not known"),
    ],
)
def test_a_space_breaks_an_id_where_the_generator_knows_none(
    path: str, slugger: str, repair: str | None
) -> None:
    document = parse("# One { #one }\n\n# Two {#two}\n", path=path)
    first, second = document.headings

    found = spaced_id(document, first, slugger)

    assert (found.repair if found else None) == repair
    assert spaced_id(document, second, slugger) is None


@given(st.text(alphabet="#＃\\ \u00a0ab\n`[]>", max_size=40))
def test_what_is_wrong_lies_on_the_line(text: str) -> None:
    document = parse(text, path="a.md")
    for one in broken_headings(document, parse(ORIGINAL, path="en.md")):
        assert one.wrong in one.span
        assert "\n" not in one.span.cut(text)
