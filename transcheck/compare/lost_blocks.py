"""Blocks that only one side of a pair has, in runs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, zip_longest

from msgspec import Struct

from transcheck.align.flow import UNSEEN_FORMS
from transcheck.align.model import BlockPair, BlockState, Pair, SectionPair
from transcheck.compare.mention import name_block
from transcheck.compare.prose_ratio import prose_ratio
from transcheck.compare.twins import find_twins, text_of
from transcheck.document import (
    Block,
    CodeBlock,
    CodeSpan,
    Component,
    FootnoteDefinition,
    Image,
    Link,
    ListItem,
    MarkupBlock,
    TableCell,
    TableRow,
    ThematicBreak,
    block_inlines,
    walk_blocks,
)
from transcheck.patterns import late_regex

# A footnote belongs to its mark, a cell to the shape of its row; a rule has no text.
_UNCOUNTED = (FootnoteDefinition, TableCell, ThematicBreak)
# So much of a lost text, in characters, beside one that grew by it was moved there.
_TAKEN_IN = 0.5
# That can be told where it is this share of the text around it: of so many blocks on
# each side, or of the section.
_TOLD = 0.15
_NEAR = 2
# So many names of what was lost tell that it is not there.
_TELLING = 2
# A text may end by leading in what follows it.
_SENTENCE_END = late_regex(r"[.!?؟।۔။።។][\s)\"'»”]|[.!?؟।۔။።។]$|[。！？]|[:：]$")  # noqa: RUF001 - wide ones


class Run(Struct, frozen=True):
    """Blocks of one side that follow one another, and have no counterpart.

    Args:
        blocks: All that a reader would miss, at least one.
        after: The key of what both sides have before them: a block, else what they are
            in.
    """

    blocks: tuple[BlockPair, ...]
    after: str

    @property
    def first(self) -> BlockPair:
        """The pair of the first of them."""
        return self.blocks[0]

    @property
    def have(self) -> str:
        """The verb that agrees with it."""
        return "have" if len(self.blocks) > 1 else "has"

    def __str__(self) -> str:
        """Return what messages call it."""
        follow = len(self.blocks) - 1
        name = name_block(block_of(self.first))
        if not follow:
            return name
        return (
            f"{name} and the {f'{follow} blocks' if follow > 1 else 'block'} after it"
        )


def missing_runs(pair: Pair) -> Iterator[Run]:
    """Yield the blocks that a translation lacks, in sections that both have.

    Where what is around them became longer by as much, their text is there; and where
    a heading was added, it is under that.
    """
    yield from _runs(pair, BlockState.MISSING)


def extra_runs(pair: Pair) -> Iterator[Run]:
    """Yield the blocks that an original lacks, in sections that both have.

    Where what is around them became shorter by as much, they were divided; where
    something is missing in their place, they are what became of it.
    """
    yield from _runs(pair, BlockState.EXTRA)


def emptied_sections(pair: Pair) -> dict[str, SectionPair]:
    """Return the sections of a translation that lost all they have in the original.

    Returns:
        The sections by the keys of the blocks that each of them lacks.
    """
    emptied: dict[str, SectionPair] = {}
    for one in pair.sections:
        section = one.translation
        if one.original is None or section is None or section.heading is None:
            continue
        if section.sections or any(map(is_seen, section.blocks)):
            continue
        emptied |= {
            block.key: one for block in one.blocks if block.state is BlockState.MISSING
        }
    return emptied


def _runs(pair: Pair, state: BlockState) -> Iterator[Run]:
    if not any(one.state is state for one in pair.walk_blocks()):
        return
    ratio = pair.once(prose_ratio)
    for section, following in zip_longest(pair.sections, pair.sections[1:]):
        added = _length_under(following)
        for run in _runs_in(pair, section, state, ratio):
            lost = ratio * sum(_length(block_of(one)) for one in run.blocks)
            if state is BlockState.EXTRA or added < _TAKEN_IN * lost:
                yield run


def _runs_in(
    pair: Pair, parent: BlockPair | SectionPair, state: BlockState, ratio: float
) -> Iterator[Run]:
    blocks, after = parent.blocks, parent.key
    groups = [(alone, [*group]) for alone, group in groupby(blocks, _stands_alone)]
    start = 0
    for alone, group in groups:
        start += len(group)
        if not alone:
            for one in group:
                yield from _runs_in(pair, one, state, ratio)
            both = [one.key for one in group if one.original and one.translation]
            after = both[-1] if both else after
            continue
        seen = [one for one in group if _is_missed(one)]
        states = {one.state for one in seen}
        if state not in states or (state is BlockState.EXTRA and len(states) > 1):
            continue
        run = Run(tuple(one for one in seen if one.state is state), after)
        if state is BlockState.EXTRA and find_twins(
            pair.translation, block_of(run.first)
        ):
            yield run  # it was doubled, not divided
            continue
        before = start - len(group)
        near = blocks[max(0, before - _NEAR) : start + _NEAR]
        beside = (*blocks[max(0, before - 1) : before], *blocks[start : start + 1])
        taken = not _is_gone(pair, run) and (
            _took_in(near, run, ratio)
            or _took_in(blocks, run, ratio)
            or any(_has_it(one, run, ratio) for one in beside)
        )
        if not taken and not _is_elsewhere(blocks, run, states, ratio):
            yield run


def _stands_alone(pair: BlockPair) -> bool:
    return pair.state in {BlockState.MISSING, BlockState.EXTRA}


def _took_in(around: Sequence[BlockPair], run: Run, ratio: float) -> bool:
    """Tell whether the blocks around a run have its text in one document, not in both.

    Among much text that cannot be told: languages say things in more words or in fewer.
    """
    first = second = 0.0
    added: list[int] = []  # sentences, which a text has from each block it took in
    for one in around:
        if not _stands_alone(one):
            first += _expected(one, ratio)
            second += _length(one.translation)
            added.append(_sentences(one.translation) - _sentences(one.original))
    lost = float(sum(_length(block_of(one)) for one in run.blocks))
    grown = second - first
    if run.first.state is BlockState.MISSING:
        lost *= ratio
        sentences = sum(sorted(added)[-len(run.blocks) :])
    else:
        grown, sentences = -grown, -sum(added)
    if lost <= _TOLD * first:
        return False
    said = sum(_sentences(block_of(one)) for one in run.blocks)
    return grown > _TAKEN_IN * lost or (sentences >= said and grown > -_TAKEN_IN * lost)


def _is_gone(pair: Pair, run: Run) -> bool:
    """Tell whether all code and links of lost texts are less often in the translation.

    One may be lost with its markup, and the names in the rows of a table translated.
    """
    if run.first.state is not BlockState.MISSING:
        return False
    if any(isinstance(block_of(one), TableRow) for one in run.blocks):
        return False
    names = {name.strip("/").rpartition("/")[2] or name for name in _names(run)}
    sides = pair.original.text, pair.translation.text
    return len(names) >= _TELLING and all(
        sides[1].count(name) < sides[0].count(name) for name in names
    )


def _names(run: Run) -> Counter[str]:
    named = Counter[str]()
    for one in run.blocks:
        named += codes_and_targets(block_of(one))
    return named


def _has_it(beside: BlockPair, run: Run, ratio: float) -> bool:
    """Tell whether a block beside lost ones has their code and links, or sentences."""
    first, second = beside.original, beside.translation
    if run.first.state is not BlockState.MISSING or first is None or second is None:
        return False
    if isinstance(first, CodeBlock) and isinstance(second, CodeBlock):
        return all(_is_joined(block_of(one), first, second) for one in run.blocks)
    lost = _names(run)
    if lost and lost <= codes_and_targets(second) - codes_and_targets(first):
        return True
    said = sum(_sentences(block_of(one)) for one in run.blocks)
    length = sum(_length(block_of(one)) for one in run.blocks) * ratio
    grown = _length(second) - _expected(beside, ratio)
    return _sentences(second) - _sentences(first) >= said and grown > -length


def _is_joined(block: Block, first: CodeBlock, second: CodeBlock) -> bool:
    """Tell whether lost code is in the code beside it now, as it was."""
    code = block.content.strip() if isinstance(block, CodeBlock) else ""
    return bool(code) and code in second.content and code not in first.content


def codes_and_targets(block: Block) -> Counter[str]:
    """Return the code, and the targets of links and images, in a block."""
    return Counter(
        inline.value if isinstance(inline, CodeSpan) else inline.target
        for one in walk_blocks(block)
        for inline in block_inlines(one)
        if isinstance(inline, (CodeSpan, Image, Link))
    )


def _is_elsewhere(
    around: Sequence[BlockPair], run: Run, states: set[BlockState], ratio: float
) -> bool:
    """Tell whether the blocks around a run have its text, in another order or shape."""
    block = block_of(run.first)
    one_sided = [one for one in around if _stands_alone(one) and _is_missed(one)]
    added = [one for one in one_sided if one.state is BlockState.EXTRA]
    lost = [one for one in one_sided if one.state is BlockState.MISSING]
    if isinstance(block, (ListItem, TableRow)):  # as many, or this one, elsewhere
        others = lost if run.first.state is BlockState.EXTRA else added
        return (len(states) == 1 and len(added) == len(lost)) or (
            bool(name := _row_name(block))
            and name in {_row_name(block_of(one)) for one in others}
        )
    if run.first.state is not BlockState.MISSING or not added:
        return False
    if [type(block_of(one)) for one in lost] == [type(block_of(one)) for one in added]:
        gone, new = (
            sum(_length(block_of(one)) for one in side) for side in (lost, added)
        )
        if new > _TAKEN_IN * ratio * gone:
            return True
    before = sum(_expected(one, ratio) for one in around)
    after = sum(_length(one.translation) for one in around)
    length = sum(_length(block_of(one)) for one in run.blocks) * ratio
    return after - before > -_TAKEN_IN * length


def _row_name(block: Block) -> str:
    """Return the code in the first cell of a row, by which it is known."""
    first = block.blocks[0] if block.blocks else block
    return "".join(codes_and_targets(first)) if isinstance(block, TableRow) else ""


def _sentences(block: Block | None) -> int:
    """Return how many sentences a block has, at least 1."""
    return max(1, len(_SENTENCE_END.findall(text_of(block)))) if block else 0


def _length(block: Block | None) -> int:
    return len(text_of(block)) if block is not None else 0


def _expected(pair: BlockPair, ratio: float) -> float:
    """Return how long a translation of a block should be; names stay as they are."""
    first, second = pair.original, pair.translation
    length = _length(first)
    if first is not None and second is not None and length == _length(second):
        return length if text_of(first) == text_of(second) else length * ratio
    return length * ratio


def _length_under(section: SectionPair | None) -> int:
    """Return how much text is under a heading that was added."""
    if section is None or section.state is not BlockState.EXTRA:
        return 0
    return sum(map(_length, section.translation.blocks)) if section.translation else 0


def block_of(pair: BlockPair) -> Block:
    """Return the block of a pair that has one side."""
    block = pair.original or pair.translation
    if block is None:
        raise ValueError(f"block {pair.key} has no side")
    return block


def _is_missed(pair: BlockPair) -> bool:
    """Tell whether a reader would miss a block of one side, not just the tags of it."""
    block = block_of(pair)
    return is_seen(block) and not (pair.opened and isinstance(block, Component))


def is_seen(block: Block) -> bool:
    """Tell whether a reader would miss a block by itself."""
    if isinstance(block, Component):  # of a component alone, others tell
        return bool(block.blocks)
    if isinstance(block, MarkupBlock):
        return block.form not in UNSEEN_FORMS and bool(block.inlines)
    return not isinstance(block, _UNCOUNTED)
