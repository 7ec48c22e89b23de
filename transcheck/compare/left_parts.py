"""Sentences of the original that stand in a text that was translated."""

from __future__ import annotations

import re
from os.path import commonprefix

from transcheck.align.model import Pair
from transcheck.compare.readable import CODE, block_text
from transcheck.document import Block
from transcheck.language import function_words
from transcheck.text import Span

# So many characters at the start or end of the original are looked for; a part that was
# left has so many words, and so many of them are function words.
_PROBE = 24
_LEAST_WORDS, _LEAST_FUNCTION_WORDS = 8, 3
_WORD = re.compile(r"[^\W\d_]+")
_WORD_START = re.compile(rf"(?<!\w)[\w{CODE}]")
# What is quoted, an example or a message, stays as it is.
_QUOTES = re.compile(r'["“”„«»「」『』`]')


def left_part(pair: Pair, first: Block, second: Block) -> Span | None:
    """Return the sentence of the original that stands in a text, None without one.

    Translators work above or below the original's text, and forget it; or they stop
    in the middle. So it is looked for as far as the original starts or ends with it.

    Args:
        pair: The pair.
        first: A block of the original.
        second: Its counterpart.
    """
    known = function_words(pair.original.language)
    source = block_text(pair.original, first).text.strip()
    reading = block_text(pair.translation, second)
    if not known or len(source) < _PROBE:
        return None
    start = reading.text.find(source[:_PROBE])
    if start >= 0:
        length = _shared(source, reading.text[start:])
    else:
        end = reading.text.rfind(source[-_PROBE:]) + _PROBE
        if end < _PROBE:
            return None
        length = _shared(source[::-1], reading.text[:end][::-1])
        start = end - length
    begins = _WORD_START.search(reading.text, start, start + length)
    if begins is None:
        return None
    part = reading.text[begins.start() : start + length].rstrip()
    if not _is_sentence(part, known):
        return None
    return reading.span(begins.start(), begins.start() + len(part))


def _shared(first: str, second: str) -> int:
    """Return how many characters two texts begin with that are the same."""
    return len(commonprefix((first, second)))  # noqa: RUF071 - of characters


def _is_sentence(text: str, known: frozenset[str]) -> bool:
    """Tell a sentence from names, a title and what is quoted."""
    words = _WORD.findall(text)
    if len(words) < _LEAST_WORDS or _QUOTES.search(text):
        return False
    capitals = sum(word[0].isupper() for word in words)
    said = sum(word.lower() in known for word in words)
    return (
        2 * capitals < len(words)
        and said >= _LEAST_FUNCTION_WORDS
        and 2 * text.count(CODE) < len(words)
    )
