"""Which scripts a text is written in, and which scripts a language uses.

The ranges are the letters and marks of Scripts.txt (Unicode 15.1), without scripts
of history; scripts are named by their ISO 15924 codes. The likely script of a
language is CLDR's; see `transcheck.subtags`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from operator import itemgetter

from transcheck.patterns import late_regex
from transcheck.subtags import read_subtags

# In the order of how often they are met: a search tries them one after the other.
_RANGES = {
    "Latn": "41-5A 61-7A AA BA C0-D6 D8-F6 F8-2B8 1D00-1D25 1D62-1D65 1D6B-1D77"
    " 1D79-1DBE 1E00-1EFF 2C60-2C7F A722-A787 A78B-A7FF AB30-AB64 FB00-FB06"
    " FF21-FF3A FF41-FF5A",
    "Hani": "3005 303B 3400-4DBF 4E00-9FFF F900-FAD9 20000-2EE5D 2F800-2FA1D"
    " 30000-33479",
    "Cyrl": "400-481 483-484 487-52F 1C80-1C8A 2DE0-2DFF A640-A672 A674-A67D A67F-A69F",
    "Hira": "3041-3096 309D-309F 1B001-1B11F",
    "Kana": "30A1-30FA 30FC-30FF 31F0-31FF FF66-FF9D",
    "Hang": "1100-11FF 3131-318E A960-A97C AC00-D7FB FFA0-FFDC",
    "Arab": "610-61A 620-65F 66E-6D3 6D5-6DC 6DF-6E8 6EA-6EF 6FA-6FC 6FF 750-77F"
    " 870-887 889-8FF FB50-FBB1 FBD3-FD3D FD50-FDC7 FDF0-FDFB FE70-FEFC",
    "Deva": "900-963 971-97F A8E0-A8F7 A8FB A8FD-A8FF",
    "Grek": "370-373 376-37D 37F 386 388-3E1 3F0-3F5 3F7-3FF 1F00-1FFC",
    "Hebr": "591-5BD 5BF 5C1-5C2 5C4-5C5 5C7-5F2 FB1D-FB28 FB2A-FB4F",
    "Thai": "E01-E3A E40-E4E",
    "Beng": "980-9E3 9F0-9F1 9FC 9FE",
    "Guru": "A01-A5E A70-A75",
    "Gujr": "A81-AE3 AF9-AFF",
    "Orya": "B01-B63 B71",
    "Taml": "B82-BD7",
    "Telu": "C00-C63",
    "Knda": "C80-CE3 CF1-CF3",
    "Mlym": "D00-D63 D7A-D7F",
    "Sinh": "D81-DDF DF2-DF3",
    "Laoo": "E81-ECE EDC-EDF",
    "Tibt": "F00 F18-F19 F35 F37 F39 F3E-F84 F86-FBC FC6",
    "Mymr": "1000-103F 1050-108F 109A-109D A9E0-A9EF A9FA-A9FE AA60-AA76 AA7A-AA7F",
    "Geor": "10A0-10FA 10FC-10FF 1C90-1CBF 2D00-2D2D",
    "Armn": "531-556 560-588 FB13-FB17",
    "Ethi": "1200-135F 1380-138F 2D80-2DDE AB01-AB2E",
    "Khmr": "1780-17D3 17D7 17DC-17DD",
    "Mong": "1820-18AA",
    "Cher": "13A0-13FD AB70-ABBF",
    "Syrc": "710-74F 860-86A",
    "Thaa": "780-7B1",
    "Nkoo": "7CA-7F5",
    "Tfng": "2D30-2D7F",
    "Cans": "1401-167F 18B0-18F5",
    "Olck": "1C5A-1C7D",
    "Bopo": "3105-312F 31A0-31BF",
}

# ISO 15924 codes that stand for several scripts.
_COMPOUND = {
    "Jpan": frozenset({"Hani", "Hira", "Kana"}),
    "Kore": frozenset({"Hang", "Hani"}),
    "Hans": frozenset({"Hani"}),
    "Hant": frozenset({"Hani", "Bopo"}),
    "Aran": frozenset({"Arab"}),
}

# Languages in daily use in more than one script (CLDR, languageData: scripts).
_SEVERAL = {
    "az": frozenset({"Latn", "Cyrl", "Arab"}),
    "bs": frozenset({"Latn", "Cyrl"}),
    "ha": frozenset({"Latn", "Arab"}),
    "kk": frozenset({"Cyrl", "Latn", "Arab"}),
    "ks": frozenset({"Arab", "Deva"}),
    "ku": frozenset({"Latn", "Arab"}),
    "ky": frozenset({"Cyrl", "Latn", "Arab"}),
    "mn": frozenset({"Cyrl", "Mong"}),
    "ms": frozenset({"Latn", "Arab"}),
    "pa": frozenset({"Guru", "Arab"}),
    "sd": frozenset({"Arab", "Deva"}),
    "sr": frozenset({"Cyrl", "Latn"}),
    "tg": frozenset({"Cyrl", "Latn", "Arab"}),
    "tk": frozenset({"Latn", "Cyrl", "Arab"}),
    "tt": frozenset({"Cyrl", "Latn"}),
    "ug": frozenset({"Arab", "Latn", "Cyrl"}),
    "uz": frozenset({"Latn", "Cyrl", "Arab"}),
}

# One of these says about as much as three letters of an alphabet: a word of English
# is five letters, one of Chinese or Korean two, one of Japanese two to four.
_DENSE = frozenset({"Hani", "Hira", "Kana", "Hang", "Bopo"})
_DENSE_WEIGHT = 3
# What stands for each script while its letters are counted.
_SIGNS = {script: chr(ord("A") + index) for index, script in enumerate(_RANGES)}
_SCRIPTS = {sign: script for script, sign in _SIGNS.items()}
_WEIGHTS = {
    sign: _DENSE_WEIGHT if script in _DENSE else 1 for script, sign in _SIGNS.items()
}

# Signs of one script in a row; accents that are written on their own have none.
_RUN = late_regex(r"([^ ])(?:\1| )*")

_NO_LETTERS = bytes(byte for byte in range(128) if not chr(byte).isalpha())


def _character_class(ranges: str) -> str:
    parts = []
    for piece in ranges.split():
        first, _, last = piece.partition("-")
        parts.append(chr(int(first, 16)))
        if last:
            parts.append("-" + chr(int(last, 16)))
    return "".join(parts)


# Accents that are written on their own (U+0300 to U+036F) continue any word.
_LATIN_WORD = f"[{_character_class(_RANGES['Latn'])}\u0300-\u036f]+"
_WORD_IN_LATIN = late_regex(_LATIN_WORD)
# Neither a letter of Latin nor one of the marks, symbols and pictures beside it.
_BEYOND_LATIN = late_regex(
    "[^\u0000-\u036f\u1d00-\u1eff\u2000-\u2c7f\ufe00-\ufe0f\ufff0-\uffff"
    "\U0001f000-\U0001faff]"
)


@lru_cache(maxsize=1)
def _word_in_any() -> re.Pattern[str]:
    """Return what finds letters in a row; slow to compile."""
    others = (ranges for script, ranges in _RANGES.items() if script != "Latn")
    rest = "".join(map(_character_class, others))
    return re.compile(f"{_LATIN_WORD}|[{rest}][{rest}\u0300-\u036f]*")


def may_be_beyond_latin(text: str) -> bool:
    """Tell whether a text may have letters of scripts other than Latin.

    To look for them themselves takes patterns that are slow to compile.
    """
    return _BEYOND_LATIN.search(text) is not None


def _word(text: str) -> re.Pattern[str]:
    return _word_in_any() if may_be_beyond_latin(text) else _WORD_IN_LATIN


def words(text: str) -> list[str]:
    """Return the words of a text in order; what is without spaces is one for a clause.

    Latin letters and those of other scripts are never in one word.
    """
    return _word(text).findall(text)


def letters(text: str) -> int:
    """Return how many letters a text has, marks included."""
    return sum(map(len, words(text)))


def find_runs(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield the script of each run of letters that is not ASCII, and its offsets."""
    for word in _word(text).finditer(text):
        if not word[0].isascii():
            for run in _RUN.finditer(word[0].translate(_signs())):
                start = word.start()
                yield _SCRIPTS[run[1]], start + run.start(), start + run.end()


