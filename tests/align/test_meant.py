"""Documents read without the fences that broke in translation."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcheck.align.meant import read_as_meant, read_as_meant_beside
from transcheck.document import Document
from transcheck.parse import parse
from transcheck.text import Span

PAGE = "# Το σπίτι\n\nΜια **πόρτα**.\n\n```sh\nopen\n```\n\n## Κλειδί\n\nΕδώ.\n"


def read(text: str, tag: str = "el") -> Document:
    return parse(text, path=f"{tag}.md", tag=tag)


def beside(text: str, original: str = PAGE) -> Document:
    return read_as_meant_beside(read(original, "en"), read(text))


def said(document: Document) -> list[tuple[str, str]]:
    return [(one.kind, one.span.cut(document.text)) for one in document.fences]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("```markdown\n", "```\n", id="around it"),
        pytest.param("``` md\n", "", id="not closed"),
        pytest.param("~~~~mdx a/b.mdx (1-9)\n", "~~~~\n\n---\n*end*\n", id="a footer"),
        pytest.param("> notice\n\n```markdown\r\n", "```\r\n", id="below a notice"),
    ],
)
def test_a_page_in_a_fence_is_read_as_a_page(before: str, after: str) -> None:
    document = beside(f"{before}{PAGE}{after}")

    assert document.text == f"{before}{PAGE}{after}"
    assert [one.kind for one in document.fences] == ["wrapper"]
    assert len(document.headings) == 2
    assert [block.content for block in document.code_blocks] == ["open\n"]


@pytest.mark.parametrize(
    ("text", "fences"),
    [
        pytest.param(PAGE.replace("```sh", "```sh:\n\n```sh"), "```sh:", id="doubled"),
        pytest.param(PAGE.replace("```sh\n", ""), "```", id="no opening fence"),
    ],
)
def test_a_fence_too_many_does_not_turn_the_rest_into_code(
    text: str, fences: str
) -> None:
    document = beside(text)

    assert [source for _, source in said(document)] == [fences]
    assert len(document.headings) == 2


def test_where_code_ends_is_not_guessed() -> None:
    document = beside(PAGE.replace("open\n```", "open"))

    assert said(document) == [("open", "```sh")]
    assert len(document.headings) == 1


def test_what_the_original_has_too_is_meant() -> None:
    wrapped = f"```markdown\n{PAGE}```\n"

    assert beside(wrapped, wrapped) == read(wrapped)


def test_spaces_after_a_fence_make_it_no_other() -> None:
    shown = "```\n```py{}\n\n```\n"

    assert beside(shown.format("  "), shown.format("")).fences == ()


def test_without_an_original_the_one_that_is_whole_shows_what_is_meant() -> None:
    wrapped = [read(f"```markdown\n{PAGE}```\n", tag) for tag in ("de", "hi")]

    documents = read_as_meant([*wrapped, read(PAGE, "ta")], None)

    assert [len(one.fences) for one in documents] == [1, 1, 0]


@given(st.lists(st.sampled_from(["```", "```py", "~~~", "# a", "b", ""]), max_size=12))
def test_fences_stand_in_the_text_once_each(lines: list[str]) -> None:
    document = beside("\n".join(lines))

    spans = [one.span for one in document.fences]
    assert spans == sorted(set(spans))
    assert all(span.cut(document.text)[:3] in ("```", "~~~") for span in spans)
    assert all(span in Span(0, len(document.text)) for span in spans)


CONFLICT = "<<<<<<< HEAD\nΜια πόρτα.\n=======\nA door.\n>>>>>>> 5f1c2ab\n"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        pytest.param(f"# Σπίτι\n\n{CONFLICT}", 1, id="in a paragraph"),
        pytest.param(CONFLICT.replace("\n", "\r"), 1, id="with lone carriage returns"),
        pytest.param(
            CONFLICT.replace("=======", "||||||| 91c0\nThe door.\n======="),
            1,
            id="with what both were made from",
        ),
        pytest.param(f"{CONFLICT}\n{CONFLICT}", 2, id="twice"),
        pytest.param(f"<pre></pre>\n\n{CONFLICT}", 1, id="below preformatted text"),
        pytest.param(f"<pre>\n{CONFLICT}</pre>\n", 0, id="in preformatted text"),
        pytest.param(
            f"{{% highlight diff %}}\n{CONFLICT}{{% endhighlight %}}\n",
            0,
            id="in a tag for code",
        ),
        pytest.param(f"```\n{CONFLICT}```\n", 0, id="in a fence"),
        pytest.param(f"```\n{CONFLICT}", 0, id="in a fence that is left open"),
        pytest.param("<<<<<<< a\n>>>>>>> b\n=======\n", 0, id="in another order"),
    ],
)
def test_conflicts_are_read_with_their_first_side(text: str, number: int) -> None:
    document = read_as_meant([read(text)], None)[0]

    assert document.text == text
    assert len(document.conflicts) == number
    if number:
        assert [block.span.cut(text) for block in document.root.blocks] in (
            [], ["Μια πόρτα."], ["<pre></pre>", "Μια πόρτα."], ["Μια πόρτα."] * 2
        )  # fmt: skip


def test_a_fence_around_a_page_with_a_conflict_is_told_beside_it() -> None:
    sentences = "Μια πόρτα. " * 30
    text = f"```markdown\n# Το σπίτι\n\n{sentences}\n```\n\n{CONFLICT}"
    document = read_as_meant([read(PAGE, "en"), read(text)], "en")[1]

    assert [one.kind for one in document.fences] == ["wrapper"]
    assert len(document.headings) == len(document.conflicts) == 1
