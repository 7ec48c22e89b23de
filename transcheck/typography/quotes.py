"""Quotations in a text, whatever marks they stand in."""

from __future__ import annotations

from msgspec import Struct

from transcheck.patterns import late_regex

# What may close a quotation, by what opened it. Languages turn marks around, and a
# straight mark may be left where the other half was set.
_CLOSING = {
    '"': '"',
    "„": '“”„"',
    "“": '”"',
    "”": "”",
    "‟": "”",
    "«": '»"',
    "»": "«»",
    "「": "」",
    "『": "』",
}
# Within a Hebrew word a straight mark abbreviates.
QUOTE = late_regex('[“”„‟«»「」『』"](?!(?<=[\u05d0-\u05ea]")[\u05d0-\u05ea])')
"""A mark of quotations."""


class Quotation(Struct, frozen=True):
    """A quotation that stands in no other.

    Args:
        start: Where its opening mark is.
        end: Where its closing mark ends.
        marks: The two marks.
        said: What is between them, without spaces at its ends.
        plain: There are no other quotation marks in it.
    """

    start: int
    end: int
    marks: str
    said: str
    plain: bool


def find_quotations(text: str) -> list[Quotation]:
    """Return the quotations of a text, none where one of its marks stands alone.

    Args:
        text: The running text of one block.
    """
    found: list[Quotation] = []
    opened: list[int] = []
    plain = True
    for match in QUOTE.finditer(text):
        mark, at = match[0], match.start()
        if opened and mark in _CLOSING[text[opened[-1]]]:
            start = opened.pop()
            if opened:
                plain = False
                continue
            said = text[start + 1 : at].strip()
            found.append(Quotation(start, at + 1, text[start] + mark, said, plain))
            plain = True
        elif mark == '"' and not opened and text[at - 1 : at].isdigit():
            continue  # inches
        elif mark in _CLOSING:
            opened.append(at)
        else:
            return []
    return [] if opened else found
