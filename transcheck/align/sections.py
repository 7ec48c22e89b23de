"""Sections with sections, in the order of the file, whatever their level."""

from __future__ import annotations

from collections.abc import Sequence

from transcheck.align.blocks import Context, Places, align_blocks, extra_key
from transcheck.align.compare import BlockComparison, SectionComparison, same_anchor
from transcheck.align.model import BlockPair, BlockState, SectionPair
from transcheck.align.outline import SectionSignals
from transcheck.align.sequence import Step, Steps, align
from transcheck.align.signals import Signals
from transcheck.align.splits import MAX_FOLDED, fold, take_first_headings
from transcheck.document import Document
from transcheck.text import Span


def align_sections(context: Context) -> tuple[SectionPair, ...]:
    """Align the sections of two documents and the blocks within them.

    Where only a heading was lost, what stood under it is aligned with the section
    before.
    """
    first, second = context.first.sections, context.second.sections
    comparison = SectionComparison(first[1:], second[1:], context.ratio)
    steps = _without_first_heading(comparison, context) or _steps(comparison)
    _pair_titles(steps, context)
    take_first_headings(steps, context)
    _join_parents(steps, context)
    lost = {one for one, other in steps if other is None}
    added = {other for one, other in steps if one is None}
    places = Places(_start(context.first.document), _start(context.second.document))
    pairs: list[SectionPair] = []
    for number, (one, other) in enumerate(steps):
        if one is not None and other is not None:
            following = _following(steps, number)
            pairs.append(_align_pair(one, other, following, context, places))
        elif one is not None:
            section = first[one].section
            pairs.append(
                SectionPair(
                    state=BlockState.ASIDE if first[one].aside else BlockState.MISSING,
                    original=section,
                    translation=None,
                    key=context.first.keys[id(section)],
                    gap=Span(places.second, places.second),
                    under_gap=first[one].parent in lost,
                )
            )
        elif other is not None:
            section = second[other].section
            pairs.append(
                SectionPair(
                    state=BlockState.ASIDE if second[other].aside else BlockState.EXTRA,
                    original=None,
                    translation=section,
                    key=extra_key(context.second.keys[id(section)]),
                    gap=Span(places.first, places.first),
                    under_gap=second[other].parent in added,
                )
            )
    return tuple(pairs)


def _align_pair(
    one: int,
    other: int,
    following: tuple[Sequence[int], Sequence[int]],
    context: Context,
    places: Places,
) -> SectionPair:
    first, second = context.first.sections[one], context.second.sections[other]
    heading: BlockPair | None = None
    if first.heading and second.heading:
        heading = context.pair(first.heading, second.heading)
        context.matches.headings += first.level == second.level
        places.move(first.heading.block.span.end, second.heading.block.span.end)
    blocks: Sequence[Signals] = fold(
        first.blocks, second.blocks, context.first.sections, following[0], context.ratio
    )
    others: Sequence[Signals] = second.blocks
    if blocks is first.blocks:
        # The other way round: a heading that the reference does not have.
        others = fold(
            second.blocks,
            first.blocks,
            context.second.sections,
            following[1],
            1 / context.ratio,
        )
    return SectionPair(
        state=BlockState.TRANSLATED,
        original=first.section,
        translation=second.section,
        key=context.first.keys[id(first.section)],
        heading=heading,
        blocks=align_blocks(blocks, others, context, places),
    )


def _steps(comparison: SectionComparison) -> Steps:
    """Return the sections of both sides, the roots first."""
    return [(0, 0), *_count_from(align(comparison), (1, 1))]


def _count_from(steps: Steps, starts: tuple[int, int]) -> Steps:
    return [
        (
            None if one is None else one + starts[0],
            None if other is None else other + starts[1],
        )
        for one, other in steps
    ]


