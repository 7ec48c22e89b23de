"""Marks of punctuation, and spaces beside them, where no language has them."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from transcheck.compare.readable import CODE, MARKUP, RunningText
from transcheck.diagnostic import Severity
from transcheck.text import Span
from transcheck.typography import (
    BRACKETS,
    CLOSING,
    COMMAS,
    FULL_STOPS,
    SEPARATORS,
    WIDE_FORMS,
    first_wrong_mark,
    is_wide_letter,
    sets_wide,
    spaced_marks,
)


def _one_of(marks: Iterable[str]) -> str:
    return f"[{re.escape(''.join(sorted(marks)))}]"


_RUN = re.compile(f"{_one_of(SEPARATORS)}{{2,}}")
_SPACED = re.compile(rf"(?<=\S)\s+({_one_of(COMMAS | FULL_STOPS)})(?=(\s*)(\S?))")
_BLANK = "[ \u00a0\u3000]"
_AFTER_OPENING = re.compile(rf"{_one_of(BRACKETS)}({_BLANK}+)(?=\S)")
_BEFORE_CLOSING = re.compile(rf"(?<=\S)({_BLANK}+){_one_of(BRACKETS.values())}")
_NARROW = re.compile(rf"(?<=\w){_one_of(WIDE_FORMS)}(?=\w)")
_WIDE = re.compile(_one_of(WIDE_FORMS.values()))
_WORD = re.compile(r"[^\W_](?:[^\W_]|[.\u0300-\u036f])*\Z")
_LONGEST_WORD = 40
# Where a list of marks goes on, the space before each of them is meant.
_NO_END = SEPARATORS | frozenset("!?()[]{}<>+-*/=|&%#@~^")
# Marks that bring their own space, and that editors set off from code and Latin words.
_WIDE_MARKS = frozenset("、。，．")  # noqa: RUF001 - wide ones
_OPENING, _SHUTTING = frozenset(BRACKETS), frozenset(BRACKETS.values())
# A bracket's other half is looked for so many characters away.
_FAR = 400
# What stands before the bracket of a face.
_EYES = frozenset(":;=-^8")
# A narrow mark among so many wide ones is a slip; among fewer it may be the style.
_SLIP = 10


@dataclass(frozen=True, slots=True)
class Stray:
    """A mark or a space where it cannot be.

    Args:
        span: The mark, or the space.
        sign: Equal for the same in two languages.
        message: What is wrong.
        edit: What the fix replaces, the span itself where it is None.
        text: What the fix writes there.
        safe: The text is surely right then.
        compared: It is wrong only where the original has none like it.
        severity: How grave it is, None for as grave as the rule has it.
    """

    span: Span
    sign: str
    message: str
    edit: Span | None = None
    text: str = ""
    safe: bool = False
    compared: bool = False
    severity: Severity | None = Severity.WARNING


def find_strays(
    reading: RunningText, language: str | None, *, spaces: bool = True
) -> Iterator[Stray]:
    """Yield what is wrong in a text.

    Args:
        reading: The text.
        language: Its BCP 47 tag, None when it is not known.
        spaces: Look at spaces too.
    """
    yield from _runs(reading)
    if spaces:
        yield from _spaces_before_marks(reading, language)
        yield from _spaces_in_brackets(reading, language)


def find_narrow_marks(
    readings: Iterable[RunningText], language: str | None
) -> Iterator[tuple[RunningText, Stray]]:
    """Yield marks of ASCII between wide letters, in a document that sets wide ones.

    Args:
        readings: The texts of the document.
        language: Its BCP 47 tag, None when it is not known.
    """
    if not sets_wide(language):
        return
    wide = 0
    found: list[tuple[RunningText, int]] = []
    for reading in readings:
        text = reading.text
        wide += len(_WIDE.findall(text))
        for match in _NARROW.finditer(text):
            at = match.start()
            if is_wide_letter(text[at - 1]) and is_wide_letter(text[at + 1]):
                found.append((reading, at))
    if len(found) * _SLIP > wide:
        return
    for reading, at in found:
        mark = reading.text[at]
        # A Japanese comma has two forms, and a question in Chinese may be a choice.
        safe = mark == "," and (language or "").startswith("zh")
        yield (
            reading,
            Stray(
                reading.span(at, at + 1),
                f"narrow {mark}",
                f"narrow '{mark}' in text that has '{WIDE_FORMS[mark]}'",
                text=WIDE_FORMS[mark],
                safe=safe,
            ),
        )


def count_signs(text: str) -> Counter[str]:
    """Return the signs in a text, those that may be meant included."""
    signs = Counter(plain(f" {match[1]}") for match in _SPACED.finditer(text))
    for match in _RUN.finditer(text):
        signs.update(plain(first + second) for first, second in pairwise(match[0]))
    signs.update(_INSIDE_OPENING for _ in _AFTER_OPENING.finditer(text))
    signs.update(_INSIDE_CLOSING for _ in _BEFORE_CLOSING.finditer(text))
    return signs


def plain(marks: str) -> str:
    """Return marks in their ASCII form, the same for all scripts."""
    return "".join(
        "," if mark in COMMAS else "." if mark in FULL_STOPS else mark for mark in marks
    )


def last_word(text: str, end: int) -> str:
    """Return the word that ends at a place, with the full stops in it."""
    match = _WORD.search(text[max(0, end - _LONGEST_WORD) : end])
    return match[0] if match else ""


_INSIDE_OPENING, _INSIDE_CLOSING = "( ", " )"


def _runs(reading: RunningText) -> Iterator[Stray]:
    """Yield marks that cannot follow the mark before them."""
    text = reading.text
    for match in _RUN.finditer(text):
        start, end = match.span()
        if not _ends_something(text[:start][-1:]):
            continue
        found = first_wrong_mark(last_word(text, start), match[0], text[end : end + 1])
        if found is None:
            continue
        before, mark = match[0][found - 1], match[0][found]
        message = (
            f"doubled '{mark}'" if before == mark else f"'{mark}' after '{before}'"
        )
        span = reading.span(start + found, end)
        safe = before in COMMAS and _goes_on(text[end:])
        yield Stray(span, plain(before + mark), message, safe=safe, severity=None)


def _is_set_off(reading: RunningText, at: int) -> bool:
    """Tell whether editors of wide scripts set the character at a place off.

    They do with code, Latin words and links, whatever mark is beside them.
    """
    if not is_wide_letter(reading.text[at]):
        return True
    return any(at in (start, end - 1) for _, start, end in reading.links)


def _spaces_before_marks(reading: RunningText, language: str | None) -> Iterator[Stray]:
    text = reading.text
    for match in _SPACED.finditer(text):
        mark, gap, following = match.groups()
        before = text[match.start() - 1]
        if mark in spaced_marks(language) or following in _NO_END or mark == "।":
            continue
        if not _ends_something(before):
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
            if wide and _is_set_off(reading, match.start() - 1)
            else Severity.WARNING,
        )


def _spaces_in_brackets(reading: RunningText, language: str | None) -> Iterator[Stray]:
    text = reading.text
    if _OPENING.isdisjoint(text):
        return
    apart = sets_wide(language)
    for match in _AFTER_OPENING.finditer(text):
        at, after = match.start(), text[match.end()]
        if text[:at][-1:] in _EYES or not _starts_something(after):
            continue
        if (apart and _is_set_off(reading, match.end())) or not _is_closed(text, at):
            continue
        span = reading.span(*match.span(1))
        message = f"space after '{text[at]}'"
        yield Stray(span, _INSIDE_OPENING, message, safe=True, compared=True)
    for match in _BEFORE_CLOSING.finditer(text):
        at, before = match.end() - 1, text[match.start() - 1]
        if not _ends_something(before):
            continue
        if apart and _is_set_off(reading, match.start() - 1):
            continue
        if _is_opened(text, at):
            span = reading.span(*match.span(1))
            message = f"space before '{text[at]}'"
            yield Stray(span, _INSIDE_CLOSING, message, safe=True, compared=True)


def _is_closed(text: str, at: int) -> bool:
    """Tell whether a bracket that opens at a place is closed after it."""
    depth = 0
    for mark in text[at : at + _FAR]:
        depth += (mark in _OPENING) - (mark in _SHUTTING)
        if not depth:
            return True
    return False


def _is_opened(text: str, at: int) -> bool:
    """Tell whether a bracket that closes at a place was opened before it."""
    depth = 0
    for mark in reversed(text[max(0, at - _FAR) : at + 1]):
        depth += (mark in _SHUTTING) - (mark in _OPENING)
        if not depth:
            return True
    return False


def _goes_on(after: str) -> bool:
    """Tell whether a sentence goes on: with a letter that is no capital."""
    following = after.lstrip()[:1]
    return following.isalpha() and following == following.lower()


def _starts_something(after: str) -> bool:
    return after.isalnum() or after in (CODE, MARKUP) or after in _OPENING


def _ends_something(before: str) -> bool:
    """Tell whether a character can be the last before a mark of punctuation."""
    return bool(before) and (
        before.isalnum()
        or before in CLOSING
        or before in (CODE, "%", "…", "!", "?")
        or unicodedata.category(before)[0] == "M"
    )
