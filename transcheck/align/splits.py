"""Sections whose text stands under more headings, or fewer, on the other side."""

from __future__ import annotations

from collections.abc import Sequence

from transcheck.align.blocks import Context
from transcheck.align.compare import BlockComparison, same_anchor
from transcheck.align.outline import SectionSignals
from transcheck.align.sequence import Steps, align
from transcheck.align.signals import Signals

# So many sections may have lost their headings one after the other.
MAX_FOLDED = 3
# The share of a section's blocks that must be found under the heading before.
_FOUND = 0.6


def take_first_headings(steps: Steps, context: Context) -> None:
    """Let a section that has two headings on the other side answer the first.

    What stands under both is one section's; the second heading is the one that has
    no counterpart.
    """
    first, second = context.first.sections, context.second.sections
    for number in range(2, len(steps)):
        one, other = steps[number]
        if one is None or other is None or same_anchor(first[one], second[other]):
            continue
        start = _first_heading(first[one], second, other)
        alone: Steps = [(None, index) for index in range(start, other)]
        if steps[number - len(alone) : number] == alone:
            if _is_split(first[one], second, (start, other), 1 / context.ratio):
                added: Steps = [(None, index) for index in range(start + 1, other + 1)]
                steps[number - len(alone) : number + 1] = [(one, start), *added]
            continue
        start = _first_heading(second[other], first, one)
        alone = [(index, None) for index in range(start, one)]
        if steps[number - len(alone) : number] == alone and _is_split(
            second[other], first, (start, one), context.ratio
        ):
            lost: Steps = [(index, None) for index in range(start + 1, one + 1)]
            steps[number - len(alone) : number + 1] = [(start, other), *lost]


def _first_heading(
    whole: SectionSignals, sections: Sequence[SectionSignals], number: int
) -> int:
    """Return which of some sections answers one if its counterpart was split.

    It is the one of its level that the counterpart is below, else the one before.
    """
    above = number
    while above > 0 and sections[above].level > whole.level:
        above = sections[above].parent
    return above if 0 < number - above <= MAX_FOLDED else number - 1


def _is_split(
    whole: SectionSignals,
    sections: Sequence[SectionSignals],
    ends: tuple[int, int],
    ratio: float,
) -> bool:
    """Tell whether a section's text stands under several headings on the other side."""
    upper = sections[ends[0]]
    if whole.level != upper.level or not upper.blocks or ends[0] < 1:
        return False
    following = range(ends[0] + 1, ends[1] + 1)
    if any(sections[number].level < whole.level for number in following):
        return False
    every = sum(len(sections[number].blocks) for number in following)
    joined = fold(upper.blocks, whole.blocks, sections, following, ratio)
    return len(joined) == len(upper.blocks) + every > len(upper.blocks)


def fold(
    short: Sequence[Signals],
    long: Sequence[Signals],
    sections: Sequence[SectionSignals],
    following: Sequence[int],
    ratio: float,
) -> Sequence[Signals]:
    """Return the blocks of a section with those whose heading alone was lost.

    Args:
        short: The section's blocks.
        long: The blocks of its counterpart, which may hold those that follow too.
        sections: The sections of the side whose headings were lost.
        following: Those without counterpart right after the section.
        ratio: How long the counterpart's language is.
    """
    blocks = short
    for number in following[:MAX_FOLDED]:
        more = sections[number].blocks
        if not more or len(long) <= len(blocks):
            break
        joined = (*blocks, *more)
        found = {
            one
            for one, other in align(BlockComparison(joined, long, ratio))
            if one is not None and other is not None
        }
        before = {one for one in found if one < len(blocks)}
        if len(found) - len(before) < _FOUND * len(more):
            break
        # A title stays, whatever was written below it.
        if len(before) < _FOUND * len(blocks) and not _is_title(sections, number - 1):
            break
        blocks = joined
    return blocks


def _is_title(sections: Sequence[SectionSignals], number: int) -> bool:
    return number == sections[number].level == 1
