"""What notices about a translation speak of, in many languages.

Such a notice says that a page was translated, by a machine, or where the original is.
The stems are those that the inflected forms share. Source: the labels of Wikidata
Q7553 (translation), Q79798 (machine translation), Q11660 (artificial intelligence) and
Q1860 (English), and Wiktionary's translations of "translate", "automatic", "machine"
and "original".
"""

from __future__ import annotations

from transcheck.patterns import late_regex

# Language: translation; machines; the original and English. All in lower case.
_STEMS: dict[str, tuple[str, str, str]] = {
    "ar": ("ترجم", "آلي الآل أوتوماتيك الاصطناعي", "الأصل الإنجليزي الانجليزي"),
    "az": ("tərcümə", "maşın avtomatik süni", "orijinal ingilis"),
    "be": ("перакла", "машын аўтаматычн штучн", "арыгінал англійск"),
    "bg": ("превод превед", "машин автоматич изкуствен", "оригинал английск"),
    "bn": ("অনুবাদ অনূদিত", "মেশিন যান্ত্রিক স্বয়ংক্রিয় কৃত্রিম", "মূল ইংরেজি"),
    "ca": ("tradu traduï", "automàtic artificial", "original anglès"),
    "cs": ("překlad přelož", "strojov automatick umělou umělé", "originál původní anglič"),
    "da": ("oversæt oversat", "maskin automatisk kunstig", "original engelsk"),
    "de": ("übersetz", "maschinell automatisch künstlich", "original englisch"),
    "el": ("μεταφρ μετάφρ", "μηχανικ αυτόματ αυτοματ τεχνητ", "πρωτότυπ αγγλικ"),
    "en": ("translat", "machine automatic artificial", "original english"),
    "es": ("traduc traduj", "automátic máquina artificial", "original inglés inglesa"),
    "et": ("tõlgi tõlge tõlki", "masintõl automaat tehisin", "original originaal inglis"),
    "eu": ("itzul", "makina automatik artifizial", "jatorri ingeles"),
    "fa": ("ترجمه", "ماشین خودکار مصنوعی", "اصلی انگلیسی"),
    "fi": ("kään", "konek koneell automaat tekoäly", "alkuperäi englan"),
    "fr": ("tradui traduc", "automatiqu machine artificiel", "original anglais"),
    "gl": ("traduc traduz", "automátic máquina artificial", "orixinal inglés inglesa"),
    "gu": ("અનુવાદ ભાષાંતર", "મશીન સ્વચાલિત કૃત્રિમ", "મૂળ અંગ્રેજી"),
    "he": ("תרגום תרגומ תורגם תורגמ", "מכונה אוטומטי מלאכותית", "מקור אנגלית"),
    "hi": ("अनुवाद अनूदित भाषांतर", "मशीन स्वचालित कृत्रिम", "मूल अंग्रेज़ी अंग्रेजी"),
    "hr": ("prijevod preved", "strojn automatsk umjetn", "izvorn original englesk"),
    "hu": ("fordít", "gépi automatikus mesterséges", "eredeti angol"),
    "hy": ("թարգման", "մեքենա ավտոմատ արհեստական", "բնօրինակ անգլերեն"),
    "id": ("terjemah", "mesin otomatis buatan", "inggris"),
    "is": ("þýð þýdd", "vélþýð vélræn sjálfvirk gervigreind", "frumrit upprunaleg ensku"),
    "it": ("tradu traduz tradott", "automatic macchina artificiale", "original inglese"),
    "ja": ("翻訳 訳", "機械 自動 人工知能", "原文 原本 英語 オリジナル"),
    "ka": ("თარგმნ", "მანქან ავტომატ ხელოვნურ", "ორიგინალ ინგლისურ"),
    "kk": ("аудар", "машина автоматты жасанды", "түпнұсқа ағылшын"),
    "km": ("បកប្រែ", "ម៉ាស៊ីន ស្វ័យប្រវត្តិ សិប្បនិម្មិត", "ដើម អង់គ្លេស"),
    "kn": ("ಅನುವಾದ ಭಾಷಾಂತರ", "ಯಂತ್ರ ಸ್ವಯಂಚಾಲಿತ ಕೃತಕ", "ಮೂಲ ಇಂಗ್ಲಿಷ್"),
    "ko": ("번역", "기계 자동 인공지능", "원문 원본 영어 영문"),
    "lt": ("vertim išvers išverst", "mašinin automatin dirbtin", "original anglų"),
    "lv": ("tulkoj tulkots", "mašīn automātisk mākslīg", "oriģināl angļu"),
    "mk": ("превод превед", "машинск автоматск вештачк", "оригинал англиск"),
    "ml": ("വിവർത്തന പരിഭാഷ മൊഴിമാറ്റ", "യന്ത്ര സ്വയമേവ കൃത്രിമ", "യഥാർത്ഥ മൂല ഇംഗ്ലീഷ്"),
    "mr": ("अनुवाद भाषांतर", "यंत्र स्वयंचलित कृत्रिम", "मूळ इंग्रजी"),
    "ms": ("terjemah", "mesin automatik buatan", "inggeris"),
    "my": ("ဘာသာပြန်", "စက် အလိုအလျောက် ဉာဏ်ရည်တု", "မူရင်း အင်္ဂလိပ်"),
    "ne": ("अनुवाद", "मेसिन स्वचालित कृत्रिम", "मूल मौलिक अङ्ग्रेजी अंग्रेजी"),
    "nl": ("vertaal vertaling vertalen", "machine automatisch kunstmatig", "origineel originele engels"),
    "no": ("oversett oversatt omsett", "maskin automatisk kunstig", "original engelsk"),
    "pa": ("ਅਨੁਵਾਦ", "ਮਸ਼ੀਨ ਸਵੈਚਾਲਿਤ ਨਕਲੀ", "ਮੂਲ ਅਸਲ ਅੰਗਰੇਜ਼ੀ"),
    "pl": ("tłumacz przekład", "maszynow automatyczn sztuczn", "oryginał oryginaln angiel"),
    "pt": ("tradu traduz", "automátic máquina artificial", "original inglês inglesa"),
    "ro": ("traduc tradus", "automat artificial", "original engleză"),
    "ru": ("перевод перевед перевел", "машин автоматич искусственн нейросет", "оригинал английск"),
    "si": ("පරිවර්තන", "යන්ත්‍ර ස්වයංක්‍රීය කෘත්‍රිම", "මුල් ඉංග්‍රීසි"),
    "sk": ("preklad prelož", "strojov automatick umelou umelej", "originál pôvodn anglič"),
    "sl": ("prevod preved", "strojn samodejn umetn", "izvirn angleš"),
    "sq": ("përkth", "makin automatik artificial", "origjinal anglisht"),
    "sr": ("превод превед prevod preved", "машинск аутоматск mašinsk automatsk", "оригинал енглеск"),
    "sv": ("översätt översatt", "maskin automatisk artificiell", "original engelsk"),
    "sw": ("tafsir", "mashine otomatiki bandia", "kiingereza"),
    "ta": ("மொழிபெயர் மொழியாக்க", "இயந்திர தானியங்கி செயற்கை", "அசல் மூல ஆங்கில"),
    "te": ("అనువాద అనువది", "యంత్ర స్వయంచాలక కృత్రిమ", "అసలు మూల ఇంగ్లీష్ ఆంగ్ల"),
    "th": ("แปล", "เครื่อง อัตโนมัติ ปัญญาประดิษฐ์", "ต้นฉบับ อังกฤษ"),
    "tl": ("isinalin pagsasalin", "makina awtomatik artipisyal", "orihinal ingles"),
    "tr": ("çevir çevri tercüme", "makine otomatik yapay", "orijinal özgün asıl ingilizce"),
    "uk": ("перекла", "машин автоматич штучн", "оригінал англійськ"),
    "ur": ("ترجم", "مشین خودکار مصنوعی", "اصل انگریزی"),
    "uz": ("tarjima", "mashina avtomatik sunʼiy sun'iy", "ingliz"),
    "vi": ("dịch", "máy", "gốc"),
    "zh": ("翻译 翻譯 译 譯", "机器 機器 机翻 機翻 自动 自動 人工智能 人工智慧", "原文 原版 英文 英语 英語"),
}  # fmt: skip

