"""Marks of another script."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcheck.compare.foreign_marks import find_foreign_marks
from transcheck.compare.texts import Texts
from transcheck.document import Paragraph, RunningText
from transcheck.text import Span


def found(language: str | None, *texts: str) -> list[str]:
    """Return the marks that are found in texts, each with what it should be."""
    return [
        one.mark + one.own + ("" if one.fits else "?")
        for one in find_foreign_marks(texts_with(*texts), language)
    ]


def texts_with(*texts: str) -> Texts:
    """Return the texts of a document whose blocks say something."""
    block = Paragraph(span=Span(0, 0))
    return Texts((block, RunningText(text, (), ())) for text in texts)


@pytest.mark.parametrize(
    ("language", "texts", "expected"),
    [
        pytest.param("ar", ["أ، ب، ج، د, هـ"], [], id="a habit"),
        pytest.param("ar", ["أ، ب، ج، د، هـ, و"], [",،"], id="a comma of Arabic"),
        pytest.param("ar", ["أ، ب، ج، د، A, B"], [], id="after Latin letters"),
        pytest.param("fa", ["آ، ب، پ، ت، ث", "چه؟ چه? " * 4], [], id="two habits"),
        pytest.param("fa", ["آ، " * 10, "چه?"], ["?؟"], id="a question like no other"),
        pytest.param("fa", ["آ، " * 9, "چه?"], [], id="too few of its own"),
        pytest.param("hi", ["है। " * 4, "है."], [".।"], id="a full stop"),
        pytest.param("hi", ["है। " * 4, "डॉ. राव"], [], id="an abbreviation"),
        pytest.param("hi", ["है। " * 4, "उदा."], [], id="an abbreviation alone"),
        pytest.param("hi", ["है। " * 4, "है |"], ["|।?"], id="a bar"),
        pytest.param("bn", ["আছে। " * 4, "আছে ৷"], ["৷।"], id="a numerator"),
        pytest.param("mr", ["आहे. " * 8, "आहे।"], [], id="Marathi may have both"),
        pytest.param("el", ["Πού; Τι; Πώς; Ποιος; Πού?"], ["?;"], id="Greek"),
        pytest.param("el", ["Πού; " * 10], [], id="questions of Greek"),
        pytest.param("hy", ["է։ " * 4, "է:"], [":։?"], id="Armenian"),
        pytest.param(
            "de", ["a, b, c, d, e، f"], ["،,"], id="an Arabic comma in German"
        ),
        pytest.param(
            "ko", ["가, 나, 다, 라, 마， 바"], ["，,"], id="a wide one in Korean"
        ),
        pytest.param("zh", ["甲，乙，丙，丁, 戊"], [], id="widths are told elsewhere"),
        pytest.param("th", ["ก, ข, ค"], [], id="Thai"),
        pytest.param(None, ["a، b"], [], id="an unknown language"),
    ],
)
def test_find_foreign_marks(
    language: str | None, texts: list[str], expected: list[str]
) -> None:
    assert found(language, *texts) == expected


@given(
    st.sampled_from(["ar", "bn", "el", "hi", "hy", "my", "ur", "de"]),
    st.text(st.sampled_from("हسα,;.?!،।۔؟|: \n)"), max_size=60),
)
def test_every_mark_found_is_there(language: str, text: str) -> None:
    for one in find_foreign_marks(texts_with(text), language):
        assert text[one.offset] == one.mark != one.own
