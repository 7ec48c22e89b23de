"""How each language sets punctuation.

Sources: CLDR 46, delimiters and the punctuation of exemplarCharacters, for quotation
marks and for which language uses which mark; UAX 14 and the code charts of Unicode
15.1 for the scripts; Imprimerie nationale, « Lexique des règles typographiques », for
the spaces of French, the Office québécois de la langue française for those of Canada,
Chancellerie fédérale, « Instructions de la Chancellerie fédérale », for those of
Switzerland; Real Academia Española, « Ortografía », and Academia
de la Llingua Asturiana, « Normes ortográfiques », for inverted marks; GB/T 15834
for Chinese; the Translate Toolkit's language modules for Khmer and Nepali.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from msgspec import Struct, field
from msgspec.structs import replace

from transcheck.subtags import read_subtags


class Punctuation(Struct, frozen=True):
    """The marks of a language: of each kind, the usual one first.

    Args:
        stops: What ends a sentence that states something; empty where nothing does.
        questions: What ends a question.
        exclamations: What ends an exclamation.
        commas: Commas and their like.
        semicolons: Semicolons.
        colons: Colons.
        quotes: Opening and closing quotation marks: the primary pair, then the one
            within it.
        openings: For each mark that ends a sentence the one that opens it.
        spaces: For each mark that may be set off from the word before it, the spaces
            for that, the best one first.
        wide: Its marks are as wide as its letters.
        stressed: Questions and exclamations are marked on a vowel, not at the end.
    """

    stops: str = "."
    questions: str = "?"
    exclamations: str = "!"
    commas: str = ","
    semicolons: str = ";"
    colons: str = ":"
    quotes: tuple[str, str] = ("“”", "‘’")
    openings: Mapping[str, str] = field(default_factory=dict)
    spaces: Mapping[str, str] = field(default_factory=dict)
    wide: bool = False
    stressed: bool = False


_PLAIN = Punctuation()
_ARABIC = Punctuation(
    stops=".۔", questions="؟", commas="،", semicolons="؛", quotes=("«»", "“”")
)
_CHINESE = Punctuation(
    stops="。．｡",
    questions="？",
    exclamations="！",
    commas="，、",
    semicolons="；",
    colons="：",
    wide=True,
)
_DANDA = Punctuation(stops="।.॥", spaces={"।": " "})

# By the likely script of a language, ISO 15924; others are as in Latin.
_SCRIPTS: Mapping[str, Punctuation] = {
    "Arab": _ARABIC,
    "Armn": Punctuation(
        stops="։",
        questions="՞",
        exclamations="՜",
        semicolons="․",
        colons="՝",
        quotes=("«»", "«»"),
        stressed=True,
    ),
    "Beng": _DANDA,
    "Deva": _DANDA,
    "Ethi": Punctuation(
        stops="።", questions="?፧", commas="፣", semicolons="፤", colons="፦፡፥:"
    ),
    "Grek": Punctuation(questions=";\u037e", semicolons="·\u0387"),
    "Guru": _DANDA,
    "Hans": _CHINESE,
    "Hant": replace(_CHINESE, quotes=("「」", "『』")),
    "Jpan": replace(_CHINESE, commas="、，", quotes=("「」", "『』")),
    "Khmr": Punctuation(
        stops="។៕",
        colons="៖:",
        spaces=dict.fromkeys("។៖!?", "\u00a0 \u200b"),
    ),
    "Laoo": Punctuation(stops=""),
    "Mong": Punctuation(stops="᠃", commas="᠂", colons="᠄:"),
    "Mymr": Punctuation(stops="။", questions="။?", commas="၊", colons=":-–"),
    "Nkoo": Punctuation(questions="؟", exclamations="߹", commas="߸"),
    "Olck": Punctuation(stops="᱾᱿."),
    "Orya": _DANDA,
    "Thaa": _ARABIC,
    "Thai": Punctuation(stops=""),
    "Tibt": Punctuation(stops="།༎༏", questions="།?", exclamations="།!"),
}

# Full stops, where a language has others than its script.
_STOPS = {
    "ar": ".",
    "bn": "।.",
    "ckb": ".",
    "fa": ".",
    "kok": ".।",
    "ks": "۔",
    "mr": ".।",
    "ps": ".۔",
    "sd": "۔.",
    "ug": ".",
    "ur": "۔",
}

# Quotation marks, the primary pair and the one within; others as their script.
_QUOTES: Mapping[tuple[str, str], str] = {
    ("”“", "’‘"): "ar",
    ("«»", "«»"): "fr",
    ("«»", "‹›"): "am az-Cyrl de-CH de-LI fa fr-CH gsw it-CH rm",
    ("«»", "“”"): "ast br ca el eu it kk mg oc pt-PT sc sq ti",
    ("«»", "”“"): "fr-CA",
    ("«»", "„“"): "be cv ky os ru sah uk",
    ("«»", "„”"): "shi zgh",
    ("«»", "‘’"): "nb nn no rw",
    ("„“", "‚‘"): "bs-Cyrl cs de dsb et hr hsb is lb mk nds sk sl",
    ("„“", "„“"): "bg lt",
    ("„“", "«»"): "ka",
    ("„”", "‘’"): "bs",
    ("„”", "’’"): "sr",
    ("„”", "«»"): "pl ro",
    ("„”", "»«"): "hu",
    ("””", "’’"): "fi se sv yi",
    ("‘’", "‘’"): "nl",
    ("‘’", "“”"): "fur ia tn",
    ("“”", "’‘"): "uz",
    ("»«", "›‹"): "ug",
}

# The spaces between a mark and the word before it, or after a mark that opens.
_SPACES: Mapping[str, Mapping[str, str]] = {
    "fr": {
        **dict.fromkeys(";!?", "\u202f\u00a0"),
        **dict.fromkeys(":«»", "\u00a0\u202f"),
    },
    "fr-CA": dict.fromkeys(":«»", "\u00a0\u202f"),
    "fr-CH": {},
}

_INVERTED = {"?": "¿", "!": "¡"}
# Catalan and Galician may do without them.
_OPENINGS = {"es": _INVERTED, "ast": _INVERTED}


@lru_cache(maxsize=256)
def punctuation(language: str | None) -> Punctuation:
    """Return how a language sets punctuation.

    Args:
        language: A BCP 47 tag; None for a language that is not known, which is set as
            English is. One without an entry is set as its likely script is (CLDR).
    """
    if not language:
        return _PLAIN
    tag = read_subtags(language)
    # From what says least of it to what says most.
    names = [tag.language, f"{tag.language}-{tag.likely_script}"]
    if tag.territory:
        names.append(f"{tag.language}-{tag.territory}")
    result = _SCRIPTS.get(tag.likely_script or "", _PLAIN)
    for name in names:
        result = replace(
            result,
            stops=_STOPS.get(name, result.stops),
            quotes=_quotes().get(name, result.quotes),
            openings=_OPENINGS.get(name, result.openings),
            spaces=_SPACES.get(name, result.spaces),
        )
    return result


def spaced_marks(language: str | None) -> frozenset[str]:
    """Return the marks that a language sets off by a space before them.

    Args:
        language: A BCP 47 tag; None for a language that is not known.
    """
    return frozenset(punctuation(language).spaces)


def sets_wide(language: str | None) -> bool:
    """Tell whether a language sets marks as wide as its letters: Chinese, Japanese.

    Args:
        language: A BCP 47 tag; None for a language that is not known.
    """
    return punctuation(language).wide


@lru_cache(maxsize=1)
def _quotes() -> Mapping[str, tuple[str, str]]:
    return {name: pairs for pairs, names in _QUOTES.items() for name in names.split()}
