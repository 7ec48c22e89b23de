"""Characters that nobody sees, and where a script needs them.

Sources: Unicode 15.1, chapter 23 (special areas and format characters) and the
property Default_Ignorable_Code_Point; UAX 9 for the controls of direction; UTS 51 for
joiners and tags in emoji; UAX 14 for the scripts that break lines at a zero-width
space.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from enum import Enum

from msgspec import Struct

from transcheck.patterns import late_regex

# Letters and marks that join: a joiner or non-joiner beside one of them says how.
_JOINING = (
    "\u0600-\u08ff\u0900-\u0dff\u0f00-\u109f\u1780-\u18af\u1a20-\u1b7f\ua8e0-\ua8ff"
    "\ua980-\ua9df\uaa60-\uaa7f\uabc0-\uabff\ufb50-\ufdff\ufe70-\ufefc"
    "\U00010a00-\U00010a5f\U00011000-\U000114df"
)
# Whose writers have the joiners on their keyboards, and leave some behind.
JOINING_SCRIPTS = frozenset(
    {"Arab", "Syrc", "Deva", "Beng", "Guru", "Gujr", "Orya", "Taml", "Telu", "Knda"}
    | {"Mlym", "Sinh", "Mymr", "Khmr", "Mong", "Tibt"}
)
# Scripts that put no space between words, so that lines break where one stands.
_UNSPACED = (
    "\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u1950-\u19ff\u1a00-\u1aaf\u1b00-\u1b7f"
    "\ua980-\ua9ff\uaa00-\uaadf"
)
_EMOJI = "\u00a9\u00ae\u203c-\u3299\ufe0f\U0001f000-\U0001faff\U000e007f"
_RIGHT_TO_LEFT = (
    "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
)

_TAG = "\U000e0000-\U000e007f"
_SUSPECT = late_regex(
    "["
    "\x01-\x08\x0b\x0c\x0e-\x1f\x7f"  # controls
    "\u00ad"  # soft hyphen
    "\u061c\u200e\u200f"  # marks of direction
    "\u202a-\u202e\u2066-\u2069"  # embeddings, overrides, isolates
    "\u115f\u1160\u3164\uffa0"  # fillers of Hangul
    "\u180e\u200b\u2060-\u2064\ufeff"  # of no width
    "\u2028\u2029\u206a-\u206f\ufff9-\ufffc"  # separators, deprecated, placeholders
    f"{_TAG}]"
)
_NON_JOINER = late_regex(f"(?<![{_JOINING}\u200c])\u200c+(?![{_JOINING}\u200c])")
_JOINER = late_regex(
    f"(?<![{_JOINING}\u200d])(?:(?<![{_EMOJI}])\u200d+|\u200d+(?![{_EMOJI}\u200d]))"
    f"(?![{_JOINING}\u200d])"
)
_SELECTOR = late_regex("[\ufe0e\ufe0f](?<![^\\sA-Za-z].)[\ufe0e\ufe0f]*")
_AMONG_LETTERS = (
    ("\u200c", _NON_JOINER),
    ("\u200d", _JOINER),
    ("\ufe0e\ufe0f", _SELECTOR),
)
_IN_UNSPACED = late_regex(f"[{_UNSPACED}]")
_IN_RIGHT_TO_LEFT = late_regex(f"[{_RIGHT_TO_LEFT}]")
_FLAG = "\U0001f3f4"
_MONGOLIAN = late_regex("[\u1800-\u18af]")

_OPENING = frozenset("\u202a\u202b\u202d\u202e\u2066\u2067\u2068")
_ISOLATES = frozenset("\u2066\u2067\u2068")
_END_OF_ISOLATE, _END_OF_EMBEDDING = "\u2069", "\u202c"
OVERRIDES = frozenset("\u202d\u202e")
DIRECTIONS = _OPENING | {_END_OF_ISOLATE, _END_OF_EMBEDDING}
MARKS = frozenset("\u061c\u200e\u200f")
# Typographers use these in text; in code and addresses they are always slips.
_TYPOGRAPHIC = frozenset("\u00ad\u2060\u2061\u2062\u2063\u2064")
_LETTERS_LOST = frozenset("\ufff9\ufffa\ufffb\ufffc")
_SEPARATORS = frozenset("\u2028\u2029")
_FILLERS = frozenset("\u115f\u1160\u3164\uffa0")

_NAMES = {
    "\u00ad": "soft hyphen",
    "\u200b": "zero-width space",
    "\u200c": "zero-width non-joiner",
    "\u200d": "zero-width joiner",
    "\ufeff": "byte order mark",
    "\ufe0e": "variation selector",
    "\ufe0f": "variation selector",
}
# What hides a text from people alone, and says it to machines.
_ASCII_OF_TAGS = 0xE0000


class Kind(str, Enum):
    """What an invisible character does."""

    CONTROL = "control"
    DIRECTION = "direction"
    FILLER = "filler"
    MARK = "mark"
    PLACEHOLDER = "placeholder"
    SEPARATOR = "separator"
    TAGS = "tags"
    TYPOGRAPHIC = "typographic"
    WIDTHLESS = "widthless"


class Invisible(Struct, frozen=True):
    """A run of one invisible character.

    Args:
        start: The offset of its first character.
        end: The offset after its last.
        character: The character; of tags the first.
        kind: What it does.
    """

    start: int
    end: int
    character: str
    kind: Kind


def find_invisible(text: str) -> Iterator[Invisible]:
    """Yield the invisible characters of a text that its letters do not need.

    Joiners beside letters that join and in emoji, breaks between words of scripts
    without spaces, and tags in flags are needed. Controls of direction and what
    typographers use come all: what is around them decides.
    """
    for start, end in _suspects(text):
        if not _is_needed(text, start, end):
            yield _invisible(text, start, end)
    if text.isascii():
        return
    for characters, pattern in _AMONG_LETTERS:
        if any(character in text for character in characters):
            for match in pattern.finditer(text):
                yield _invisible(text, *match.span())


def name(found: Invisible, text: str) -> str:
    """Return what messages call an invisible character."""
    if found.kind is Kind.TAGS:
        hidden = "".join(
            chr(ord(tag) - _ASCII_OF_TAGS) for tag in text[found.start : found.end]
        )
        return f"hidden text '{hidden}' (tag characters, U+E0000 and after)"
    character = found.character
    known = _NAMES.get(character, unicodedata.name(character, "control character"))
    return f"{known.lower()} (U+{ord(character):04X})"


def has_right_to_left(text: str) -> bool:
    """Tell whether a text has a letter that is written from right to left."""
    return _IN_RIGHT_TO_LEFT.search(text) is not None


def is_balanced(text: str) -> bool:
    """Tell whether every change of direction in a line is taken back in it."""
    opened: list[str] = []
    for character in text:
        if character in _OPENING:
            opened.append(character)
        elif character in (_END_OF_ISOLATE, _END_OF_EMBEDDING):
            isolate = character == _END_OF_ISOLATE
            if not opened or (opened.pop() in _ISOLATES) != isolate:
                return False
    return not opened


def _suspects(text: str) -> Iterator[tuple[int, int]]:
    """Yield the runs of one invisible character, or of tags."""
    first = last = 0
    for match in _SUSPECT.finditer(text):
        start = match.start()
        if start == last > first and (
            text[start] == text[first] or min(text[start], text[first]) >= "\U000e0000"
        ):
            last += 1
            continue
        if first < last:
            yield first, last
        first, last = start, start + 1
    if first < last:
        yield first, last


def _invisible(text: str, start: int, end: int) -> Invisible:
    return Invisible(start, end, text[start], _kind(text[start]))


def _kind(character: str) -> Kind:
    if character >= "\U000e0000":
        return Kind.TAGS
    for kind, characters in (
        (Kind.DIRECTION, DIRECTIONS),
        (Kind.MARK, MARKS),
        (Kind.TYPOGRAPHIC, _TYPOGRAPHIC),
        (Kind.PLACEHOLDER, _LETTERS_LOST),
        (Kind.SEPARATOR, _SEPARATORS),
        (Kind.FILLER, _FILLERS),
    ):
        if character in characters:
            return kind
    if unicodedata.category(character) == "Cc":
        return Kind.CONTROL
    return Kind.WIDTHLESS


def _is_needed(text: str, start: int, end: int) -> bool:
    character = text[start]
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    if character == "\u200b":
        return _IN_UNSPACED.search(before + after) is not None
    if character == "\u180e":
        return _MONGOLIAN.search(before + after) is not None
    return character >= "\U000e0000" and before == _FLAG
