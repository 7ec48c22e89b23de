"""Brackets and quotation marks without their other half."""

from __future__ import annotations

import re

from msgspec import Struct

from transcheck.document import CODE
from transcheck.patterns import late_regex

# Of both widths; square brackets and braces are markup more often than not.
_PAIRS = (
    ("(", "（", ")", "）"),
    ("「", "「", "」", "」"),
    ("『", "『", "』", "』"),
    ("【", "【", "】", "】"),
    ("《", "《", "》", "》"),
)
_OPENS = {mark: number for number, pair in enumerate(_PAIRS) for mark in pair[:2]}
_CLOSES = {mark: number for number, pair in enumerate(_PAIRS) for mark in pair[2:]}
_MARK = late_regex(f"[{re.escape(''.join((*_OPENS, *_CLOSES)))}]")
# Opening and closing marks of one language are the other way round in the next, so
# these are only counted. Within a Hebrew word one abbreviates.
_QUOTE = late_regex('[“”„‟«»"](?!(?<=[\u05d0-\u05ea]")[\u05d0-\u05ea])')
PAIRED = "".join(('“”„‟«»"', *_OPENS, *_CLOSES))
"""The marks that have another half."""
# `a)` and `1)` of a list, `:)` and `(:` of a chat, `f(x` of code that is not marked.
_LISTED = late_regex(
    r"(?:^|[\s(（,、，;；:：/])(?:\w{1,2}|\d{3}|[ivx]{3,4})$|[:;=8]-?$"
)
# What stands before the bracket of a smiley, and before a target that is text.
_EYES = late_regex(r"[:;=\]]$|[:;=8]-$")
_LONGEST_LABEL = 8
# Where links or code do not parse, their brackets are in the text.
_BROKEN_MARKUP = late_regex(r"[`\[［\]](?:(?<!\])|[(（\[［])")
_ADDRESS = late_regex(r"[^\s]*[/\\=<>][^\s]*$")
_LONGEST_ADDRESS = 200


class Lone(Struct, frozen=True):
    """A mark without its other half.

    Args:
        offset: Where it is in the text.
        mark: The mark.
    """

    offset: int
    mark: str


def lone_brackets(text: str) -> list[Lone]:
    """Return the brackets of a text that are not closed, or close nothing.

    Args:
        text: A block's running text.
    """
    opened: list[Lone] = []
    lone = []
    for match in _MARK.finditer(text):
        mark, offset = match[0], match.start()
        if mark in _OPENS:
            if not _is_smiley(text, offset):
                opened.append(Lone(offset, mark))
            continue
        kind = _CLOSES[mark]
        place = len(opened) - 1
        while place >= 0 and _OPENS[opened[place].mark] != kind:
            place -= 1
        if place >= 0:
            lone += opened[place + 1 :]
            del opened[place:]
        elif not _is_label(text, offset):
            lone.append(Lone(offset, mark))
    return sorted(lone + opened, key=lambda one: one.offset)


def is_doubled(text: str, lone: Lone) -> bool:
    """Tell whether a bracket without its other half stands beside its twin."""
    beside = (*text[: lone.offset].rstrip()[-1:], *text[lone.offset + 1 :].lstrip()[:1])
    return lone.mark in beside


def quotes(text: str) -> list[Lone]:
    """Return the double quotation marks of a text, whichever way they are turned."""
    return [Lone(match.start(), match[0]) for match in _QUOTE.finditer(text)]


def has_broken_markup(text: str) -> bool:
    """Tell whether brackets or backticks of markup are in a running text."""
    return _BROKEN_MARKUP.search(text) is not None


def _is_smiley(text: str, offset: int) -> bool:
    return _EYES.search(text[max(0, offset - 2) : offset]) is not None


def _is_label(text: str, offset: int) -> bool:
    """Tell whether a closing bracket ends a label, a smiley or an address."""
    before = text[max(0, offset - _LONGEST_LABEL) : offset]
    if CODE not in before and _LISTED.search(before):
        return True
    return _ADDRESS.search(text[max(0, offset - _LONGEST_ADDRESS) : offset]) is not None
