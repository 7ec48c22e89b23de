"""What tells that a few words of a text are in another language."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from transcheck.align.model import AlignedPage
from transcheck.compare.phrases import (
    Phrase,
    covered,
    is_custom,
    is_kept,
    is_name,
    is_set_apart,
    latin_words,
    phrases,
    words_of,
)
from transcheck.compare.rows import rows, runs
from transcheck.compare.texts import Texts
from transcheck.document import Block, Document, RunningText
from transcheck.language.identify import LEAST_BY_SCRIPT
from transcheck.language.scripts import find_runs, scripts_of, weights
from transcheck.language.words import function_words, joining_words

# A phrase has so many words, one of them such as every sentence of its language has;
# where the text is in another script, fewer tell.
_LEAST_WORDS, _LEAST_ALIEN = 3, 2
# So many words are more than a term, whatever joins them.
_MANY_WORDS = 5
# Without an original, so many different function words are surely a phrase, where of
# so many words one is such.
_LEAST_TELLING, _SPARSE = 3, 4
# What English lent to other languages.
_LENT = """all in one|by default|copy and paste|drag and drop|end to end|in the wild
|man in the middle|off the shelf|on the fly|out of the box|pay as you go|peer to peer
|plug and play|point and click|state of the art|step by step|trial and error
|under the hood"""


class Evidence:
    """Tells by function words that phrases of a document are in another language.

    Args:
        page: The page.
        document: One of its documents.
        ours: The BCP 47 tag of the other language.
        theirs: That of the document.
        attest: Words and phrases that stay.
    """

    def __init__(
        self,
        page: AlignedPage,
        document: Document,
        ours: str,
        theirs: str,
        attest: Sequence[str],
    ) -> None:
        self._scripts = scripts_of(ours)
        self.alien = self._scripts.isdisjoint(scripts_of(theirs))
        self.terms = _terms(tuple(attest))
        self._page, self._document = page, document
        self._own = function_words(theirs)
        self._telling = function_words(ours) - self._own
        self._joining = joining_words(ours)

    def is_custom(self, block: Block) -> bool:
        """Tell whether the document has such phrases all over, not only in a block."""
        return self.alien and is_custom(self._document, block)

    def likely_blocks(self, texts: Texts) -> frozenset[int]:
        """Return at little cost the ``id()`` of the blocks that can have a phrase."""
        if not self.alien:
            found = texts.with_words(self._telling)
            return frozenset(id(block) for block, _ in found)
        telling = self._telling.intersection(latin_words(texts.text))
        return frozenset(
            id(block)
            for block, reading in (texts if telling else ())
            if not telling.isdisjoint(latin_words(reading.text))
        )

    def shared(self, reading: RunningText, source: RunningText) -> list[Phrase]:
        """Return the words in a row that a text and the original have in common."""
        known = frozenset(
            row for phrase in phrases(source) for row in rows(phrase.said, 2)
        )
        return [
            phrase.cut(start, end)
            for phrase in phrases(reading)
            for start, end in runs(phrase.said, known, 2)
        ]

    def narrow(self, phrase: Phrase) -> Phrase | None:
        """Return what of a phrase can only be in the other language by itself."""
        spots = self._spots(phrase)
        if self.alien:
            return phrase if spots and len(phrase.words) >= _LEAST_WORDS else None
        said = phrase.said
        own = [number for number, word in enumerate(said) if word in self._own]
        for start, end in pairwise((-1, *own, len(said))):
            inside = [number for number in spots if start < number < end]
            if len({said[number] for number in inside}) < _LEAST_TELLING:
                continue
            first, last = inside[0], inside[-1] + 1
            if last - first <= _SPARSE * len(inside):
                return phrase.cut(first, last)
        return None

    def judge(self, phrase: Phrase, key: str | None) -> bool | None:
        """Tell whether a phrase is surely of a sentence; None where it may stay.

        Args:
            phrase: The words.
            key: The block's, as in `BlockPair`, None where it has none.
        """
        said = phrase.said
        least = _LEAST_ALIEN if self.alien else _LEAST_WORDS
        if len(said) < least or is_name(phrase, self._joining or self._telling):
            return None
        stay = covered(said, self.terms)
        spots = [
            number
            for number in self._spots(phrase)
            if number not in stay
            and not self._is_kept(said[max(0, number - 1) : number + 2], key)
        ]
        if not spots or is_set_apart(phrase, self._document):
            return None
        if not self._joining:
            return False  # so that a term looks like a sentence
        if any(said[number] not in self._joining for number in spots):
            return True
        edges = spots[0] == 0 or spots[-1] == len(said) - 1
        sure = edges or len(said) >= _MANY_WORDS
        return sure if len(said) >= _LEAST_WORDS else None

    def _spots(self, phrase: Phrase) -> list[int]:
        """Return the numbers of the words that only sentences of the language have."""
        return [
            number
            for number, word in enumerate(phrase.words)
            if word[0].casefold() in self._telling and not _is_acronym(word[0])
        ]

    def _is_kept(self, said: Sequence[str], key: str | None) -> bool:
        return key is not None and is_kept(self._page, self._document, key, said)


class ScriptEvidence(Evidence):
    """Tells by their script: only names in Latin letters stand in texts of any."""

    def is_custom(self, block: Block) -> bool:
        """Tell whether the document has such phrases all over, not only in a block."""
        del block
        return False

    def likely_blocks(self, texts: Texts) -> frozenset[int]:
        """Return at little cost the ``id()`` of the blocks that can have a phrase."""
        return frozenset(
            id(block)
            for block, reading in texts
            if not reading.text.isascii()
            and any(script in self._scripts for script, _, _ in find_runs(reading.text))
        )

    def shared(self, reading: RunningText, source: RunningText) -> list[Phrase]:
        """Return what a text has of the original's script and words."""
        return [
            phrase
            for phrase in phrases(reading)
            if self._weigh(phrase.text) >= LEAST_BY_SCRIPT
            and phrase.text in source.text
        ]

    def judge(self, phrase: Phrase, key: str | None) -> bool | None:
        """Tell whether a phrase is surely of a sentence; None where it may stay."""
        said = phrase.said
        stays = len(covered(said, self.terms)) == len(said) or self._is_kept(said, key)
        return None if stays or is_set_apart(phrase, self._document) else True

    def _weigh(self, text: str) -> int:
        weight = weights(text)
        return sum(weight.get(script, 0) for script in self._scripts)


def evidence_for(
    page: AlignedPage,
    document: Document,
    ours: str,
    theirs: str,
    attest: Sequence[str],
) -> Evidence:
    """Return what tells that phrases of a document are in another language.

    Args:
        page: The page.
        document: One of its documents.
        ours: The BCP 47 tag of the other language.
        theirs: That of the document.
        attest: Words and phrases that stay.
    """
    alien = scripts_of(ours).isdisjoint(scripts_of(theirs))
    kind = ScriptEvidence if alien and "Latn" not in scripts_of(ours) else Evidence
    return kind(page, document, ours, theirs, attest)


@lru_cache(maxsize=16)
def _terms(attest: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(words_of(term)) for term in (*_LENT.split("|"), *attest))


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper()
