"""Markup that a plain parser would misread, taken out before it looks.

A mask overwrites markup with one private character for each of its own and deletes
nothing, so that places stay; the tree builder puts the markup back as nodes. What is
written as code or in a comment is left alone.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import lru_cache

from msgspec import Struct

from transcheck.patterns import late_regex
from transcheck.text import Span, line_start

# Neither white space nor a letter, so emphasis beside it flanks as beside a brace.
MASK = "\ue000"

_NOT_LINE_END = late_regex(r"[^\r\n]")
_BLANK_LINE = late_regex(r"(?:\r\n|\r(?!\n)|\n)[ \t>]*(?=\r|\n|\Z)")
# What may stand before a fence on its line: quotes and the markers of lists.
_FENCE_PREFIX = late_regex(r"(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*")
_LINE_REST = late_regex(r"[^\r\n]*")

# No code span of a paragraph is longer; the bound keeps unmatched backticks cheap.
_LONGEST_CODE_SPAN = 2_000
# A code span in one line between single backticks, as nearly all are.
_PLAIN_CODE = r"`(?P<code>[^`\r\n]{1,1000}`(?!`))"


class Mask(Struct, frozen=True):
    """A piece of markup that is not Markdown.

    Args:
        span: Where it is.
        form: What it is, as in `document.InlineMarkup`.
    """

    span: Span
    form: str


class Dialect(Struct, frozen=True):
    """How one dialect's markup is found.

    Args:
        form: As in `Mask`.
        first: The character it starts with.
        measure: Takes the text and the offset of such a character; returns the end
            of the markup, or None where it is something else.
        opening: A pattern that matches such a character where it may start one: of
            a character that prose is full of, the others are passed over. It starts
            with the character itself, by which `re` finds it fast.
    """

    form: str
    first: str
    measure: Callable[[str, int], int | None]
    opening: str = ""


class Masker:
    """Finds the masks of a set of dialects in one pass over a text.

    Args:
        dialects: Where two could start at one character, the first wins.
    """

    __slots__ = ("_dialects", "_opening", "_trigger")

    def __init__(self, dialects: tuple[Dialect, ...]) -> None:
        self._dialects: dict[str, list[Dialect]] = {}
        for dialect in dialects:
            self._dialects.setdefault(dialect.first, []).append(dialect)
        openings = {one.opening or re.escape(one.first): None for one in dialects}
        self._opening = re.compile("|".join(openings))
        self._trigger = re.compile(
            "|".join([_PLAIN_CODE, "`", "~", "<", r"\\", *openings])
        )

    def find(self, text: str, start: int) -> Iterator[Mask]:
        """Yield the masks of a text from an offset on, in order, none overlapping."""
        if not self._opening.search(text, start):
            return
        at = start
        while trigger := self._trigger.search(text, at):
            at = trigger.start()
            if trigger.lastgroup == "code":
                at = trigger.end()
                continue
            mask = self._measure(text, at)
            if mask is not None:
                yield mask
                at = mask.span.end
            else:
                at = _skip(text, at)

    def _measure(self, text: str, at: int) -> Mask | None:
        for dialect in self._dialects.get(text[at], ()):
            end = dialect.measure(text, at)
            if end is not None:
                return Mask(Span(at, end), dialect.form)
        return None


class Masks:
    """The masks of one text, to be asked by place.

    Args:
        masks: In order, none overlapping.
    """

    __slots__ = ("_masks", "_starts")

    def __init__(self, masks: list[Mask]) -> None:
        self._masks = masks
        self._starts = [mask.span.start for mask in masks]

    def apply(self, text: str) -> str:
        """Return the text with every mask overwritten, line ends kept."""
        parts = []
        at = 0
        for mask in self._masks:
            parts.append(text[at : mask.span.start])
            parts.append(_NOT_LINE_END.sub(MASK, mask.span.cut(text)))
            at = mask.span.end
        parts.append(text[at:])
        return "".join(parts)

    def at(self, offset: int) -> Mask | None:
        """Return the mask that covers an offset, None where there is none."""
        number = bisect_right(self._starts, offset) - 1
        if number >= 0 and offset < self._masks[number].span.end:
            return self._masks[number]
        return None

    def within(self, start: int, end: int) -> Iterator[Mask]:
        """Yield the masks that touch a range of offsets, in order."""
        at = max(bisect_right(self._starts, start) - 1, 0)
        while at < len(self._masks) and self._masks[at].span.start < end:
            if self._masks[at].span.end > start:
                yield self._masks[at]
            at += 1


def _skip(text: str, at: int) -> int:
    """Return where to look on: past code, a comment or an escaped character."""
    character = text[at]
    if character == "\\":
        return at + 2
    if character == "<":
        if not text.startswith("<!--", at):
            return at + 1
        end = text.find("-->", at)
        return len(text) if end < 0 else end + 3
    return _skip_code(text, at, character) if character in "`~" else at + 1


def _skip_code(text: str, at: int, character: str) -> int:
    run = at
    while run < len(text) and text[run] == character:
        run += 1
    width = run - at
    if width >= 3 and _opens_fence(text, at, run, character):  # noqa: PLR2004 - CommonMark 4.5
        close = _closing_fence(character, width).search(text, run)
        return close.end() if close else len(text)
    if character == "~":
        return run
    blank = _BLANK_LINE.search(text, run, run + _LONGEST_CODE_SPAN)
    limit = blank.start() if blank else run + _LONGEST_CODE_SPAN
    span = _closing_backticks(width).search(text, run, limit)
    return span.end() if span else run


def _opens_fence(text: str, at: int, run: int, character: str) -> bool:
    if not _FENCE_PREFIX.fullmatch(text, line_start(text, at), at):
        return False
    rest = _LINE_REST.match(text, run)
    return character == "~" or rest is None or "`" not in rest[0]


@lru_cache(maxsize=64)
def _closing_fence(character: str, width: int) -> re.Pattern[str]:
    return re.compile(rf"(?:\r\n?|\n)[ \t>]*{character}{{{width},}}[ \t]*(?=\r|\n|\Z)")


@lru_cache(maxsize=64)
def _closing_backticks(width: int) -> re.Pattern[str]:
    return re.compile(rf"(?<!`)`{{{width}}}(?!`)")
