"""Signs that are written by name: emoji, ``:tada:``, and keys, ``++ctrl+alt+del++``."""

from __future__ import annotations

from transcheck.parse.masks import Dialect
from transcheck.patterns import late_regex

# A time, a port and a module's path have letters or digits before the colon.
_EMOJI = late_regex(
    r":(?:[0-9_+-]{0,20}[a-z][a-z0-9_+-]{0,80}|100|1234|[+-]1):(?![A-Za-z0-9_:])"
)
_EMOJI_OPENING = r":(?<![A-Za-z0-9_:]:)(?=[a-z0-9+-])"
_KEY = r"(?:[\w-]+|\"[^\"\r\n]{1,40}\"|'[^'\r\n]{1,40}')"
_KEYS = late_regex(rf"\+\+{_KEY}(?:\+{_KEY}){{0,9}}\+\+(?![\w+])")
_KEYS_OPENING = r"\+(?<![\w+]\+)(?=\+[\w\"'])"


def _measure_emoji(text: str, at: int) -> int | None:
    match = _EMOJI.match(text, at)
    return match.end() if match else None


def _measure_keys(text: str, at: int) -> int | None:
    match = _KEYS.match(text, at)
    return match.end() if match else None


EMOJI = Dialect("emoji", ":", _measure_emoji, _EMOJI_OPENING)
KEYS = Dialect("keys", "+", _measure_keys, _KEYS_OPENING)
