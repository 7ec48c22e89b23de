"""Letters of two scripts in one word, and which of them look alike.

Source: Unicode Technical Standard 39, confusables.txt (15.1), for the letters of Greek
and Cyrillic that look like Latin ones in any type; CLDR 44, exemplarCharacters, for the
languages that write the rarer letters of Cyrillic.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from transcheck.patterns import late_regex

_LIKE = {
    "Cyrl": dict(
        zip("АВЕЅІЈКМНОРСТУХаеѕіјорсухһ", "ABESIJKMHOPCTYXaesijopcyxh", strict=True)
    ),
    "Grek": dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονυ", "ABEZHIKMNOPTYXovu", strict=True)),
}
# In a word of Latin letters these may be what is measured, as in `νx`.
_MEASURED = frozenset("νυ")
_AS = {
    script: {latin: own for own, latin in letters.items()}
    for script, letters in _LIKE.items()
}
# Letters of Cyrillic that only some of its languages have.
_OWN = {
    "і": frozenset({"uk", "be", "kk", "rue"}),
    "ј": frozenset({"sr", "mk"}),
    "ѕ": frozenset({"mk"}),
    "һ": frozenset({"kk", "tt", "ba"}),
}

_LETTERS = {
    "Latn": "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f",
    "Cyrl": "\u0400-\u0481\u048a-\u052f",
    "Grek": "\u0370-\u0373\u0376\u0377\u037f\u0386\u0388-\u03ff",
}
# What Cyrillic and Korean words are never continued in.
_FOREIGN = {
    "Cyrl": "\u0590-\u06ff\u0900-\u0dff\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff"
    "\uac00-\ud7a3",
    "Hang": "\u0400-\u052f\u0590-\u06ff\u0900-\u0dff\u0e00-\u0e7f",
}
_NATIVE = {"Cyrl": _LETTERS["Cyrl"], "Hang": "\uac00-\ud7a3"}
_SCRIPT_NAMES = {"Latn": "Latin", "Cyrl": "Cyrillic", "Grek": "Greek"}

_OF = {script: late_regex(f"[{letters}]") for script, letters in _LETTERS.items()}
_BESIDE_LATIN = late_regex(f"[{_LETTERS['Cyrl']}{_LETTERS['Grek']}]")
_MIXED = late_regex(
    f"[{_LETTERS['Latn']}](?=[{_LETTERS['Cyrl']}{_LETTERS['Grek']}])"
    f"|[{_LETTERS['Cyrl']}](?=[{_LETTERS['Latn']}{_LETTERS['Grek']}])"
    f"|[{_LETTERS['Grek']}](?=[{_LETTERS['Latn']}{_LETTERS['Cyrl']}])"
)
_BROKEN_OFF = {
    script: late_regex(f"[{foreign}](?<=[{_NATIVE[script]}].)[{foreign}]*")
    for script, foreign in _FOREIGN.items()
}
_WORD = late_regex(f"[{''.join(_LETTERS.values())}]+")
# A tag's name is ASCII; a placeholder such as `<имя>` is none.
_TAG = late_regex(
    f"</?[A-Za-z]*([{_LETTERS['Cyrl']}{_LETTERS['Grek']}])"
    "(?:(?<=[A-Za-z].)|(?=[A-Za-z]))[A-Za-z0-9]*(?=[\\s/>])"
)
_NUMERALS = frozenset("IVXLCDMІХСМ")
_LONGEST_WORD = 64
_SHORTEST_WORD = 3
_MOST_SLIPS = 2


class MixedWord(Struct, frozen=True):
    """A word with letters that another script lent it.

    Args:
        start: The offset of the word.
        end: The offset after it.
        slips: The offsets of the letters that do not belong.
        script: What the slips are of: ``Latin``, ``Cyrillic`` or ``Greek``.
        repaired: The word in its own letters, None where that is not known.
        inflected: It may be a Latin name with an ending of the text's language.
    """

    start: int
    end: int
    slips: tuple[int, ...]
    script: str
    repaired: str | None
    inflected: bool = False


def may_be_confused(characters: Iterable[str]) -> bool:
    """Tell whether a letter that looks like a Latin one is among characters."""
    return _BESIDE_LATIN.search("".join(characters)) is not None


def find_mixed(
    text: str, scripts: frozenset[str], language: str
) -> Iterator[MixedWord]:
    """Yield the words of a text in which letters of another script stand.

    A word is of the script that most of its letters are of. Another script's letters
    are slips where all of them look like its own, or where they stand, small, between
    its small letters.

    Args:
        text: The text.
        scripts: The scripts of its language, ISO 15924; empty where it is not known.
        language: Its language without script and region, "" where it is not known.
    """
    end = 0
    for match in _MIXED.finditer(text):
        if match.start() < end:
            continue
        start = match.start()
        while start > max(end, match.start() - _LONGEST_WORD) and _WORD.match(
            text[start - 1]
        ):
            start -= 1
        word = _WORD.match(text, start)
        end = word.end() if word else match.end()
        if end - start <= _LONGEST_WORD:
            found = _judge(text[start:end], start, scripts, language)
            if found is not None:
                yield found


def find_in_tags(text: str) -> Iterator[tuple[int, int]]:
    """Yield where a letter of another script stands in the name of an HTML tag."""
    for match in _TAG.finditer(text):
        yield match.span(1)


def find_broken_off(text: str, scripts: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield where a word of a text's own script goes on in one it never goes on in.

    Args:
        text: The text.
        scripts: As in `find_mixed`.
    """
    for script in scripts & _BROKEN_OFF.keys():
        for match in _BROKEN_OFF[script].finditer(text):
            yield match.span()


