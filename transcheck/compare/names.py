"""Names with capitals of their own, and where a translation writes them otherwise."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from string import ascii_letters, digits

from msgspec import Struct

from transcheck.align.model import Pair
from transcheck.compare.texts import texts_of, translated
from transcheck.document import (
    Document,
    RunningText,
    block_text,
    document_blocks,
    own_inlines,
)
from transcheck.patterns import late_regex
from transcheck.text import Span

# A capital within: `GitHub`, `iOS`, `PyTorch`; or several before a word: `CPython`. The
# plural of an abbreviation is none: `URLs`.
_OWN_CAPITALS = late_regex(r"[a-z][A-Z]|[A-Z]{2}[a-z]{3}")
# What stands between spaces, or letters of other scripts.
_CHUNK = late_regex(r"[!-~]+")
# Addresses, paths, files, tags, variables.
_ADDRESS = late_regex(r"://|[@#/\\_=~$]|(?<=\w)[.:]+(?=\w)", re.ASCII)
_WORD = late_regex(r"[A-Za-z][A-Za-z0-9]*")
# A table for `bytes.translate` that makes spaces of what is in no such word.
_WORDS_ALONE = bytes(
    code if chr(code) in ascii_letters + digits else ord(" ") for code in range(256)
)
_CODE_WORD = late_regex(r"[A-Za-z][A-Za-z0-9]+")
_SENTENCE_START = late_regex(r"(?:\A|[.!?:;…。！？：\n])[\s\W]*\Z")
_WIDTH = 12
_SHORTEST = 3
# A name that the original has so often may be where it has it not, and is no slip of
# its own where the translation has capitals alone.
_OFTEN = 3


class MiswrittenName(Struct, frozen=True):
    """A name that a translation writes in other capitals than its original.

    Args:
        name: As the original writes it.
        written: As the translation does, at its first place.
        spans: Where, in the order of the file.
        there: Where the original has it.
    """

    name: str
    written: str
    spans: tuple[Span, ...]
    there: Span


def miswritten_names(pair: Pair) -> Iterator[MiswrittenName]:
    """Yield the names that a translation writes in other capitals.

    Args:
        pair: The documents, aligned.
    """
    names = pair.original.once(_names)
    odd = {
        word
        for word in pair.translation.once(_spelled)
        if (letters := word.lower()) in names and names[letters].name != word
    }
    if not odd:
        return
    found: dict[str, list[tuple[str, Span]]] = defaultdict(list)
    texts = texts_of(pair.translation).with_any(odd)
    for _, first, reading in translated(pair, texts):
        words = [word for word in _words(reading.text) if word[0] in odd]
        if not words or not any(map(str.islower, reading.text)):
            continue
        there = {word[0] for word in _words(block_text(first).text)}
        for word in words:
            name = names[word[0].lower()]
            if (name.name not in there or word[0].isupper()) and name.number < _OFTEN:
                continue
            if not _opens_sentence(reading.text, word, name.name):
                found[name.name].append((word[0], reading.span(*word.span())))
    for spelling, places in found.items():
        yield MiswrittenName(
            spelling,
            places[0][0],
            tuple(span for _, span in places),
            names[spelling.lower()].span,
        )


def names_in(document: Document) -> frozenset[str]:
    """Return the words of a document with capitals of their own, wherever they are."""
    return frozenset(
        word
        for word in document.once(_spelled)
        if not (word.islower() or word.istitle()) and _OWN_CAPITALS.search(word)
    )


class _Name(Struct, frozen=True):
    name: str
    number: int
    span: Span


def _names(document: Document) -> Mapping[str, _Name]:
    """Return the names of a document that it writes in one way, by their letters."""
    number: Counter[str] = Counter()
    spans: dict[str, Span] = {}
    wanted = [word.lower() for word in names_in(document)]
    for reading in _texts(document):
        folded = reading.text.lower()
        if not any(name in folded for name in wanted):
            continue
        for word in _words(reading.text):
            number[word[0]] += 1
            if word[0] not in spans:
                spans[word[0]] = reading.span(*word.span())
    spellings: dict[str, set[str]] = defaultdict(set)
    for spelling in (*number, *document.once(_code_words)):
        spellings[spelling.lower()].add(spelling)
    return {
        name.lower(): _Name(name, number[name], spans[name])
        for name in number
        if len(name) >= _SHORTEST
        and _OWN_CAPITALS.search(name)
        and spellings[name.lower()] == {name}
    }


def _code_words(document: Document) -> frozenset[str]:
    codes = [span.value for span in document.code_spans]
    codes += [block.content for block in document.code_blocks]
    return frozenset(word for code in codes for word in _CODE_WORD.findall(code))


def _spelled(document: Document) -> frozenset[str]:
    """Return every word of a file, code and addresses included: a quick look."""
    plain = document.text.encode("ascii", "replace").translate(_WORDS_ALONE)
    words = set(plain.decode("ascii").split())
    numbers = [word for word in words if word[0] in digits]
    words.difference_update(numbers)
    words.update(word.lstrip(digits) for word in numbers)
    return frozenset(words - {""})


def _texts(document: Document) -> Iterator[RunningText]:
    for block in document_blocks(document):
        if own_inlines(block):
            yield block_text(block)


def _words(text: str) -> Iterator[re.Match[str]]:
    """Yield the words in ASCII letters, but those of addresses and the like."""
    for chunk in _CHUNK.finditer(text):
        if not _ADDRESS.search(chunk[0]):
            for word in _WORD.finditer(text, *chunk.span()):
                before, after = (
                    text[word.start() - 1 : word.start()],
                    text[word.end() :][:1],
                )
                if not (_is_latin(before) or _is_latin(after)):
                    yield word


def _is_latin(character: str) -> bool:
    """Tell whether a character continues a word in Latin letters."""
    return character.isalnum() and character < "\u0250"


def _opens_sentence(text: str, word: re.Match[str], name: str) -> bool:
    """Tell whether a word has a capital because it opens a sentence: `Npm`."""
    start = word.start()
    return word[0] == name[0].upper() + name[1:] and bool(
        _SENTENCE_START.search(text[max(0, start - _WIDTH) : start])
    )
