"""Words that stand twice in a row, and the languages in which they may.

Written by hand from what is common knowledge of each language's grammar, and corrected
by what four sites in forty languages double by rule, such as `nous nous`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from transcheck.language.scripts import base, scripts_of

# A word, once more after a space or a line end. The joiners of Persian are in words.
_WORD_END = "[\\w\u0300-\u036f\u064b-\u0652\u200c\u200d'’-]"
_TWICE = re.compile(
    f"(?<!{_WORD_END})(?<![:!/.@#&<$\\\\\\\\|])([^\\W\\d_]{{2,30}})"
    f"(?:(?:[ \t\u00a0]+|[ \t]*\r?\n[ \t]*)(\\1)(?!{_WORD_END}|[.:@/=(]\\w))+",
    re.IGNORECASE,
)
_QUOTES = frozenset("\"'“”„‘’«»「」『』")

# What is right twice, by language: pronouns, articles, particles, intensifiers.
_RIGHT = {
    language: frozenset(words.split())
    for language, words in {
        "en": "that had do is very so no can really many much long far now there ha",
        "de": "der die das dem den des denen deren sie ihr ihnen wir uns sehr viel so"
        " nach und mal",
        "nl": "die dat het je u ze zij hij we wij er is heel zo en jullie",
        "af": "die dat is nie hy sy",
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
# Languages that double words by rule: only these of them are slips.
_WRONG = {
    language: frozenset(words.split())
    for language, words in {
        "ar": "من في على إلى عن أن هذا هذه التي الذي مع ذلك هو هي",
        "fa": "به در از را که با برای این",
        "he": "של את על זה או גם אם כי",
        "tr": "ve veya ile olarak ama gibi değil fakat",
        "vi": "các của và với những này",
        "id": "yang dan dengan untuk dari pada adalah akan atau oleh telah karena"
        " memiliki dalam",
        "ms": "yang dan dengan untuk dari pada adalah akan atau oleh telah kerana"
        " dalam",
    }.items()
}
# A Korean word so long with its particle is no reduplication, which doubles stems.
_LONG_IN_KOREAN = 5
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]+\Z")
_KOREAN = re.compile("[\uac00-\ud7a3]+\\Z")

# Chinese verbs and measure words double; pronouns, conjunctions and the like do not.
_CHINESE = re.compile(
    "(用来|用來|可以|我们|我們|你们|你們|他们|他們|它们|它們|这个|這個|那个|那個|这些|這些|那些|因为|因為|所以|如果|但是|以及|或者"
    "|并且|並且|通过|通過|对于|對於|关于|關於|为了|為了|已经|已經|需要|能够|能夠|应该|應該|其中|不是|没有|沒有|进行|進行|来说|來說"
    "|而且|然后|然後|那么|那麼|虽然|雖然|由于|由於|根据|根據|使得|从而|從而)(\\1)"
    # One of these after no ideograph: `但是是` and `存在在` are right, `）是是` is not.
    "|(?<![\u3400-\u9fff])(的|是|在|和|与|與|了|被|将|將|从|從|把|及|或|而|也)(\\3)(?!\\3)"
)
_JAPANESE = re.compile("(を)(を)")


@dataclass(frozen=True, slots=True)
class Doubled:
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
    if name in ("zh", "ja"):
        for match in (_CHINESE if name == "zh" else _JAPANESE).finditer(text):
            yield _doubled(match, match.lastindex or 0)
    is_latin = not language or "Latn" in scripts_of(language)
    for match in _TWICE.finditer(text):
        if not _is_meant(text, match) and _is_slip(match[1], name, is_latin=is_latin):
            yield _doubled(match, 2)


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
    if language in _RIGHT:
        return folded not in _RIGHT[language]
    if not is_latin and _LATIN.match(word):
        return folded not in _RIGHT["en"]
    if language in _WRONG:
        return folded in _WRONG[language]
    return (
        language == "ko" and len(word) >= _LONG_IN_KOREAN and bool(_KOREAN.match(word))
    )
