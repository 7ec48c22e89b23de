"""Numbers of an original that its translation does not have, or not as they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from transcheck.align.model import BlockPair, BlockState, Pair
from transcheck.compare.counterparts import by_original, by_translation
from transcheck.compare.marks import Lost, Mark, MarkChange, compare_marks
from transcheck.compare.readable import is_title_elsewhere
from transcheck.compare.same_number import (
    FoundNumber,
    is_converted,
    is_worth_the_same,
)
from transcheck.compare.texts import readings_having
from transcheck.document import Block, Document, RunningText, block_text
from transcheck.language.numerals import (
    ascii_digits,
    read_numbers,
    spelled_numbers,
)
from transcheck.patterns import late_regex
from transcheck.text import Span

# What holds digits and says no number: addresses, characters by their code, and the
# minutes of a full hour.
_NO_NUMBERS = late_regex(
    r"\w{1,20}://\S+|www\.\S+|&#x?[0-9A-Fa-f]+;|(?<=\d)[:\uff1a]00(?!\d)"
)
_SIGNS = ("://", "www.", "&#", ":00", "\uff1a00")  # what they have of it
_RUN = late_regex(r"\d\d*")
# Up to here, and where nothing but noughts follows a digit, words may stand for a
# number in any language, and a number for words.
_SPELLED_OUT = 20
_ROUND = late_regex(r"\d0+")
# A number to count with does not become one to measure with; and one digit may be
# another in another unit, as weeks and days are.
_SMALL = 12
_TWO_DIGITS = 10
# `argv[2]`, which a text may go without.
_IN_CODE = late_regex(r"[A-Za-z_][\[=]\Z")
_MOST_PAIRS = 400
# What a version stands after: "FastAPI 0.5", "Node (>= 0.5".
_NAME_BEFORE = late_regex(r"([A-Z][A-Za-z]{2,})[\s()v<>=~^\u2264\u2265]*\Z")
_LONGEST_NAME = 40


class NumberChange(Struct, frozen=True):
    """Numbers of a block that are not what its original has.

    Args:
        kind: ``changed``, ``divided`` (the same digits, with another separator, though
            it counts versions), ``missing`` or ``added``.
        key: The key of the block.
        before: Of the original, as they are written; empty for ``added``.
        after: Of the translation; empty for ``missing``.
        span: Where the first one is in the translation, or would be.
        origin: Where the first one is in the original, None for ``added``.
        sure: Nothing but a mistake explains it.
    """

    kind: str
    key: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    span: Span
    origin: Span | None
    sure: bool


def changed_numbers(pair: Pair) -> Iterator[NumberChange]:
    """Yield what became of the numbers of an original, block by block.

    Args:
        pair: The documents, aligned.
    """
    sides = pair.original, pair.translation
    tables = by_original(pair), by_translation(pair)
    having = (
        table.get(block)
        for side, table in zip(sides, tables, strict=True)
        for block in readings_having(side, _RUN)
    )
    blocks = {
        one.key: one
        for one in having
        if one is not None
        and one.state is BlockState.TRANSLATED
        and not is_title_elsewhere(one.both()[1])
    }
    read = [side.once(_Numbers) for side in sides]
    ours, theirs = (
        [mark for one in blocks.values() for mark in read[side].of(one.both()[side])]
        for side in (0, 1)
    )
    if [one.source for one in ours] == [one.source for one in theirs]:
        return
    for change in compare_marks(pair, ours, theirs):
        block = blocks.get(change.part.key)
        if block is not None and change.part.in_text:
            yield from _explain(pair, block, change)


class _Numbers:
    """The numbers in a document's blocks that were asked for; for `Document.once`."""

    def __init__(self, document: Document) -> None:
        self._language = document.language
        self._having = readings_having(document, _RUN)
        self._found: dict[int, list[Mark[FoundNumber]]] = {}

    def of(self, block: Block) -> Sequence[Mark[FoundNumber]]:
        """Return the numbers of a block itself, in their order."""
        found = self._found.get(id(block))
        if found is None:
            reading = self._having.get(id(block))
            found = _read(reading, self._language) if reading else []
            self._found[id(block)] = found
        return found


def _read(reading: RunningText, language: str | None) -> list[Mark[FoundNumber]]:
    text = reading.text
    if any(sign in text for sign in _SIGNS):
        text = _NO_NUMBERS.sub(lambda match: " " * len(match[0]), text)
    found = []
    for number in read_numbers(text, language):
        span = reading.span(number.start, number.end)
        value = FoundNumber(number, reading.text, language)
        found.append(Mark(number.digits, span, number.written, value))
    return found


