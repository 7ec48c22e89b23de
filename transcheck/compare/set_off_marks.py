"""Spaces between a word and the marks that a language sets off, as French does."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

from transcheck.compare.strays import Stray
from transcheck.compare.text_marks import one_of
from transcheck.compare.texts import Texts
from transcheck.document import CODE, Block, RunningText, block_text
from transcheck.patterns import late_regex
from transcheck.text import Span
from transcheck.typography import punctuation

# Of so many one that is set otherwise is a slip; of fewer it may be the style.
_SLIP = 8
_GAP = r"([^\S\r\n]?)"
_BEFORE = r"(?<=[\w\ufffc)\]»\"”\u2019.…])"
_AFTER = r"(?=[\s)»]|\Z)"
_OPENING, _CLOSING = "«", "»"
_PLAIN_MARKS = late_regex("[;:!?]")
_TOKEN = late_regex(r"\S{1,60}\Z")
_LONGEST_TOKEN = 60
_NOTHING, _PLAIN, _NO_BREAK = "", " ", "\u00a0"


class _Mark(Struct, frozen=True):
    """A mark that is set off, or should be.

    Args:
        block: Where it is.
        reading: The block's text.
        start: Where the space before it, or after an opening mark, begins.
        end: Where it ends.
        mark: The mark.
    """

    block: Block
    reading: RunningText
    start: int
    end: int
    mark: str

    @property
    def gap(self) -> str:
        """The space: none, a plain one, or one of those that do not break."""
        return self.reading.text[self.start : self.end]

    @property
    def kind(self) -> str:
        """The space, all that do not break as one."""
        return self.gap if self.gap in (_NOTHING, _PLAIN) else _NO_BREAK

    def at(self) -> Span:
        """Return where the space is, an empty span where there is none."""
        if self.gap:
            return self.reading.span(self.start, self.end)
        place = self.reading.span(self.start, self.start + 1).start
        return Span(place, place)


def find_set_off_marks(
    texts: Texts, language: str | None
) -> Iterator[tuple[Block, Stray]]:
    """Yield marks that are not set off as the document sets off the others.

    Args:
        texts: The texts of the document.
        language: Its BCP 47 tag, None when it is not known.
    """
    spaces = punctuation(language).spaces
    marks = "".join(mark for mark, allowed in spaces.items() if _NO_BREAK in allowed)
    if not marks:
        return
    closing = one_of(set(marks) - {_OPENING})
    pattern = re.compile(rf"{_BEFORE}{_GAP}({closing}){_AFTER}|(«){_GAP}(?=\S)")
    found: dict[bool, list[_Mark]] = {True: [], False: []}
    for block, reading in texts:
        for match in pattern.finditer(reading.text):
            mark = match[2] or match[3]
            if mark in marks:
                start, end = match.span(1 if match[2] else 4)
                one = _Mark(block, reading, start, end, mark)
                found[mark in (_OPENING, _CLOSING)].append(one)
    for group in found.values():
        yield from _slips(group)


def _slips(group: list[_Mark]) -> Iterator[tuple[Block, Stray]]:
    number = Counter(one.kind for one in group)
    usual = max((_PLAIN, _NO_BREAK), key=lambda kind: number[kind])
    wrong = _PLAIN if usual == _NO_BREAK else _NOTHING
    rare = {kind for kind in {_NOTHING, wrong} if number[kind] * _SLIP <= number[usual]}
    if not rare:
        return
    written = Counter(one.gap for one in group if one.kind == usual)
    for one in group:
        if one.kind in rare:
            side = "after" if one.mark == _OPENING else "before"
            what = "a breaking space" if one.gap else "no space"
            yield (
                one.block,
                Stray(
                    one.at(),
                    _sign(one.reading.text, one.start, one.mark),
                    f"{what} {side} '{one.mark}'",
                    text=written.most_common(1)[0][0],
                    safe=True,
                    compared=True,
                ),
            )


def count_set_off_marks(block: Block) -> Counter[str]:
    """Return what stands before marks in a block: its translation may quote it."""
    text = block_text(block).text
    return Counter(
        sign
        for match in _PLAIN_MARKS.finditer(text)
        if not (sign := _sign(text, match.start(), match[0])).startswith(" ")
    )


def _sign(text: str, at: int, mark: str) -> str:
    token = _TOKEN.search(text[max(0, at - _LONGEST_TOKEN) : at])
    if token is None or CODE in token[0]:
        return f" {mark}"
    return f"{token[0]}{mark}"
