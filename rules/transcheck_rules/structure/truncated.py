"""The rule truncated."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from transcheck.compare.mention import name_block, place, related_at, shorten, words
from transcheck.compare.truncation import Tail, broken_sentence, lost_tail
from transcheck.document import Heading, block_prose
from transcheck.rule import (
    BlockPair,
    Finding,
    Pair,
    PairRule,
    Severity,
    Span,
    label,
)

# So many of the last characters the message shows.
_SHOWN = 24


class Truncated(PairRule, frozen=True):
    """A translation goes on to the end of its original."""

    id: ClassVar[str] = "truncated"
    category: ClassVar[str] = "structure"
    severity: ClassVar[Severity] = Severity.ERROR

    def check(self, pair: Pair) -> Iterator[Finding]:
        """Report the place where a page stops, or its last sentence does."""
        tail = pair.once(lost_tail)
        if tail is not None:
            yield _report_tail(pair, tail)
            return
        sentence = pair.once(broken_sentence)
        if sentence is not None:
            yield _report_sentence(pair, sentence)


def _report_tail(pair: Pair, tail: Tail) -> Finding:
    origin = label(pair.original)
    if isinstance(tail.first, Heading):
        name = f"section {shorten(words(*tail.first.inlines))}"
    else:
        name = name_block(tail.first)
    return Finding(
        place(pair.translation, tail.gap),
        f"page stops before {name}: it lacks the last {tail.share:.0%} of {origin}",
        cause=("tail", tail.key),
        block=tail.key,
        related=related_at(pair.original, "what follows", tail.first.span),
        help="Its last sentence breaks off." if tail.is_broken else None,
        shared=Severity.WARNING,
        blame=f"{name} and all after it is missing in most translations",
    )


def _report_sentence(pair: Pair, last: BlockPair) -> Finding:
    first, second = last.both()
    text = second.span.cut(pair.translation.text)
    end = second.span.start + len(text.rstrip())
    words_left = shorten(_end(block_prose(second)))
    return Finding(
        place(pair.translation, Span(end, end)),
        f"the last sentence of the page breaks off after {words_left}",
        cause=("sentence", last.key),
        block=last.key,
        related=related_at(pair.original, "the text", first.span),
        shared=Severity.WARNING,
    )


def _end(text: str) -> str:
    """Return the last characters of a text, from a space on if there is one."""
    end = text.strip()[-_SHOWN:]
    return end.partition(" ")[2] or end
