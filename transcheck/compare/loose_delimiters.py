"""Stars and underscores of a text, and which of them are no delimiters of emphasis."""

from __future__ import annotations

import unicodedata

from msgspec import Struct

from transcheck.compare.text_source import CLOSING, OPENING, text_source
from transcheck.document import Block, Document, own_inlines
from transcheck.patterns import late_regex

WIDE_STAR = "\uff0a"
_RUN = late_regex(r"\*+|_+|\uff0a+")
DELIMITERS = f"*_{WIDE_STAR}"
"""What emphasis begins and ends with."""
_LONGEST = 3
_DELIMITERS = frozenset((OPENING, CLOSING))


class Run(Struct, frozen=True):
    """Equal stars or underscores in a row.

    Args:
        start: Where they are in the source of the block's text.
        marks: They.
        before: The character before them, "" at the start.
        after: The character after them, "" at the end.
        loose: The start and end of those that are text, in the same source; equal
            where all of them are delimiters.
    """

    start: int
    marks: str
    before: str
    after: str
    loose: tuple[int, int]

    @property
    def mark(self) -> str:
        """The character of all of them."""
        return self.marks[0]

    @property
    def end(self) -> int:
        """Past the last of them."""
        return self.start + len(self.marks)

    @property
    def is_loose(self) -> bool:
        """Some of them are text."""
        return self.loose[0] < self.loose[1]

    @property
    def is_split(self) -> bool:
        """Some of them are text, and the others are not."""
        return self.is_loose and self.loose != (self.start, self.end)

    @property
    def opens(self) -> bool:
        """It can open emphasis (CommonMark 0.31, 6.2)."""
        left, right = self._flanks
        if self.mark == "_":
            return left and (not right or _is_punctuation(self.before))
        return left

    @property
    def closes(self) -> bool:
        """It can close emphasis."""
        left, right = self._flanks
        if self.mark == "_":
            return right and (not left or _is_punctuation(self.after))
        return right

    @property
    def _flanks(self) -> tuple[bool, bool]:
        return _flanks(self.before, self.after), _flanks(self.after, self.before)

    @property
    def stands_alone(self) -> bool:
        """It has white space on both sides, as an operator has."""
        return self.before.isspace() and self.after.isspace()

    @property
    def is_in_word(self) -> bool:
        """It stands between two letters or digits of ASCII, or in a path."""
        beside = self.before, self.after
        return "/" in beside or all(one.isascii() and one.isalnum() for one in beside)


def loose_runs(document: Document, block: Block) -> list[Run]:
    """Return the stars and underscores of a block's own text, in their order.

    Those within names are left out. Nothing is returned where none of them is text.
    """
    inlines = own_inlines(block)
    if not inlines:
        return []
    start = inlines[0].span.start
    raw = document.text[start : inlines[-1].span.end]
    if "*" not in raw and "_" not in raw and WIDE_STAR not in raw:
        return []
    covered = text_source(document, inlines)
    if _RUN.search(covered) is None:
        return []
    source = "".join(
        there if here in _DELIMITERS else here
        for here, there in zip(covered, raw, strict=True)
    )
    runs = [
        Run(
            match.start(),
            match[0],
            source[match.start() - 1 : match.start()],
            source[match.end() : match.end() + 1],
            _loose(covered, *match.span()),
        )
        for match in _RUN.finditer(source)
        if len(match[0]) <= _LONGEST
    ]
    return [run for run in runs if run.mark != "_" or not run.is_in_word]


def _loose(covered: str, start: int, end: int) -> tuple[int, int]:
    match = _RUN.search(covered, start, end)
    return match.span() if match else (start, start)


def _flanks(outside: str, inside: str) -> bool:
    if not inside or inside.isspace():
        return False
    if not _is_punctuation(inside):
        return True
    return outside.isspace() or _is_punctuation(outside)


def _is_punctuation(character: str) -> bool:
    """Tell whether a character is punctuation, or the edge of a text."""
    # What is covered is no letter to a renderer either; U+FDD0 and so on are Cn.
    return not character or unicodedata.category(character)[0] in "PSC"
