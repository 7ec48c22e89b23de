"""Sections that a translation adds, and headings that are none on one side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable

from msgspec import Struct

from transcheck.align.model import BlockPair, BlockState, Pair, SectionPair
from transcheck.compare.broken_headings import BrokenHeading, hash_lines
from transcheck.document import Document, Heading, Paragraph, ThematicBreak
from transcheck.text import Span, line_start


class AddedSection(Struct, frozen=True):
    """A section of a translation without a counterpart, the top one of those added.

    Args:
        pair: The section.
        heading: Its heading.
        before: The section before it that both have.
        number: How many of its level were added there after it: what one translation
            alone has often stands before what all add, as a heading over the text.
        gap: Where it would be in the original.
    """

    pair: SectionPair
    heading: Heading
    before: SectionPair
    number: int
    gap: Span

    @property
    def place(self) -> tuple[Hashable, ...]:
        """What names it by where it is; equal in all translations that have it."""
        return self.before.key, self.heading.level, self.number


class UnderlinedText(Struct, frozen=True):
    """A text that is a heading since a rule right below it underlines it.

    Args:
        added: The section that it opens.
        line: What underlines it.
        keys: Of the text and the rule in the original, which seem to be lost.
    """

    added: AddedSection
    line: Span
    keys: frozenset[str]


def added_sections(pair: Pair) -> tuple[AddedSection, ...]:
    """Return the sections that a translation adds; for `Pair.once`."""
    before = pair.sections[0]
    found: list[tuple[SectionPair, Heading, SectionPair]] = []
    for one in pair.sections:
        if one.original is not None and one.translation is not None:
            before = one
        heading = one.translation.heading if one.translation else None
        if one.state is BlockState.EXTRA and not one.under_gap and heading is not None:
            found.append((one, heading, before))
    left = Counter((before.key, heading.level) for _, heading, before in found)
    added: list[AddedSection] = []
    for one, heading, before in found:
        left[before.key, heading.level] -= 1
        number = left[before.key, heading.level]
        gap = end_before(pair.original, before, heading, from_translation=True)
        added.append(AddedSection(one, heading, before, number, gap))
    return tuple(added)


def end_before(
    document: Document,
    section: SectionPair,
    heading: Heading,
    *,
    from_translation: bool = False,
) -> Span:
    """Return where what stands before a heading of one side ends on the other.

    Args:
        document: The other side.
        section: The section that the heading's text is in on the other side.
        heading: The heading.
        from_translation: The heading is the translation's.
    """
    ends = [document.frontmatter.span.end if document.frontmatter else 0]
    for one in (*section.blocks, section.heading):
        if one is not None and one.original is not None and one.translation is not None:
            here, there = one.both()[:: -1 if from_translation else 1]
            if here.span.end <= heading.span.start:
                ends.append(there.span.end)
    return Span(max(ends), max(ends))


def broken_in_original(pair: Pair) -> dict[str, BrokenHeading]:
    """Return the lines of an original that only in its translation are headings.

    Returns:
        The lines by the keys of the sections that the translation adds; for
        `Pair.once`.
    """
    lines = pair.original.once(hash_lines)
    found: dict[str, BrokenHeading] = {}
    for one in pair.once(added_sections) if lines else ():
        for line in lines:
            between = pair.original.text[one.gap.end : line.span.start]
            if line.level == one.heading.level and not between.strip():
                found[one.pair.key] = line
    return found


def underlined_texts(pair: Pair) -> tuple[UnderlinedText, ...]:
    """Return the texts that a rule underlines, but not in the original.

    Only dashes are both a rule and an underline; for `Pair.once`.
    """
    return tuple(
        text
        for one in pair.once(added_sections)
        if (text := _underlined(one, pair.translation.text)) is not None
    )


def _underlined(one: AddedSection, text: str) -> UnderlinedText | None:
    heading = one.heading.span
    end = heading.start + len(heading.cut(text).rstrip())
    line = Span(line_start(text, end), end)
    if line.start <= heading.start or line.cut(text).strip().strip("-"):
        return None
    lost = [block for block in one.before.blocks if _is_lost_after(block, one.gap)]
    rules = [type(block.original) is ThematicBreak for block in lost]
    number = rules.index(True) if True in rules else 0
    if number == 0 or type(lost[number - 1].original) is not Paragraph:
        return None
    keys = frozenset(block.key for block in lost[number - 1 : number + 1])
    return UnderlinedText(one, line, keys)


def _is_lost_after(block: BlockPair, gap: Span) -> bool:
    return (
        block.state is BlockState.MISSING
        and block.original is not None
        and block.original.span.start >= gap.end
    )
