"""Words that stand twice in a row, and the languages in which they may.

Written by hand from what is common knowledge of each language's grammar, and corrected
by what four sites in forty languages double by rule, such as `nous nous`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct

from transcheck.language.scripts import base, scripts_of
from transcheck.patterns import late_regex

# A word, once more after a space or a line end. The joiners of Persian are in words;
# hyphens and apostrophes are within them.
_WORD_END = "[\\w\u0300-\u036f\u064b-\u0652\u200c\u200d'’-]"
_TWICE = late_regex(
    f"(?<!{_WORD_END})(?<![:!/.@#&<$\\\\\\\\|])([^\\W\\d_]{{1,30}}"
    f"(?:['’-][^\\W\\d_]{{1,30}}){{0,3}})"
    f"(?:(?:[ \t\u00a0]+|[ \t]*\r?\n[ \t]*)(\\1)(?!{_WORD_END}|[.:@/=(]\\w))+",
    re.IGNORECASE,
)
_LAST_WORD = late_regex("[^\\W\\d_](?:['’-]?[^\\W\\d_])*\\Z")
_QUOTES = frozenset("\"'“”„‘’«»「」『』")

# What is right twice, by language: pronouns, articles, particles, intensifiers.
_RIGHT = {
    language: frozenset(words.split())
    for language, words in {
        "en": "that had do is very so no can really many much long far now there ha",
        "de": "der die das dem den des denen deren sie ihr ihnen uns sehr viel so mal",
        "nl": "die dat het je u ze zij hij we wij er is heel zo en jullie",
        "af": "die dat is nie hy sy nou gou net plek stil lag loop kort",
        "fr": "nous vous faire elle elles un une leur très si en plus on fois",
        "es": "no muy sí que poco casi ya tan nada todo",
        "pt": "se não muito que só nos vos tão quase já logo",
        "gl": "se non moi que",
        "ca": "no molt que ens us",
        "it": "via piano così poco quasi sotto molto che sempre subito si no man mano",
        "ro": "nu foarte încet rând cât mult abia",
        "pl": "to nie tak bardzo jest co raz",
        "cs": "to se ne velmi moc",
        "sk": "to sa nie veľmi",
        "hr": "to je se ne vrlo",
        "sl": "to je se ne zelo",
        "ru": "что только то так все всё очень их его её ее нет да еле чуть вот если",
        "uk": "що то так все дуже їх його її ні ледь ось є",
        "be": "што то так усё вельмі іх яго яе",
        "bg": "то се не много едва да ги го",
        "mk": "тоа се не многу",
        "sr": "то је се не врло to je se ne vrlo",
        "sv": "det den de att i om på till är som man var för du",
        "da": "det den de at i om på til er som for man der",
        "no": "det den de at i om på til er som for man der",
        "fi": "se ne ei niin hyvin että",
        "et": "see ei väga nii",
        "lv": "tas ne ļoti",
        "lt": "tai ne labai",
        "hu": "az ez egy így más nagyon ki már is meg",
        "el": "του της το τα τον την των τις τους μας σας πολύ σιγά όχι πού",
    }.items()
}
# Words of one letter, by language; elsewhere a letter is a name.
_LETTERS = {
    language: frozenset(words.split())
    for language, words in {
        "en": "a",
        "fr": "a à y",
        "es": "a e o y",
        "pt": "a e o à é",
        "gl": "a e o á é",
        "ca": "a i o",
        "it": "a e i o è",
        "ro": "a o",
        "pl": "a i o u w z",
        "cs": "a i k o s u v z",
        "sk": "a i k o s u v z",
        "hr": "a i k o s u",
        "sl": "a h k s v z",
        "ru": "а в и к о с у",
        "uk": "а в з і й о у",
        "be": "а ў з і й у",
        "bg": "в и с",
        "mk": "и в",
        "sr": "а и к о с у",
        "hu": "a",
        "el": "η ο",
    }.items()
}
# Languages that double words by rule: only these of them are slips.
_WRONG = {
    language: frozenset(words.split())
    for language, words in {
        "ar": "من في على إلى عن أن هذا هذه التي الذي مع ذلك هو هي",
        "fa": "به در از را که با برای این",
        "ur": "میں کا کی کے کو سے نے پر ہے ہیں اور کہ لیے یا آپ ہم",
        "he": "של את על זה או גם אם כי",
        "tr": "ve veya ile olarak ama gibi değil fakat bu bunu aynı",
        "vi": "các của và với những này",
        "id": "yang dan dengan untuk dari pada adalah akan atau oleh telah karena"
        " memiliki dalam",
        "ms": "yang dan dengan untuk dari pada adalah akan atau oleh telah kerana"
        " dalam",
        "jv": "lan ing kanggo saka karo utawa yaiku",
        "tl": "ang ng sa mga at para kung",
        "sw": "ya wa kwa katika za vya kama",
        "hi": "में का की के को से ने पर है हैं कि लिए या तथा एवं लेकिन हम आप इस यह उपयोग करने",
        "mr": "आणि आहे आहेत किंवा परंतु च्या ची चा तुम्ही आपण",
        "ne": "को का की मा लाई बाट छ छन् वा तर तपाईं यो",
        "bn": "এবং একটি জন্য থেকে কিন্তু অথবা দ্বারা মধ্যে আপনি আমরা হিসেবে",
        "gu": "અને છે માટે અથવા પરંતુ તમે આ",
        "pa": "ਅਤੇ ਹੈ ਹਨ ਲਈ ਵਿੱਚ ਜਾਂ ਦੇ ਦੀ ਦਾ ਨੂੰ",
        "ta": "மற்றும் இந்த அல்லது ஆனால் என்று நீங்கள்",
        "te": "ఒక ఈ మరియు యొక్క కోసం ఇది మనం మీరు నుండి లేదా కానీ",
        "kn": "ಮತ್ತು ಅಥವಾ ಆದರೆ ಗಾಗಿ ನೀವು",
        "ml": "അല്ലെങ്കിൽ എന്നാൽ വേണ്ടി നിങ്ങൾ",
        "my": "ကို နှင့် သို့မဟုတ် အတွက် တွင် များကို တွေကို နဲ့ မှာ",
        "km": "និង ឬ នៃ ដែល សម្រាប់ ជាមួយ",
    }.items()
}
# A Korean word with its particle is no reduplication, which doubles stems; nor is a
# long word, whatever it ends with.
_KOREAN_PARTICLE = late_regex("(?:.[을를]|..(?:[은는]|에서|에게|으로|까지|부터))\\Z")
_KOREAN_WORDS = frozenset(
    {"및", "또는", "대한", "위한", "위해", "통해", "그리고", "하지만"}
)
_LONG_IN_KOREAN = 5
_LATIN = late_regex(r"[A-Za-zÀ-ɏ]+\Z")
_KOREAN = late_regex("[\uac00-\ud7a3]+\\Z")

# Chinese verbs and measure words double; pronouns, conjunctions and the like do not.
_CHINESE = late_regex(
    "(用来|用來|可以|我们|我們|你们|你們|他们|他們|它们|它們|这个|這個|那个|那個|这些|這些|那些|因为|因為|所以|如果|但是|以及|或者"
    "|并且|並且|通过|通過|对于|對於|关于|關於|为了|為了|已经|已經|需要|能够|能夠|应该|應該|其中|不是|没有|沒有|进行|進行|来说|來說"
    "|而且|然后|然後|那么|那麼|虽然|雖然|由于|由於|根据|根據|使得|从而|從而|例如|比如|此外|另外|同时|同時"
    "|任何|所有|其他|包括|包含|具有|必须|必須|确保|確保|允许|允許|不能|不会|不會|是否|无法|無法|用于|用於|基于|基於"
    "|使用|来自|來自|作为|作為|以便)(\\1)"
    # One of these after no ideograph: `但是是` and `存在在` are right, `）是是` is not.
    "|(?<![\u3400-\u9fff])(的|是|在|和|与|與|了|被|将|將|从|從|把|及|或|而|也)(\\3)(?!\\3)"
)
# A particle between a word and the next: kana without ideographs around are words.
_JAPANESE = late_regex(
    "(を|という|として|による|ために|について|ことが|ことを|ように)(\\1)"
    "|(?<=[\u30a1-\u30ff\u3400-\u9fff])([はがにでへの])(\\3)(?=[\u30a1-\u30ff\u3400-\u9fff])"
)
# Thai has no spaces between words: these of them would begin no other.
_THAI = late_regex("(และ|หรือ|สำหรับ|เพื่อ|โดย|เพราะ|จาก|ซึ่ง)(\\1)")
_UNSPACED = {"zh": _CHINESE, "ja": _JAPANESE, "th": _THAI}
# What stands before its own repetition in such a pattern.
_REPEATED = late_regex(r"\(([^()?\\]+)\)\(\\\d\)")


class Doubled(Struct, frozen=True):
    """A word that stands twice in a row.

    Args:
        start: Where the first one starts.
        again: Where the second one starts.
        end: Where it ends.
        word: The first one.
    """

    start: int
    again: int
    end: int
    word: str


def find_doubled(text: str, language: str | None) -> Iterator[Doubled]:
    """Yield the words that stand twice in a row and are not meant to.

    Args:
        text: A text, markup included; what is code or an address is for the caller
            to leave out.
        language: Its BCP 47 tag, None where it is not known.
    """
    name = base(language) if language else ""
    own = _UNSPACED.get(name) or _listed(name)
    if own is not None and _may_double(text, name):
        for match in own.finditer(text):
            yield _doubled(match, match.lastindex or 0)
    is_latin = not language or "Latn" in scripts_of(language)
    if is_latin and own is not None:
        return
    for match in _find_twice(text):
        if not _is_meant(text, match) and _is_slip(match[1], name, is_latin=is_latin):
            yield _doubled(match, 2)


def _find_twice(text: str) -> Iterator[re.Match[str]]:
    """Yield what `_TWICE` finds, tried only where two neighbours begin alike."""
    # A search that ignores case takes the letters i of Turkish for those of others.
    folded = text.replace("\u0130", "i").replace("\u0131", "i").lower()
    words = folded.split()
    alike = [
        number
        for number, (first, second) in enumerate(pairwise(words))
        if second[0] in first
        and first[-1] in second
        and (second.startswith(first) or not first.isalpha())
    ]
    found = [
        (number, last.start())
        for number in alike
        if (last := _LAST_WORD.search(words[number])) is not None
        and words[number + 1].startswith(last[0])
        and not words[number + 1][len(last[0]) :][:1].isalnum()
    ]
    number_before = start_before = end = 0
    for number, within in found:
        for word in words[number_before:number]:
            start_before = folded.find(word, start_before) + len(word)
        start_before = folded.find(words[number], start_before)
        number_before = number
        start = start_before + within
        match = _TWICE.match(text, start) if start >= end else None
        if match is not None:
            end = match.end()
            yield match


def _may_double(text: str, language: str) -> bool:
    """Tell at little cost whether a text has a word twice that never stands so."""
    doubled = _doubled_words(language)
    return not doubled or any(word in text for word in doubled)


@lru_cache(maxsize=8)
def _doubled_words(language: str) -> tuple[str, ...]:
    """Return what is looked for in a language without spaces, none in others."""
    if language not in _UNSPACED:
        return ()
    groups = _REPEATED.findall(_UNSPACED[language].pattern)
    return tuple(
        word * 2
        for group in groups
        for word in (group[1:-1] if group.startswith("[") else group.split("|"))
    )


@lru_cache(maxsize=64)
def _listed(language: str) -> re.Pattern[str] | None:
    """Return what finds the slips of a language that doubles words by rule."""
    if language not in _WRONG:
        return None
    words = "|".join(sorted(map(re.escape, _WRONG[language])))
    return re.compile(
        rf"(?<![^\s(«“\"])({words})(?:[ \t\u00a0]+|[ \t]*\r?\n[ \t]*)(\1)"
        r"(?![^\s.,;:!?)»”\"،؛؟۔।॥။])",
        re.IGNORECASE,
    )


def _is_meant(text: str, match: re.Match[str]) -> bool:
    """Tell whether words stand alone in quotation marks, or three times and more.

    That is a quotation, a song or a loop.
    """
    start, end = match.span()
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    return (before in _QUOTES and after in _QUOTES) or bool(
        text[match.end(1) : match.start(2)].strip()
    )


def _doubled(match: re.Match[str], again: int) -> Doubled:
    return Doubled(match.start(), match.start(again), match.end(), match[again - 1])


def _is_slip(word: str, language: str, *, is_latin: bool) -> bool:
    folded = word.casefold()
    if len(word) == 1:
        return word in _LETTERS.get(language, ())
    if language in _RIGHT:
        return folded not in _RIGHT[language]
    if not is_latin and _LATIN.match(word):
        return folded not in _RIGHT["en"]
    return language == "ko" and (
        word in _KOREAN_WORDS
        or bool(_KOREAN_PARTICLE.search(word))
        or (len(word) >= _LONG_IN_KOREAN and bool(_KOREAN.match(word)))
    )
