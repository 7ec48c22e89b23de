"""Which words of a path are languages."""

from __future__ import annotations

import pytest

from transcheck.discover.tags import Strength, canonical, maximized, read_tag


@pytest.mark.parametrize(
    ("spelling", "language"),
    [
        ("pl", "pl"),
        ("PL", "pl"),
        ("zh_cn", "zh-CN"),
        ("zh-CN", "zh-CN"),
        ("zhCN", "zh-CN"),
        ("zh-hans", "zh-Hans"),
        ("zh-hant-tw", "zh-Hant-TW"),
        ("zh-Hans-CN", "zh-Hans-CN"),
        ("PTBR", "pt-BR"),
        ("pt_BR", "pt-BR"),
        ("es-419", "es-419"),
        ("sr-Latn", "sr-Latn"),
        ("ca-valencia", "ca-valencia"),
        ("enUS", "en-US"),
        ("fil", "fil"),
        ("pcm", "pcm"),
        ("iw", "he"),
        ("french", "fr"),
        ("brazilian-portuguese", "pt-BR"),
        ("português-do-brasil", "pt-BR"),
        ("portugue\u0302s-do-brasil", "pt-BR"),
        ("日本語", "ja"),
        ("正體中文", "zh-Hant"),
        ("العربية", "ar"),
        ("עברית", "he"),
        ("हिन्दी", "hi"),
        ("ไทย", "th"),
        ("ελληνικά", "el"),
        ("русский", "ru"),
        ("한국어", "ko"),
        ("cn", "zh-CN"),
        ("jp", "ja"),
        ("kr", "ko"),
        ("ua", "uk"),
        ("vn", "vi"),
        ("gr", "el"),
        ("cz", "cs"),
        ("dk", "da"),
        ("gj", "gu"),
        ("np", "ne"),
        ("tw", "zh-TW"),
    ],
)
def test_a_tag_as_paths_spell_it_has_a_language(spelling: str, language: str) -> None:
    tag = read_tag(spelling)
    assert tag is not None
    assert (tag.spelling, tag.language) == (spelling, language)
    assert canonical(spelling) == language


def test_portuguese_is_read_in_either_normal_form() -> None:
    composed, decomposed = "portugu\u00eas", "portugue\u0302s"
    assert canonical(composed) == canonical(decomposed) == "pt"


@pytest.mark.parametrize(
    "word",
    [
        *"api css dev doc src lib img git man run app new bin".split(),  # noqa: SIM905 - all are codes of ISO 639-3
        *("no-op", "to-do", "x", "", "build", "17", "v2", "en-XX", "de-DEDE", "🙂"),
        "a-name-that-is-much-too-long-to-be-a-language",
    ],
)
def test_a_word_of_a_path_is_no_tag(word: str) -> None:
    assert read_tag(word) is None


@pytest.mark.parametrize(
    ("spelling", "strength"),
    [
        pytest.param("zh-CN", Strength.SURE, id="a real pair is sure"),
        pytest.param("de", Strength.PLAIN, id="a plain code is plain"),
        pytest.param("japanese", Strength.PLAIN, id="a name is plain"),
        pytest.param("espanol", Strength.PLAIN, id="so is one without its accents"),
        pytest.param("it", Strength.DOUBTFUL, id="a code that is a word is doubtful"),
        pytest.param("cs", Strength.DOUBTFUL, id="a file type is doubtful"),
        pytest.param("jp", Strength.DOUBTFUL, id="a country is doubtful"),
        pytest.param("as-in", Strength.PLAIN, id="a pair of two words is not sure"),
        pytest.param("PTBR", Strength.DOUBTFUL, id="capitals alone are doubtful"),
    ],
)
def test_a_tag_is_as_sure_as_it_is_rare_in_other_meanings(
    spelling: str, strength: Strength
) -> None:
    tag = read_tag(spelling)
    assert tag is not None
    assert tag.strength is strength


@pytest.mark.parametrize("name", ["haw", "sr-Latn-RS", "de-1996"])
def test_a_tag_that_a_person_wrote_may_be_rare(name: str) -> None:
    assert canonical(name) == name


@pytest.mark.parametrize("name", ["klingon", "", "english language", "{lang}", "xx"])
def test_a_word_is_no_language(name: str) -> None:
    assert canonical(name) is None


def test_likely_subtags_make_languages_equal() -> None:
    assert maximized("en") == maximized("en-US")
    assert maximized("zh") == maximized("zh-CN")
    assert maximized("zh") != maximized("zh-TW")
    assert maximized("en") != maximized("en-GB")
