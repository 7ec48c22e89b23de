"""Wide forms of marks, and the letters that they stand between."""

from __future__ import annotations

# What Chinese and Japanese set between their letters, for a mark of ASCII; where there
# are several, a document has one of them for the most part.
WIDE_FORMS = {
    ",": "，、",
    ".": "。．",
    ":": "：",
    ";": "；",
    "?": "？",
    "!": "！",
    "(": "（",
    ")": "）",
}

# The block of fullwidth forms is ASCII, moved; the wide space stands by itself.
_NARROW = {point: point - 0xFEE0 for point in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
# Kana and ideographs.
_WIDE_LETTERS = ((0x3040, 0x30FF), (0x3400, 0x9FFF), (0xF900, 0xFAFF))


def is_wide_letter(character: str) -> bool:
    """Tell whether a character is an ideograph or kana."""
    return any(low <= ord(character) <= high for low, high in _WIDE_LETTERS)


def narrow(text: str) -> str:
    """Return a text with the signs of ASCII in place of their fullwidth forms."""
    return text.translate(_NARROW)
