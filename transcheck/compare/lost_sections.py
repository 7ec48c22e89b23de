"""Sections that a translation lacks, and what became of their text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from transcheck.align.evidence import shared_weight
from transcheck.align.flow import flow
from transcheck.align.model import BlockState, Pair, SectionPair, walk_block_pairs
from transcheck.align.signals import gather, merge, own_locales
from transcheck.compare.added_sections import end_before
from transcheck.compare.prose_ratio import prose_ratio
from transcheck.compare.twins import text_of
from transcheck.document import Block, Document, Heading, Section, walk_sections
from transcheck.text import Span

# So much of a section's text elsewhere shows that only its heading was lost.
_FOUND = 0.5
# A section of fewer characters may be worth nothing to the reader.
_LEAST_SURE = 20
# Links, code and numbers of this weight tell which of several sections is lost.
_TELLING = 2.0
# What grew by this share of a lost text took it in.
_TAKEN_IN = 0.5


class LostSection(Struct, frozen=True):
    """A section of the original without a counterpart, the top one of those lost.

    Args:
        pair: The section.
        heading: Its heading.
        gap: Where it would be in the translation.
        heading_only: What stands under it is there, without its heading.
        sure: Readers miss it, or read its text under the heading of another section.
    """

    pair: SectionPair
    heading: Heading
    gap: Span
    heading_only: bool
    sure: bool


def lost_sections(pair: Pair) -> Iterator[LostSection]:
    """Yield the sections that a translation lacks, without those below them."""
    sections = pair.sections
    lost = [
        number
        for number, one in enumerate(sections)
        if one.state is BlockState.MISSING and not one.under_gap
    ]
    if not lost:
        return
    there = {
        id(one.original): one.translation
        for one in walk_block_pairs(sections)
        if one.original is not None and one.translation is not None
    }
    ratio = pair.once(prose_ratio)
    for number in lost:
        one = sections[number]
        section = one.original
        if section is None or section.heading is None or one.gap is None:
            continue
        before, after = _neighbours(sections, number)
        texts = {id(block): len(text_of(block)) for block in _blocks(section)}
        length = sum(texts.values())
        found = sum(size for block, size in texts.items() if block in there)
        heading_only = length > 0 and found >= _FOUND * length
        gap = one.gap
        if heading_only:
            if before is not None:
                gap = end_before(pair.translation, before, section.heading)
            sure = _is_beside(before, section.heading)
        else:
            taken_in = _TAKEN_IN * ratio * length
            sure = (
                length >= _LEAST_SURE
                and max(_growth(before, ratio), _growth(after, ratio)) <= taken_in
                and _is_known(pair, section, before, after)
            )
        alone = not _has_extra(sections, number)
        yield LostSection(
            pair=one,
            heading=section.heading,
            gap=gap,
            heading_only=heading_only,
            sure=sure and alone and pair.has_original,
        )


def _blocks(section: Section) -> Iterator[Block]:
    for one in walk_sections(section):
        yield from one.blocks


def _is_known(
    pair: Pair, lost: Section, before: SectionPair | None, after: SectionPair | None
) -> bool:
    """Tell whether it is sure which of several sections is lost, by links and code."""
    if sum(_features(pair.original, lost).values()) >= _TELLING:
        return True
    return all(one is None or _answers(pair, one) for one in (before, after))


def _answers(pair: Pair, sections: SectionPair) -> bool:
    """Tell whether two sections share what a translation keeps."""
    if sections.original is None or sections.translation is None:
        return False
    if sections.original.heading is None:  # what is before the first of all
        return True
    first = _features(pair.original, sections.original)
    second = _features(pair.translation, sections.translation)
    weight = sum(first.values()) + sum(second.values())
    return weight >= _TELLING and 2 * shared_weight(first, second) >= _FOUND * weight


def _features(document: Document, section: Section) -> dict[str, float]:
    known = own_locales(document)
    headings = [one.heading for one in walk_sections(section) if one.heading]
    blocks = flow((*headings, *_blocks(section)))
    return merge(gather(block, document, known) for block in blocks)[0]


def _neighbours(
    sections: Sequence[SectionPair], number: int
) -> tuple[SectionPair | None, SectionPair | None]:
    """Return the sections before and after one that both documents have."""
    return (
        _first_of_both(reversed(sections[:number])),
        _first_of_both(sections[number + 1 :]),
    )


def _first_of_both(sections: Iterable[SectionPair]) -> SectionPair | None:
    return next((one for one in sections if one.state is BlockState.TRANSLATED), None)


def _has_extra(sections: Sequence[SectionPair], number: int) -> bool:
    """Tell whether another section stands where one is missing."""
    for side in (reversed(sections[:number]), sections[number + 1 :]):
        for one in side:
            if one.state is BlockState.EXTRA:
                return True
            if one.state is BlockState.TRANSLATED:
                break
    return False


def _is_beside(before: SectionPair | None, heading: Heading) -> bool:
    """Tell whether a heading's text is now under one that has nothing to do with it."""
    above = before.original.heading if before and before.original else None
    return above is not None and above.level >= heading.level


def _growth(section: SectionPair | None, ratio: float) -> float:
    """Return how much longer a section's text is than a translation of it would be."""
    if section is None or section.original is None or section.translation is None:
        return 0.0
    first = sum(len(text_of(block)) for block in section.original.blocks)
    second = sum(len(text_of(block)) for block in section.translation.blocks)
    return second - ratio * first
