"""Where a language puts words and what belongs to them close together.

Sources: UAX 14 of Unicode 15.1 for the scripts; grammars for endings.
"""

from __future__ import annotations

from transcheck.patterns import late_regex

_SCRIPTS = (
    "\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff\u2e80-\u30ff\u3400-\u9fff"
    "\uac00-\ud7a3\uf900-\ufaff\uff66-\uff9f"
)
# Scripts that write no space between words, or, as Hangul, none between a word and a
# bracket or a particle: Thai, Lao, Tibetan, Burmese, Khmer, kana, ideographs.
_FIRST_LETTER = _SCRIPTS[0]
_UNSPACED_LETTER = late_regex(f"[{_SCRIPTS}]")
_LONGEST_WORD = 40
_WORD = late_regex(rf"[^\W\d_]{{1,{_LONGEST_WORD}}}")
_LAST_WORD = late_regex(rf"[^\W\d_]{{1,{_LONGEST_WORD}}}\Z")
# Languages of these scripts: Latin words in them are set as their own are.
_UNSPACED = frozenset("bo dz ja km ko lo my th yue zh".split())  # noqa: SIM905 - a table
# Languages that put endings or postpositions close to a name or a piece of code.
_ENDING = frozenset(
    "az ba bn ckb et eu fa fi gu hu hy ka kk kn ku ky ml mn mr ne or pa ps sd si"  # noqa: SIM905
    " ta te tk tr tt ug uz xh zu".split()
)
# Languages that put a conjunction, an article or a preposition close to it.
_BEGINNING = frozenset("apc ar ary arz he iw yi".split())  # noqa: SIM905 - a table


def has_unspaced(text: str) -> bool:
    """Tell whether a text has letters of a script without spaces between words."""
    # Of most texts that tells, and a large class is slow to compile.
    if max(text, default="") < _FIRST_LETTER:
        return False
    return _UNSPACED_LETTER.search(text) is not None


def word_after(text: str, start: int = 0, end: int | None = None) -> str:
    """Return the word that begins at a place, "" for none.

    It has no letters that `has_unspaced` finds; of a long one it is the beginning.

    Args:
        text: What it is in.
        start: The offset of the place.
        end: Where the text ends, None for all of it.
    """
    word = _WORD.match(text, start, len(text) if end is None else end)
    if word is None or not has_unspaced(word[0]):
        return word[0] if word else ""
    return _UNSPACED_LETTER.split(word[0], maxsplit=1)[0]


def word_before(text: str, end: int, start: int = 0) -> str:
    """Return the word that ends at a place: as `word_after`, of a long one its end.

    Args:
        text: What it is in.
        end: The offset of the place.
        start: Where the text starts.
    """
    word = _LAST_WORD.search(text, max(start, end - _LONGEST_WORD), end)
    if word is None or not has_unspaced(word[0]):
        return word[0] if word else ""
    return _UNSPACED_LETTER.split(word[0])[-1]


def is_unspaced(language: str | None) -> bool:
    """Tell whether a language puts brackets and markup close to words.

    Args:
        language: A BCP 47 tag; True for a language that is not known.
    """
    return language is None or _base(language) in _UNSPACED


def attaches_endings(language: str | None) -> bool:
    """Tell whether a language puts endings close to a foreign word or a link.

    Args:
        language: A BCP 47 tag; True for a language that is not known.
    """
    return is_unspaced(language) or _base(language or "") in _ENDING


def attaches_beginnings(language: str | None) -> bool:
    """Tell whether a language puts short words close to the word after them.

    Args:
        language: A BCP 47 tag; True for a language that is not known.
    """
    return is_unspaced(language) or _base(language or "") in _BEGINNING


def _base(language: str) -> str:
    return language.split("-", 1)[0].lower()
