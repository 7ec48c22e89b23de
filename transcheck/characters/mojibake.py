"""Text that was decoded with the wrong encoding, and what it was before.

A letter of UTF-8 beyond ASCII is two to four bytes. Read as Windows-1252 (or Latin-1)
or as Windows-1251 each byte becomes a character of its own, in sequences that no
language writes. Sources: RFC 3629 for the bytes of UTF-8; the WHATWG Encoding Standard
for windows-1252, which maps the bytes it leaves open to controls.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from msgspec import Struct

from transcheck.patterns import late_regex

REPLACEMENT = "\ufffd"


def _decode(byte: int, encoding: str) -> str:
    try:
        return bytes([byte]).decode(encoding)
    except UnicodeDecodeError:
        return chr(byte)


def _characters(first: int, last: int, encoding: str) -> str:
    """Return what the bytes of a range are in an encoding, for a character class."""
    both = {_decode(byte, encoding) for byte in range(first, last + 1)}
    if encoding == "cp1252":
        both |= {chr(byte) for byte in range(first, last + 1)}
    return re.escape("".join(sorted(both)))


_REST = _characters(0x80, 0xBF, "cp1252")
_HINT = late_regex(f"[Â-ô][{_REST}]")
_WESTERN = late_regex(
    f"(?:[Â-ß][{_REST}]|[à-ï][{_REST}][{_REST}]|[ð-ô][{_REST}][{_REST}][{_REST}])+"
)
_CONTINUING = _characters(0x80, 0xBF, "cp1251")
_PAIR = f"[РС][{_CONTINUING}]"
# Letters, and the quotation marks and dashes of U+2010 to U+203F.
_CYRILLIC_HINT = late_regex(f"[РСв](?:(?<=в)Ђ|(?<!в)[{_CONTINUING}])")
_CYRILLIC = late_regex(f"{_PAIR}{_PAIR}(?:{_PAIR})+|вЂ[{_CONTINUING}]")
_CONTROLS = late_regex("[\x80-\x9f][\x80-\x9f]*")
# U+FFFD in UTF-8 read as GBK, as every Chinese programmer knows it.
_LOST_IN_GBK = "锟斤拷"
_LOST = late_regex(f"[{REPLACEMENT}][{REPLACEMENT}]*|锟斤拷(?:锟斤拷|锟斤|锟)*")

_BYTES = {chr(byte): byte for byte in range(0x80, 0x100)} | {
    _decode(byte, "cp1252"): byte for byte in range(0x80, 0x100)
}
# What may follow a letter in any text: quotation marks, dashes, notes, units.
_LEADS = frozenset(map(chr, range(0xC2, 0xF5)))
_CYRILLIC_LEADS = frozenset("РСв")
# Those that no letter follows; and those that do not follow "Â" or "Ã" alone, which are
# operators or no word at all.
_BEFORE_NO_LETTER = frozenset("™®©²³¹ºª")
_NOT_ON_OPERATORS = frozenset("™®©ºª")
_CONTROL = frozenset(map(chr, range(0x80, 0xA0)))
_AFTER_LETTERS = frozenset("“”‘’–—…‹›«»™®©²³¹ºª·\u00a0")
# One sequence is enough for these: accented letters of Latin, Greek, Cyrillic, Arabic;
# punctuation and symbols (`â€™`, `âœ“`); that of Chinese; a byte order mark; emoji.
_SINGLE = late_regex("[ÂÃÄÅÎÏÐÑØÙ]|â|ã€|ï¼|ï»¿|ð")


class Broken(Struct, frozen=True):
    """Characters that stand for others.

    Args:
        start: The offset of the first.
        end: The offset after the last.
        before: What they were, None when that is lost.
    """

    start: int
    end: int
    before: str | None


def find_broken(text: str, characters: AbstractSet[str]) -> list[Broken]:
    """Return what was decoded with the wrong encoding, in the order of the text.

    Replacement characters (U+FFFD) are among it; what they stood for is lost.

    Args:
        text: The text.
        characters: Its characters, each once.
    """
    if text.isascii():
        return []
    found = []
    if not _LEADS.isdisjoint(characters) and _HINT.search(text):
        for match in _WESTERN.finditer(text):
            before = _western_before(text, match)
            if before is not None:
                found.append(Broken(*match.span(), before))
    ends = {one.start: one.end for one in found}
    hinted = not _CYRILLIC_LEADS.isdisjoint(characters) and _CYRILLIC_HINT.search(text)
    for match in _CYRILLIC.finditer(text) if hinted else ():
        before = _utf8(match[0].encode("cp1251"))
        if before is not None:
            found.append(Broken(*match.span(), before))
    if REPLACEMENT in characters or _LOST_IN_GBK in text:
        found += [Broken(*match.span(), None) for match in _LOST.finditer(text)]
    if not _CONTROL.isdisjoint(characters):
        found += _controls(text, sorted(ends.items()))
    return sorted(found, key=lambda one: one.start)


def _controls(text: str, taken: list[tuple[int, int]]) -> Iterator[Broken]:
    """Yield controls that are marks of Windows-1252 read as Latin-1."""
    place = 0
    for match in _CONTROLS.finditer(text):
        while place < len(taken) and taken[place][1] <= match.start():
            place += 1
        if place < len(taken) and taken[place][0] <= match.start():
            continue
        before = "".join(_decode(ord(control), "cp1252") for control in match[0])
        yield Broken(*match.span(), None if _CONTROLS.search(before) else before)


def _utf8(data: bytes) -> str | None:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _western_before(text: str, match: re.Match[str]) -> str | None:
    """Return what a run was, None where it may be what was written."""
    run = match[0]
    before = _utf8(bytes(_BYTES[character] for character in run))
    if before is None or any(
        unicodedata.category(letter) in ("Cn", "Co", "Cc") for letter in before
    ):
        return None
    previous = text[max(0, match.start() - 1) : match.start()]
    if len(before) == 1 and not _SINGLE.match(run):
        return None
    if run[0] == "â" and len(before) == 1 and run[1] in _AFTER_LETTERS:
        return None
    if previous.islower() and run[0].isupper():
        return before
    if not previous.isalpha() and _BEFORE_NO_LETTER.issuperset(run[1::2]):
        following = text[match.end() : match.end() + 1]
        if following.isalpha() or (
            run[0] in "ÂÃ" and _NOT_ON_OPERATORS.issuperset(run[1::2])
        ):
            return before
    plain = all(character in _AFTER_LETTERS or character in _LEADS for character in run)
    return None if plain else before
