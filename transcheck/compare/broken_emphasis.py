"""Delimiters of emphasis that are left in the text, because they open or close none."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from transcheck.compare.halved_delimiters import Halved, find_halved
from transcheck.compare.loose_delimiters import WIDE_STAR, Run, loose_runs
from transcheck.compare.text_source import text_source
from transcheck.document import (
    Block,
    Document,
    Emphasis,
    InlineMarkup,
    block_inlines,
    own_inlines,
)
from transcheck.patterns import late_regex
from transcheck.text import Span
from transcheck.typography import SEPARATORS

_TAG = late_regex(r"<(?:b|strong|em|i)\b", re.IGNORECASE)
_STRONG = 2
# What ends a clause: it reads as well after bold text as in it.
_ENDS = SEPARATORS | frozenset("!?\uff01\uff1f…")


class BrokenEmphasis(Struct, frozen=True):
    """Delimiters that are text.

    Args:
        span: What they were meant to emphasise, with them; one of them alone where it
            is not known.
        wrong: The first characters that are wrong.
        problem: What is wrong, as messages say it; equal in all languages.
        repairs: What is replaced by what to mend it; empty where that is not known.
        safe: The result is surely right.
        by_dialect: Some renderers take it all the same.
    """

    span: Span
    wrong: Span
    problem: str
    repairs: tuple[tuple[Span, str], ...] = ()
    safe: bool = False
    by_dialect: bool = False


class Beside(Struct, frozen=True):
    """What is known of the original of a text.

    Args:
        marks: How many delimiters are text there, by their character.
        emphases: How many emphases it has, None where that is not known: the text has
            no counterpart.
    """

    marks: Counter[str]
    emphases: int | None = None


def beside(document: Document, *blocks: Block, aligned: bool = True) -> Beside:
    """Return what is known of the original of a text.

    Args:
        document: The original.
        blocks: The counterpart, or all blocks where there is none.
        aligned: It is the counterpart.
    """
    marks: Counter[str] = Counter()
    for block in blocks:
        for run in loose_runs(document, block):
            marks[run.mark] += run.is_loose
    count = sum(map(count_emphases, blocks)) if aligned else None
    return Beside(marks, count)


def count_emphases(block: Block) -> int:
    """Return how many emphases a block's own text has, in Markdown or HTML."""
    return sum(
        (isinstance(node, Emphasis) and node.marker[0] in "*_")
        or (isinstance(node, InlineMarkup) and bool(_TAG.match(node.value)))
        for node in block_inlines(block)
    )


def broken_emphasis(
    document: Document,
    block: Block,
    runs: Sequence[Run],
    original: Beside | None,
    *,
    lenient: bool,
) -> list[BrokenEmphasis]:
    """Return the broken emphasis of one block's own text, in its order.

    Args:
        document: The document.
        block: A block of it.
        runs: Its `loose_runs`.
        original: What is known of its original, None where the text is judged alone.
        lenient: Punctuation beside delimiters does not matter to the renderer.
    """
    if original is not None:
        counts = Counter(run.mark for run in runs if run.is_loose)
        runs = [run for run in runs if counts[run.mark] > original.marks[run.mark]]
    is_lost = (
        original is not None
        and original.emphases is not None
        and count_emphases(block) < original.emphases
    )
    finder = _Finder(document, block, is_lost=is_lost, lenient=lenient)
    return finder.find(runs, alone=original is None)


