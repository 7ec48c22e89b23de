"""What is wrong with single characters, whatever page they are on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcheck.characters.confusables import find_broken_off, find_mixed
from transcheck.characters.invisible import find_invisible, is_balanced
from transcheck.characters.mojibake import find_broken
from transcheck.compare.balance import lone_brackets, quotes
from transcheck.compare.regions import Region, Regions
from transcheck.language.chat import find_confession, is_answer
from transcheck.language.doubled import find_doubled
from transcheck.parse import parse


def misread(text: str, encoding: str) -> str:
    """Return a text as a program reads its UTF-8 in another encoding."""
    return "".join(
        chr(byte)
        if encoding == "latin-1" or byte in {0x81, 0x8D, 0x8F, 0x90, 0x9D}
        else bytes([byte]).decode(encoding)
        for byte in text.encode()
    )


def restored(text: str) -> str:
    for one in reversed(find_broken(text, set(text))):
        text = text[: one.start] + (one.before or "?") + text[one.end :]
    return text


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
@pytest.mark.parametrize(
    "text",
    [
        pytest.param("café", id="French"),
        pytest.param("łódź żółć", id="Polish"),
        pytest.param("Сад за домом", id="Cyrillic"),
        pytest.param("שלום עולם", id="Hebrew"),
        pytest.param("حديقة", id="Arabic"),
        pytest.param("庭に水をやる", id="Japanese"),
        pytest.param("don’t — “stop”", id="typographic marks"),
        pytest.param("a seed 🌱", id="an emoji"),
        pytest.param("20 °C", id="a degree"),
        pytest.param("établi en été, órale", id="at the start of words"),
        pytest.param("o que é, © nº 3", id="a word of one letter"),
    ],
)
def test_utf8_that_was_misread_is_restored(text: str, encoding: str) -> None:
    assert restored(misread(text, encoding)) == text


@pytest.mark.parametrize(
    "text",
    [
        "“CAFÉ”",
        "MAÇÃ”",
        "«Â»",
        "2×½",
        "Fuß²",
        "„Ä“",
        "É»",
        "Ó’Briain",
        "Â² = Â",
        "Ñ·b",
        "MAÇÃ®",
        "l’Été…»",
        "Её «РЁ»",
        "ÅÄÖ”",
    ],
)
def test_letters_and_the_marks_after_them_are_kept(text: str) -> None:
    assert find_broken(text, set(text)) == []


@given(st.text("éÃ©â€™Р¡Ð\x9fС‚ðŸ\ufffd锟斤拷 a", max_size=40))
def test_what_was_decoded_wrongly_is_in_order_and_apart(text: str) -> None:
    found = find_broken(text, set(text))
    ends = [0, *(one.end for one in found)]
    assert all(
        end <= one.start < one.end for end, one in zip(ends, found, strict=False)
    )


@pytest.mark.parametrize(
    ("text", "characters"),
    [
        pytest.param("a\u200bb", ["\u200b"], id="a break between Latin letters"),
        pytest.param("\u0e01\u200b\u0e02", [], id="a break between Thai letters"),
        pytest.param("می\u200cشود", [], id="a non-joiner in Persian"),
        pytest.param("a\u200cb", ["\u200c"], id="a non-joiner between Latin letters"),
        pytest.param("क्\u200dष", [], id="a joiner in Hindi"),
        pytest.param("👩\u200d🌾", [], id="a joiner in an emoji"),
        pytest.param("👩\u200d x", ["\u200d"], id="a joiner with half an emoji"),
        pytest.param("a\x08\x08b\x1d", ["\x08", "\x1d"], id="controls, one for a run"),
        pytest.param("☀\ufe0f", [], id="a selector after its sign"),
        pytest.param("a \ufe0f", ["\ufe0f"], id="a selector after a space"),
        pytest.param("\t\r\n", [], id="white space"),
    ],
)
def test_invisible_characters(text: str, characters: list[str]) -> None:
    assert [found.character for found in find_invisible(text)] == characters


@pytest.mark.parametrize(
    ("line", "balanced"),
    [
        pytest.param("\u2067a\u2069", True, id="an isolate that is closed"),
        pytest.param("\u2067a", False, id="an isolate that is not closed"),
        pytest.param("\u202aa\u2069", False, id="an embedding closed as an isolate"),
        pytest.param("a\u202c", False, id="nothing to close"),
    ],
)
def test_directions_are_balanced(line: str, balanced: bool) -> None:
    assert is_balanced(line) is balanced


@pytest.mark.parametrize(
    ("text", "repaired"),
    [
        pytest.param("полезнa", "полезна", id="a Latin letter at the end"),
        pytest.param("Cнова", "Снова", id="a Latin capital at the start"),
        pytest.param(
            "сheckpoint", "checkpoint", id="a Cyrillic letter in a Latin word"
        ),
        pytest.param("κήπoς", "κήπος", id="a Latin letter in a Greek word"),
        pytest.param("рассматриваtт", None, id="one that looks like none"),
    ],
)
def test_mixed_words(text: str, repaired: str | None) -> None:
    (word,) = find_mixed(text, frozenset({"Cyrl"}), "ru")
    assert word.repaired == repaired


@pytest.mark.parametrize("text", ["классA", "ХIХ", "Δx", "νxy", "USB-кабель", "eКнига"])
def test_words_that_are_meant_to_be_mixed(text: str) -> None:
    assert list(find_mixed(text, frozenset({"Cyrl"}), "ru")) == []


def test_an_ending_of_the_own_language_inflects() -> None:
    (word,) = find_mixed("Pythonу", frozenset({"Cyrl"}), "ru")
    assert word.inflected


def test_korean_words_do_not_go_on_in_cyrillic() -> None:
    korean = frozenset({"Hang"})
    assert list(find_broken_off("스키ма와 привет는", korean)) == [(2, 4)]


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        pytest.param("es", "algo algo así", ["algo"], id="a Spanish slip"),
        pytest.param("de", "die die Tür", [], id="a German relative clause"),
        pytest.param("tr", "adım adım ve ve", ["ve"], id="only particles in Turkish"),
        pytest.param("fa", "به به‌روزرسانی", [], id="a longer word of Persian"),
        pytest.param("zh", "但是是。）是是指用来用来", ["是", "用来"], id="Chinese"),
        pytest.param("hi", "बार बार", [], id="a language that doubles"),
        pytest.param("ja", "Python Python です", ["Python"], id="Latin in Japanese"),
        pytest.param("ja", "本のの表紙を をを", ["の", "を"], id="Japanese particles"),
        pytest.param("ja", "もののけ、母はは、それはそれは", [], id="Japanese words"),
        pytest.param("ko", "책을 책을 모델은 모델은", ["책을", "모델은"], id="Korean"),
        pytest.param("ko", "하나 하나 조금씩 조금씩", [], id="stems in Korean"),
        pytest.param("th", "เขาและและเรา", ["และ"], id="Thai without spaces"),
        pytest.param("th", "ที่ที่ เด็ก ๆ", [], id="Thai words that double"),
        pytest.param("hi", "बाग में में है", ["में"], id="a postposition of Hindi"),
        pytest.param("bn", "সাথে সাথে এবং এবং", ["এবং"], id="Bengali"),
        pytest.param("ur", "آہستہ آہستہ میں میں", ["میں"], id="Urdu"),
        pytest.param("my", "ဖြည်းဖြည်း ကို ကို", ["ကို"], id="Burmese"),
        pytest.param("km", "ផ្សេង ផ្សេង និង និង", ["និង"], id="Khmer"),
        pytest.param("id", "kupu kupu yang yang", ["yang"], id="Indonesian"),
        pytest.param("jv", "mlaku mlaku lan lan", ["lan"], id="Javanese"),
        pytest.param("tl", "araw araw ang ang", ["ang"], id="Tagalog"),
        pytest.param("sw", "haraka haraka ya ya", ["ya"], id="Swahili"),
        pytest.param("vi", "từ từ các các", ["các"], id="Vietnamese"),
        pytest.param("af", "nou nou gou gou", [], id="Afrikaans"),
        pytest.param("ht", "vit vit", [], id="Haitian"),
        pytest.param("mi", "haere haere", [], id="Maori"),
        pytest.param("haw", "wiki wiki", [], id="Hawaiian"),
        pytest.param("en", "that that had had been", [], id="English that may"),
        pytest.param("fr", "nous nous et vous vous", [], id="French pronouns"),
        pytest.param("fr", "l’eau l’eau", ["l’eau"], id="with an apostrophe"),
        pytest.param("de", "sie sie, die die Tür", [], id="German pronouns"),
        pytest.param("es", "que que es más más", ["más"], id="Spanish conjunctions"),
        pytest.param("ru", "и и в в Y Y", ["и", "в"], id="words of one letter"),
        pytest.param("en", "x x and B B", [], id="letters that are names"),
        pytest.param("en", "la la la la", [], id="a song"),
        pytest.param("fr", "« très vite vite »", ["vite"], id="within a quotation"),
        pytest.param(None, "the the", [], id="a language that is not known"),
    ],
)
def test_doubled_words(language: str | None, text: str, words: list[str]) -> None:
    assert [found.word for found in find_doubled(text, language)] == words


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        pytest.param("(a) b", [], id="closed"),
        pytest.param("((a) b", ["("], id="opened twice"),
        pytest.param("（a) bench）", ["）"], id="of both widths"),
        pytest.param("a) b, c) d", [], id="labels"),
        pytest.param("so :)", [], id="a smiley"),
        pytest.param("so :-(", [], id="a smiley with a nose"),
        pytest.param("ein HTTP-(Fehler-)Code", [], id="a part of a word"),
        pytest.param("「『」", ["『"], id="crossed"),
    ],
)
def test_lone_brackets(text: str, marks: list[str]) -> None:
    assert [lone.mark for lone in lone_brackets(text)] == marks


def test_an_abbreviation_of_hebrew_is_no_quotation() -> None:
    assert quotes('צה"ל') == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param("de", "Sure! Here's the German text:", id="English"),
        pytest.param("fr", "Voici la traduction :", id="the own language"),
        pytest.param("ja", "以下が翻訳結果です。", id="Japanese"),
        pytest.param(
            "ar", "بالتأكيد، إليك الترجمة العربية:", id="Arabic, after a word"
        ),
        pytest.param("es", "Eres un experto en traducción.", id="a translated prompt"),
        pytest.param("ru", "Вы — профессиональный переводчик.", id="one in Russian"),
        pytest.param("ar", "أنت خبير في الترجمة التقنية.", id="one in Arabic"),
        pytest.param(
            "de",
            "Falls Sie Anpassungen wünschen, lassen Sie es mich bitte wissen.",
            id="an offer",
        ),
        pytest.param("es", "Avísame si deseas algún cambio.", id="a Spanish offer"),
        pytest.param("fr", "Dites-le-moi si des ajustements manquent.", id="French"),
        pytest.param("zh-TW", "以上就是翻譯內容。", id="what it was"),
        pytest.param("zh", "如您需要进一步修改，请告诉我。", id="a Chinese offer"),
        pytest.param("ko", "이상은 요청하신 번역입니다.", id="what it was in Korean"),
    ],
)
def test_answers_of_models(language: str, text: str) -> None:
    assert is_answer(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param("hi", "यह अनुवाद एक मशीन ने किया है।", id="a notice in Hindi"),
        pytest.param("fr", "Cette page est une traduction.", id="a notice in French"),
        pytest.param("en", "Here is the garden.", id="no translation"),
        pytest.param("ru", "Вы можете улучшить этот перевод.", id="a Russian request"),
        pytest.param("uk", "Ви можете покращити переклад.", id="a Ukrainian request"),
        pytest.param("ko", "당신은 이 번역을 고칠 수 있습니다.", id="a Korean request"),
        pytest.param(
            "de", "Lass mich wissen, wenn du einen Fehler findest.", id="a translator"
        ),
        pytest.param("ja", "以上が翻訳の手順です。", id="a text on translation"),
        pytest.param("fr", "Faites-nous savoir si elle change.", id="a team"),
    ],
)
def test_what_is_no_answer(language: str, text: str) -> None:
    assert not is_answer(text, language)


def test_a_confession_is_found_anywhere() -> None:
    assert find_confession("So, as an AI language model, I") == (4, 27)


def test_regions() -> None:
    text = "---\na: b\n---\nText `code` [link](/to) <b>\n\n```\nblock\n```\n"
    regions = Regions(parse(text, path="x.md"))
    assert {
        word: regions.find(text.index(word))[0]
        for word in ("a: b", "Text", "code", "link", "/to", "<b>", "block")
    } == {
        "a: b": Region.FRONTMATTER,
        "Text": Region.TEXT,
        "code": Region.CODE,
        "link": Region.TEXT,
        "/to": Region.TARGET,
        "<b>": Region.MARKUP,
        "block": Region.CODE,
    }
