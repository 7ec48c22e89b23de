"""Phrases in another language within a text, too short to be a sentence of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from transcheck.align.model import AlignedPage, BlockState, Pair, PairState
from transcheck.compare.counterparts import find_key, pair_of
from transcheck.compare.language_twins import twin_paths
from transcheck.compare.mixed_evidence import evidence_for
from transcheck.compare.mixed_titles import (
    find_terms,
    has_capitals,
    may_have_term,
    reads_like,
)
from transcheck.compare.page_titles import left_heading
from transcheck.compare.phrases import Phrase, phrases, words_of
from transcheck.compare.readable import is_title_elsewhere
from transcheck.compare.remains import find_remains
from transcheck.compare.texts import texts_of, translated
from transcheck.document import (
    Block,
    Document,
    Heading,
    RunningText,
    TableCell,
    block_prose,
    block_text,
    document_blocks,
)
from transcheck.language.foreign import foreign_language
from transcheck.language.near import TWINS, together
from transcheck.language.scripts import base
from transcheck.language.words import function_words
from transcheck.text import Span

# Most of what is translated was written in it.
_USUAL = "en"


class MixedPhrase(Struct, frozen=True):
    """A phrase that nobody translated.

    Args:
        language: The BCP 47 tag of what it is in.
        phrase: Its words.
        sure: It is part of a sentence; else it may be a term.
        key: Names its block, as in `BlockPair`; None for one without counterpart.
        source: Where the original has it, None where there is no original.
    """

    language: str
    phrase: Phrase
    sure: bool
    key: str | None
    source: Span | None = None


def find_mixed(
    page: AlignedPage, document: Document, attest: tuple[str, ...] = ()
) -> Iterator[MixedPhrase]:
    """Yield a phrase in another language in each block that is translated else.

    It is one of the original's; on a page without original, one in English. Left out
    are names, what is set apart, what other translations keep as well, and what
    another rule tells: whole blocks and longer parts.

    Args:
        page: The page.
        document: A translation.
        attest: Words and phrases that stay.
    """
    pair = pair_of(page, document)
    if pair is not None and pair.state not in {PairState.PARALLEL, PairState.OUTDATED}:
        return
    ours = page.original.language if page.original else _USUAL
    theirs = document.language
    if not ours or not theirs or _are_near(ours, theirs):
        return
    search = _Search(page, document, ours, theirs, attest)
    if page.original is None:
        found = search.in_document(pair) if page.pairs else iter(())
    else:
        found = search.in_pair(pair) if pair else iter(())
    for one in found:
        if document.path in page.once(twin_paths):
            return
        yield one


def _are_near(ours: str, theirs: str) -> bool:
    first, second = base(ours), base(theirs)
    return first == second or together(first, second, TWINS)


class _Search:
    """Looks for phrases of one language in a document in another."""

    def __init__(
        self,
        page: AlignedPage,
        document: Document,
        ours: str,
        theirs: str,
        attest: tuple[str, ...],
    ) -> None:
        self._page, self._document = page, document
        self._ours, self._theirs = ours, theirs
        self._evidence = evidence_for(page, document, ours, theirs, attest)
        # The texts that can have a phrase or a term, by the `id()` of their block.
        self._likely = self._evidence.likely_blocks(texts_of(document)).union(
            id(heading)
            for heading in document.headings
            if may_have_term(block_text(heading).text)
        )

    def in_pair(self, pair: Pair) -> Iterator[MixedPhrase]:
        """Yield the phrases that the original has in the same block."""
        told = {one.pair.key for one in pair.once(find_remains)}
        left = left_heading(pair)
        texts = (
            one for one in texts_of(pair.translation) if id(one[0]) in self._likely
        )
        for blocks, first, said in translated(pair, texts):
            second = blocks.both()[1]
            if blocks.key in told or second is left or is_title_elsewhere(second):
                continue
            source = block_text(first)
            shared = self._evidence.shared(said, source)
            found = self._choose(second, shared, blocks.key)
            if found is None and isinstance(second, Heading):
                found = self._term(second, blocks.key, shared, source)
            if found is not None:
                yield replace(found, source=_find(found.phrase, source))

    def in_document(self, pair: Pair | None) -> Iterator[MixedPhrase]:
        """Yield phrases that only the other language can have put so."""
        if not self._evidence.alien and not function_words(self._theirs):
            return
        untold = {
            id(blocks.translation)
            for blocks in (pair.walk_blocks() if pair else ())
            if blocks.state in {BlockState.TRANSLATED, BlockState.EXTRA}
        }
        for block in document_blocks(self._document):
            if id(block) not in self._likely or is_title_elsewhere(block):
                continue
            if isinstance(block, TableCell) or (pair and id(block) not in untold):
                continue  # it may be in a column of terms, or is told as a whole
            said = [*phrases(block_text(block))]
            key = find_key(self._page, self._document, block)
            narrow = [one for one in map(self._evidence.narrow, said) if one]
            found = self._choose(block, narrow, key)
            if found is None and isinstance(block, Heading) and key:
                found = self._term(block, key, said)
            if found is not None and not self._is_foreign(block):
                yield found

    def _is_foreign(self, block: Block) -> bool:
        text = block_prose(block)
        others, detector = (self._ours,), self._page.detector
        return foreign_language(text, self._theirs, others, detector) is not None

    def _choose(
        self, block: Block, found: Iterable[Phrase], key: str | None
    ) -> MixedPhrase | None:
        """Return the phrase that says most."""
        judged = [(phrase, self._evidence.judge(phrase, key)) for phrase in found]
        left = [(phrase, sure) for phrase, sure in judged if sure is not None]
        if not left or self._evidence.is_custom(block):
            return None
        phrase, sure = max(left, key=lambda one: one[1])
        return MixedPhrase(self._ours, phrase, sure, key)

    def _term(
        self,
        heading: Heading,
        key: str,
        found: Iterable[Phrase],
        source: RunningText | None = None,
    ) -> MixedPhrase | None:
        """Return a term of a heading that has words of its own as well."""
        if source is None and has_capitals(self._document, heading):
            return None
        words = set(words_of(block_text(heading).text))
        words.difference_update(words_of(source.text) if source else ())
        terms = self._evidence.terms
        for term in find_terms(self._page, self._document, key, found, terms):
            if words.issubset(term.said) or self._evidence.is_custom(heading):
                continue  # all of it, as names are
            if source or reads_like(
                term, self._ours, self._theirs, self._page.detector
            ):
                return MixedPhrase(self._ours, term, sure=False, key=key)
        return None


def _find(phrase: Phrase, source: RunningText) -> Span:
    """Return where the original has a phrase, all of the text if not in one piece."""
    said = phrase.said
    for one in phrases(source):
        for start in range(len(one.words) - len(said) + 1):
            if one.said[start : start + len(said)] == said:
                return one.cut(start, start + len(said)).span
    return source.span(0, len(source.text))
