"""Losses and additions that a rule of their own tells, so that no other one does."""

from __future__ import annotations

from collections.abc import Callable

from transcheck.align.model import BlockPair, BlockState, Pair
from transcheck.compare.added_sections import broken_in_original, underlined_texts
from transcheck.compare.broken_headings import broken_headings_of
from transcheck.compare.fallen_tables import fallen_tables
from transcheck.compare.indented_text import texts_as_code
from transcheck.compare.list_shapes import (
    changed_nestings,
    is_in_changed_list,
    texts_past_lists,
)
from transcheck.compare.lost_blocks import block_of
from transcheck.compare.swallowed import (
    is_mostly_swallowed,
    is_swallowed,
    swallowing,
)
from transcheck.compare.tables import (
    broken_off,
    broken_tables,
    tables_in_line,
    text_rows,
)
from transcheck.compare.truncation import is_in_tail, lost_tail
from transcheck.document import Table
from transcheck.text import Span


def told_losses(pair: Pair) -> Callable[[str, Span | None], bool]:
    """Return what tells of a lost section or block that it is told as something else.

    It is in the lost end of the page, it became code or a heading, or a broken fence
    took it in.

    Returns:
        A function of the key of its pair, and of where it would be.
    """
    swallowed = swallowing(pair.translation)
    tail = pair.once(lost_tail)
    other = frozenset().union(
        *(one.keys for one in pair.once(texts_as_code)),
        *(one.keys for one in pair.once(underlined_texts)),
    )

    def is_told(key: str, gap: Span | None) -> bool:
        return key in other or is_in_tail(tail, key) or is_swallowed(swallowed, gap)

    return is_told


def told_added_sections(pair: Pair) -> frozenset[str]:
    """Return the keys of added sections that are told as something else.

    The original has them as a line whose mark is broken, or a rule underlines a text.
    """
    texts = pair.once(underlined_texts)
    return frozenset(pair.once(broken_in_original)) | {
        one.added.pair.key for one in texts
    }


def told_lost_blocks(pair: Pair) -> Callable[[BlockPair], bool]:
    """Return what tells of a lost block that it is told as something else.

    It may also be in a list of another shape or follow its list, its table may have
    fallen apart or ended before it, or a table swallowed it.
    """
    is_told_loss = told_losses(pair)
    nestings = pair.once(changed_nestings)
    past_lists = pair.once(texts_past_lists)
    tables = bool(
        broken_tables(pair.translation)
        or tables_in_line(pair.translation)
        or pair.once(fallen_tables)
    )
    rows = [row.translation for row in pair.once(text_rows)]
    ends = {row.span.end for row in rows if row}
    ended = {id(row) for one in pair.once(broken_off) for row in one.table.blocks}

    def is_told(block: BlockPair) -> bool:
        return (
            is_told_loss(block.key, block.gap)
            or block.key in past_lists
            or is_in_changed_list(nestings, block.key)
            or id(block) in ended
            or (block.gap is not None and block.gap.start in ends)
            or (tables and isinstance(block_of(block), Table))
        )

    return is_told


def told_added_blocks(pair: Pair) -> Callable[[BlockPair], bool]:
    """Return what tells of an added block that it is told as something else.

    It is in a list of another shape or was at its end, a table swallowed it, it is a
    table that became text, a text as code, or a heading without its mark.
    """
    nestings = pair.once(changed_nestings)
    past_lists = pair.once(texts_past_lists)
    blocks = {id(row.translation) for row in pair.once(text_rows)}
    blocks |= {id(one.block) for one in pair.once(texts_as_code)}
    blocks |= {id(one.block) for one in pair.once(fallen_tables)}
    headings = {one.span for one in pair.once(broken_headings_of)}

    def is_told(block: BlockPair) -> bool:
        added = block_of(block)
        return (
            id(added) in blocks
            or added.span in headings
            or block.key in past_lists
            or is_in_changed_list(nestings, block.key)
        )

    return is_told


def is_mostly_told(pair: Pair) -> bool:
    """Tell whether most of what a translation seems to lack is told as something else.

    It is in code that a broken fence made, in the lost end of the page, or it is rows
    of tables that ended early, or tables that became text.
    """
    rows = sum(one.rows for one in pair.once(broken_off))
    rows += len(pair.once(fallen_tables))
    lost = [one for one in pair.walk_blocks() if one.state is BlockState.MISSING]
    return (
        is_mostly_swallowed(pair.translation)
        or 2 * rows > len(lost)
        or pair.once(lost_tail) is not None
    )
