"""Characters of the other way of writing Chinese, in a text that keeps to one."""

from __future__ import annotations

import re
from collections import Counter

from transcheck.language.scripts import writing_of

_IDEOGRAPH = re.compile(r"[\u4e00-\u9fff]")
_KANA = re.compile(r"[\u3041-\u30ff]")
# Both ways of writing use these, whatever the character sets say: Hong Kong writes the
# first, and letters the second.
_SHARED = frozenset("着妳")
# A text keeps to one way of writing by so many telling characters, and so many times
# as many as of the other.
_LEAST, _SHARE = 20, 20


def variant_of(character: str) -> str | None:
    """Return ``Hans`` or ``Hant`` for an ideograph that only one of them has."""
    return None if character in _SHARED else writing_of(character)


def stray_variant(text: str) -> tuple[str, frozenset[str]] | None:
    """Return how a text writes Chinese, and the characters in it that do not belong.

    Args:
        text: A whole page.

    Returns:
        ``Hans`` or ``Hant``, and characters that only the other has; None where there
        are none, or so many that the page is in both.
    """
    counts = Counter(_IDEOGRAPH.findall(text))
    telling: dict[str, set[str]] = {"Hans": set(), "Hant": set()}
    for character in counts:
        variant = variant_of(character)
        if variant is not None:
            telling[variant].add(character)
    weight = {
        variant: sum(counts[character] for character in characters)
        for variant, characters in telling.items()
    }
    own = max(weight, key=lambda variant: weight[variant])
    other = "Hant" if own == "Hans" else "Hans"
    if not weight[other] or weight[own] < max(_LEAST, _SHARE * weight[other]):
        return None
    return own, frozenset(telling[other])


def has_kana(text: str) -> bool:
    """Tell whether a text has Japanese in it."""
    return _KANA.search(text) is not None
