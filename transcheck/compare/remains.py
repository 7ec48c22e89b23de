"""Parts of an original's sentences that stand in the translation of their page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import repeat

from msgspec import Struct

from transcheck.align.model import BlockPair, Pair
from transcheck.compare.enclosure import is_enclosed, outside_of_marks
from transcheck.compare.readable import is_title_elsewhere
from transcheck.compare.rows import rows, runs
from transcheck.compare.texts import texts_of, translated
from transcheck.document import Document, RunningText, block_text, document_blocks
from transcheck.language.scripts import base
from transcheck.language.words import tables
from transcheck.patterns import late_regex
from transcheck.text import Span

# So many words in a row are no coincidence, if so many of them are such as every
# sentence of the language has, and no more than half begin like names.
_ROW, _LEAST_WORDS, _LEAST_FUNCTION_WORDS = 5, 6, 2
# What a word is: none of the original's, one of them, and a function word of them.
_OTHER, _OWN, _COMMON = range(3)
_WORD = late_regex(r"[^\W\d_][^\W\d_]*(?:['\u2019-][^\W\d_]+)*")


class Remains(Struct, frozen=True):
    """Words of the original within a translated block.

    Args:
        pair: The block and its counterpart.
        span: Where they are in the translation.
    """

    pair: BlockPair
    span: Span


def find_remains(pair: Pair) -> tuple[Remains, ...]:
    """Return the first words of the original in each block that is translated else.

    Names, titles, and what stands in brackets or quotes is left out: translators give
    the original's words beside their own there. To be asked for by `Pair.once`.

    Args:
        pair: The documents, aligned; nothing where a language is not known, where both
            are one, or where the original's has no table of function words.
    """
    ours, theirs = pair.original.language, pair.translation.language
    common = tables().get(base(ours)) if ours else None
    if ours is None or theirs is None or common is None or base(ours) == base(theirs):
        return ()
    return tuple(_search(pair, common))


def _search(pair: Pair, common: frozenset[str]) -> Iterator[Remains]:
    known: frozenset[tuple[str, ...]] | None = None
    texts = texts_of(pair.translation).with_words(common)
    for blocks, _, reading in translated(pair, texts):
        if not _shares_row(reading.text, pair.original.once(_codes, common)):
            continue
        words = list(_WORD.finditer(reading.text))
        if len(words) < _LEAST_WORDS or is_title_elsewhere(blocks.both()[1]):
            continue
        known = pair.original.once(_rows) if known is None else known
        for start, end in runs([word[0].casefold() for word in words], known, _ROW):
            left = outside_of_marks(words[start:end], reading.text)
            if _is_left(left, reading, common):
                span = reading.span(left[0].start(), left[-1].end())
                yield Remains(blocks, span)
                break


def _shares_row(text: str, codes: Mapping[str, int]) -> bool:
    """Tell at little cost whether a text may have enough words of another in a row."""
    shared = bytes(map(codes.get, _WORD.findall(text.casefold()), repeat(_OTHER)))
    return any(
        len(row) >= _LEAST_WORDS and row.count(_COMMON) >= _LEAST_FUNCTION_WORDS
        for row in shared.split(bytes((_OTHER,)))
    )


def _codes(document: Document, common: frozenset[str]) -> Mapping[str, int]:
    """Return for each word of a document whether it is one of the common ones."""
    words = _WORD.findall(texts_of(document).text.casefold())
    return {word: _COMMON if word in common else _OWN for word in words}


def _rows(document: Document) -> frozenset[tuple[str, ...]]:
    """Return every few words that follow one another in a block of a document."""
    found: set[tuple[str, ...]] = set()
    for block in document_blocks(document):
        words = [word.casefold() for word in _WORD.findall(block_text(block).text)]
        found.update(rows(words, _ROW))
    return frozenset(found)


def _is_left(
    words: list[re.Match[str]], reading: RunningText, common: frozenset[str]
) -> bool:
    if len(words) < _LEAST_WORDS:
        return False
    said = [word[0] for word in words]
    telling = [word for word in said if word.casefold() not in common]
    if len(said) - len(telling) < _LEAST_FUNCTION_WORDS:
        return False
    if 2 * sum(word[0].isupper() for word in telling) > len(telling):
        return False
    start, end = words[0].start(), words[-1].end()
    if any(first <= start and end <= last for _, first, last in reading.links):
        return False
    return not is_enclosed(reading.text, start, end)