class _Signs(dict[int, str]):
    """For each character the sign of its script, a space where it is no letter."""

    def __init__(self) -> None:
        super().__init__()
        self._ranges = sorted(
            (ord(piece[0]), ord(piece[-1]), _SIGNS[script])
            for script, ranges in _RANGES.items()
            for piece in map(_character_class, ranges.split())
        )

    def __missing__(self, point: int) -> str:
        index = bisect_right(self._ranges, point, key=itemgetter(0)) - 1
        sign = " "
        if index >= 0 and point <= self._ranges[index][1]:
            sign = self._ranges[index][2]
        self[point] = sign
        return sign


@lru_cache(maxsize=1)
def _signs() -> _Signs:
    return _Signs()


def script_of(character: str) -> str:
    """Return the script that a letter is of, "" for other characters."""
    return _SCRIPTS.get(_signs()[ord(character)], "")


def weights(text: str) -> dict[str, int]:
    """Return for each script what its letters in a text weigh.

    A letter of an alphabet weighs 1, a syllable or ideograph 3, so that a Korean
    sentence with an English name in it is mostly Korean.
    """
    if text.isascii():
        count = len(text.encode().translate(None, _NO_LETTERS))
        return {"Latn": count} if count else {}
    signs = text.translate(_signs())
    return {
        _SCRIPTS[sign]: signs.count(sign) * _WEIGHTS[sign]
        for sign in sorted(set(signs))
        if sign != " "
    }


