"""The rule repeated-phrase."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from transcheck.compare.counterparts import by_translation
from transcheck.compare.mention import place, shorten
from transcheck.compare.texts import texts_of
from transcheck.document import Block, block_prose
from transcheck.language.loops import Loop, find_loop, has_spaceless, may_repeat
from transcheck.rule import (
    BlockState,
    Finding,
    Pair,
    PairRule,
    Severity,
    Span,
)


class RepeatedPhrase(PairRule, frozen=True):
    """No phrase stands in a text over and over."""

    id: ClassVar[str] = "repeated-phrase"
    category: ClassVar[str] = "language"
    severity: ClassVar[Severity] = Severity.ERROR
    voting: ClassVar[bool] = False

    def check(self, pair: Pair) -> Iterator[Finding]:
        """Report the first phrase of each block that is repeated three times."""
        aligned = by_translation(pair)
        texts = texts_of(pair.translation)
        spaceless = has_spaceless(texts.text)
        for (block, _), words in zip(texts, texts.words, strict=True):
            if not spaceless and not may_repeat(words):
                continue
            one = aligned.get(id(block))
            loop = find_loop(block_prose(block))
            if one is None or one.state is BlockState.ASIDE or loop is None:
                continue
            if one.original is None or find_loop(block_prose(one.original)) is None:
                yield Finding(
                    place(pair.translation, _second(pair, block, loop)),
                    f"{shorten(loop.phrase)} stands {loop.times} times in a row",
                    cause=("loop", one.key),
                    block=one.key,
                    help="A machine translator that is stuck writes such a text.",
                )


def _second(pair: Pair, block: Block, loop: Loop) -> Span:
    """Return where the phrase stands for the second time, or else the block."""
    text, phrase = pair.translation.text, loop.phrase
    first = text.find(phrase, block.span.start, block.span.end)
    if first >= 0:
        start = text.find(phrase, first + len(phrase), block.span.end)
        if start >= 0:
            return Span(start, start + len(phrase))
    return block.span
