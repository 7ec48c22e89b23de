"""Letters and characters that a language does not have, or writes in another way."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from msgspec import Struct

from transcheck.language.scripts import (
    base,
    find_runs,
    han,
    ideographs,
    kept,
    script_of,
    simplified,
    traditional,
)

# The first level of each set holds what is met every day (GB/T 2312-1980: rows 16 to
# 55; Big5, 1984: up to C67E).
_LAST_COMMON = {"gb2312": 0xD7, "big5": 0xC6}
# Common in one set, absent from the other, and a form of neither: used in both.
_NEUTRAL = frozenset("着妳牠祂玥璟珮晞祐堉珪洸璘昤晅琍玨姍鍾囉噁")
# In the set of simplified characters for the sake of old names alone.
_OLD = {"Hans": "於", "Hant": ""}
# So many characters of one way for each of the other show which a document is in, and
# so many at least where its language does not say it.
_OWN_FOR_EACH, _LEAST_OWN = 2, 20


class Unused(Struct, frozen=True):
    """Letters that a language does not have, though its neighbours do.

    Args:
        letters: They.
        repairs: What it writes for each, where that is one letter.
        safe: It always writes that.
    """

    letters: re.Pattern[str]
    repairs: Mapping[str, str]
    safe: bool = False


# CLDR 44, exemplarCharacters: what a neighbour in the same script has and the language
# has not. What looks alike is typed for the language's own letter on a keyboard of
# another language, and in Romanian and Vietnamese for want of it in older fonts.
_UNUSED = {
    "be": "иИщЩъЪ",
    "bg": "ыЫэЭёЁіІїЇєЄґҐ",
    "mk": "щЩъЪыЫьЬэЭюЮяЯйЙёЁ",
    "ru": "іІїЇєЄґҐўЎ",
    "sr": "щЩъЪыЫьЬэЭюЮяЯйЙёЁ",
    "uk": "ыЫэЭъЪёЁ",
}
# The same where one of them in a name or a foreign word is no mistake.
_RARE = {
    "ar": "پچژگٹڈڑےں",
    "fa": "ةإٹڈڑےں",
    "ur": "ةإ",
}
# CLDR 44, exemplarCharacters: the letters beyond a to z of languages in Latin script.
_BEYOND = {
    "af": "áâèéêëîïôöúû",
    "az": "çəğıöşü",
    "bs": "čćđšž",
    "ca": "àçèéíïòóúü",
    "cs": "áčďéěíňóřšťúůýž",
    "cy": "àáâäèéêëìíîïòóôöùúûüŵŷÿ",
    "da": "åæéø",
    "de": "äöüß",
    "en": "",
    "eo": "ĉĝĥĵŝŭ",
    "es": "áéíñóúü",
    "et": "äõöüšž",
    "eu": "çñ",
    "fi": "äåöšž",
    "fr": "àâæçèéêëîïôùûüÿœ",
    "ga": "áéíóú",
    "gl": "áéíñóúü",
    "hr": "čćđšž",
    "hu": "áéíóöúüőű",
    "id": "",
    "is": "áæéíðóöúýþ",
    "it": "àèéìîòóù",
    "lt": "ąčėęįšūųž",
    "lv": "āčēģīķļņšūž",
    "ms": "",
    "mt": "àèìòùċġħż",
    "nl": "áäèéëíïóöúü",
    "no": "àâåæéèêòóôø",
    "pl": "ąćęłńóśźż",
    "pt": "àáâãçéêíòóôõúü",
    "ro": "âîășşțţ",
    "sk": "áäčďéíĺľňóôŕšťúýž",
    "sl": "čšž",
    "so": "",
    "sq": "çë",
    "sr": "čćđšž",
    "sv": "àäåéö",
    "sw": "",
    "tl": "ñ",
    "tr": "âçğîıöşûü",
    "uz": "",
    "vi": "àáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ",
}
_MISTYPED = {
    "ar": "یي کك",
    "fa": "يی كک",
    "hr": "ÐĐ ðđ",
    "ro": "şș ţț ŞȘ ŢȚ",
    "ur": "يی كک",
    "vi": "ÐĐ ðđ",
}
_ALWAYS = frozenset({"hr", "ro", "vi"})


_SCRIPT_NAMES = {
    "Arab": "Arabic letters",
    "Beng": "Bengali letters",
    "Cyrl": "Cyrillic letters",
    "Deva": "Devanagari",
    "Geor": "Georgian letters",
    "Grek": "Greek letters",
    "Hang": "Korean letters",
    "Hani": "Chinese characters",
    "Hebr": "Hebrew letters",
    "Hira": "Japanese kana",
    "Kana": "Japanese kana",
    "Thai": "Thai letters",
}
# Of these, one is a word; of others fewer than so many may be a sign: `Δt`, `μm`.
_WORDS = frozenset({"Hang", "Hani", "Hira", "Kana"})
_SHORTEST_WORD = 3
_ORNAMENT = "の"  # what Chinese brands and signs write for 的


class ForeignRun(Struct, frozen=True):
    """Letters in a row that are of no script of the text's language.

    Args:
        start: The offset of the first.
        end: The offset after the last.
        script: ISO 15924 code.
        name: What they are called.
    """

    start: int
    end: int
    script: str
    name: str


def foreign_letters(
    characters: Iterable[str], own: frozenset[str]
) -> re.Pattern[str] | None:
    """Return what finds the letters among characters that `foreign_runs` looks for.

    Args:
        characters: The characters that a text has.
        own: As in `foreign_runs`.

    Returns:
        None where there are none.
    """
    names = _SCRIPT_NAMES.keys() - own
    found = [one for one in characters if not one.isascii() and script_of(one) in names]
    return re.compile(f"[{''.join(sorted(found))}]") if found else None


def foreign_runs(text: str, own: frozenset[str]) -> Iterator[ForeignRun]:
    """Yield the words of a text in scripts that it should not have.

    Latin letters are names and terms in a text of any script, and not among them.

    Args:
        text: The text.
        own: The scripts of its language, ISO 15924.
    """
    for script, start, end in find_runs(text):
        name = _SCRIPT_NAMES.get(script)
        if script in own or name is None or text[start:end] == _ORNAMENT:
            continue
        if script in _WORDS or end - start >= _SHORTEST_WORD:
            yield ForeignRun(start, end, script, name)


@lru_cache(maxsize=32)
def unused_letters(language: str) -> Unused | None:
    """Return the letters that a BCP 47 language does not have, None for none known."""
    name = base(language)
    repairs = {pair[0]: pair[1] for pair in _MISTYPED.get(name, "").split()}
    letters = _UNUSED.get(name, "") + "".join(repairs)
    if not letters:
        return None
    return Unused(re.compile(f"[{letters}]+"), repairs, safe=name in _ALWAYS)


@lru_cache(maxsize=64)
def neighbours_letters(language: str) -> re.Pattern[str] | None:
    """Return the letters that show a text to be in a neighbour of a language.

    Args:
        language: Its BCP 47 tag.

    Returns:
        What finds them, more than one of which a text in the language hardly has; None
        where none are known.
    """
    name = base(language)
    letters = _UNUSED.get(name) or _RARE.get(name)
    if name in _BEYOND and not letters:
        lacked = frozenset("".join(_BEYOND.values())) - frozenset(_BEYOND[name])
        both = {letter for one in lacked for letter in one + one.upper()}
        letters = "".join(sorted(letter for letter in both if not letter.isascii()))
    return re.compile(f"[{letters}]") if letters else None


def own_variant(language: str, text: str) -> str | None:
    """Return which way of writing Chinese a document is in.

    Args:
        language: Its BCP 47 language.
        text: All of its text.

    Returns:
        ``Hans`` or ``Hant``; None for no Chinese, and where the text is not clearly
        in the way that the language says.
    """
    if base(language) != "zh":
        return None
    found = ideographs(text)
    counts = {"Hans": simplified(found), "Hant": traditional(found)}
    named = han(language) or max(counts, key=lambda name: counts[name])
    if named not in counts:
        return None
    other = counts["Hant" if named == "Hans" else "Hans"]
    least = 1 if han(language) else _LEAST_OWN
    clear = counts[named] >= max(least, _OWN_FOR_EACH * other)
    return named if clear else None


@lru_cache(maxsize=2)
def other_variant(variant: str) -> frozenset[str]:
    """Return the common characters that one way of writing Chinese lacks.

    Args:
        variant: ``Hans`` or ``Hant``.
    """
    own, other = ("gb2312", "big5") if variant == "Hans" else ("big5", "gb2312")
    both = kept("".join(map(chr, range(0x4E00, 0xA000))), other)
    lacked = frozenset(both) - frozenset(kept(both, own)) - _NEUTRAL
    last = _LAST_COMMON[other]
    found = frozenset(one for one in lacked if one.encode(other)[0] <= last)
    return found.union(_OLD[variant])
