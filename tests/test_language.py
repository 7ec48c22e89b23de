"""Which language a text is in, and which language a block is surely not in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcheck.language.foreign import foreign_language
from transcheck.language.identify import identify
from transcheck.language.names import display_name
from transcheck.language.noise import strip_noise
from transcheck.language.scripts import letters, words

SENTENCES = {
    "ar": "تأخذ هذه الصفحة القارئ خطوة بخطوة من تثبيت البرنامج إلى أول تشغيل له على"
    " الخادم، وهي لا تحتاج إلى معرفة سابقة.",
    "bg": "Тази страница води читателя стъпка по стъпка от инсталирането на програмата"
    " до първото ѝ пускане на сървъра, без да са нужни познания.",
    "cs": "Tato stránka vede čtenáře krok za krokem od instalace programu až k jeho"
    " prvnímu spuštění na serveru a nevyžaduje žádné předchozí znalosti.",
    "da": "Denne side fører læseren trin for trin fra installation af programmet til"
    " den første kørsel på serveren, og den kræver ikke viden på forhånd.",
    "de": "Diese Seite führt den Leser Schritt für Schritt von der Installation des"
    " Programms bis zum ersten Start auf dem Server, ohne dass er etwas wissen muss.",
    "el": "Αυτή η σελίδα οδηγεί τον αναγνώστη βήμα προς βήμα από την εγκατάσταση του"
    " προγράμματος μέχρι την πρώτη εκτέλεσή του.",
    "en": "This page takes the reader step by step from the installation of the"
    " program to its first run on the server, and it needs no knowledge.",
    "es": "Esta página lleva al lector paso a paso desde la instalación del programa"
    " hasta su primera ejecución en el servidor, y no hay que saber nada.",
    "fa": "این صفحه خواننده را قدم به قدم از نصب برنامه تا اولین اجرای آن بر روی سرور"
    " همراهی می کند و به دانش قبلی نیاز ندارد.",
    "fi": "Tämä sivu johdattaa lukijan vaihe vaiheelta ohjelman asennuksesta siihen,"
    " että se käynnistetään ensimmäisen kerran, eikä se vaadi mitään tietoja.",
    "fr": "Cette page mène le lecteur pas à pas de l'installation du programme à sa"
    " première exécution sur le serveur, et elle ne demande aucune connaissance.",
    "he": "הדף הזה מוביל את הקורא צעד אחר צעד מהתקנת התוכנה ועד להרצה הראשונה שלה.",
    "hi": "यह पृष्ठ पाठक को प्रोग्राम की स्थापना से लेकर सर्वर पर उसके पहले चलने तक"
    " कदम दर कदम ले जाता है और इसके लिए पहले से जानकारी की जरूरत नहीं है।",
    "hu": "Ez az oldal lépésről lépésre vezeti az olvasót a program telepítésétől az"
    " első futtatásig a kiszolgálón, és nem kell hozzá semmilyen tudás.",
    "id": "Halaman ini membawa pembaca langkah demi langkah dari pemasangan program"
    " sampai pertama kali dijalankan di server, dan tidak perlu pengetahuan.",
    "it": "Questa pagina conduce il lettore passo per passo dalla installazione del"
    " programma alla sua prima esecuzione sul server, e non richiede conoscenze.",
    "ja": "このページでは、プログラムの導入から最初の実行までを順に説明します。",
    "ko": "이 페이지는 프로그램 설치부터 서버에서 처음 실행하기까지 차례로 안내합니다.",
    "nl": "Deze pagina brengt de lezer stap voor stap van de installatie van het"
    " programma naar de eerste keer dat het op de server draait.",
    "pl": "Ta strona prowadzi czytelnika krok po kroku od instalacji programu do jego"
    " pierwszego uruchomienia na serwerze i nie wymaga żadnej wiedzy.",
    "pt": "Esta página leva o leitor passo a passo da instalação do programa até a sua"
    " primeira execução no servidor, e não é preciso saber nada.",
    "ro": "Această pagină îl duce pe cititor pas cu pas de la instalarea programului"
    " până la prima lui pornire pe server și nu cere cunoștințe.",
    "ru": "Эта страница шаг за шагом ведёт читателя от установки программы до её"
    " первого запуска на сервере, и для этого не нужны никакие знания.",
    "sv": "Den här sidan leder läsaren steg för steg från installationen av programmet"
    " till den första körningen på servern, och den kräver inte kunskaper.",
    "th": "หน้านี้จะพาผู้อ่านไปทีละขั้นตอนตั้งแต่การติดตั้งโปรแกรมจนถึงการใช้งานครั้งแรก",
    "tr": "Bu sayfa okuyucuyu programın kurulumundan sunucuda ilk kez"
    " çalıştırılmasına kadar adım adım götürür ve bunun için bilgi gerekmez.",
    "uk": "Ця сторінка крок за кроком веде читача від встановлення програми до її"
    " першого запуску на сервері, і для цього не потрібні жодні знання.",
    "vi": "Trang này đưa người đọc đi từng bước từ việc cài đặt chương trình cho đến"
    " lần chạy đầu tiên trên máy chủ, và không cần kiến thức gì.",
    "zh-Hans": "本页将引导读者从安装程序开始，一步一步地在服务器上首次运行它。",
    "zh-Hant": "本頁將引導讀者從安裝程式開始，一步一步地在伺服器上首次執行它。",
}

# Pairs whose difference a sentence does not show, or only a much longer one.
NEAR = [{"pt", "es"}, {"ru", "bg"}, {"uk", "bg"}]


def can_tell(language: str, page: str) -> bool:
    return language != page and {language, page} not in NEAR


@pytest.mark.parametrize("language", list(SENTENCES))
def test_a_sentence_is_named_out_of_all_languages(language: str) -> None:
    assert identify(SENTENCES[language]) == language


@pytest.mark.parametrize(
    ("text", "candidates", "expected"),
    [
        pytest.param(SENTENCES["pt"], ("en", "pt-BR"), "pt-BR", id="a region is kept"),
        pytest.param(
            SENTENCES["zh-Hant"],
            ("zh-CN", "zh-TW"),
            "zh-TW",
            id="a region has a script",
        ),
        pytest.param(
            SENTENCES["zh-Hans"], ("en", "zh"), "zh", id="a bare zh is either"
        ),
        pytest.param(SENTENCES["pt"], ("de", "ja"), None, id="none of the candidates"),
        pytest.param(SENTENCES["ru"], ("de", "ja"), None, id="no candidate's script"),
        pytest.param(
            SENTENCES["ko"] + " FastAPI, GitHub Actions and Docker Compose",
            ("en", "ko"),
            "ko",
            id="English names do not make a Korean text English",
        ),
        pytest.param("Docker, GitHub", (), None, id="two names are no language"),
        pytest.param("", (), None, id="nothing"),
        pytest.param(
            "Blorf quimsel drabbin tostrel vommik sherpal grontis wembly frankop",
            (),
            None,
            id="nonsense",
        ),
        pytest.param("12 % + 3 = 15 %", (), None, id="numbers"),
        pytest.param(
            "```\nfor the value in this and that is of the list\n```",
            (),
            None,
            id="code",
        ),
        pytest.param("日本語", (), None, id="three ideographs"),
    ],
)
def test_identify(text: str, candidates: tuple[str, ...], expected: str | None) -> None:
    assert identify(text, candidates) == expected


@pytest.mark.parametrize(
    ("language", "page"),
    [
        pytest.param(language, page, id=f"{language} on a page in {page}")
        for language in SENTENCES
        for page in ("de", "en", "hi", "ja", "pt", "ru", "tr", "zh-Hans")
        if can_tell(language, page) and "zh" not in (language[:2] + page[:2])[2:]
    ],
)
def test_a_sentence_in_another_language_is_foreign(language: str, page: str) -> None:
    found = foreign_language(SENTENCES[language], page, (language,))
    assert found == language


@pytest.mark.parametrize("language", list(SENTENCES))
def test_no_language_is_foreign_on_its_own_page(language: str) -> None:
    everyone = tuple(other for other in SENTENCES if other != language)
    assert foreign_language(SENTENCES[language], language, everyone) is None


@pytest.mark.parametrize(
    ("text", "page", "others"),
    [
        pytest.param(
            "Attention is all you need", None, ("en",), id="no known language"
        ),
        pytest.param("简体中文", "fa", ("zh",), id="a language's own name"),
        pytest.param("العربية, 日本語", "fr", ("ar", "ja"), id="a language switcher"),
        pytest.param("Lazy Loading with Hugging Face", "ru", ("en",), id="a title"),
        pytest.param("GitHub Actions", "el", ("en",), id="a name"),
        pytest.param("`the` `of` `and` `with`", "th", ("en",), id="code"),
        pytest.param(SENTENCES["en"], "xx", ("en",), id="a language nobody knows"),
        pytest.param(
            "Program možete koristiti i bez veze s mrežom, ali onda nije sve moguće.",
            "sr-Latn",
            ("hr",),
            id="Croatian in Serbian",
        ),
        pytest.param(
            "Halaman ini membawa pembaca dari pemasangan sampai pertama kali.",
            "ms",
            ("id",),
            id="Indonesian in Malay",
        ),
        pytest.param("環境変数の設定", "zh-Hans", ("ja",), id="one の is too little"),
        pytest.param("環境設定", "ja", ("zh-Hant",), id="a heading without kana"),
        pytest.param(
            "Özel watering schedule'larını ele alma",
            "tr",
            ("en", "es", "pt"),
            id="letters that no rival has",
        ),
        pytest.param(
            "Des jardiniers de São Paulo et de Córdoba plantent ici leurs graines.",
            "fr",
            ("es", "pt"),
            id="names with letters of a neighbour",
        ),
        pytest.param(
            "ग्रीनहाउस कंट्रोलर (Greenhouse Controller) मॉड्यूल सिस्टम सेटअप",
            "hi",
            ("en",),
            id="English in Devanagari sounds like any language of it",
        ),
        pytest.param(
            "O programa usa o modo FastAPI.", "pt", ("gl", "es"), id="a short twin"
        ),
        pytest.param(
            "इस function में path operation parameter का type declare करें",
            "hi",
            ("en",),
            id="Hindi full of English",
        ),
        pytest.param(
            SENTENCES["de"] + " " + SENTENCES["en"], "de", ("en",), id="half and half"
        ),
        pytest.param(
            "“This is what the sign at the gate of the garden says.”",
            "fr",
            ("en",),
            id="a quotation",
        ),
        pytest.param(
            "Garden checks: sizes, bigger than और smaller than",
            "hi",
            ("en",),
            id="English terms with a word of Hindi between them",
        ),
        pytest.param(
            "callback hell: callback hell (not translated)",
            "ru",
            ("en", "pt"),
            id="a term and what to do with it",
        ),
        pytest.param(
            "Passwords (login form’ları, session token’lar, vb).",
            "tr",
            ("en",),
            id="Turkish endings on English terms",
        ),
    ],
)
def test_doubt_is_no_finding(
    text: str, page: str | None, others: tuple[str, ...]
) -> None:
    assert foreign_language(text, page, others) is None


@pytest.mark.parametrize(
    ("text", "page", "others", "expected"),
    [
        pytest.param(
            SENTENCES["en"], "ka", (), "en", id="English is always thought of"
        ),
        pytest.param(SENTENCES["pl"], "ko", (), "pl", id="a language nobody expected"),
        pytest.param(
            "Als de sneeuw in het voorjaar smelt, moeten we eerst de bladeren ruimen.",
            "de",
            ("en", "fr"),
            "nl",
            id="an unexpected language with words that look the same",
        ),
        pytest.param(SENTENCES["fa"], "ar", ("fa",), "fa", id="Persian in Arabic"),
        pytest.param(
            "Después de la lluvia se puede plantar en la tierra húmeda.",
            "fr",
            ("es",),
            "es",
            id="Spanish whose words French has too",
        ),
        pytest.param(
            "نزرع البذور في الربيع مع أدوات Gardena و Fiskars، ثم نسقيها كل يوم.",
            "fa",
            ("ar",),
            "ar",
            id="Arabic with names in Latin letters",
        ),
        pytest.param(
            "हामी वसन्तमा बिउ रोप्छौं र हरेक दिन पानी दिने गर्छौं भने बिरुवा छिटो बढ्छ"
            " तर धेरै पानी दिनु राम्रो हुँदैन, यो सबै माटोमा भर पर्छ।",
            "hi",
            ("ne",),
            "ne",
            id="Nepali in Hindi",
        ),
        pytest.param(
            "您可以在 Gardena 或者 Fiskars 的目录里找到这些工具的说明。",
            "ja",
            ("zh-Hans",),
            "zh-Hans",
            id="Chinese full of English names in Japanese",
        ),
        pytest.param(
            "Spring season में सभी seed trays को automatically water करना चाहिए, और हर"
            " evening soil moisture भी check करना चाहिए ताकि young roots न सूखें",
            "de",
            ("hi",),
            "hi",
            id="Hindi full of English in German",
        ),
        pytest.param(SENTENCES["ar"], "fa", ("ar",), "ar", id="Arabic in Persian"),
        pytest.param(
            "Kurze Erklärung darüber, welches Werkzeug passt.",
            "hi",
            ("de", "en"),
            "de",
            id="few function words",
        ),
        pytest.param(
            "Pedir un puente a través de un arroyo",
            "hi",
            ("en", "es"),
            "es",
            id="words that Galician has too",
        ),
        pytest.param(
            "Ora puoi vedere il giardino, e poi scegliere “Show all the plants”.",
            "ru",
            ("en", "it"),
            "it",
            id="an English label in quotation marks",
        ),
        pytest.param(
            "当你看到很多植物的时候，请选择“Show all the plants of this garden”。",
            "ja",
            ("en", "zh-Hans"),
            "zh-Hans",
            id="the same in Chinese on a Japanese page",
        ),
        pytest.param(
            SENTENCES["en"], "eu", ("es",), "en", id="a page without a profile"
        ),
        pytest.param(
            SENTENCES["pt"], "de", ("pt-BR",), "pt-BR", id="spelled as the page has it"
        ),
        pytest.param(
            SENTENCES["zh-Hans"],
            "zh-TW",
            ("zh-CN",),
            "zh-CN",
            id="simplified on Taiwan",
        ),
        pytest.param(
            SENTENCES["zh-Hant"],
            "zh-CN",
            ("en", "zh-CN"),
            "zh-Hant",
            id="traditional, which the page has not",
        ),
        pytest.param(
            SENTENCES["zh-Hant"], "zh", ("zh-Hant",), "zh-Hant", id="zh beside zh-Hant"
        ),
        pytest.param(
            SENTENCES["zh-Hans"], "ja", ("en",), "zh-Hans", id="Chinese in Japanese"
        ),
        pytest.param(SENTENCES["ja"], "zh", ("en",), "ja", id="Japanese in Chinese"),
        pytest.param("これはペンです", "ko", ("en",), "ja", id="a few kana"),
        pytest.param("Τι είναι αυτό εδώ;", "mk", ("en",), "el", id="a few Greek words"),
        pytest.param(
            "The `transformers` library by Hugging Face: это библиотека для работы с"
            " моделями и данными на любом сервере",
            "fr",
            ("ru",),
            "ru",
            id="Russian with English names",
        ),
    ],
)
def test_what_is_sure_is_found(
    text: str, page: str, others: tuple[str, ...], expected: str
) -> None:
    assert foreign_language(text, page, others) == expected


@pytest.mark.parametrize("page", ["de", "ru", "ja"])
def test_the_answer_does_not_depend_on_what_was_asked_before(page: str) -> None:
    others = tuple(SENTENCES)
    first = {text: foreign_language(text, page, others) for text in SENTENCES.values()}
    again = {
        text: foreign_language(text, page, others)
        for text in reversed(SENTENCES.values())
    }
    assert first == again


@given(st.text(max_size=300), st.sampled_from([*SENTENCES, "gl", "sr", "xx"]))
def test_any_text_has_an_answer(text: str, page: str) -> None:
    identify(text)
    foreign_language(text, page, ("en", "zh-Hant", "es"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("see `the code` here", "see here", id="code spans"),
        pytest.param("at https://example.org/a?b=c now", "at now", id="addresses"),
        pytest.param("ask me@example.org now", "ask now", id="mail"),
        pytest.param("open src/main.py or main.py", "open or", id="paths"),
        pytest.param("a <b>bold</b> word", "a bold word", id="tags"),
        pytest.param("{{< note >}} read {% raw %}", "read", id="templates"),
        pytest.param("call getValue() and snake_case", "call and", id="identifiers"),
        pytest.param(
            "the HTTP API has 3 modes", "the has modes", id="acronyms, numbers"
        ),
        pytest.param(
            "参考https://example.org。谢谢", "参考 。谢谢", id="no spaces around"
        ),
        pytest.param("[text](target.md) end", "[text] end", id="link targets"),
    ],
)
def test_strip_noise(text: str, expected: str) -> None:
    assert strip_noise(text).split() == expected.split()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("añb 12", 3, id="Latin"),
        pytest.param("हिन्दी", 6, id="marks count"),
        pytest.param("👩‍🚀 !", 0, id="an emoji has none"),
    ],
)
def test_letters(text: str, expected: int) -> None:
    assert letters(text) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        pytest.param("es", "Spanish", id="a language"),
        pytest.param("pt-BR", "Portuguese", id="a region is left out"),
        pytest.param("zh-TW", "Traditional Chinese", id="a script is not"),
        pytest.param("zh", "Chinese", id="Chinese"),
        pytest.param("nn", "Norwegian", id="either Norwegian"),
        pytest.param("xx", "xx", id="unknown"),
    ],
)
def test_display_name(language: str, expected: str) -> None:
    assert display_name(language) == expected


def test_what_stands_beside_a_letter_makes_no_other_word_of_it() -> None:
    """Texts whose letters are all Latin are read by another pattern."""
    every = map(chr, range(0x32000))
    assert [one for one in every if [*words(one), "字"] != words(f"{one} 字")] == []
