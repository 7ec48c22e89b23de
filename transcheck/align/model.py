"""Two documents held side by side: which part of one answers which of the other.

Every block is in one pair, but for what nobody misses: comments, attributes, imports,
link definitions, closing tags and elements that only wrap (`transcheck.align.flow`).
Blocks in such an element are listed in its place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from typing import TypeVar

from msgspec import Struct, field

from transcheck.align.traits import Traits
from transcheck.document import Block, Document, Heading, Section
from transcheck.language.detectors import DEFAULT_DETECTOR, Detector
from transcheck.memo import Memoized
from transcheck.site import Surroundings
from transcheck.terms import Terms
from transcheck.text import Span

T = TypeVar("T")


class BlockState(str, Enum):
    """What became of a block of the reference in the translation.

    An aside is about the page, not of it, and on one side only: a notice that a machine
    translated it, a language switcher. Nobody misses it, and nothing in it is compared.
    """

    TRANSLATED = "translated"
    UNTRANSLATED = "untranslated"
    FOREIGN = "foreign"
    MISSING = "missing"
    EXTRA = "extra"
    ASIDE = "aside"


class PairState(str, Enum):
    """How far two documents are the same page."""

    PARALLEL = "parallel"
    NOT_PARALLEL = "not-parallel"
    OUTDATED = "outdated"
    UNTRANSLATED = "untranslated"

    @property
    def cause(self) -> tuple[str]:
        """The cause of the one finding that reports it."""
        return (self.value,)


class BlockPair(Struct, frozen=True, kw_only=True, gc=False):
    """A block of the reference and its counterpart.

    Args:
        state: What became of it.
        original: The block in the reference, None when it is extra.
        translation: The block in the translation, None when it is missing. An aside
            has one of the two.
        key: Names the block by its content: equal in all translations for one
            block of the reference, and after unrelated edits.
        gap: For a missing block, the empty span in the translation where it would
            be: the end of the last aligned block before it, else of the parent's
            heading, else the start. For an extra one, the same in the reference.
            None for the other states.
        blocks: The blocks in them, aligned.
        opened: The text of a container stands without it on the other side, and its
            blocks follow it instead.
        detected: The BCP 47 language a foreign block is in, None for other states.
    """

    state: BlockState
    original: Block | None
    translation: Block | None
    key: str
    gap: Span | None = None
    blocks: tuple[BlockPair, ...] = ()
    opened: bool = False
    detected: str | None = None

    def both(self) -> tuple[Block, Block]:
        """Return the two blocks of a pair that has both; an error otherwise."""
        if self.original is None or self.translation is None:
            raise ValueError(f"block {self.key} is {self.state.value}")
        return self.original, self.translation


class SectionPair(Struct, frozen=True, kw_only=True, gc=False):
    """A section of the reference and its counterpart, without the sections below.

    Args:
        state: ``TRANSLATED``, ``MISSING``, ``EXTRA``, or ``ASIDE`` where all in it is.
        original: The section in the reference, None when it is extra.
        translation: The section in the translation, None when it is missing.
        key: As in `BlockPair`.
        gap: As in `BlockPair`.
        heading: The headings as blocks, None for the root, and where one is missing.
        blocks: The blocks before the first section below, aligned. Empty when one
            side is missing: a lost section silences what was in it. Where only a
            heading was lost, what stood under it is in the section before.
        under_gap: It is missing (extra) with the section above it, which is the one
            to report.
    """

    state: BlockState
    original: Section | None
    translation: Section | None
    key: str
    gap: Span | None = None
    heading: BlockPair | None = None
    blocks: tuple[BlockPair, ...] = ()
    under_gap: bool = False


class Pair(Memoized, frozen=True, kw_only=True):
    """A reference and a translation, aligned.

    Args:
        original: What the translation is held against; the reference where the page
            has no original.
        translation: The document that is judged.
        state: How far they are the same page.
        similarity: 0.0 to 1.0, by signals that need no language; None where they are
            surely one page and nobody asked how surely.
        owed: For an outdated pair, the share of the original's blocks that have no
            counterpart, 0.0 to 1.0.
        untranslated: The share of the prose (in letters) left as in the original,
            0.0 to 1.0.
        sections: All sections in the order of the reference, the root first, extra
            ones after the aligned section they follow.
        aligned_keys: The keys of the blocks and sections that have both sides.
        has_original: False where the reference was elected, so that neither side is
            known to be right.
        surroundings: The site around the page, None where nothing is known of it.
        detector: What is to be asked which language a text is in.
    """

    original: Document
    translation: Document
    state: PairState
    similarity: float | None
    owed: float
    untranslated: float
    sections: tuple[SectionPair, ...]
    aligned_keys: frozenset[str]
    has_original: bool = True
    surroundings: Surroundings | None = None
    detector: Detector = DEFAULT_DETECTOR

    def walk_blocks(self) -> tuple[BlockPair, ...]:
        """Return every block pair, headings and nested blocks included."""
        return self.once(_all_blocks)

    def states_within(self) -> frozenset[BlockState]:
        """Return the states that its sections and blocks have, each once."""
        return self.once(_states_within)

    def blocks_in(self, *states: BlockState) -> Iterator[tuple[BlockPair, Block]]:
        """Yield the block pairs in some states, with the translation's block."""
        if not self.states_within().isdisjoint(states):
            for blocks in self.walk_blocks():
                if blocks.state in states and blocks.translation is not None:
                    yield blocks, blocks.translation

    def translated(self) -> tuple[tuple[BlockPair, Block, Block], ...]:
        """Return the block pairs that were translated, with their two blocks."""
        return self.once(_translated)

    def headings(self) -> Iterator[tuple[SectionPair, Heading, Heading]]:
        """Yield the sections whose headings both exist, with the two headings."""
        for section in self.sections:
            first, second = section.original, section.translation
            if first and second and first.heading and second.heading:
                yield section, first.heading, second.heading


