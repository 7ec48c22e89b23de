"""Letters and characters that a language does not have."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcheck.language.alphabets import (
    foreign_runs,
    other_variant,
    own_variant,
    unused_letters,
)
from transcheck.language.scripts import scripts_of


@pytest.mark.parametrize(
    ("variant", "text", "found"),
    [
        pytest.param("Hant", "花園的内容", ["内"], id="simplified in traditional"),
        pytest.param("Hans", "简單的花园", ["單"], id="traditional in simplified"),
        pytest.param("Hans", "取决於", ["於"], id="an old form kept for names"),
        pytest.param("Hant", "後面的台灣里程", [], id="what both write"),
        pytest.param("Hant", "看着", [], id="a form of Hong Kong"),
    ],
)
def test_characters_that_one_way_of_writing_lacks(
    variant: str, text: str, found: list[str]
) -> None:
    lacked = other_variant(variant)
    assert [one for one in text if one in lacked] == found


@given(st.text(st.sampled_from("花園的內容與問題簡單說這裡著后里台面")))
def test_traditional_text_is_never_simplified(text: str) -> None:
    assert other_variant("Hant").isdisjoint(text)


@pytest.mark.parametrize(
    ("language", "text", "variant"),
    [
        pytest.param("zh-TW", "說明", "Hant", id="the tag says so"),
        pytest.param("zh", "这个说明书对园丁们来说" * 3, "Hans", id="the text says so"),
        pytest.param("zh", "这个", None, id="too short to say"),
        pytest.param("zh-TW", "这个说明书对园丁们来说", None, id="against its tag"),
        pytest.param("ja", "説明", None, id="another language"),
    ],
)
def test_which_way_a_document_is_written(
    language: str, text: str, variant: str | None
) -> None:
    assert own_variant(language, text) == variant


@pytest.mark.parametrize(
    ("language", "word", "repaired"),
    [
        pytest.param("uk", "Это", "", id="Russian in Ukrainian"),
        pytest.param("ro", "şi", "ș", id="cedillas in Romanian"),
        pytest.param("fa", "كتاب", "ک", id="Arabic in Persian"),
        pytest.param("ar", "کتاب", "ك", id="Persian in Arabic"),
        pytest.param("vi", "Ðây", "Đ", id="an eth in Vietnamese"),
    ],
)
def test_letters_of_a_neighbour(language: str, word: str, repaired: str) -> None:
    unused = unused_letters(language)
    assert unused is not None
    found = unused.letters.findall(word)
    assert len(found) == 1
    assert unused.repairs.get(found[0], "") == repaired


@pytest.mark.parametrize("language", ["tr", "de", "he", "th", "hi", "ko"])
def test_languages_without_such_letters(language: str) -> None:
    assert unused_letters(language) is None


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        pytest.param("fa", "یک 提示 کوتاه", ["提示"], id="Chinese in Persian"),
        pytest.param("ko", "힌트 ヒント", ["ヒント"], id="kana in Korean"),
        pytest.param("he", "רמז नमस्ते", ["नमस्ते"], id="Devanagari in Hebrew"),
        pytest.param("zh", "再试ーー一次", ["ーー"], id="marks of kana in Chinese"),
        pytest.param("ko", "한자 漢字", [], id="Chinese characters in Korean"),
        pytest.param("de", "Δt und μm 🌱", [], id="signs"),
        pytest.param("ru", "сервер FastAPI", [], id="Latin names"),
        pytest.param("zh-TW", "花の友", [], id="an ornament"),
    ],
)
def test_words_in_another_script(language: str, text: str, found: list[str]) -> None:
    runs = foreign_runs(text, scripts_of(language))
    assert [text[run.start : run.end] for run in runs] == found
