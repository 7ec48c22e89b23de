"""The parts of a language tag, and the script that a language is likely written in.

`langcodes` knows them all, and takes longer to load than a hook has; for the tags that
nearly every site has, a table suffices.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from transcheck.patterns import late_regex

# The likely scripts of CLDR 44 (likelySubtags.xml) for the codes of two and three
# letters that sites use.
_LANGUAGES = {
    "Latn": "af az bs ca cs cy da de en eo es et eu fi fil fr ga gl ha hr hu id ig is"
    " it ku lb lt lv ms mt nb nl nn no pcm pl pt ro sk sl so sq sv sw tk tr uz vi"
    " xh yo zu",
    "Cyrl": "be bg kk ky mk mn ru sr tg tt uk",
    "Arab": "ar fa ps sd ug ur",
    "Armn": "hy",
    "Beng": "as bn",
    "Deva": "hi mr ne sa",
    "Ethi": "am ti",
    "Geor": "ka",
    "Grek": "el",
    "Gujr": "gu",
    "Guru": "pa",
    "Hans": "zh",
    "Hebr": "he yi",
    "Jpan": "ja",
    "Khmr": "km",
    "Knda": "kn",
    "Kore": "ko",
    "Laoo": "lo",
    "Mlym": "ml",
    "Mymr": "my",
    "Orya": "or",
    "Sinh": "si",
    "Taml": "ta",
    "Telu": "te",
    "Thai": "th",
}
_SCRIPTS = {
    language: script
    for script, languages in _LANGUAGES.items()
    for language in languages.split()
}
# Languages whose script depends on the country, and where it is which (CLDR as well).
_DIVIDED = frozenset(["az", "kk", "ku", "ky", "mn", "pa", "sr", "tg", "ug", "uz", "zh"])
_BY_TERRITORY = {
    "az-AZ": "Latn",
    "kk-KZ": "Cyrl",
    "mn-MN": "Cyrl",
    "pa-IN": "Guru",
    "sr-RS": "Cyrl",
    "uz-UZ": "Latn",
    "zh-CN": "Hans",
    "zh-HK": "Hant",
    "zh-MO": "Hant",
    "zh-SG": "Hans",
    "zh-TW": "Hant",
}
# Retired codes (IANA Language Subtag Registry, Preferred-Value).
_RETIRED = {"in": "id", "iw": "he", "tl": "fil"}
_USUAL = late_regex(
    r"(?P<language>[a-z]{2,3})(?:[-_](?P<script>[a-z]{4}))?"
    r"(?:[-_](?P<territory>[a-z]{2}))?",
    re.ASCII | re.IGNORECASE,
)


class Subtags(NamedTuple):
    """What a language tag says, and what it leaves to be guessed.

    Args:
        language: The language; a retired code gives the one in its place.
        script: The ISO 15924 code in the tag, None for none.
        territory: The region in the tag, None for none.
        likely_script: The script in the tag, else the likely one (CLDR); None where
            nobody knows.
    """

    language: str
    script: str | None
    territory: str | None
    likely_script: str | None


@lru_cache(maxsize=512)
def read_subtags(tag: str) -> Subtags:
    """Return the parts of a BCP 47 tag.

    Raises:
        ValueError: It is none.
    """
    usual = _USUAL.fullmatch(tag)
    if usual is not None:
        language = usual["language"].lower()
        language = _RETIRED.get(language, language)
        script = usual["script"] and usual["script"].title()
        territory = usual["territory"] and usual["territory"].upper()
        likely = script or _likely_script(language, territory)
        if language in _SCRIPTS and likely:
            return Subtags(language, script, territory, likely)
    import langcodes  # noqa: PLC0415 - start-up counts

    parsed = langcodes.Language.get(tag)
    return Subtags(
        parsed.language or "",
        parsed.script,
        parsed.territory,
        parsed.maximize().script,
    )


def _likely_script(language: str, territory: str | None) -> str | None:
    """Return the likely script of a usual language, None where a table must tell."""
    if territory and language in _DIVIDED:
        return _BY_TERRITORY.get(f"{language}-{territory}")
    return _SCRIPTS.get(language)