class _Finder:
    """Says what delimiters in a text were meant for."""

    def __init__(
        self, document: Document, block: Block, *, is_lost: bool, lenient: bool
    ) -> None:
        inlines = own_inlines(block)
        self._start = inlines[0].span.start
        self._before = document.text[max(0, self._start - 2) : self._start]
        self._text = text_source(document, inlines)
        self._is_lost = is_lost
        self._lenient = lenient

    def find(self, runs: Sequence[Run], *, alone: bool) -> list[BrokenEmphasis]:
        """Return what is broken.

        Args:
            runs: The delimiters of the text, those that are text and those that are
                not.
            alone: There is no original.
        """
        found: list[BrokenEmphasis] = []
        single: list[Run] = []
        for halved in find_halved(self._text, runs, self._before):
            found.append(self._halved(halved))
            runs = [run for run in runs if run not in halved.runs]
        for marks in dict.fromkeys(run.marks for run in runs):
            equal = [run for run in runs if run.marks == marks]
            loose = [run for run in equal if run.is_loose]
            if not loose:
                continue
            # What was meant to open and to close takes turns, whatever became of it.
            turns = equal if len(equal) % 2 == 0 else loose
            pairs = list(zip(turns[::2], turns[1::2], strict=False))
            if len(turns) % 2:
                single.append(turns[-1])
            for opener, closer in pairs:
                one = self._pair(opener, closer)
                if one is not None:
                    found.append(one)
                elif turns is loose and not self._is_rendered(opener, closer):
                    single += [run for run in (opener, closer) if run.is_loose]
        if not alone:
            for run in single:
                found += self._unpaired(run)
        return sorted(found, key=lambda one: one.wrong.start)

    def _span(self, start: int, end: int) -> Span:
        return Span(self._start + start, self._start + end)

    def _is_rendered(self, opener: Run, closer: Run) -> bool:
        """Tell whether the renderer takes two delimiters that our parser does not."""
        if opener.opens and closer.closes:
            return False
        inner = self._text[opener.end : closer.start]
        return self._lenient and inner == inner.strip() != "" and opener.mark == "*"

    def _pair(self, opener: Run, closer: Run) -> BrokenEmphasis | None:
        """Return the emphasis that two delimiters were meant to be."""
        inner = self._text[opener.end : closer.start]
        sure = self._is_lost or (opener.mark == "*" and len(opener.marks) >= _STRONG)
        if not sure or not inner.strip() or opener.is_in_word or closer.is_in_word:
            return None
        if opener.mark == WIDE_STAR:
            return self._wide(opener, closer) if self._is_lost else None
        if inner != inner.strip():
            return (
                self._spaced(opener, closer) if self._is_one(opener, closer) else None
            )
        if (opener.opens and closer.closes) or self._is_rendered(opener, closer):
            return None
        return self._flanked(opener, closer)

    def _is_one(self, opener: Run, closer: Run) -> bool:
        """Tell whether two delimiters are a pair, with a space inside."""
        if opener.opens or closer.closes or self._is_lost:
            return True
        if opener.closes and closer.opens:
            return False  # `one** two **three`: each may lack another half
        # `a ** b ** c` is a sum; at the edge of a text it is none.
        is_sum = opener.stands_alone and closer.stands_alone
        return not is_sum or not opener.before or not closer.after

    def _wide(self, opener: Run, closer: Run) -> BrokenEmphasis:
        marks = "*" * len(opener.marks)
        ends = (
            self._span(opener.start, opener.end),
            self._span(closer.start, closer.end),
        )
        return BrokenEmphasis(
            Span(ends[0].start, ends[1].end),
            ends[0],
            f"'{opener.marks}' for '{marks}'",
            tuple((end, marks) for end in ends),
        )

    def _halved(self, one: Halved) -> BrokenEmphasis:
        ends = self._span(*one.opening), self._span(*one.closing)
        span = Span(ends[0].start, ends[1].end)
        repairs = tuple((end, "**") for end in ends) if one.opening[0] >= 0 else ()
        return BrokenEmphasis(span, ends[0], "a space within '**'", repairs, safe=True)

    def _spaced(self, opener: Run, closer: Run) -> BrokenEmphasis:
        """Return emphasis with a space on the inside of its delimiters."""
        inner = self._text[opener.end : closer.start]
        first = len(inner) - len(inner.lstrip())
        last = len(inner) - len(inner.rstrip())
        marks = opener.marks
        before = self._span(opener.end, opener.end + first)
        after = self._span(closer.start - last, closer.start)
        repairs = []
        if first:
            out = "" if not opener.before or opener.before.isspace() else " "
            repairs.append(
                (Span(before.start - len(marks), before.end), f"{out}{marks}")
            )
        if last:
            out = " " if closer.after and not closer.after.isspace() else ""
            if unicodedata.category(closer.after or " ")[0] == "P":
                out = ""
            repairs.append((Span(after.start, after.end + len(marks)), f"{marks}{out}"))
        if first and last:
            problem = f"spaces inside '{marks}'"
        elif first:
            problem = f"space after the opening '{marks}'"
        else:
            problem = f"space before the closing '{marks}'"
        plain = "\n" not in inner[:first] + inner[len(inner) - last :]
        return BrokenEmphasis(
            self._span(opener.start, closer.end),
            before if first else after,
            problem,
            tuple(repairs) if plain else (),
            safe=len(marks) >= _STRONG and opener.mark == "*",
        )

    def _flanked(self, opener: Run, closer: Run) -> BrokenEmphasis:
        """Return emphasis whose delimiters stand between the wrong characters."""
        marks = opener.marks
        span = self._span(opener.start, closer.end)
        ends = (
            self._span(opener.start, opener.end),
            self._span(closer.start, closer.end),
        )
        if opener.mark == "_":
            wrong = ends[1] if opener.opens else ends[0]
            stars = "*" * len(marks)
            return BrokenEmphasis(
                span,
                wrong,
                f"'{marks}' beside a letter",
                ((ends[0], stars), (ends[1], stars)),
                safe=True,
            )
        if not closer.closes:
            inner = self._text[opener.end : closer.start]
            text = inner.rstrip("".join(_ENDS))
            repairs: tuple[tuple[Span, str], ...] = ()
            if text != inner and text[-1:].isalnum() and opener.opens:
                moved = self._span(opener.end + len(text), closer.end)
                repairs = ((moved, marks + inner[len(text) :]),)
            return BrokenEmphasis(
                span,
                ends[1],
                f"the closing '{marks}' stands between punctuation and a letter",
                repairs,
                by_dialect=True,
            )
        return BrokenEmphasis(
            span,
            ends[0],
            f"the opening '{marks}' stands between a letter and punctuation",
            by_dialect=True,
        )

    def _unpaired(self, run: Run) -> Iterator[BrokenEmphasis]:
        """Yield a delimiter without its other half."""
        if run.mark == WIDE_STAR or run.is_in_word or run.stands_alone:
            return
        sure = run.is_split or (run.mark == "*" and len(run.marks) == _STRONG)
        if sure or self._is_lost:
            start, end = run.loose
            span = self._span(start, end)
            yield BrokenEmphasis(span, span, f"unpaired '{self._text[start:end]}'")
