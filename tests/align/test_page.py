"""From the documents of a page to its pairs, with an original and without."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from transcheck.align.model import PairState
from transcheck.align.page import align_page, align_pair
from transcheck.document import Document
from transcheck.parse import parse

BASE = (
    "# T\n\nOne [a](a.md).\n\nTwo `b` in 1999.\n\n- x\n- y\n\n"
    "## U\n\nThree [c](c.md).\n"
)


def document(tag: str, text: str = BASE) -> Document:
    return parse(text, path=f"{tag}.md", tag=tag, language=tag)


def test_every_document_is_held_against_the_original() -> None:
    documents = [document("pl"), document("en"), document("de")]
    page = align_page("x", documents, "en")
    assert page.name == "x"
    assert page.original is documents[1]
    assert page.reference is documents[1]
    assert page.documents == (documents[2], documents[1], documents[0])
    assert [pair.translation.tag for pair in page.pairs] == ["de", "pl"]
    assert all(pair.has_original for pair in page.pairs)
    assert all(pair.original is documents[1] for pair in page.pairs)


@pytest.mark.parametrize(
    ("texts", "elected"),
    [
        pytest.param({"pl": BASE, "fi": BASE}, "fi", id="a tie goes to the alphabet"),
        pytest.param(
            {"fi": BASE.replace("- y\n", ""), "pl": BASE, "sv": BASE},
            "pl",
            id="one that lost an item is not elected",
        ),
        pytest.param(
            {"fi": BASE + "\n## V\n\nMore [z](z.md).\n", "pl": BASE, "sv": BASE},
            "pl",
            id="one with an addition is not elected",
        ),
        pytest.param(
            {"ar": BASE.replace("a.md", "q.md"), "he": BASE, "ja": BASE, "th": "# T"},
            "he",
            id="one with another link is not elected",
        ),
    ],
)
def test_without_an_original_the_one_that_agrees_most_is_elected(
    texts: dict[str, str], elected: str
) -> None:
    page = align_page("x", [document(*item) for item in texts.items()], None)
    assert page.original is None
    assert page.reference is not None
    assert page.reference.tag == elected
    assert not any(pair.has_original for pair in page.pairs)
    assert len(page.pairs) == len(texts) - 1


def test_a_page_that_lacks_its_original_elects_a_reference() -> None:
    page = align_page("x", [document("pl"), document("sv")], "en")
    assert page.original is None
    assert page.reference is page.documents[0]


@pytest.mark.parametrize(
    "original",
    [pytest.param("pl", id="original"), pytest.param(None, id="translation")],
)
def test_a_page_of_one_document_has_no_pairs(original: str | None) -> None:
    page = align_page("x", [document("pl")], original)
    assert page.pairs == ()
    assert page.original is (page.documents[0] if original else None)


def test_a_page_without_documents_is_empty() -> None:
    page = align_page("x", [], "en")
    assert (page.reference, page.documents, page.pairs) == (None, (), ())


def test_a_pair_alone_is_the_pair_of_the_page() -> None:
    one, other = document("en"), document("de", BASE.replace("- y\n", ""))
    [pair] = align_page("x", [one, other], "en").pairs
    assert pair == replace(align_pair(one, other), similarity=pair.similarity)


def test_a_page_that_lost_headings_alone_is_not_outdated() -> None:
    texts = [
        f"The `{name}` stands in the garden, and it is {name} all year.\n\n"
        for name in ("rake", "spade", "hose")
    ]
    headings = ["## Rake\n\n", "## Spade\n\n", "## Hose\n\n"]
    whole = "".join(map("".join, zip(headings, texts, strict=True)))
    pair = align_pair(
        document("en", whole), document("de", headings[0] + "".join(texts))
    )
    assert pair.state is PairState.PARALLEL
    assert sum(part.translation is None for part in pair.sections) == 2
