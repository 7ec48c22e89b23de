"""Marks of punctuation where no language has them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from transcheck.compare.strays import Stray
from transcheck.compare.text_marks import (
    OPENING,
    SHUTTING,
    ends_something,
    goes_on,
    is_closed,
    is_opened,
    last_word,
    one_of,
    plain,
)
from transcheck.compare.texts import Texts
from transcheck.diagnostic import Severity
from transcheck.document import CODE, Block, Document, RunningText, block_text
from transcheck.patterns import late_regex
from transcheck.typography import (
    CLOSING,
    COMMAS,
    EXCLAMATIONS,
    FULL_STOPS,
    QUESTIONS,
    SEPARATORS,
    first_wrong_mark,
    is_wide_letter,
    narrow,
)

_RUN = late_regex(f"{one_of(SEPARATORS)}{{2,}}")
# A sentence ends once. `.` may be that of `.md`, or of code that is not marked.
_CALLS = one_of(QUESTIONS | EXCLAMATIONS)
_ENDED = late_regex(
    rf"({_CALLS})(?<=\w.)({one_of(FULL_STOPS - {'.'})}|\.(?=\s|\Z|{one_of(CLOSING)}))"
)
_TWICE = late_regex(rf"{_CALLS}(?<=\w.){_CALLS}(?!{_CALLS})")
_BEFORE_CLOSING = late_regex(rf"({one_of(COMMAS)})(?<=[^\W\d_].){one_of(SHUTTING)}")
_AFTER_OPENING = late_regex(rf"{one_of(OPENING)}({one_of(COMMAS)})\s*(?=[^\W\d_])")
_QUOTED = ("“”", "„“", "„”", "«»", "「」", "『』", "《》", "【】")
_TURNED = "“”„«»"
_EMPTY = late_regex(
    "|".join([r"[(（]\s*[)）]", *(rf"{pair[0]}\s*{pair[1]}" for pair in _QUOTED)])  # noqa: RUF001
)
# An ellipsis, `.md` and `.5` may begin a text.
_FIRST = late_regex(rf"\s*({one_of(COMMAS | FULL_STOPS)})(?:\s+|(?![\s.…!-~]))(?=\w)")
_STARTS, _EMPTIES = "^,", "()"
# Two marks in a row, one that begins a text, and what is empty.
_MARKS = SEPARATORS | COMMAS | FULL_STOPS | QUESTIONS | EXCLAMATIONS
# What may begin one comes first, in one class, for a quick search.
_MAY_BE = late_regex(
    rf"{one_of({*_MARKS, *OPENING, *(pair[0] for pair in _QUOTED), chr(0)})}"
    rf"(?:(?<={one_of(_MARKS | OPENING)}){one_of(_MARKS | SHUTTING)}"
    rf"|(?<=\0)\n\s*{one_of(COMMAS | FULL_STOPS)}|(?<=[(（])\s*[)）]|"  # noqa: RUF001
    + "|".join(rf"(?<={pair[0]})\s*{pair[1]}" for pair in _QUOTED)
    + ")"
)


def find_strays(texts: Texts) -> Iterator[tuple[Block, Stray]]:
    """Yield the marks of texts that cannot stand where they do."""
    for block, reading in texts.having(_MAY_BE):
        for stray in _find(reading):
            yield block, stray


def _find(reading: RunningText) -> Iterator[Stray]:
    text = reading.text
    yield from _runs(reading)
    yield from _beside_brackets(reading)
    match = _FIRST.match(text)
    if match:
        span = reading.span(*match.span(1))
        message = f"a text begins with '{match[1]}'"
        yield Stray(span, _STARTS, message, compared=True, severity=Severity.WARNING)
    for match in _EMPTY.finditer(text):
        before = text[: match.start()].rstrip()[-1:]
        if match[0][0] in OPENING and not _may_lack(text, match.start(), before):
            continue
        # Between `»a«` and `»b«` there is something else.
        if sum(text.count(mark, 0, match.start()) for mark in _TURNED) % 2:
            continue
        span = reading.span(*match.span())
        message = f"nothing between '{match[0][0]}' and '{match[0][-1]}'"
        yield Stray(
            span,
            _EMPTIES,
            message,
            text=None,
            compared=True,
            severity=Severity.WARNING,
        )


def count_signs(document: Document, block: Block) -> Counter[str]:
    """Return the signs in a block's text, those that may be meant included."""
    text = block_text(block).text
    signs: Counter[str] = Counter()
    for match in _RUN.finditer(text):
        signs.update(plain(first + second) for first, second in pairwise(match[0]))
    for pattern in (_ENDED, _TWICE):
        signs.update(_call_sign(match[0]) for match in pattern.finditer(text))
    signs.update(",)" for _ in _BEFORE_CLOSING.finditer(text))
    signs.update("(," for _ in _AFTER_OPENING.finditer(text))
    # Also those of code, which a translation may have put into words.
    signs[_EMPTIES] += _EMPTY.search(block.span.cut(document.text)) is not None
    signs[_STARTS] += text.lstrip()[:1] in SEPARATORS
    return signs


