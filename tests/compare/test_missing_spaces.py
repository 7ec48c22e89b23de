"""Spaces that are missing beside marks, brackets and markup."""

from __future__ import annotations

import pytest

from transcheck.compare.markup_spaces import find_markup_spaces
from transcheck.compare.missing_spaces import find_missing_spaces
from transcheck.compare.set_off_marks import find_set_off_marks
from transcheck.compare.texts import Texts, texts_of
from transcheck.document import Document
from transcheck.parse import parse


def read(text: str, language: str) -> tuple[Document, Texts]:
    """Return a document with its texts."""
    document = parse(text, path="a.md", language=language)
    return document, texts_of(document)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param("uk", "лопата,граблі", [7], id="a comma"),
        pytest.param("fa", "بیل،شن‌کش", [4], id="a comma of Persian"),
        pytest.param("uk", "Копайте.Потім", [8], id="a full stop"),
        pytest.param("ur", "کھودیں۔پھر", [7], id="a full stop of Urdu"),
        pytest.param(
            "es", "Use Node.Js o Vue.JS", [9], id="or a name, as the original tells"
        ),
        pytest.param("es", "Vea garden.Tools.Rake", [], id="a name with two"),
        pytest.param("es", "Vea OpenGarden.Tools", [], id="a name with capitals"),
        pytest.param("es", "Vea garden.org/a,bcd", [], id="an address"),
        pytest.param("de", "Punkt a,b und 1,000", [], id="letters and numbers"),
        pytest.param("pl", "łopata(nie grabie)", [6], id="a bracket that opens"),
        pytest.param("pl", "sieć(VPN)", [4], id="an abbreviation"),
        pytest.param("es", "error(es)", [], id="the ending of a word"),
        pytest.param("pl", "(nie grabie)łopata", [], id="no space before it"),
        pytest.param("pl", "a (nie grabie)łopata", [14], id="a bracket that closes"),
        pytest.param("tr", "a (nie grabie)yi", [], id="an ending of Turkish"),
        pytest.param("fr", "D&eacute;cider&nbsp;tout", [], id="letters by their names"),
        pytest.param("zh", "铲子,耙子(不是)铁锹", [], id="Chinese"),
        pytest.param("th", "จอบ(ไม่ใช่คราด)และ", [], id="Thai"),
        pytest.param("ko", "삽(갈퀴가 아님)과 풀,꽃", [], id="Korean"),
    ],
)
def test_missing_spaces(language: str, text: str, expected: list[int]) -> None:
    """The document sets spaces everywhere else."""
    usual = "Aa, bb. Cc (dd) ee, ff. Gg (hh) ii, jj. Kk (ll) mm."
    _, texts = read(f"{text}\n\n{usual}\n", language)
    found = [stray.span.start for _, stray in find_missing_spaces(texts, language)]
    assert found == expected


def test_a_habit_of_the_document_is_no_slip() -> None:
    _, texts = read("łopata(nie grabie), lina(nie drut) i kubek (nie kosz)\n", "pl")
    assert not [*find_missing_spaces(texts, "pl")]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param("ru", "Лежит на[полке](/a).", [8], id="before a link"),
        pytest.param("ru", "Дом `дом`на горе", [9], id="after code"),
        pytest.param("ru", "Дом **полке**на горе", [], id="a word not known"),
        pytest.param("ru", "Вид **горе**на дом", [12], id="after emphasis"),
        pytest.param("ru", "Список `строк`ов", [], id="an ending"),
        pytest.param("ru", "Это **на**на горе", [], id="few letters"),
        pytest.param("ru", "Слово на`дом`на горе", [], id="within a word"),
        pytest.param("ar", "على[الرف](/a).", [], id="Arabic begins words so"),
        pytest.param("tr", "`ev`in dam", [], id="Turkish ends words so"),
        pytest.param("zh", "用 `list`API", [], id="Chinese writes no spaces"),
    ],
)
def test_markup_beside_words(language: str, text: str, expected: list[int]) -> None:
    """The document has the words by themselves."""
    document, texts = read(f"{text}\n\nна горе, in, API, على\n", language)
    found = [stray.span.start for _, stray in find_markup_spaces(document, texts)]
    assert found == expected


@pytest.mark.parametrize(
    ("language", "rare", "usual", "expected"),
    [
        pytest.param("fr", "Fin:", " :", " ", id="none among breaking ones"),
        pytest.param("fr", "Fin :", "\u00a0:", "\u00a0", id="a breaking one"),
        pytest.param("fr", "Fin\u00a0:", " :", None, id="a better one than the others"),
        pytest.param("fr", "À 10:30", " :", None, id="a time"),
        pytest.param("fr", "`a`:", "\u202f:", "\u202f", id="after code"),
        pytest.param("fr", "«Fin\u00a0»", "\u00a0»", "\u00a0", id="in guillemets"),
        pytest.param("fr-CH", "Fin:", " :", None, id="Switzerland has none"),
        pytest.param("fr-CA", "Fin!", " !", None, id="nor Canada before these"),
        pytest.param("de", "Ende:", " :", None, id="German has none"),
    ],
)
def test_marks_that_are_set_off(
    language: str, rare: str, usual: str, expected: str | None
) -> None:
    texts = read(f"{rare}\n\n{f'mot{usual} ' * 8}\n", language)[1]
    found = [stray.text for _, stray in find_set_off_marks(texts, language)]
    assert found == ([] if expected is None else [expected])