def _explain(
    pair: Pair, block: BlockPair, change: MarkChange[FoundNumber]
) -> Iterator[NumberChange]:
    yield from _mangled(change)
    if not change.lost and not change.gained:
        return
    first, second = block.both()
    sources = (
        first.span.cut(pair.original.text),
        second.span.cut(pair.translation.text),
    )
    lost = _absent(change.lost, _beside_text(sources[1], second))
    gained = _absent(change.gained, _beside_text(sources[0], first))
    if _joined(lost) == _joined(gained):
        return  # the same, grouped in another way
    if len(lost) * len(gained) > _MOST_PAIRS:
        return  # another text
    _take_same(lost, gained)
    for one, other in _replaced(change, lost, gained):
        lost.remove(one)
        gained.remove(other)
        yield _change("changed", change, one.mark, other.mark)
    lost = _absent(lost, _runs(sources[1]))
    gained = _absent(gained, _runs(sources[0]))
    lost = [one for one in lost if not _may_be_words(one)]
    gained = [one for one in gained if not _may_be_words(one)]
    if lost:
        yield NumberChange(
            "missing",
            change.part.key,
            tuple(one.mark.source for one in lost),
            (),
            lost[0].gap,
            lost[0].mark.span,
            sure=False,
        )
    if gained:
        yield NumberChange(
            "added",
            change.part.key,
            (),
            tuple(one.mark.source for one in gained),
            gained[0].mark.span,
            None,
            sure=False,
        )


def _take_same(lost: list[Lost[FoundNumber]], gained: list[Lost[FoundNumber]]) -> None:
    """Take out what is the same number, in other words or measures."""
    for is_same in (is_worth_the_same, is_converted):
        for one in tuple(lost):
            for other in gained:
                if is_same(one.mark.value, other.mark.value):
                    lost.remove(one)
                    gained.remove(other)
                    break


def _mangled(change: MarkChange[FoundNumber]) -> Iterator[NumberChange]:
    """Yield the numbers that have their digits and not their point."""
    for one, other in change.kept:
        if one.source == other.source:
            continue
        first, second = one.value, other.value
        values = first.number.values and second.number.values
        if values and not is_worth_the_same(first, second):
            yield _change("changed", change, one, other)
        elif "," in other.source and "." in one.source and _is_version(first, second):
            yield _change("divided", change, one, other)


def _is_version(first: FoundNumber, second: FoundNumber) -> bool:
    """Tell whether two numbers stand right after the same name."""
    names = [
        _NAME_BEFORE.search(
            one.text[max(0, one.number.start - _LONGEST_NAME) : one.number.start]
        )
        for one in (first, second)
    ]
    return all(names) and len({name and name[1] for name in names}) == 1


def _change(
    kind: str,
    change: MarkChange[FoundNumber],
    one: Mark[FoundNumber],
    other: Mark[FoundNumber],
) -> NumberChange:
    return NumberChange(
        kind,
        change.part.key,
        (one.source,),
        (other.source,),
        other.span,
        one.span,
        sure=True,
    )


def _runs(source: str) -> Counter[str]:
    """Return the runs of digits in a text, without noughts before them."""
    return Counter(run.lstrip("0") or "0" for run in _RUN.findall(ascii_digits(source)))


def _beside_text(source: str, block: Block) -> Counter[str]:
    """Return the digits in code, targets and markup of a block, and in numerals."""
    text = block_text(block).text
    found = _runs(source) - _runs(text)
    found.update(str(value) for value in spelled_numbers(text))
    return found


def _absent(
    found: Iterable[Lost[FoundNumber]], runs: Counter[str]
) -> list[Lost[FoundNumber]]:
    """Return the numbers whose digits are not among those of the other side."""
    return [
        one
        for one in found
        if not all(
            (run.lstrip("0") or "0") in runs for run in one.mark.value.number.parts
        )
    ]


def _joined(found: list[Lost[FoundNumber]]) -> str:
    return "".join(one.mark.value.number.digits for one in found)


def _replaced(
    change: MarkChange[FoundNumber],
    lost: list[Lost[FoundNumber]],
    gained: list[Lost[FoundNumber]],
) -> list[tuple[Lost[FoundNumber], Lost[FoundNumber]]]:
    """Return the numbers that stand where others would."""
    same = change.counts[0] == change.counts[1]
    alone = len(lost) == len(gained) == 1
    found = []
    for one in lost:
        for other in gained:
            if _is_small(one) != _is_small(other) and not (
                same and alone and _has_two_digits(one) and _has_two_digits(other)
            ):
                continue
            if _is_in_code(one) != _is_in_code(other):
                continue
            if (same and one.number == other.number) or alone:
                found.append((one, other))
                break
    return found


def _has_two_digits(one: Lost[FoundNumber]) -> bool:
    values = one.mark.value.number.values
    return bool(values) and min(values) >= _TWO_DIGITS


def _is_in_code(one: Lost[FoundNumber]) -> bool:
    found = one.mark.value
    before = found.text[max(0, found.number.start - 2) : found.number.start]
    return _IN_CODE.match(before) is not None


def _is_small(one: Lost[FoundNumber]) -> bool:
    values = one.mark.value.number.values
    return bool(values) and max(values) <= _SMALL


def _may_be_words(one: Lost[FoundNumber]) -> bool:
    number = one.mark.value.number
    small = any(value <= _SPELLED_OUT for value in number.values)
    return small or bool(_ROUND.fullmatch(number.digits))
