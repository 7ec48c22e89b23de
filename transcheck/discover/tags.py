"""Language tags as paths spell them: which words are one, and how surely.

A token such as ``de``, ``zh_cn``, ``ptBR`` or ``日本語`` is looked up in closed tables:
the whole of ISO 639-3 would make languages of ``api``, ``img`` and ``src``.
"""

from __future__ import annotations

import re
import unicodedata
from enum import IntEnum
from functools import lru_cache

from msgspec import Struct

from transcheck.discover.tables import (
    COMMON,
    DOUBTFUL,
    MISUSED,
    REGIONS,
    RETIRED,
    SCRIPTS,
)
from transcheck.language.known_names import NAMES
from transcheck.patterns import late_regex

_SUBTAGS = late_regex(
    r"(?P<language>[a-z]{2,3})"
    r"(?:-(?P<script>[a-z]{4}))?"
    r"(?:-(?P<region>[a-z]{2}|[0-9]{3}))?"
    r"(?:-(?P<variant>[a-z]{5,8}))?"
)
# `zhCN`, `pt-brBR` is none: two letters, then a region in capitals.
_GLUED = late_regex(r"([a-z]{2})([A-Z]{2})")
_CAPITALS = late_regex(r"[A-Z]{4}")
# The only variants that sites of Markdown were seen to use.
_VARIANTS = {"ca": {"valencia"}, "be": {"tarask"}}

_SHORTEST, _LONGEST = 2, 24


class Strength(IntEnum):
    """How surely a token is a language and not a word that looks like one."""

    DOUBTFUL = 1
    PLAIN = 2
    SURE = 3


class Tag(Struct, frozen=True):
    """A token that can be read as a language.

    Args:
        spelling: The token as the path has it.
        language: Its BCP 47 form.
        strength: How surely it is a language.
    """

    spelling: str
    language: str
    strength: Strength


@lru_cache(maxsize=4096)
def canonical(tag: str) -> str | None:
    """Return the BCP 47 form of a tag, ``zh_cn`` as ``zh-CN``; None for any other word.

    Tags that are well-formed but in no table of ours, such as ``sr-Latn-RS`` or
    ``haw``, are accepted here: a person wrote them down as languages.
    """
    known = read_tag(tag)
    if known is not None:
        return known.language
    import langcodes  # noqa: PLC0415 - start-up counts

    try:
        parsed = langcodes.Language.get(tag.replace("_", "-"))
    except ValueError:
        return None
    return parsed.to_tag() if parsed.language and parsed.is_valid() else None


@lru_cache(maxsize=16384)
def read_tag(token: str) -> Tag | None:
    """Return the language a token of a path stands for, None when it is none."""
    if not _SHORTEST <= len(token) <= _LONGEST:
        return None
    found = _read(token)
    return None if found is None else Tag(token, *found)


def _read(token: str) -> tuple[str, Strength] | None:
    glued = _GLUED.fullmatch(token)
    if glued and glued[2] in REGIONS.get(glued[1], "").split():
        return f"{glued[1]}-{glued[2]}", Strength.SURE
    plain = unicodedata.normalize("NFC", token).lower().replace("_", "-")
    if plain in NAMES:
        return NAMES[plain], Strength.PLAIN
    if plain in MISUSED:
        return MISUSED[plain], Strength.DOUBTFUL
    if plain in RETIRED:
        return RETIRED[plain], Strength.DOUBTFUL
    if _CAPITALS.fullmatch(token):
        return _pair(plain[:2], plain[2:], Strength.DOUBTFUL)
    parts = _SUBTAGS.fullmatch(plain)
    return _subtags(parts) if parts else None


def _pair(
    language: str, region: str, strength: Strength
) -> tuple[str, Strength] | None:
    if region.upper() not in REGIONS.get(language, "").split():
        return None
    return f"{language}-{region.upper()}", strength


def _subtags(parts: re.Match[str]) -> tuple[str, Strength] | None:
    language, script, region, variant = parts.group(
        "language", "script", "region", "variant"
    )
    if language not in COMMON and language not in DOUBTFUL:
        return None
    # `sign-in-as-is` must not make Assamese of `as-is`, so pairs are looked up too.
    if script and script.title() not in SCRIPTS.get(language, "").split():
        return None
    if region and region.upper() not in REGIONS.get(language, "").split():
        return None
    if variant and variant not in _VARIANTS.get(language, ()):
        return None
    strength = Strength.PLAIN if language in COMMON else Strength.DOUBTFUL
    if script or region or variant:
        strength = Strength(min(strength + 1, Strength.SURE))
    named = (
        language,
        script.title() if script else None,
        region.upper() if region else None,
        variant,
    )
    return "-".join(part for part in named if part), strength


@lru_cache(maxsize=1024)
def maximized(language: str) -> str:
    """Return a BCP 47 language with its likely script and region: en-Latn-US for en.

    Source: CLDR likelySubtags, as `langcodes` carries it.
    """
    import langcodes  # noqa: PLC0415 - start-up counts

    return str(langcodes.Language.get(language).maximize().to_tag())


@lru_cache(maxsize=1024)
def base(language: str) -> str:
    """Return the language without script, region and variant."""
    return language.partition("-")[0]
