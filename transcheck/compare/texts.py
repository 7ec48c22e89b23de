"""The running texts of a document, searched all at once."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import cached_property
from itertools import accumulate

from transcheck.align.model import AlignedPage, BlockPair, BlockState, Pair
from transcheck.compare.counterparts import by_translation
from transcheck.document import (
    Block,
    Document,
    RunningText,
    block_text,
    document_blocks,
    own_inlines,
)

# No file holds U+0000.
_BETWEEN = "\n\0\n"


class Texts:
    """Blocks of a document that hold text, with their running texts.

    Args:
        texts: Each block with its text, in the order of the file.

    Attributes:
        text: All of the texts, each after U+0000 between two line ends.
    """

    def __init__(self, texts: Iterable[tuple[Block, RunningText]]) -> None:
        self._texts = tuple(texts)
        self.text = ""
        self._ends: list[int] = []
        if self._texts:
            parts = [reading.text for _, reading in self._texts]
            self.text = _BETWEEN + _BETWEEN.join(parts)
            lengths = (len(_BETWEEN) + len(part) for part in parts)
            self._ends = list(accumulate(lengths))

    def __iter__(self) -> Iterator[tuple[Block, RunningText]]:
        """Yield each block with its text."""
        return iter(self._texts)

    def locate(self, offset: int) -> tuple[Block, RunningText, int]:
        """Return the block that has a place of `text`, its text, and where that starts.

        A place before a text, where U+0000 is, belongs to it.
        """
        number = bisect_right(self._ends, offset)
        block, reading = self._texts[number]
        return block, reading, self._ends[number] - len(reading.text)

    def without(self, left_out: Container[int]) -> Texts:
        """Return the texts but those of some blocks, named by their ``id()``."""
        return Texts(one for one in self._texts if id(one[0]) not in left_out)

    @cached_property
    def words(self) -> list[list[str]]:
        """What stands between spaces in each text, without capitals."""
        return [part.split() for part in self.text.casefold().split("\0")[1:]]

    def with_words(self, wanted: frozenset[str]) -> list[tuple[Block, RunningText]]:
        """Return the texts that have one of some words between spaces, in any case."""
        return [
            one
            for one, words in zip(self._texts, self.words, strict=True)
            if not wanted.isdisjoint(words)
        ]

    def with_any(self, parts: Iterable[str]) -> list[tuple[Block, RunningText]]:
        """Return the texts that have one of some parts, as they are written."""
        found: set[int] = set()
        for part in parts:
            at = self.text.find(part)
            while at >= 0:
                number = bisect_right(self._ends, at)
                found.add(number)
                at = self.text.find(part, self._ends[number])
        return [self._texts[number] for number in sorted(found)]

    def having(self, pattern: re.Pattern[str]) -> Iterator[tuple[Block, RunningText]]:
        r"""Yield the texts in which a pattern is found, and perhaps some others.

        It costs one search, so that a rule need not look at most of its texts.

        Args:
            pattern: What is there wherever something is to be found. It sees all
                texts in a row, each between line ends, with U+0000 and a line end
                before it: it must not use ``\A`` and ``\Z``, nor refuse a line end
                beside what it finds.
        """
        match = pattern.search(self.text)
        while match:
            number = bisect_right(self._ends, match.start())
            yield self._texts[number]
            match = pattern.search(self.text, self._ends[number])


def texts_of(document: Document) -> Texts:
    """Return the texts of a document's blocks."""
    return document.once(_read)


def readings_having(
    document: Document, pattern: re.Pattern[str]
) -> Mapping[int, RunningText]:
    """Return the texts that `Texts.having` yields, by the ``id()`` of their block."""
    return document.once(_readings_having, pattern)


def _readings_having(
    document: Document, pattern: re.Pattern[str]
) -> Mapping[int, RunningText]:
    return {id(block): text for block, text in texts_of(document).having(pattern)}


def translated(
    pair: Pair, texts: Iterable[tuple[Block, RunningText]]
) -> Iterator[tuple[BlockPair, Block, RunningText]]:
    """Yield those of a translation's texts that are translated.

    Args:
        pair: The documents, aligned.
        texts: Blocks of the translation, with their texts.

    Yields:
        The pair that each is in, the original's block, and its text.
    """
    aligned = by_translation(pair)
    for block, reading in texts:
        blocks = aligned.get(id(block))
        if blocks is not None and blocks.state is BlockState.TRANSLATED:
            yield blocks, blocks.both()[0], reading


def blocks_with_any(
    page: AlignedPage, parts: Iterable[str]
) -> Iterator[tuple[Document, Block]]:
    """Yield the blocks of a page whose texts `Texts.with_any` returns."""
    for document in page.documents:
        for block, _ in texts_of(document).with_any(parts):
            yield document, block


def _read(document: Document) -> Texts:
    return Texts(
        (block, block_text(block))
        for block in document_blocks(document)
        if own_inlines(block)
    )
