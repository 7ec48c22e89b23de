"""Code in blocks that name no language, which hold texts and drawings as often.

What is compared is sure to be code: commands, and lines of which nearly all stayed as
they are. Where lines are told to be the same, comments and white space do not count.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from transcheck.code.commands import compare_commands
from transcheck.code.tokens import (
    Difference,
    Token,
    code_tokens,
    first_difference,
    with_lines,
)
from transcheck.patterns import late_regex
from transcheck.text import Span

_LINE = late_regex(r"[^\n]+")
_COMMENT = late_regex(r"(?:^|(?<=\s))(?:#|//|--\s|;).*")
_WORD = late_regex(r"\w+")
_PIECE = late_regex(r"\w+|[^\w\s]")
_TWO_WORDS = late_regex(r"[^\W\d_]{2,} +[^\W\d_]{2,}")
_DRAWN = late_regex("[\u2500-\u259f]")
# What a line of prose, a label or a path does not have.
_CODE = late_regex(r"\w\(|[\w\])] ?[-+*/|:]?= ?\S|;\s*\Z|\{\s*\Z")
# Where a name or a text is put in.
_FILLED_IN = late_regex(r"<[^<>]*>|\"(?:\w*|[^\"]*\s[^\"]*)\"|'(?:\w*|[^']*\s[^']*)'")
# A word that was mistyped or completed begins as it did.
_LEAST_ALIKE = 4


class _Line(Struct, frozen=True):
    """A line of code without its comment.

    Args:
        words: What stands between spaces.
        span: Where it is in the code, without its indent.
    """

    words: tuple[str, ...]
    span: Span


def compare_unnamed(first: str, second: str) -> Difference | None:
    """Return where two blocks begin to differ that are surely code.

    Args:
        first: The text of the original's block.
        second: The text of the translation's.
    """
    if first.split() == second.split():
        ours, theirs = (
            with_lines(code, code_tokens(code, None), indented=False)
            for code in (first, second)
        )
        return first_difference(first, ours, second, theirs)
    lines, others = list(_lines(first)), list(_lines(second))
    return (
        _lost_line(lines, others)
        or _added_line(second, lines, others)
        or _changed_word(first, second, lines, others)
        or compare_commands(first, second)
    )


def _lines(code: str) -> Iterator[_Line]:
    for match in _LINE.finditer(code):
        text = _COMMENT.sub("", match[0])
        words = text.split()
        if _WORD.search(text):
            start = match.start() + text.index(words[0])
            yield _Line(tuple(words), Span(start, match.start() + len(text.rstrip())))


def _left_over(lines: list[_Line], others: list[_Line]) -> list[int]:
    """Return which lines are left when the others are these without some, in order."""
    rest = iter(range(len(lines)))
    left: list[int] = []
    for other in others:
        for number in rest:
            if lines[number].words == other.words:
                break
            left.append(number)
        else:
            return []
    # The few that are kept must show that nothing was translated.
    few = len(others) < 2 or len(others) < len(lines) / 2  # noqa: PLR2004 - one proves nothing
    return [] if few else [*left, *rest]


def _lost_line(lines: list[_Line], others: list[_Line]) -> Difference | None:
    """Return the first line that the translation does not have."""
    lost = _left_over(lines, others)
    if not lost:
        return None
    return Difference(_begin(lines[lost[0]]), _gap(others, lost[0]))


def _added_line(
    second: str, lines: list[_Line], others: list[_Line]
) -> Difference | None:
    """Return the first line that the translation alone has, if it is no gloss."""
    added = _left_over(others, lines)
    for number in added:
        text = others[number].span.cut(second)
        if not text.isascii() or _TWO_WORDS.search(text) or _DRAWN.search(second):
            return None
    return (
        Difference(_gap(lines, added[0]), _begin(others[added[0]])) if added else None
    )


def _begin(line: _Line) -> Token:
    """Return the token of the start of a line."""
    return Token("\n", Span(line.span.start, line.span.start))


def _gap(lines: list[_Line], number: int) -> Token:
    """Return an empty token where a line would be that should come at a number."""
    place = lines[number - 1].span.end if number else 0
    return Token("", Span(place, place))


def _changed_word(
    first: str, second: str, lines: list[_Line], others: list[_Line]
) -> Difference | None:
    """Return the one word that differs, in one line of code among others."""
    if len(lines) != len(others):
        return None
    pairs = zip(lines, others, strict=True)
    changed = [(one, other) for one, other in pairs if one.words != other.words]
    if not 1 == len(changed) < len(lines) or _DRAWN.search(first):
        return None
    one, other = changed[0]
    if not _CODE.search(one.span.cut(first)):
        return None
    ours, theirs = _pieces(first, one), _pieces(second, other)
    if len(ours) != len(theirs):
        return None
    words = [
        Difference(before, after)
        for before, after in zip(ours, theirs, strict=True)
        if before.text != after.text
    ]
    return words[0] if len(words) == 1 and _is_slip(words[0], first, one) else None


def _pieces(code: str, line: _Line) -> list[Token]:
    return [
        Token(match[0], Span(*match.span()))
        for match in _PIECE.finditer(code, line.span.start, line.span.end)
    ]


def _is_slip(change: Difference, code: str, line: _Line) -> bool:
    """Tell whether a word is a name in code that was written in another way."""
    before, after = change.first, change.second
    start = before.text[:_LEAST_ALIKE]
    if not after.text.startswith(start) or not (before.text + after.text).isascii():
        return False
    return (
        len(start) == _LEAST_ALIKE
        and start[0].islower()
        and not any(
            match.start() < before.span.start < match.end()
            for match in _FILLED_IN.finditer(code, line.span.start, line.span.end)
        )
    )
