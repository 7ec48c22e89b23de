"""Spaces beside marks of punctuation, where no language has them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from transcheck.compare.strays import Stray
from transcheck.compare.text_marks import (
    OPENING,
    ends_something,
    is_closed,
    is_opened,
    is_set_off,
    one_of,
    plain,
    starts_something,
)
from transcheck.compare.texts import Texts
from transcheck.diagnostic import Severity
from transcheck.document import Block, RunningText, block_text
from transcheck.patterns import late_regex
from transcheck.typography import (
    BRACKETS,
    COMMAS,
    EXCLAMATIONS,
    FULL_STOPS,
    QUESTIONS,
    SEPARATORS,
    sets_wide,
    spaced_marks,
)

_SPACED = late_regex(rf"(?<=\S)\s+({one_of(COMMAS | FULL_STOPS)})(?=(\s*)(\S?))")
_BLANK = "[ \u00a0\u3000]"
_AFTER_OPENING = late_regex(rf"{one_of(BRACKETS)}({_BLANK}+)(?=\S)")
_BEFORE_CLOSING = late_regex(rf"(?<=\S)({_BLANK}+){one_of(BRACKETS.values())}")
# A space on the side of a mark where it may be wrong.
_SHUT = COMMAS | FULL_STOPS | frozenset(BRACKETS.values())
_BESIDE = late_regex(
    rf"{one_of(_SHUT | OPENING)}"
    rf"(?:(?<=\s{one_of(_SHUT)})|(?<={one_of(OPENING)}){_BLANK})"
)
# Where a list of marks goes on, the space before each of them is meant.
_NO_END = SEPARATORS | frozenset("!?()[]{}<>+-*/=|&%#@~^")
# Marks that bring their own space, and that editors set off from code and Latin words.
_WIDE_MARKS = frozenset("、。，．")  # noqa: RUF001 - wide ones
_ENDS = FULL_STOPS | QUESTIONS | EXCLAMATIONS
# What stands before the bracket of a face.
_EYES = frozenset(":;=-^8")
_INSIDE_OPENING, _INSIDE_CLOSING = "( ", " )"
_TWO_SPACES = late_regex("  ")
_DOUBLED = late_regex(r"(?<=\S) {2,}(?=\S)")
_AFTER_END = late_regex(rf"{one_of(_ENDS)}( +)(?=\S)")
_DOUBLE = "  "


def find_doubled_spaces(texts: Texts) -> Iterator[tuple[Block, Stray]]:
    """Yield runs of spaces, but between sentences where a document mostly has them.

    Args:
        texts: The texts of the document.
    """
    found = [
        (block, reading, match)
        for block, reading in texts.having(_TWO_SPACES)
        for match in _DOUBLED.finditer(reading.text)
    ]
    if not found:
        return
    gaps = list(map(len, _AFTER_END.findall(texts.text)))
    typed = 2 * sum(gap > 1 for gap in gaps) > len(gaps)
    for block, reading, match in found:
        if typed and reading.text[match.start() - 1] in _ENDS:
            continue
        yield (
            block,
            Stray(
                reading.span(*match.span()),
                _DOUBLE,
                "doubled space",
                text=" ",
                safe=True,
                compared=True,
                severity=Severity.INFO,
            ),
        )


def find_extra_spaces(
    texts: Texts, language: str | None
) -> Iterator[tuple[Block, Stray]]:
    """Yield the spaces before commas and full stops, and in brackets.

    Args:
        texts: The texts of the document.
        language: Its BCP 47 tag, None when it is not known.
    """
    for block, reading in texts.having(_BESIDE):
        for stray in _before_marks(reading, language):
            yield block, stray
        for stray in _in_brackets(reading, language):
            yield block, stray


def count_extra_spaces(block: Block) -> Counter[str]:
    """Return the signs in a block's text, those that may be meant included."""
    text = block_text(block).text
    signs = Counter(plain(f" {match[1]}") for match in _SPACED.finditer(text))
    signs.update(_INSIDE_OPENING for _ in _AFTER_OPENING.finditer(text))
    signs.update(_INSIDE_CLOSING for _ in _BEFORE_CLOSING.finditer(text))
    signs[_DOUBLE] += _DOUBLED.search(text) is not None
    return signs


def _before_marks(reading: RunningText, language: str | None) -> Iterator[Stray]:
    text = reading.text
    for match in _SPACED.finditer(text):
        mark, gap, following = match.groups()
        before = text[match.start() - 1]
        if mark in spaced_marks(language) or following in _NO_END or mark == "।":
            continue
        if not ends_something(before) and before != ".":
            continue
        # `.NET`, `.5` and `,foo` in code that is not marked as such.
        if following and not gap and (mark == "." or following.isdigit()):
            continue
        wide = mark in _WIDE_MARKS
        moved = not (wide or gap) and following.isalpha()
        yield Stray(
            reading.span(match.start(), match.start(1)),
            plain(f" {mark}"),
            f"space before '{mark}'",
            edit=reading.span(match.start(), match.end(1)) if moved else None,
            text=f"{mark} " if moved else "",
            safe=mark in COMMAS and "\n" not in match[0],
            severity=Severity.INFO
            if wide and is_set_off(reading, match.start() - 1)
            else Severity.WARNING,
        )


def _in_brackets(reading: RunningText, language: str | None) -> Iterator[Stray]:
    text = reading.text
    if OPENING.isdisjoint(text):
        return
    apart = sets_wide(language)
    for match in _AFTER_OPENING.finditer(text):
        at, after = match.start(), text[match.end()]
        if text[:at][-1:] in _EYES or not starts_something(after):
            continue
        if (apart and is_set_off(reading, match.end())) or not is_closed(text, at):
            continue
        span = reading.span(*match.span(1))
        message = f"space after '{text[at]}'"
        yield Stray(span, _INSIDE_OPENING, message, safe=True, compared=True)
    for match in _BEFORE_CLOSING.finditer(text):
        at, before = match.end() - 1, text[match.start() - 1]
        if not ends_something(before):
            continue
        if apart and is_set_off(reading, match.start() - 1):
            continue
        if is_opened(text, at):
            span = reading.span(*match.span(1))
            message = f"space before '{text[at]}'"
            yield Stray(span, _INSIDE_CLOSING, message, safe=True, compared=True)
