"""Where a language puts words and what belongs to them close together.

Sources: UAX 14 of Unicode 15.1 for the scripts; grammars for endings.
"""

from __future__ import annotations

UNSPACED = (
    "\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff\u2e80-\u30ff\u3400-\u9fff"
    "\uac00-\ud7a3\uf900-\ufaff\uff66-\uff9f"
)
"""Letters, for a class of a pattern, of scripts that write no space between words, or,
as Hangul, none between a word and a bracket or a particle: Thai, Lao, Tibetan, Burmese,
Khmer, kana, ideographs."""

# Languages of these scripts: Latin words in them are set as their own are.
_UNSPACED = frozenset("bo dz ja km ko lo my th yue zh".split())  # noqa: SIM905 - a table
# Languages that put endings or postpositions close to a name or a piece of code.
_ENDING = frozenset(
    "az ba bn ckb et eu fa fi gu hu hy ka kk kn ku ky ml mn mr ne or pa ps sd si"  # noqa: SIM905
    " ta te tk tr tt ug uz xh zu".split()
)
# Languages that put a conjunction, an article or a preposition close to it.
_BEGINNING = frozenset("apc ar ary arz he iw yi".split())  # noqa: SIM905 - a table


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
