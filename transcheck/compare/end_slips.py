"""Texts that end with another mark than their originals, or with none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from transcheck.align.model import BlockPair, BlockState, Pair
from transcheck.compare.ends import End, Ending, read_ends
from transcheck.compare.text_marks import last_word
from transcheck.compare.truncation import broken_sentence
from transcheck.document import (
    Block,
    Document,
    Link,
    ListBlock,
    ListItem,
    Paragraph,
    Table,
    TableRow,
    block_text,
)
from transcheck.patterns import late_regex
from transcheck.typography import punctuation

# A sentence of the original has so many characters; what is shorter is a label.
_LEAST_SENTENCE = 16
# A word of so many letters before a full stop may be an abbreviation.
_SHORT_WORD = 4
# Among so many neighbours, one that alone ends in another way is a slip.
_LEAST_ALIKE = 3
# For one text without its mark there are so many with it, where that is no habit.
_KEPT = 4
_TAIL = 16
_ABBREVIATION = late_regex(
    r"(?:^|[\s(.])(?:etc|inc|ltd|co|corp|al|vs|approx|no|p|\w\.\w|[A-Za-z])\.\W*\Z",
    re.IGNORECASE,
)
_WANTED = frozenset({End.STOP, End.QUESTION, End.EXCLAMATION, End.COLON})
# What an item or a cell may end with whatever the others do.
_LIVELY = frozenset({End.QUESTION, End.EXCLAMATION, End.ELLIPSIS})
# What the verb at the end of a sentence ends in. After a noun there is no full stop,
# nor after words that lead to code or to a list.
_VERBS = {"ja": frozenset("すたいるんうだよねくむぬつ"), "ko": frozenset("다요까죠오")}
# A comma may lead to what follows: `例えば、`.
_LEADING_COMMA = frozenset({"ja", "my"})


class EndSlip(Struct, frozen=True):
    """A text that does not end as it should.

    Args:
        blocks: The text and its original.
        kind: What messages call it: "paragraph", "list item" and so on.
        wanted: What it should end with.
        before: The end of the original.
        after: Its end.
    """

    blocks: BlockPair
    kind: str
    wanted: End
    before: Ending
    after: Ending


class _Member(Struct, frozen=True, gc=False):
    blocks: BlockPair
    before: Ending
    after: Ending


def find_end_slips(pair: Pair) -> Iterator[EndSlip]:
    """Yield the texts of a pair that do not end as their originals do.

    Of paragraphs each is held against its original; of headings, items of one list and
    cells of one column those that end unlike all others, which end as the original's.
    """
    if not pair.has_original:
        return
    walk = _Walk(pair)
    yield from _paragraphs(pair, walk.paragraphs)
    for kind, groups in walk.groups.items():
        for group in groups:
            for slip in _odd_ones(kind, group):
                if not _may_be_meant(pair, slip):
                    yield slip


class _Walk:
    """The texts of a pair, sorted by where they stand."""

    def __init__(self, pair: Pair) -> None:
        self._before = pair.original.once(read_ends)
        self._after = pair.translation.once(read_ends)
        self._broken = pair.once(broken_sentence)  # which `truncated` reports
        self.paragraphs: list[_Member] = []
        headings: list[_Member] = []
        self.groups: dict[str, list[list[_Member]]] = {
            "heading": [headings],
            "list item": [],
            "table cell": [],
        }
        for section in pair.sections:
            if section.heading is not None:
                headings += self._member(section.heading)
            self._walk(section.blocks)

    def _walk(self, siblings: Sequence[BlockPair]) -> None:
        for blocks in siblings:
            block = blocks.translation or blocks.original
            if isinstance(block, ListBlock):
                self._list(blocks)
            elif isinstance(block, Table):
                self._table(blocks)
            else:
                if isinstance(block, Paragraph):
                    self.paragraphs += self._member(blocks)
                self._walk(blocks.blocks)

    def _list(self, blocks: BlockPair) -> None:
        group: list[_Member] = []
        for item in blocks.blocks:
            if _is_lone(item.original) and _is_lone(item.translation):
                group += [one for inner in item.blocks for one in self._member(inner)]
            else:
                self._walk(item.blocks)
        self.groups["list item"].append(group)

    def _table(self, blocks: BlockPair) -> None:
        columns: dict[int, list[_Member]] = {}
        for row in blocks.blocks[1:]:
            if isinstance(row.translation, TableRow):
                for number, cell in enumerate(row.blocks):
                    columns.setdefault(number, []).extend(self._member(cell))
        self.groups["table cell"] += columns.values()

    def _member(self, blocks: BlockPair) -> list[_Member]:
        if blocks.state is not BlockState.TRANSLATED or blocks is self._broken:
            return []
        before = self._before.get(id(blocks.original))
        after = self._after.get(id(blocks.translation))
        return [_Member(blocks, before, after)] if before and after else []


def _is_lone(block: Block | None) -> bool:
    """Tell whether an item of a list is one text."""
    return (
        isinstance(block, ListItem)
        and len(block.blocks) == 1
        and isinstance(block.blocks[0], Paragraph)
    )


def _paragraphs(pair: Pair, members: Sequence[_Member]) -> Iterator[EndSlip]:
    if not punctuation(pair.translation.language).stops:
        return
    language = (pair.translation.language or "").partition("-")[0]
    unfinished = {End.WORD, End.SEMICOLON}
    if language not in _LEADING_COMMA:
        unfinished.add(End.COMMA)
    sentences = pair.original.once(_Sentences)

    def is_wanted(one: _Member) -> bool:
        return one.before.end in _WANTED and sentences.include(one.blocks.both()[0])

    lost: list[EndSlip] = []
    for one in members:
        blocks, before, after = one.blocks, one.before, one.after
        if after.end not in unfinished or not is_wanted(one):
            continue
        if _is_link(blocks.both()[1]):
            continue
        slip = EndSlip(blocks, "paragraph", before.end, before, after)
        if after.end is not End.WORD:
            yield slip
        elif _is_said(pair.translation, blocks, after):
            lost.append(slip)
    others = {*unfinished, End.OTHER}
    if lost and len(lost) * _KEPT <= sum(
        one.after.end not in others and is_wanted(one) for one in members
    ):
        yield from lost


def _is_link(block: Block) -> bool:
    """Tell whether a text is a link alone, which is a label."""
    return [type(one) for one in block.inlines] == [Link]


def _may_be_meant(pair: Pair, slip: EndSlip) -> bool:
    """Tell whether a text may end unlike its neighbours: a noun, an abbreviation."""
    first, second = slip.blocks.both()
    if slip.wanted is End.STOP:
        return not (
            punctuation(pair.translation.language).stops
            and pair.original.once(_Sentences).include(first)
            and (slip.after.sign or _is_said(pair.translation, slip.blocks, slip.after))
        )
    if slip.after.sign != ".":
        return False
    text = block_text(second).text[: slip.after.offset]
    word = last_word(text, len(text))
    return len(text) < _LEAST_SENTENCE or len(word) <= _SHORT_WORD or "." in word


def _is_said(document: Document, blocks: BlockPair, after: Ending) -> bool:
    """Tell whether a text ends as a sentence does, where a language shows it."""
    _, second = blocks.both()
    verbs = _VERBS.get((document.language or "").partition("-")[0])
    if verbs is None:
        return True
    return block_text(second).text[after.offset - 1] in verbs


class _Sentences:
    """Which texts of an original are sentences; for `Document.once`."""

    def __init__(self, _: Document) -> None:
        self._known: dict[int, bool] = {}

    def include(self, block: Block) -> bool:
        """Tell whether a text is more than a label, and ends in no abbreviation."""
        found = self._known.get(id(block))
        if found is None:
            text = block_text(block).text
            found = len(text) >= _LEAST_SENTENCE
            found = found and not _ABBREVIATION.search(text[-_TAIL:])
            self._known[id(block)] = found
        return found


def _odd_ones(kind: str, group: Sequence[_Member]) -> Iterator[EndSlip]:
    """Yield the text that alone ends unlike its neighbours and its original."""
    known = [one for one in group if End.OTHER not in (one.before.end, one.after.end)]
    if len(known) < _LEAST_ALIKE:
        return
    ends = [one.after.end for one in known]
    usual = max(set(ends), key=lambda end: (ends.count(end), end.value))
    odd = [one for one in known if one.after.end is not usual]
    if len(odd) != 1 or usual not in (End.STOP, End.WORD):
        return
    (one,) = odd
    if one.before.end is not usual or one.after.end in _LIVELY:
        return
    if kind == "list item" and one is known[-1] and usual is End.WORD:
        return  # the sentence that the list is ends there
    yield EndSlip(one.blocks, kind, usual, one.before, one.after)
