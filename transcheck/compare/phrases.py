"""Words in a row of a text, and what speaks for leaving them as they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet

from msgspec import Struct

from transcheck.align.model import AlignedPage, BlockState
from transcheck.compare.counterparts import by_original
from transcheck.compare.enclosure import is_enclosed
from transcheck.document import (
    CODE,
    MARKUP,
    Block,
    Document,
    RunningText,
    block_text,
    document_blocks,
)
from transcheck.language.scripts import weights, words
from transcheck.patterns import late_regex
from transcheck.text import Span

# Chinese and Thai put no space between Latin letters and their own.
_LATIN = "A-Za-z\u00c0-\u024f\u1e00-\u1eff"
# Digits go on with a word, and what is joined by a sign is one: `i2v`, `gpt-4.1-mini`,
# `example.org`.
_WORD = late_regex(
    rf"[{_LATIN}][{_LATIN}\d]*(?:(?:['\u2019_-]|\.(?=[a-z\d])|(?<=\d)\.)[{_LATIN}\d]+)*"
    rf"|[^\W\d_{_LATIN}]+(?:['\u2019-][^\W\d_{_LATIN}]+)*"
)
_LATIN_WORD = late_regex(f"[{_LATIN}][{_LATIN}]*")
_GAP = late_regex(r"[ \t\n\u00a0]+|, ")
_EMPHASIS = ("*", "_")
_OPENING, _CLOSING = late_regex(r"(?<![^\W_])'"), late_regex(r"'(?![A-Za-z])")
# A translation follows in brackets.
_EXPLAINED = late_regex(r"[ \u00a0]?[(\uff08]")
# What so many other translations of a block have as well is meant to stay.
_KEEPING = 2
# Where Latin words in lower case are more than this share of the letters, the language
# is written so: four sites have two such languages, and nothing near it in others.
_CUSTOM = 0.15
# Articles stand in names as well as in sentences.
_ARTICLES = frozenset(["the", "a", "an", "der", "die", "das", "dem", "den", "des"])


class Phrase(Struct, frozen=True):
    """Words of a text that nothing but space and commas part.

    Args:
        words: The words.
        reading: The text.
    """

    words: tuple[re.Match[str], ...]
    reading: RunningText

    @property
    def said(self) -> list[str]:
        """The words without capitals."""
        return [word[0].casefold() for word in self.words]

    @property
    def text(self) -> str:
        """What is read."""
        return self.reading.text[self.words[0].start() : self.words[-1].end()]

    @property
    def span(self) -> Span:
        """Where it is in the source."""
        return self.reading.span(self.words[0].start(), self.words[-1].end())

    def cut(self, start: int, end: int) -> Phrase:
        """Return some of its words."""
        return Phrase(self.words[start:end], self.reading)


def words_of(text: str) -> list[str]:
    """Return the words of a text without capitals, Latin ones apart from others."""
    return _WORD.findall(text.casefold())


def latin_words(text: str) -> list[str]:
    """Return the runs of Latin letters of a text without capitals."""
    return _LATIN_WORD.findall(text.casefold())


def phrases(reading: RunningText) -> Iterator[Phrase]:
    """Yield the phrases of a text: words in one script, or in any but Latin.

    What is joined to code is no word.
    """
    text = reading.text
    has_code = CODE in text
    found: list[re.Match[str]] = []
    was_latin, past = False, 0
    for one in _WORD.finditer(text):
        start, end = one.span()
        is_latin = _LATIN_WORD.match(text, start) is not None
        if found and (
            is_latin is not was_latin or not _GAP.fullmatch(text, past, start)
        ):
            yield Phrase(tuple(found), reading)
            found = []
        if not has_code or CODE not in text[max(0, start - 1) : end + 1]:
            found.append(one)
            was_latin, past = is_latin, end
    if found:
        yield Phrase(tuple(found), reading)


def is_name(phrase: Phrase, small: AbstractSet[str]) -> bool:
    """Tell names and titles by their capitals.

    Args:
        phrase: The words.
        small: Words that stand in names without a capital.
    """
    words = [word[0] for word in phrase.words]
    if 2 * sum(word[0].isupper() for word in words) > len(words):
        return True
    if words[0][0].islower() or words[-1][0].islower():
        return False
    return all(
        word[0].isupper() or word in small or word in _ARTICLES for word in words
    )


def is_set_apart(phrase: Phrase, document: Document) -> bool:
    """Tell whether a phrase is meant to be in another language.

    It is in brackets, quotes, emphasis or a link, or explained in brackets after it.
    """
    text, links = phrase.reading.text, phrase.reading.links
    start, end = phrase.words[0].start(), phrase.words[-1].end()
    if any(first <= start and end <= last for _, first, last in links):
        return True
    if text[max(0, start - 1) : start] == MARKUP == text[end : end + 1]:
        return True
    span, source = phrase.span, document.text
    before, after = source[max(0, span.start - 1) : span.start], source[span.end :][:1]
    if before in _EMPHASIS and after in _EMPHASIS:
        return True
    if _OPENING.search(text, 0, start) and _CLOSING.search(text, end):
        return True
    return bool(_EXPLAINED.match(text, end)) or is_enclosed(text, start, end)


def covered(said: Sequence[str], kept: Iterable[Sequence[str]]) -> set[int]:
    """Return the numbers of words that are part of a phrase that stays.

    Args:
        said: The words, without capitals.
        kept: The words of each phrase that stays.
    """
    found: set[int] = set()
    for term in kept:
        for start in range(len(said) - len(term) + 1):
            if list(said[start : start + len(term)]) == list(term):
                found.update(range(start, start + len(term)))
    return found


def is_kept(
    page: AlignedPage, document: Document, key: str, said: Sequence[str]
) -> bool:
    """Tell whether other translations of a block have the same words.

    Args:
        page: The page.
        document: The one that has them.
        key: The block's, as in `BlockPair`.
        said: The words, without capitals.
    """
    needle = f" {' '.join(said)} "
    others = page.once(_translations, key)
    keeping = sum(
        needle in _flat(block_text(block).text)
        for other, block in others
        if other is not document
    )
    return keeping >= _KEEPING


def count_translations(page: AlignedPage, document: Document, key: str) -> int:
    """Return how many other documents of a page have a block."""
    others = page.once(_translations, key)
    return sum(other is not document for other, _ in others)


def count_uses(document: Document, said: Sequence[str]) -> int:
    """Return how often a document says words one after another."""
    return document.once(_all_words).count(f" {' '.join(said)} ")


def is_custom(document: Document, block: Block) -> bool:
    """Tell whether a document has Latin words all over, as its language does.

    Args:
        document: One in another script.
        block: A block of it that does not count.
    """
    text = block_text(block).text
    latin, total = document.once(_count_latin)
    small, whole = latin - _count_small(text), total - sum(weights(text).values())
    return small > _CUSTOM * whole


def _translations(page: AlignedPage, key: str) -> list[tuple[Document, Block]]:
    """Return the translations of a block, by its key.

    Where there is no original, what the others are held against is one of them.
    """
    found: list[tuple[Document, Block]] = []
    source = page.once(_by_key).get(key)
    for pair in page.pairs if source is not None else ():
        blocks = by_original(pair).get(id(source))
        if blocks is not None and blocks.state is BlockState.TRANSLATED:
            if not found and page.original is None:
                found.append((pair.original, blocks.both()[0]))
            found.append((pair.translation, blocks.both()[1]))
    return found


def _by_key(page: AlignedPage) -> dict[str, Block]:
    """Return the blocks of the reference by their keys, which all pairs share."""
    return {
        blocks.key: blocks.original
        for pair in page.pairs[:1]
        for blocks in pair.walk_blocks()
        if blocks.original is not None
    }


def _flat(text: str) -> str:
    return " ".join(("", *words_of(text), ""))


def _all_words(document: Document) -> str:
    texts = (block_text(block).text for block in document_blocks(document))
    return _flat("\n".join(texts))


def _count_latin(document: Document) -> tuple[int, int]:
    """Return what small Latin words weigh in a document, and all of it."""
    blocks = document_blocks(document)
    text = "\n".join(block_text(block).text for block in blocks)
    return _count_small(text), sum(weights(text).values())


def _count_small(text: str) -> int:
    return sum(len(word) for word in words(text) if word.isascii() and word.islower())
