"""What texts end with, in many languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcheck.compare.ends import End, read_ends, usual_sign
from transcheck.document import document_blocks
from transcheck.parse import parse


def end_of(text: str, language: str | None) -> tuple[End, str]:
    """Return the end of the first block of a document, and the mark."""
    document = parse(text, path="a.md", language=language)
    ending = read_ends(document)[id(document_blocks(document)[0])]
    return ending.end, ending.sign


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        pytest.param("Сад открыт.", "ru", (End.STOP, "."), id="Russian"),
        pytest.param("花园开放。", "zh", (End.STOP, "。"), id="Chinese"),
        pytest.param("बगीचा खुला है।", "hi", (End.STOP, "।"), id="Hindi"),
        pytest.param("বাগান খোলা আছে৷", "bn", (End.STOP, "৷"), id="a numerator"),
        pytest.param("باغ کھلا ہے۔", "ur", (End.STOP, "۔"), id="Urdu"),
        pytest.param("Որտե՞ղ է։", "hy", (End.STOP, "։"), id="Armenian"),
        pytest.param("သွားမလား။", "my", (End.STOP, "။"), id="Burmese"),
        pytest.param("Πού είναι;", "el", (End.QUESTION, ";"), id="a Greek question"),
        pytest.param("Wo ist er;", "de", (End.SEMICOLON, ";"), id="not a German one"),
        pytest.param("أين هو؟", "ar", (End.QUESTION, "؟"), id="an Arabic question"),
        pytest.param("Գործիքները՝", "hy", (End.COLON, "՝"), id="an Armenian colon"),
        pytest.param("ဥပမာ-", "my", (End.COLON, "-"), id="a Burmese one"),
        pytest.param("一、二、", "ja", (End.COMMA, "、"), id="a Japanese comma"),
        pytest.param("Und dann...", "de", (End.ELLIPSIS, "."), id="typed ellipsis"),
        pytest.param("然后……", "zh", (End.ELLIPSIS, "…"), id="Chinese ellipsis"),
        pytest.param("Il dit « oui ».", "fr", (End.STOP, "."), id="after a quotation"),
        pytest.param("他说：“好。”", "zh", (End.STOP, "。"), id="within a quotation"),
        pytest.param("Los! 🎉", "de", (End.EXCLAMATION, "!"), id="an emoji"),
        pytest.param("Los! :tada:", "de", (End.EXCLAMATION, "!"), id="its name"),
        pytest.param("Schluss.<br>", "de", (End.STOP, "."), id="a tag that breaks"),
        pytest.param("[Mehr.](a.md)", "de", (End.STOP, "."), id="within a link"),
        pytest.param("聞く。（娘に）", "ja", (End.STOP, "。"), id="an aside after it"),
        pytest.param("Das Ende", "de", (End.WORD, ""), id="a word"),
        pytest.param("Nimm `a`", "de", (End.WORD, ""), id="code"),
        pytest.param("Siehe (hier)", "de", (End.WORD, ""), id="a word in brackets"),
        pytest.param("Auf https://a.example/b", "de", (End.OTHER, ""), id="an address"),
        pytest.param("Es ist ![Bild](a.png)", "de", (End.OTHER, ""), id="an image"),
        pytest.param("Auf bald :)", "de", (End.OTHER, ""), id="a face"),
        pytest.param("1 + 1 =", "de", (End.OTHER, ""), id="a sign"),
    ],
)
def test_ends(text: str, language: str, expected: tuple[End, str]) -> None:
    assert end_of(text, language) == expected


@pytest.mark.parametrize(
    ("end", "language", "expected"),
    [
        pytest.param(End.COLON, "fr", "\u00a0:", id="French, set off"),
        pytest.param(End.COLON, "fr-CH", ":", id="not in Switzerland"),
        pytest.param(End.STOP, "hi", "।", id="Hindi"),
        pytest.param(End.QUESTION, "el", ";", id="Greek"),
        pytest.param(End.STOP, "th", "", id="Thai has none"),
        pytest.param(End.WORD, "de", "", id="no mark"),
    ],
)
def test_usual_sign(end: End, language: str, expected: str) -> None:
    assert usual_sign(end, language) == expected


@given(
    st.text(min_size=1, max_size=20),
    st.sampled_from([None, "de", "el", "hi", "hy", "ja", "th", "ur"]),
)
def test_the_place_is_in_the_text(text: str, language: str | None) -> None:
    document = parse(text, path="a.md", language=language)
    for ending in read_ends(document).values():
        assert ending.offset >= 0
        assert len(ending.sign) <= 1
