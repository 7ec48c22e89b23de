"""From the documents of a page to its pairs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import repeat

from msgspec.structs import replace

from transcheck.align.blocks import Context
from transcheck.align.meant import read_as_meant, read_as_meant_beside
from transcheck.align.model import (
    AlignedPage,
    BlockPair,
    BlockState,
    Pair,
    PairState,
    SectionPair,
    walk_block_pairs,
)
from transcheck.align.outline import Outline, read_traits
from transcheck.align.pair_state import Measures, highest_floor
from transcheck.align.reference import elect
from transcheck.align.sections import align_sections
from transcheck.align.signals import Signals
from transcheck.align.similarity import length_ratio, similarity
from transcheck.align.states import Judge, judge_for
from transcheck.document import Document, MarkupBlock, walk_blocks
from transcheck.language.detectors import DEFAULT_DETECTOR, Detector
from transcheck.parse.conflicts import read_first_sides
from transcheck.site import Surroundings


def align_pair(
    original: Document, translation: Document, *, has_original: bool = True
) -> Pair:
    """Align a translation with its original.

    Args:
        original: What the translation is held against.
        translation: The document that is judged.
        has_original: False where `original` was elected among the translations.
    """
    paths = (original.path, translation.path)
    original, translation = map(read_first_sides, (original, translation))
    translation = read_as_meant_beside(original, translation)
    return _align(
        Outline(original, paths),
        Outline(translation, paths),
        judge_for(original.language, translation.language),
        has_original=has_original,
        exact=True,
    )


def align_page(  # noqa: PLR0913 - what the result depends on, each by its name
    name: str,
    documents: Sequence[Document],
    original_tag: str | None,
    surroundings: Surroundings | None = None,
    *,
    languages: Sequence[str] | None = None,
    known: Mapping[str, PairState] | None = None,
    detector: Detector = DEFAULT_DETECTOR,
) -> AlignedPage:
    """Align all documents of a page with its reference.

    Args:
        name: The page's name.
        documents: Its documents, in any order.
        original_tag: The tag of the original; where it is None or no document has
            it, the reference is the document that agrees most with the others.
        surroundings: The site around the page, handed on.
        languages: The languages of all files of the page, None for those of the
            documents.
        known: The state that each translation is known to be in, by its path: one that
            is not there is parallel. None where nothing is known of any.
        detector: What is asked which language a text is in.
    """
    documents = read_as_meant(documents, original_tag)
    paths = frozenset(document.path for document in documents)
    outlines = sorted(
        (Outline(document, paths) for document in documents),
        key=lambda outline: (outline.document.tag or "", outline.document.path),
    )
    originals = [
        outline
        for outline in outlines
        if original_tag is not None and outline.document.tag == original_tag
    ]
    reference: Outline | None = None
    if originals:
        reference = originals[0]
    elif len(outlines) > 1:
        reference = elect(outlines)
    if languages is None:
        told = (outline.document.language for outline in outlines)
        languages = [language for language in told if language]
    every = tuple(dict.fromkeys(languages))
    pairs = (
        _align(
            reference,
            outline,
            judge_for(
                reference.document.language,
                outline.document.language,
                every,
                detector,
            ),
            has_original=bool(originals),
            known=None
            if known is None
            else known.get(outline.document.path, PairState.PARALLEL),
        )
        for outline in outlines
        if reference is not None and outline is not reference
    )
    return AlignedPage(
        name=name,
        original=reference.document if reference and originals else None,
        reference=reference.document if reference else None,
        documents=tuple(outline.document for outline in outlines),
        pairs=tuple(replace(pair, surroundings=surroundings) for pair in pairs),
        surroundings=surroundings,
        traits={one.document.path: read_traits(one) for one in outlines},
        languages=every,
        detector=detector,
    )


def _align(  # noqa: PLR0913 - as `align_page`
    first: Outline,
    second: Outline,
    judge: Judge,
    *,
    has_original: bool,
    known: PairState | None = None,
    exact: bool = False,
) -> Pair:
    context = Context(first, second, length_ratio(first, second), judge)
    sections = align_sections(context)
    blocks = walk_block_pairs(sections)
    aligned = _aligned(blocks)
    owed = _owed_units(first, aligned)
    smaller = min(first.units, second.units)
    alike = None
    # Surely one page, whatever the blocks that answer each other may say: as most are.
    if exact or similarity(first, second, 0.0) < highest_floor(smaller):
        alike = similarity(first, second, context.matches.count())
    missing = sum(map(_is_lost, sections, repeat(aligned)))
    both: list[BlockPair | SectionPair] = [*sections, *blocks]
    measures = Measures(
        similarity=alike,
        smaller=smaller,
        untranslated=context.tally,
        owed_units=(owed, first.units),
        owed_sections=(missing, len(first.sections) - 1),
    )
    return Pair(
        original=first.document,
        translation=second.document,
        state=measures.state(known),
        similarity=alike,
        owed=owed / first.units if first.units else 0.0,
        untranslated=context.tally.share,
        sections=sections,
        aligned_keys=frozenset(
            [pair.key for pair in both if pair.original and pair.translation]
        ),
        has_original=has_original,
        detector=judge.detector,
    )


def _owed_units(outline: Outline, aligned: set[int]) -> int:
    """Return how many parts of the reference have no counterpart."""
    return sum(
        (section.heading is not None and id(section.heading.block) not in aligned)
        + sum(
            _owed_in(signals, aligned)
            for signals in section.blocks
            if signals.aside is None
        )
        for section in outline.sections
        if not section.aside
    )


def _aligned(pairs: Sequence[BlockPair]) -> set[int]:
    """Return the identities of the blocks of the reference that have a counterpart."""
    aligned: set[int] = set()
    for pair in pairs:
        if pair.original is not None and pair.translation is not None:
            aligned.add(id(pair.original))
            if type(pair.translation) is MarkupBlock:  # its text lies outside
                aligned.update(map(id, walk_blocks(*pair.original.blocks)))
    return aligned


def _is_lost(pair: SectionPair, aligned: set[int]) -> bool:
    """Tell whether a section was lost with its text, not its heading alone."""
    if pair.state is not BlockState.MISSING or pair.original is None:
        return False
    blocks = pair.original.blocks
    return not blocks or not any(id(block) in aligned for block in walk_blocks(*blocks))


def _owed_in(signals: Signals, aligned: set[int]) -> int:
    if signals.blocks and signals.kind != "row":  # a row is one, whatever its cells
        return sum(_owed_in(below, aligned) for below in signals.blocks)
    return 0 if id(signals.block) in aligned else signals.units