def _without_first_heading(
    comparison: SectionComparison, context: Context
) -> Steps | None:
    """Return better steps where the text a page opens with has a heading on one side.

    "What it is", "Overview": such a heading is added or lost by itself, and what stands
    under it is what the other side opens with.

    Args:
        comparison: The sections, without the roots.
        context: The two documents.
    """
    sides = (context.first.sections, context.second.sections)
    lead = 1 if all(map(_opens_with_title, sides)) else 0
    opened = [any(map(_is_text, side[lead].blocks)) for side in sides]
    if opened[0] is opened[1]:
        return None
    side = opened.index(False)
    number = lead + 1
    if not _opens_below(sides[side], lead):
        return None
    section = sides[side][number]
    if any(same_anchor(section, one) for one in sides[1 - side][1:]):
        return None
    starts = (number + 1, number) if side == 0 else (number, number + 1)
    alone: Step = (number, None) if side == 0 else (None, number)
    opening = BlockComparison(
        sides[0][starts[0] - 1].blocks, sides[1][starts[1] - 1].blocks, context.ratio
    )
    alike = _total(opening)
    rest = SectionComparison(
        sides[0][starts[0] :], sides[1][starts[1] :], context.ratio
    )
    title = comparison.score(0, 0) if lead else 0.0
    if alike <= 0 or title + alike + _total(rest) <= _total(comparison):
        return None
    titles: Steps = [(1, 1)] if lead else []
    return [(0, 0), *titles, alone, *_count_from(align(rest), starts)]


def _opens_below(sections: Sequence[SectionSignals], lead: int) -> bool:
    """Tell whether a section with text is the first below the one a page opens with."""
    if len(sections) <= lead + 1:
        return False
    section = sections[lead + 1]
    return section.level > sections[lead].level and any(map(_is_text, section.blocks))


def _total(comparison: BlockComparison | SectionComparison) -> float:
    return sum(
        comparison.score(one, other)
        for one, other in align(comparison)
        if one is not None and other is not None
    )


def _opens_with_title(sections: Sequence[SectionSignals]) -> bool:
    """Tell whether a page has nothing before a heading of level 1."""
    opening = sections[:2]
    return (
        len(opening) > 1
        and opening[1].level == 1
        and not any(map(_is_text, opening[0].blocks))
    )


def _pair_titles(steps: Steps, context: Context) -> None:
    """Let the titles of both pages answer each other where one answers what is below.

    The text that one page opens with may stand under a new heading on the other.
    """
    if not all(
        _opens_with_title(side) and [one.level for one in side].count(1) == 1
        for side in (context.first.sections, context.second.sections)
    ):
        return
    number = next(
        (place for place in range(1, len(steps)) if None not in steps[place]), 0
    )
    one, other = steps[number]
    if one == 1 and other is not None:
        steps[1 : number + 1] = [
            (1, 1),
            *((None, below) for below in range(2, other + 1)),
        ]
    elif other == 1 and one is not None:
        steps[1 : number + 1] = [
            (1, 1),
            *((below, None) for below in range(2, one + 1)),
        ]


def _is_text(signals: Signals) -> bool:
    return signals.aside is None and signals.units > 0


def _join_parents(steps: Steps, context: Context) -> None:
    """Let two sections that are left alone in one place answer each other.

    Where what is below one is the counterpart of what is below the other, only the text
    between was written anew.
    """
    first, second = context.first.sections, context.second.sections
    for number in range(len(steps) - 2, 0, -1):
        alone = steps[number - 1 : number + 1]
        ones = [one for one, other in alone if one is not None and other is None]
        others = [other for one, other in alone if one is None and other is not None]
        below, beside = steps[number + 1]
        if not ones or not others or below is None or beside is None:
            continue
        one, other = ones[0], others[0]
        if (
            first[below].parent == one
            and second[beside].parent == other
            and first[one].level == second[other].level
        ):
            steps[number - 1 : number + 1] = [(one, other)]


def _following(steps: Steps, number: int) -> tuple[list[int], list[int]]:
    """Return the sections without counterpart right after a pair, of both sides."""
    firsts: list[int] = []
    seconds: list[int] = []
    for one, other in steps[number + 1 : number + 1 + 2 * MAX_FOLDED]:
        if one is not None and other is not None:
            break
        if one is not None:
            firsts.append(one)
        elif other is not None:
            seconds.append(other)
    return firsts, seconds


def _start(document: Document) -> int:
    return document.frontmatter.span.end if document.frontmatter else 0
