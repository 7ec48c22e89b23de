"""Backticks that are left in the text, because they open or close no code."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

from transcheck.compare.text_source import MARKUP, text_source
from transcheck.document import Block, CodeSpan, Document, block_inlines, own_inlines
from transcheck.patterns import late_regex
from transcheck.text import Span

_RUN = late_regex(r"`+")
BACKTICK = "`"
"""What code begins and ends with."""
# What is typed for the backtick that closes code.
_MISTYPED = late_regex(r"\*{1,2}|['\u2018\u2019\u00b4]")
_QUOTES = frozenset("()\"'“”„«»\u2018\u2019「」『』\uff08\uff09")


class LooseBacktick(Struct, frozen=True):
    """Backticks that are text.

    Args:
        wrong: They, or where the other half of their pair is missing.
        problem: What is wrong, as messages say it; equal in all languages.
        code: The code they were meant for, None where it is not known.
        repairs: What is replaced by what to mend it; empty where that is not known.
        safe: The result is surely right.
    """

    wrong: Span
    problem: str
    code: str | None = None
    repairs: tuple[tuple[Span, str], ...] = ()
    safe: bool = False


def backtick_runs(document: Document, block: Block) -> list[Span]:
    """Return the backticks that are text in a block's own text, in their order."""
    inlines = own_inlines(block)
    if not inlines:
        return []
    start = inlines[0].span.start
    if document.text.find("`", start, inlines[-1].span.end) < 0:
        return []
    source = text_source(document, inlines)
    return [
        Span(start + match.start(), start + match.end())
        for match in _RUN.finditer(source)
        if not _is_quoted(source, *match.span())
    ]


def has_loose_backticks(
    document: Document, block: Block, original: tuple[Document, Block]
) -> bool:
    """Tell whether a block has more backticks in its text than its original."""
    count = len(backtick_runs(document, block))
    return count > 0 and count > len(backtick_runs(*original))


def swallowed_marks(
    document: Document, block: Block, original: tuple[Document, Block] | None
) -> str:
    """Return what is code only because a backtick is missing: all code of such a block.

    Marks in it may be the other half of marks in the text.
    """
    if original is None:
        is_loose = bool(backtick_runs(document, block))
    else:
        is_loose = has_loose_backticks(document, block, original)
    return "\n".join(_codes(block)) if is_loose else ""


def loose_backticks(
    document: Document,
    block: Block,
    runs: list[Span],
    original: tuple[Document, Block] | None,
) -> list[LooseBacktick]:
    """Return what is wrong with the backticks of one block's own text.

    Args:
        document: The document.
        block: A block of it.
        runs: Its `backtick_runs`.
        original: The document and the block that the block is a translation of.
    """
    if original is None:
        return list(_unpaired(document, runs))
    if not has_loose_backticks(document, block, original):
        return []
    lost = Counter(_codes(original[1]))
    lost.subtract(_codes(block))
    halves = (_half(document, block, code) for code in lost if lost[code] > 0)
    found = [one for one in halves if one is not None]
    return found or list(_unpaired(document, runs))


def _is_quoted(source: str, start: int, end: int) -> bool:
    """Tell whether backticks are shown as such: in quotes or tags."""
    before, after = source[max(0, start - 1) : start], source[end : end + 1]
    return before == after == MARKUP or (before in _QUOTES and after in _QUOTES)


def _codes(block: Block) -> list[str]:
    return [node.value for node in block_inlines(block) if isinstance(node, CodeSpan)]


def _half(document: Document, block: Block, code: str) -> LooseBacktick | None:
    """Return code that has backticks on one side, or not as many on the other."""
    inlines = own_inlines(block)
    start, end = inlines[0].span.start, inlines[-1].span.end
    text = document.text
    at = text.find(code, start, end)
    while at >= 0:
        past = at + len(code)
        before, after = _ticks_before(text, at, start), _ticks_after(text, past, end)
        if before != after:
            return _mend(text, Span(at, past), before, after)
        at = text.find(code, past, end)
    return None


def _mend(text: str, code: Span, before: int, after: int) -> LooseBacktick:
    name = code.cut(text)
    opening = Span(code.start - before, code.start)
    closing = Span(code.end, code.end + after)
    if before and after:
        few = min(before, after)
        wrong = opening if before > after else closing
        return LooseBacktick(
            wrong,
            f"{'`' * before} closed by {'`' * after}",
            name,
            ((wrong, "`" * few),),
            safe=True,
        )
    if before:
        typed = _MISTYPED.match(text, code.end)
        wrong = Span(*typed.span()) if typed else closing
        problem = f"'{typed[0]}' for the closing '`'" if typed else "no closing '`'"
        return LooseBacktick(wrong, problem, name, ((wrong, "`" * before),), safe=True)
    return LooseBacktick(
        opening, "no opening '`'", name, ((opening, "`" * after),), safe=True
    )


def _ticks_before(text: str, at: int, start: int) -> int:
    count = 0
    while at - count > start and text[at - count - 1] == "`":
        count += 1
    return count


def _ticks_after(text: str, at: int, end: int) -> int:
    count = 0
    while at + count < end and text[at + count] == "`":
        count += 1
    return count


def _unpaired(document: Document, runs: list[Span]) -> Iterator[LooseBacktick]:
    """Yield backticks without their other half; two that face each other are one."""
    left = list(runs)
    while left:
        run, other = left.pop(0), left[0] if left else None
        width = run.end - run.start
        if other is not None and other.end - other.start != width:
            left.pop(0)
            problem = f"{run.cut(document.text)} closed by {other.cut(document.text)}"
            yield LooseBacktick(run, problem)
        else:
            yield LooseBacktick(run, f"unpaired '{run.cut(document.text)}'")
