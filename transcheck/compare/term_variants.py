"""Two spellings of one term in a translation."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from transcheck.align.model import Pair
from transcheck.compare.readable import block_text
from transcheck.document import Block, Document, Heading
from transcheck.language.scripts import base
from transcheck.text import Span

# A word in katakana, without the dot between two.
_KATAKANA = re.compile(r"[\u30a1-\u30fa\u30fc]{3,}")
_LONG_MARK = "\u30fc"
# Two words beside each other, of a phrase that a language has borrowed.
_LATIN = r"[^\W\d_]"
_PHRASE = re.compile(rf"(?<![\w.@#/-])(?=({_LATIN}{{3,}}) ({_LATIN}{{3,}})(?![\w/@-]))")
_CAPITAL_BEFORE = re.compile(r"[A-Z]\w* \Z")
_SENTENCE_BEFORE = re.compile(r"(?:\A|[.!?:;…(\"“«\u201e|]\s*|\n\s*)\Z")
_WIDTH = 40


@dataclass(frozen=True, slots=True)
class Variant:
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


_Places = defaultdict[str, list[Span]]


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
    for _, _, block in pair.translated():
        reading = block_text(pair.translation, block)
        for match in _KATAKANA.finditer(reading.text):
            places[match[0]].append(reading.span(*match.span()))
    for word in list(places):
        if word + _LONG_MARK in places:
            yield _variant(word, word + _LONG_MARK, places, "long", (word,))


def _capitals(pair: Pair) -> Iterator[Variant]:
    phrases = _phrases(pair.original, [first for _, first, _ in pair.translated()])
    if not phrases:
        return
    own = _phrases(pair.translation, [second for _, _, second in pair.translated()])
    for key, ways in own.items():
        if len(ways) > 1 and len(phrases.get(key, ())) == 1:
            small, large = sorted(ways, reverse=True)[:2]
            yield _variant(small, large, ways, "capitals", key)


def _phrases(
    document: Document, blocks: list[Block]
) -> Mapping[tuple[str, str], _Places]:
    """Return the pairs of words within sentences, by their capitals.

    Only those with a capital in both words, or in none, which is how a phrase is
    written.
    """
    found: dict[tuple[str, str], _Places] = {}
    for block in blocks:
        if isinstance(block, Heading):
            continue
        reading = block_text(document, block)
        text = reading.text
        for match in _PHRASE.finditer(text):
            first, second = match.groups()
            if first[0].isupper() != second[0].isupper() or not (
                first[1:].islower() and second[1:].islower()
            ):
                continue
            before = text[max(0, match.start() - _WIDTH) : match.start()]
            after = text[match.end(2) :][:2]
            if _SENTENCE_BEFORE.search(before) or (
                first[0].isupper()
                and (_CAPITAL_BEFORE.search(before) or after[1:].isupper())
            ):
                continue
            key = _stem(first), _stem(second)
            way = f"{first} {second}"
            way = way.title() if first[0].isupper() else way
            ways = found.setdefault(key, defaultdict(list))
            known = next(
                (one for one in ways if one[0].isupper() == way[0].isupper()), way
            )
            ways[known].append(reading.span(match.start(1), match.end(2)))
    return found


def _stem(word: str) -> str:
    return word.casefold().removesuffix("s")


def _variant(
    first: str,
    second: str,
    places: Mapping[str, list[Span]],
    kind: str,
    cause: tuple[str, ...],
) -> Variant:
    """Return the rarer of two ways; where they are as frequent, the later one."""
    rare, usual = sorted(
        (first, second), key=lambda way: (len(places[way]), -places[way][0].start)
    )
    return Variant(
        rare,
        usual,
        tuple(places[rare]),
        places[usual][0],
        len(places[usual]),
        kind,
        cause,
    )