def _runs(reading: RunningText) -> Iterator[Stray]:
    """Yield marks that cannot follow the mark before them."""
    text = reading.text
    for match in _RUN.finditer(text):
        start, end = match.span()
        if not ends_something(text[:start][-1:]):
            continue
        found = first_wrong_mark(last_word(text, start), match[0], text[end : end + 1])
        if found is None:
            continue
        before, mark = match[0][found - 1], match[0][found]
        span = reading.span(start + found, end)
        safe = before in COMMAS and goes_on(text[end:])
        yield Stray(span, plain(before + mark), _after(before, mark), safe=safe)
    for match in _ENDED.finditer(text):
        span = reading.span(*match.span(2))
        yield Stray(
            span, _call_sign(match[0]), _after(match[1], match[2]), compared=True
        )
    for match in _TWICE.finditer(text):
        first, second = match[0][0], match[0][1]
        if narrow(first) != narrow(second):
            continue
        # Two question marks are a slip more often than two of exclamation.
        loud = first in EXCLAMATIONS and first == second
        yield Stray(
            reading.span(match.end() - 1, match.end()),
            _call_sign(match[0]),
            _after(first, second),
            compared=True,
            severity=Severity.INFO if loud else Severity.WARNING,
        )


def _beside_brackets(reading: RunningText) -> Iterator[Stray]:
    """Yield the commas at the inside of a bracket."""
    text = reading.text
    for match in _BEFORE_CLOSING.finditer(text):
        if is_opened(text, match.end() - 1):
            message = f"'{match[1]}' before '{match[0][-1]}'"
            yield Stray(
                reading.span(*match.span(1)),
                ",)",
                message,
                compared=True,
                severity=Severity.WARNING,
            )
    for match in _AFTER_OPENING.finditer(text):
        if is_closed(text, match.start()):
            yield Stray(
                reading.span(*match.span(1)),
                "(,",
                f"'{match[1]}' after '{match[0][0]}'",
                compared=True,
                severity=Severity.WARNING,
            )


def _after(before: str, mark: str) -> str:
    return f"doubled '{mark}'" if before == mark else f"'{mark}' after '{before}'"


def _call_sign(marks: str) -> str:
    """Return the sign of a question or an exclamation, and of the mark after it."""
    return "".join(
        "?" if mark in QUESTIONS else "!" if mark in EXCLAMATIONS else "."
        for mark in marks
    )


def _may_lack(text: str, at: int, before: str) -> bool:
    """Tell whether empty brackets may have lost what was in them.

    Those of a call of a function stand after a Latin word, code or a quotation mark.
    """
    if text[at - 1 : at].isspace() or is_wide_letter(before):
        return not (before.isascii() and before.isalnum()) and before != CODE
    return False