def _judge(
    word: str, start: int, scripts: frozenset[str], language: str
) -> MixedWord | None:
    if len(word) < _SHORTEST_WORD or _NUMERALS.issuperset(word):
        return None
    of = [_script(letter) for letter in word]
    kinds = sorted(set(of), key=of.count)
    minor, major = kinds[0], kinds[-1]
    slips = [place for place, script in enumerate(of) if script == minor]
    if len(kinds) > 2 or len(slips) > _MOST_SLIPS or 2 * len(slips) >= len(word):  # noqa: PLR2004 - two scripts; a half
        return None
    looks = _repairs(word, slips, minor, major, language)
    enclosed = all(_is_enclosed(word, of, place) for place in slips)
    if not enclosed and (
        looks is None or not all(_fits(word, place) for place in slips)
    ):
        return None
    repaired = None
    if looks and all(looks):
        letters = list(word)
        for place, letter in zip(slips, looks, strict=True):
            letters[place] = letter
        repaired = "".join(letters)
    is_ending = major == "Latn" and slips[0] == len(word) - len(slips)
    return MixedWord(
        start,
        start + len(word),
        tuple(start + place for place in slips),
        _SCRIPT_NAMES[minor],
        repaired,
        inflected=is_ending and (not scripts or minor in scripts),
    )


def _script(letter: str) -> str:
    return next(script for script, letters in _OF.items() if letters.match(letter))


def _repairs(
    word: str, slips: list[int], minor: str, major: str, language: str
) -> list[str] | None:
    """Return what each slip looks like in the word's script, "" where two do.

    None where one of them looks like none.
    """
    found = []
    for place in slips:
        letter = word[place]
        if major == "Latn":
            own = None if letter in _MEASURED else _LIKE[minor].get(letter)
        elif minor == "Latn":
            own = _AS[major].get(letter)
            only_in = _OWN.get(own.lower()) if own else None
            if only_in and language not in only_in:
                own = ""
        else:
            own = None
        if own is None:
            return None
        found.append(own)
    return found


def _fits(word: str, place: int) -> bool:
    """Tell whether a letter has the case of a word's letter at its place."""
    letter, rest = word[place], word[:place] + word[place + 1 :]
    if letter.islower():
        return not (place == 0 and rest[:1].isupper()) and not rest.isupper()
    return place == 0 or rest.isupper()


def _is_enclosed(word: str, of: list[str], place: int) -> bool:
    """Tell whether a small letter stands between small ones of the other script."""
    around = (place - 1, place + 1)
    return word[place].islower() and all(
        0 <= other < len(word) and of[other] != of[place] and word[other].islower()
        for other in around
    )