@lru_cache(maxsize=512)
def scripts_of(language: str) -> frozenset[str]:
    """Return the scripts that a language is written in.

    Args:
        language: A BCP 47 tag; a script in it decides.
    """
    tag = read_subtags(language)
    if tag.script is None and tag.language in _SEVERAL:
        return _SEVERAL[tag.language]
    script = tag.likely_script or "Latn"
    return _COMPOUND.get(script, frozenset({script}))


@lru_cache(maxsize=512)
def base(language: str) -> str:
    """Return the language of a tag without script, region and variants.

    Norwegian is one language here: `nb` and `nn` become `no`; so are Filipino and
    Tagalog, `tl`. Of no language, "", it is "".
    """
    name = language and (read_subtags(language).language or language)
    return {"nb": "no", "nn": "no", "fil": "tl", "iw": "he", "in": "id"}.get(name, name)


@lru_cache(maxsize=512)
def han(language: str) -> str | None:
    """Return ``Hans`` or ``Hant`` for a tag of Chinese, None for the bare ``zh``."""
    tag = read_subtags(language)
    if tag.script is None and tag.territory is None and tag.language == "zh":
        return None
    return tag.likely_script


def ideographs(text: str) -> str:
    """Return the ideographs of a text."""
    return "".join(_han().findall(text))


@lru_cache(maxsize=1)
def _han() -> re.Pattern[str]:
    return re.compile(f"[{_character_class(_RANGES['Hani'])}]+")


def simplified(ideographs: str) -> int:
    """Count the ideographs that only simplified Chinese has.

    GB/T 2312-1980 has them and Big5 (1984) has not: the sets of characters hold what
    each way of writing uses every day.
    """
    return _count_only(ideographs, "gb2312", "big5")


def traditional(ideographs: str) -> int:
    """Count those that only traditional Chinese, or Japanese, has: in Big5 alone."""
    return _count_only(ideographs, "big5", "gb2312")


def not_japanese(ideographs: str) -> int:
    """Count those of simplified Chinese that Japanese lacks (JIS X 0208 and 0212)."""
    return _count_only(ideographs, "gb2312", "euc_jp")


def _count_only(text: str, encoding: str, other: str) -> int:
    """Return how many characters of a text are in one standard's set alone."""
    found = kept(text, encoding)
    return len(found) - len(kept(found, other))


def kept(text: str, encoding: str) -> str:
    """Return the characters of a text that a standard's set has.

    Args:
        text: The text.
        encoding: The name of a codec: ``gb2312``, ``big5``.
    """
    return text.encode(encoding, "ignore").decode(encoding)