# Names of machines that stand alone as a word: the letters for "artificial
# intelligence", and services, as they call themselves.
_MACHINES = late_regex(
    r"(?<![^\W\d_])(?:AI|KI|IA|MI|YZ|ШІ|ИИ|ТН|LLMs?|GPT|GPT-\d\w*|ChatGPT|Claude|Gemini"
    r"|DeepL|Google Translate|Google Translator|Co-op Translator|OpenAI)(?![^\W\d_])"
)


def _all(number: int) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(
            stem for stems in _STEMS.values() for stem in stems[number].split()
        )
    )


_TRANSLATION, _MACHINE, _ORIGINAL = map(_all, range(3))


class Spoken:
    """What a short text in any language speaks of; looked for when it is asked.

    Args:
        text: The text.
    """

    __slots__ = ("_lower", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._lower = text.casefold()

    @property
    def translation(self) -> bool:
        """Whether it speaks of a translation."""
        return self._holds(_TRANSLATION)

    @property
    def machine(self) -> bool:
        """Whether it speaks of a machine."""
        return self._holds(_MACHINE) or _MACHINES.search(self._text) is not None

    @property
    def original(self) -> bool:
        """Whether it speaks of an original, or of English."""
        return self._holds(_ORIGINAL)

    def _holds(self, stems: tuple[str, ...]) -> bool:
        lower = self._lower
        for stem in stems:  # noqa: SIM110 - half the time of `any`
            if stem in lower:
                return True
        return False