class AlignedPage(Memoized, frozen=True, kw_only=True):
    """One page in all its languages.

    Args:
        name: The page's name.
        original: The original's document, None where the page has none.
        reference: What the others are held against: the original, else the document
            that agrees most with the others; None for a page of one document.
        documents: All documents, sorted by tag, then path.
        pairs: One for each document but the reference, in the same order.
        surroundings: The site around the page, None where nothing is known of it: the
            user named the two files of a pair.
        unread: The tags of the files of the page that could not be read.
        traits: What each document is known again by, by its path.
        languages: The BCP 47 languages of its files, each once, in the order of tags;
            those too of files that were not read.
        detector: As in `Pair`.
        terms: What things are to be called, as the user says.
    """

    name: str
    original: Document | None
    reference: Document | None
    documents: tuple[Document, ...]
    pairs: tuple[Pair, ...]
    surroundings: Surroundings | None = None
    unread: frozenset[str] = frozenset()
    traits: Mapping[str, Traits] = field(default_factory=dict)
    languages: tuple[str, ...] = ()
    detector: Detector = DEFAULT_DETECTOR
    terms: Terms = field(default_factory=Terms)

    @property
    def written_apart(self) -> bool:
        """Whether most documents have no common text: there is no original either."""
        alike = sum(pair.state is PairState.PARALLEL for pair in self.pairs)
        return self.original is None and 2 * (alike + 1) < len(self.documents)

    def forget(self) -> None:
        """Drop what was made of the page, its pairs and documents, when it is done."""
        super().forget()
        for pair in self.pairs:
            pair.forget()
        for document in self.documents:
            document.forget()


def _all_blocks(pair: Pair) -> tuple[BlockPair, ...]:
    return tuple(walk_block_pairs(pair.sections))


def _states_within(pair: Pair) -> frozenset[BlockState]:
    return frozenset(
        [one.state for one in pair.sections] + [one.state for one in pair.walk_blocks()]
    )


def _translated(pair: Pair) -> tuple[tuple[BlockPair, Block, Block], ...]:
    return tuple(
        [
            (blocks, blocks.original, blocks.translation)
            for blocks in pair.walk_blocks()
            if blocks.state is BlockState.TRANSLATED
            and blocks.original is not None
            and blocks.translation is not None
        ]
    )


def walk_block_pairs(sections: Iterable[SectionPair]) -> list[BlockPair]:
    """Return every block pair of sections, headings and nested blocks included."""
    found: list[BlockPair] = []
    for section in sections:
        if section.heading is not None:
            found.append(section.heading)
        _gather(section.blocks, found)
    return found


def _gather(blocks: tuple[BlockPair, ...], found: list[BlockPair]) -> None:
    for block in blocks:
        found.append(block)
        if block.blocks:
            _gather(block.blocks, found)
