"""Two spellings of one term in a translation."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from msgspec import Struct

from transcheck.align.model import Pair
from transcheck.compare.texts import texts_of, translated
from transcheck.document import (
    Block,
    Document,
    Heading,
    RunningText,
    block_text,
    own_inlines,
)
from transcheck.language.scripts import base
from transcheck.patterns import late_regex
from transcheck.text import Span

# A word in katakana, without the dot between two.
_KATAKANA = late_regex(r"[\u30a1-\u30fa\u30fc]{3,}")
_LONG_MARK = "\u30fc"
# Two words beside each other, of a phrase that a language has borrowed.
_LATIN = r"[^\W\d_]"
_PHRASE = late_regex(
    rf"({_LATIN}(?<![\w.@#/-].){_LATIN}{{2,}})(?= ({_LATIN}{{3,}})(?![\w/@-]))"
)
_LARGE = late_regex(r"([A-Z](?<!\w.)[a-z]{2,})(?= ([A-Z][a-z]{2,}))")
_MAY_BE_LARGE = late_regex(r"[A-Z][a-z]{2,} [A-Z]")
_CAPITAL_BEFORE = late_regex(r"[A-Z]\w* \Z")
_SENTENCE_BEFORE = frozenset('.!?:;…("“«„|')
_WIDTH = 40


class Variant(Struct, frozen=True):
    """A term that is written in two ways.

    Args:
        written: The rarer way.
        usual: The other.
        spans: Where the rarer one stands, in the order of the file.
        usual_span: Where the other stands first.
        number: How often the other stands there.
        kind: ``long`` (a vowel) or ``capitals``.
        cause: Equal for the same in two languages.
    """

    written: str
    usual: str
    spans: tuple[Span, ...]
    usual_span: Span
    number: int
    kind: str
    cause: tuple[str, ...]


_Places = defaultdict[str, list[tuple[RunningText, re.Match[str]]]]


def term_variants(pair: Pair) -> Iterator[Variant]:
    """Yield the terms that a translation spells in two ways.

    In Japanese a word with and without its final long vowel; a phrase taken over from
    the original with and without capitals, where the original has it in one way.

    Args:
        pair: The documents, aligned.
    """
    if base(pair.translation.language or "") == "ja":
        yield from _long_marks(pair)
    yield from _capitals(pair)


def _long_marks(pair: Pair) -> Iterator[Variant]:
    places: _Places = defaultdict(list)
    for _, _, reading in translated(pair, texts_of(pair.translation)):
        for match in _KATAKANA.finditer(reading.text):
            places[match[0]].append((reading, match))
    for word in list(places):
        if word + _LONG_MARK in places:
            yield _variant(word, word + _LONG_MARK, places, "long", (word,))


def _capitals(pair: Pair) -> Iterator[Variant]:
    first, second = pair.original, pair.translation
    source = first.once(_folded)
    readings = [
        reading
        for blocks, _, reading in translated(
            pair, texts_of(second).having(_MAY_BE_LARGE)
        )
        if not isinstance(blocks.translation, Heading)
    ]
    if not any(
        f"{_stem(match[1])} {_stem(match[2])}" in source
        for reading in readings
        for match in _LARGE.finditer(reading.text)
    ):
        return
    large = {
        key
        for key, ways in _phrases(
            reading for reading in readings if _LARGE.search(reading.text)
        ).items()
        if any(way[0].isupper() for way in ways)
        and " ".join(key) in source
        and _may_be_small(key, second.text)
    }
    if not large:
        return
    aligned = pair.translated()
    own = _phrases(
        _having(
            large,
            [block_text(block) for _, _, block in aligned if _is_prose(block)],
        )
    )
    doubtful = [key for key in sorted(large) if len(own[key]) > 1]
    if not doubtful:
        return
    theirs = _phrases(
        _having(
            large,
            [block_text(block) for _, block, _ in aligned if _is_prose(block)],
        )
    )
    for key in doubtful:
        ways = own[key]
        if len(theirs.get(key, ())) == 1:
            one, other = sorted(ways)
            yield _variant(one, other, ways, "capitals", key)


def _folded(document: Document) -> str:
    return document.text.casefold()


def _may_be_small(key: tuple[str, str], text: str) -> bool:
    """Tell at little cost whether a text may have a phrase without capitals."""
    first, second = key
    if not (first + second).isascii() or "ss" in first + second:
        return True  # letters that have another form without capitals
    return f"{first} {second}" in text or f"{first}s {second}" in text


def _is_prose(block: Block) -> bool:
    return bool(own_inlines(block)) and not isinstance(block, Heading)


def _having(
    phrases: Iterable[tuple[str, str]], texts: Iterable[RunningText]
) -> Iterator[RunningText]:
    """Yield the texts that have one of some phrases."""
    wanted = [" ".join(phrase) for phrase in phrases]
    for text in texts:
        folded = text.text.casefold()
        if any(phrase in folded for phrase in wanted):
            yield text


def _phrases(texts: Iterable[RunningText]) -> dict[tuple[str, str], _Places]:
    """Return the pairs of words within sentences, by their capitals.

    Only those with a capital in both words, or in none, which is how a phrase is
    written. Words are without the `s` of a plural.
    """
    found: dict[tuple[str, str], _Places] = {}
    for reading in texts:
        for match in _PHRASE.finditer(reading.text):
            way = _way(match)
            if way is not None:
                key = _stem(match[1]), _stem(match[2])
                ways = found.setdefault(key, defaultdict(list))
                is_large = way[0].isupper()
                known = (one for one in ways if one[0].isupper() == is_large)
                ways[next(known, way)].append((reading, match))
    return found


def _way(match: re.Match[str]) -> str | None:
    """Return a phrase as it is written, None where that tells nothing of it."""
    first, second = match.groups()
    is_large = first[0].isupper()
    if is_large != second[0].isupper():
        return None
    if not (first[1:].islower() and second[1:].islower()):
        return None
    before = match.string[max(0, match.start() - _WIDTH) : match.start()]
    ended = before.rstrip()
    if ended[-1:] in _SENTENCE_BEFORE or not before or "\n" in before[len(ended) :]:
        return None
    # Between other words with capitals it is part of a longer name.
    after = match.string[match.end(2) :][:2]
    if is_large and (_CAPITAL_BEFORE.search(before) or after[1:].isupper()):
        return None
    return f"{first} {second}"


def _stem(word: str) -> str:
    return word.casefold().removesuffix("s")


def _variant(
    first: str,
    second: str,
    places: _Places,
    kind: str,
    cause: tuple[str, ...],
) -> Variant:
    """Return the rarer of two ways; where they are as frequent, the later one."""
    spans = {
        way: [
            reading.span(match.start(), match.end(match.lastindex or 0))
            for reading, match in places[way]
        ]
        for way in (first, second)
    }
    rare, usual = sorted(spans, key=lambda way: (len(spans[way]), -spans[way][0].start))
    return Variant(
        rare,
        usual,
        tuple(spans[rare]),
        spans[usual][0],
        len(spans[usual]),
        kind,
        cause,
    )
