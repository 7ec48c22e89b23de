"""Where a translation stops before its original does."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from transcheck.align.flow import flow
from transcheck.align.model import BlockPair, BlockState, Pair, PairState
from transcheck.compare.prose_ratio import prose_ratio
from transcheck.compare.swallowed import is_swallowed, swallowing
from transcheck.document import (
    Block,
    CodeBlock,
    FootnoteDefinition,
    Heading,
    ListItem,
    Paragraph,
    TableRow,
    block_prose,
    walk_blocks,
)
from transcheck.text import Span

# A page stops early where so many headings and blocks are lost at its end, and are such
# a share of the original. Fewer are what was added to the original since.
_LEAST_PARTS, _LEAST_SHARE = 4, 0.05
# What was translated before is nearly all there, and is more than a beginning.
_GAPS, _LEAST_BEFORE = 0.1, 3
# A sentence breaks off where the text is this much shorter than it would be; less is
# enough where it ends with a mark that is in the midst of sentences.
_SHORT, _SHORT_IN_MIDST = 0.65, 0.85
_LEAST_SENTENCE = 60  # characters of the original
# What a sentence ends with in any language (Unicode 16, Sentence_Terminal), and what is
# in the middle of one.
_ENDS = frozenset(".!?…。！？｡؟۔।॥။።፧។៕᠃᱾᱿։")  # noqa: RUF001 - wide ones
_MIDST = frozenset(",;،؛、，；፣-–—([{«“„‚¿¡&/")  # noqa: RUF001 - wide ones
# Written without marks at the ends of sentences.
_WITHOUT_ENDS = frozenset({"th", "lo", "jbo"})


class Tail(Struct, frozen=True):
    """The end of an original that a translation does not have.

    Args:
        first: The first block of it, often a heading.
        key: Its key, or that of its section.
        gap: Where the translation stops.
        keys: Those of all lost sections and blocks in it.
        share: How much of the original's source it is, 0.0 to 1.0.
        is_broken: The last sentence before it breaks off.
    """

    first: Block
    key: str
    gap: Span
    keys: frozenset[str]
    share: float
    is_broken: bool


class _Part(Struct, frozen=True):
    """A heading or a block of the original, in the order of the page."""

    block: Block
    key: str
    is_there: bool
    is_outer: bool


def lost_tail(pair: Pair) -> Tail | None:
    """Return the end that a translation lacks, None where it goes to the end.

    Where only little is lost, or other things too, the page did not stop early, and one
    that lacks most may be old, unless its last sentence is no whole one.
    """
    if not pair.has_original or BlockState.MISSING not in pair.states_within():
        return None
    parts = sorted(_parts(pair), key=lambda part: part.block.span.start)
    count = len(parts)
    while count and not parts[count - 1].is_there:
        count -= 1
    before, tail = parts[:count], parts[count:]
    if len(before) < _LEAST_BEFORE or not any(_is_read(part.block) for part in tail):
        return None
    there, lost = _length(before), _length(tail)
    gaps = _length(part for part in before if not part.is_there)
    last = _last_text(pair)
    is_broken = last is not None and _breaks_off(pair, last)
    if gaps > _GAPS * there or not (is_broken or _is_much(pair, tail, there)):
        return None
    end = _end(pair)
    if _goes_on(pair, end, last if is_broken else None):
        return None
    if is_swallowed(swallowing(pair.translation), Span(end, end)):
        return None
    return Tail(
        first=tail[0].block,
        key=tail[0].key,
        gap=Span(end, end),
        keys=frozenset(part.key for part in tail),
        share=lost / (there + lost),
        is_broken=is_broken,
    )


def is_in_tail(tail: Tail | None, key: str) -> bool:
    """Tell whether a lost section or block is in the end that a translation lacks."""
    return tail is not None and key in tail.keys


def broken_sentence(pair: Pair) -> BlockPair | None:
    """Return the last text of a page if it breaks off in a sentence.

    It has no full stop where the original's has one, and is too short.
    """
    last = _last_text(pair)
    if pair.state is not PairState.PARALLEL or last is None:
        return None
    if last.state is not BlockState.TRANSLATED or not _breaks_off(pair, last):
        return None
    first, second = (block_prose(block).strip() for block in last.both())
    if len(first) < _LEAST_SENTENCE or first[-1] not in _ENDS:
        return None
    short = _SHORT_IN_MIDST if second[-1] in _MIDST else _SHORT
    expected = prose_ratio(pair, without=last) * len(first)
    return last if len(second) < short * expected else None


def _is_much(pair: Pair, tail: Sequence[_Part], there: int) -> bool:
    """Tell whether an end is so much that nobody forgot it, and not most of a page."""
    lost = _length(tail)
    outer = sum(part.is_outer for part in tail)
    return (
        pair.state is PairState.PARALLEL
        and outer >= _LEAST_PARTS
        and lost >= _LEAST_SHARE * (there + lost)
    )


def _is_read(block: Block) -> bool:
    """Tell whether a block has text or code; markup alone may be for one language."""
    return isinstance(block, CodeBlock) or any(map(block_prose, walk_blocks(block)))


def _length(parts: Iterable[_Part]) -> int:
    return sum(part.block.span.end - part.block.span.start for part in parts)


def _parts(pair: Pair) -> Iterator[_Part]:
    for one in pair.sections:
        section, key = one.original, one.key
        if section is None or one.state is BlockState.ASIDE:
            continue
        is_there = one.translation is not None
        if section.heading is not None:
            yield _Part(section.heading, key, is_there, is_outer=True)
        if not is_there:
            for block in flow(section.blocks):
                if not isinstance(block, (Heading, FootnoteDefinition)):
                    yield _Part(block, key, is_there=False, is_outer=True)
        for blocks in one.blocks:
            yield from _parts_of(blocks, is_outer=True)


def _parts_of(blocks: BlockPair, *, is_outer: bool) -> Iterator[_Part]:
    """Yield the parts of a block, of which the last can be lost; footnotes are none."""
    block = blocks.original
    if blocks.state is BlockState.ASIDE or isinstance(block, FootnoteDefinition):
        return
    if blocks.blocks and not isinstance(block, TableRow):
        for below in blocks.blocks:
            yield from _parts_of(below, is_outer=False)
    elif block is not None:
        is_there = blocks.translation is not None
        yield _Part(block, blocks.key, is_there, is_outer)


def _end(pair: Pair) -> int:
    """Return where the last block ends that both have."""
    return max(
        one.translation.span.end
        for one in pair.walk_blocks()
        if one.original is not None and one.translation is not None
    )


def _goes_on(pair: Pair, end: int, last: BlockPair | None) -> bool:
    """Tell whether a translation has something of its own after a place.

    Args:
        pair: The two documents.
        end: The place.
        last: What breaks off, and may be too short to be known again.
    """
    blocks = (
        one.translation
        for one in pair.walk_blocks()
        if one.state is BlockState.EXTRA and one is not last
    )
    return any(
        block is not None and block.span.start >= end
        for block in (*blocks, *_extra_headings(pair))
    )


def _last_text(pair: Pair) -> BlockPair | None:
    """Return the last paragraph or item of a translation, if nothing is below it."""
    ends = [
        one.translation.span.end if one.translation is not None else -1
        for one in pair.walk_blocks()
    ]
    end = max(ends, default=-1)
    if end < 0:
        return None
    last = pair.walk_blocks()[len(ends) - 1 - ends[::-1].index(end)]
    if last.state is BlockState.ASIDE:
        return None
    if any(heading.span.start >= end for heading in _extra_headings(pair)):
        return None
    return last if isinstance(last.translation, (Paragraph, ListItem)) else None


def _extra_headings(pair: Pair) -> Iterator[Heading]:
    for one in pair.sections:
        added = one.translation if one.state is BlockState.EXTRA else None
        if added is not None and added.heading is not None:
            yield added.heading


def _breaks_off(pair: Pair, last: BlockPair) -> bool:
    """Tell whether a text is no whole sentence, as it ends."""
    language = (pair.translation.language or "").partition("-")[0].lower()
    if last.translation is None or language in _WITHOUT_ENDS:
        return False
    text = block_prose(last.translation).rstrip()
    if not text or (
        last.original and block_prose(last.original).rstrip()[-1:] not in _ENDS
    ):
        return False
    return text[-1] in _MIDST or unicodedata.category(text[-1])[0] not in "PS"
