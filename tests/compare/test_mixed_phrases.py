"""Phrases in another language within a text that is translated else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcheck.align.page import align_page
from transcheck.compare.mixed_phrases import MixedPhrase, find_mixed
from transcheck.document import Document
from transcheck.parse import parse
from transcheck.rule import AlignedPage

ORIGINAL = """\
# The pump

Open the valve and check the pressure in the left panel before you start the pump.

Water the beans every evening until they are tall enough for the fence.
"""
GERMAN = """\
# Die Pumpe

Öffnen Sie das Ventil und prüfen Sie den Druck, bevor Sie die Pumpe starten.

Gießen Sie die Bohnen jeden Abend, bis sie hoch genug für den Zaun sind.
"""


def document(text: str, language: str) -> Document:
    return parse(text, path=f"{language}.md", tag=language, language=language)


def align(original: str | None = None, /, **texts: str) -> AlignedPage:
    """Return a page; the original is in English."""
    documents = [document(text, language) for language, text in texts.items()]
    if original is not None:
        documents.append(document(original, "en"))
    return align_page("pump", documents, None if original is None else "en")


def found(page: AlignedPage, language: str, *attest: str) -> list[MixedPhrase]:
    text = next(one for one in page.documents if one.tag == language)
    return list(find_mixed(page, text, attest))


def said(page: AlignedPage, language: str, *attest: str) -> list[tuple[str, bool]]:
    text = next(one for one in page.documents if one.tag == language).text
    phrases = found(page, language, *attest)
    return [(one.phrase.span.cut(text), one.sure) for one in phrases]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param("de", "Druck in the left panel prüfen.", True, id="German"),
        pytest.param("fi", "Tarkista paine in the left panel.", True, id="Finnish"),
        pytest.param("tr", "Basıncı in the left panel denetleyin.", True, id="Turkish"),
        pytest.param("el", "Ελέγξτε την πίεση in the left panel.", True, id="Greek"),
        pytest.param("he", "בדקו את הלחץ in the left panel.", True, id="Hebrew"),
        pytest.param("fa", "فشار را in the left panel بررسی کنید.", True, id="Persian"),
        pytest.param("bn", "চাপ পরীক্ষা করুন in the left panel।", True, id="Bengali"),
        pytest.param(
            "ko", "압력을in the left panel에서 확인하세요.", True, id="Korean"
        ),
        pytest.param(
            "ja", "圧力をin the left panelで確認します。", True, id="Japanese"
        ),
        pytest.param("ka", "შეამოწმეთ წნევა in the left panel.", True, id="Georgian"),
        pytest.param("de", "Druck „in the left panel“.", False, id="in quotes"),
        pytest.param("de", "Druck 'in the left panel'.", False, id="in plain quotes"),
        pytest.param("de", "Druck (in the left panel).", False, id="in brackets"),
        pytest.param("de", "Druck in the left panel (links).", False, id="explained"),
        pytest.param("de", "Druck *in the left panel*.", False, id="emphasised"),
        pytest.param("de", "Druck <i>in the left panel</i>.", False, id="in a tag"),
        pytest.param("de", "Druck [in the left panel](a.md).", False, id="a link"),
        pytest.param("de", "Druck `in the left panel`.", False, id="code"),
        pytest.param("de", "Druck In The Left Panel.", False, id="a name"),
        pytest.param("de", "Druck in the middle of it.", False, id="other words"),
        pytest.param("de", "Druck in `a`the left panel.", False, id="parted by code"),
        pytest.param("en-GB", "Pressure in the left panel.", False, id="same language"),
    ],
)
def test_a_phrase_of_the_original(language: str, text: str, expected: bool) -> None:
    original = "Check the pressure in the left panel.\n"
    page = align_page(
        "pump", [document(original, "en"), document(text, language)], "en"
    )
    expected_words = [("in the left panel", True)] if expected else []
    assert said(page, language) == expected_words


@pytest.mark.parametrize(
    ("original", "text", "expected"),
    [
        pytest.param(
            "The result is a list of values.",
            "Das Ergebnis ist eine list of values.",
            [("list of values", False)],
            id="joined by prepositions it may be a term",
        ),
        pytest.param(
            "See page 12 for more details.",
            "Siehe Seite 12 for more details.",
            [("for more details", True)],
            id="what begins with a preposition is no term",
        ),
        pytest.param(
            "The i2v-1.1 and gpt-4.1-mini inputs.",
            "Die Eingaben i2v-1.1 and gpt-4.1-mini.",
            [("i2v-1.1 and gpt-4.1-mini", True)],
            id="identifiers are words",
        ),
        pytest.param(
            "Ask seeds.example about the beans and the rest.",
            "Fragen Sie seeds.example about the beans und den Rest.",
            [("seeds.example about the beans", True)],
            id="so are names with a dot",
        ),
        pytest.param(
            "It runs out of the box and it helps the beans.",
            "Es läuft out of the box.",
            [],
            id="lent expressions",
        ),
        pytest.param(
            "Let us see Rick and Morty at The Home of the Beans.",
            "Sehen wir Rick and Morty im The Home of the Beans.",
            [],
            id="names with small words",
        ),
        pytest.param(
            "Send NOT AND OR as a command.",
            "Sende NOT AND OR als Befehl.",
            [],
            id="words of a program in capitals",
        ),
    ],
)
def test_what_a_phrase_is(
    original: str, text: str, expected: list[tuple[str, bool]]
) -> None:
    assert said(align(original, de=text), "de") == expected


def test_the_original_is_shown_where_it_has_the_phrase() -> None:
    text = GERMAN.replace("Druck,", "Druck in the left panel,")
    one = found(align(ORIGINAL, de=text), "de")[0]
    assert one.source is not None
    assert one.source.cut(ORIGINAL) == "in the left panel"


def test_a_phrase_over_two_lines_with_a_part_that_is_a_link() -> None:
    original = "Take for the soup of the garden peas\nand [lentils that](a.md) dry.\n"
    text = "Nimm für die Suppe aus dem Garten peas\nand [lentils that](a.md) dry.\n"
    words = "peas\nand [lentils that](a.md) dry"
    assert said(align(original, de=text), "de") == [(words, True)]


def test_one_phrase_each_block_and_the_sure_one_first() -> None:
    original = "A list of values, which is what the pump needs.\n"
    text = "Eine list of values, das ist genau what the pump needs.\n"
    assert said(align(original, de=text), "de") == [("what the pump needs", True)]


def test_what_two_other_translations_keep_is_meant_to_stay() -> None:
    texts = {
        language: f"{word} beans and friends."
        for language, word in {"de": "Brief", "fr": "Lettre", "pl": "List"}.items()
    }
    page = align("The letter of beans and friends.", **texts)
    assert [said(page, language) for language in texts] == [[], [], []]
    del texts["pl"]
    page = align("The letter of beans and friends.", **texts)
    assert [len(said(page, language)) for language in texts] == [1, 1]


def test_attested_words_are_no_evidence() -> None:
    page = align("You pay for water as you go.", it="L'acqua si paga as you go.")
    assert said(page, "it") == [("as you go", True)]
    assert said(page, "it", "As  You Go") == []
    assert said(page, "it", "you") == [("as you go", True)]


def test_longer_parts_are_another_rule_s() -> None:
    text = GERMAN.replace(
        "bevor Sie", "check the pressure in the left panel before you start, bevor Sie"
    )
    assert said(align(ORIGINAL, de=text), "de") == []


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        pytest.param("es", "pt", id="Spanish in Portuguese"),
        pytest.param("ru", "uk", id="Russian in Ukrainian"),
        pytest.param("da", "nb", id="Danish in Norwegian"),
    ],
)
def test_near_languages_are_not_told_apart(ours: str, theirs: str) -> None:
    texts = {
        "es": "Esto es importante porque protege a la comunidad.",
        "pt": "Este processo é importante porque protege a comunidade.",
        "ru": "Это важно, так как он защищает сообщество.",
        "uk": "Це важливо, так как он захищає спільноту.",
        "da": "Det er vigtigt, fordi det beskytter os alle.",
        "nb": "Dette er viktig, fordi det beskytter oss alle.",
    }
    documents = [document(texts[one], one) for one in (ours, theirs)]
    assert said(align_page("a", documents, ours), theirs) == []


@pytest.mark.parametrize(
    ("language", "text", "left"),
    [
        pytest.param(
            "zh",
            "慢慢打开阀门，等待绿灯亮起，然后检查左侧面板中的压力。",
            "检查左侧面板中的压力",
            id="Chinese",
        ),
        pytest.param(
            "ja",
            "バルブをゆっくり開け、緑のランプを待ち、圧力を確認してください。",
            "圧力を確認してください",
            id="Japanese",
        ),
        pytest.param(
            "ru",
            "Медленно откройте клапан, дождитесь света и проверьте давление.",
            "проверьте давление",
            id="Russian",
        ),
        pytest.param(
            "ar",
            "افتح الصمام ببطء وانتظر الضوء الأخضر ثم تحقق من الضغط.",
            "ثم تحقق من الضغط",
            id="Arabic",
        ),
    ],
)
def test_an_original_in_another_script(language: str, text: str, left: str) -> None:
    translation = f"Open the valve slowly and wait for the green light, {left}."
    documents = [document(text, language), document(translation, "en")]
    assert said(align_page("a", documents, language), "en") == [(left, True)]
    short = translation.replace(left, left[:2])
    documents = [document(text, language), document(short, "en")]
    assert said(align_page("a", documents, language), "en") == []


SELLING = {
    "fi": ("Pehmeän myynnin ymmärtäminen", "Myyjä kuuntelee ostajaa rauhassa."),
    "pl": ("Zrozumienie miękkiej sprzedaży", "Sprzedawca spokojnie słucha klienta."),
    "ru": ("Понимание мягких продаж", "Продавец спокойно слушает покупателя."),
    "tr": ("Yumuşak satışı anlama", "Satıcı alıcıyı sakince dinler."),
    "sv": ("Förstå Soft Selling", "Säljaren lyssnar lugnt på köparen."),
}


def selling(**changes: str) -> AlignedPage:
    pages = {
        language: f"# {changes.get(language, heading)}\n\n{text}\n\n"
        f"## {text.rstrip('.')}\n\n{text}\n"
        for language, (heading, text) in SELLING.items()
    }
    return align(**pages)


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        pytest.param("Förstå Soft Selling", ["Soft Selling"], id="at the end"),
        pytest.param("Soft Selling är bra", ["Soft Selling"], id="at the start"),
        pytest.param("Förstå Röda Korset", [], id="a name in the own language"),
        pytest.param("Förstå Soft selling", [], id="without capitals"),
        pytest.param("Soft Selling", [], id="nothing else, as names are"),
        pytest.param("Förstå (Soft Selling)", [], id="in brackets"),
    ],
)
def test_a_term_in_a_heading_without_original(
    heading: str, expected: list[str]
) -> None:
    page = selling(sv=heading)
    assert said(page, "sv") == [(term, False) for term in expected]
    assert said(page, "sv", "Soft Selling") == []
    assert said(page, "tr") == []


def test_a_term_that_two_others_keep_is_a_name() -> None:
    page = selling(fi="Mikä on Soft Selling", pl="Czym jest Soft Selling")
    assert said(page, "sv") == []


def test_headings_that_have_capitals_have_no_terms() -> None:
    page = selling(tr="Sadece Test Edin")
    titled = page.documents[-1].text.replace("alıcıyı sakince", "Alıcıyı Sakince")
    texts = {one.tag: one.text for one in page.documents if one.tag and one.tag != "tr"}
    assert said(align(**texts, tr=titled), "tr") == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param(
            "de",
            "Das Ventil ist zu, and then you should check what it says.",
            ["and then you should check what it"],
            id="the same script",
        ),
        pytest.param(
            "de", "Das Team ist in der IT, was passiert, was will man.", [], id="German"
        ),
        pytest.param(
            "ru",
            "Клапан закрыт, for more details see the page.",
            ["for more details see the page"],
            id="another script",
        ),
        pytest.param("ru", "Клапан The Good Docs Project закрыт.", [], id="a name"),
    ],
)
def test_a_phrase_without_original(
    language: str, text: str, expected: list[str]
) -> None:
    page = align(**{language: text, "fi": "Venttiili on kiinni."})
    assert said(page, language) == [(words, True) for words in expected]


def test_a_page_that_mixes_all_over_is_left_alone() -> None:
    original = "Send the request when you are logged in.\n\nRead the response header.\n"
    mixed = "Request भेजें when you are logged in।\n\nResponse header को read करें।\n"
    pure = "अनुरोध भेजें when you are logged in।\n\nउत्तर का शीर्षक पढ़ें।\n"
    assert said(align(original, hi=mixed), "hi") == []
    assert said(align(original, hi=pure), "hi") == [("when you are logged in", True)]


@given(st.lists(st.sampled_from(GERMAN.split()), min_size=1, max_size=40))
def test_words_of_the_translation_are_never_told(words: list[str]) -> None:
    assert said(align(ORIGINAL, de=" ".join(words)), "de") == []
