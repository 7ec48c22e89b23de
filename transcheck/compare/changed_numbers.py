"""Numbers of an original that its translation does not have, or not as they are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from transcheck.align.model import BlockPair, BlockState, Pair
from transcheck.compare.marks import Lost, Mark, MarkChange, compare_marks
from transcheck.compare.readable import block_text, is_title_elsewhere
from transcheck.document import Block, Document
from transcheck.language.numerals import (
    Number,
    ascii_digits,
    read_numbers,
    scales_after,
    spelled_numbers,
)
from transcheck.language.scripts import base
from transcheck.text import Span

# What holds digits and says no number: addresses, characters by their code, and the
# minutes of a full hour.
_NO_NUMBERS = re.compile(
    r"\w{1,20}://\S+|www\.\S+|&#x?[0-9A-Fa-f]+;|(?<=\d)[:\uff1a]00(?!\d)"
)
_RUN = re.compile(r"\d+")
# Up to here, and where nothing but noughts follows a digit, words may stand for a
# number in any language, and a number for words.
_SPELLED_OUT = 20
_ROUND = re.compile(r"\d0+")
# What a version stands after: "FastAPI 0.5", "Node (>= 0.5".
_NAME_BEFORE = re.compile(r"([A-Z][A-Za-z]{2,})[\s()v<>=~^\u2264\u2265]*\Z")
_LONGEST_NAME = 40
_POWER_OF_TEN = re.compile(r"10+")
# How many of one measure are one of another: inches and centimetres, feet and metres,
# miles, pounds, ounces, gallons, acres; converted numbers are rounded.
_FACTORS = (2.54, 3.281, 1.609, 2.205, 28.35, 3.785, 2.471)
_NEARLY = 0.04
_HALF_DAY = 12
_AFTERNOON = re.compile(r"(?::\d\d)?\s?p\.?\s?m\b", re.IGNORECASE)
# How much later a year of another calendar counts, where it begins with ours or not.
_CALENDARS = {
    "am": (-7, -8),
    "bn": (-593, -594),
    "fa": (-621, -622),
    "km": (543, 544),
    "lo": (543, 544),
    "ne": (56, 57),
    "ps": (-621, -622),
    "th": (543, 544),
    "zh": (-1911,),
}
_YEARS = range(1000, 3000)
_CENTURY = 100


@dataclass(frozen=True, slots=True)
class _Found:
    """A number, and the text it stands in."""

    number: Number
    text: str


@dataclass(frozen=True, slots=True)
class NumberChange:
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
    blocks = {
        one.key: one
        for one in pair.walk_blocks()
        if one.state is BlockState.TRANSLATED and not is_title_elsewhere(one.both()[1])
    }
    ours = _read(pair.original, [one.both()[0] for one in blocks.values()])
    theirs = _read(pair.translation, [one.both()[1] for one in blocks.values()])
    if not ours and not theirs:
        return
    for change in compare_marks(pair, ours, theirs):
        block = blocks.get(change.part.key)
        if block is not None and change.part.in_text:
            yield from _explain(pair, block, change)


def _read(document: Document, blocks: list[Block]) -> list[Mark[_Found]]:
    found = []
    for block in blocks:
        reading = block_text(document, block)
        text = reading.text
        if not _RUN.search(text):
            continue
        text = _NO_NUMBERS.sub(lambda match: " " * len(match[0]), text)
        for number in read_numbers(text):
            span = reading.span(number.start, number.end)
            value = _Found(number, reading.text)
            found.append(Mark(number.digits, span, number.written, value))
    return found


def _explain(
    pair: Pair, block: BlockPair, change: MarkChange[_Found]
) -> Iterator[NumberChange]:
    yield from _mangled(pair, change)
    if not change.lost and not change.gained:
        return
    first, second = block.both()
    sources = (
        first.span.cut(pair.original.text),
        second.span.cut(pair.translation.text),
    )
    lost = _absent(change.lost, _beside_text(sources[1], pair.translation, second))
    gained = _absent(change.gained, _beside_text(sources[0], pair.original, first))
    if _joined(lost) == _joined(gained):
        return  # the same, grouped in another way
    for is_same in (_is_scaled, _is_converted):
        for one in tuple(lost):
            for other in gained:
                if is_same(pair, one.mark.value, other.mark.value):
                    lost.remove(one)
                    gained.remove(other)
                    break
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


def _mangled(pair: Pair, change: MarkChange[_Found]) -> Iterator[NumberChange]:
    """Yield the numbers that have their digits and not their point."""
    for one, other in change.kept:
        if one.source == other.source:
            continue
        first, second = one.value, other.value
        values = first.number.values and second.number.values
        if values and not _is_scaled(pair, first, second):
            yield _change("changed", change, one, other)
        elif "," in other.source and "." in one.source and _is_version(first, second):
            yield _change("divided", change, one, other)


def _is_version(first: _Found, second: _Found) -> bool:
    """Tell whether two numbers stand right after the same name."""
    names = [
        _NAME_BEFORE.search(
            one.text[max(0, one.number.start - _LONGEST_NAME) : one.number.start]
        )
        for one in (first, second)
    ]
    return all(names) and len({name and name[1] for name in names}) == 1


def _change(
    kind: str, change: MarkChange[_Found], one: Mark[_Found], other: Mark[_Found]
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


def _beside_text(source: str, document: Document, block: Block) -> Counter[str]:
    """Return the digits in code, targets and markup of a block, and in numerals."""
    text = block_text(document, block).text
    found = _runs(source) - _runs(text)
    found.update(str(value) for value in spelled_numbers(text))
    return found


def _absent(found: Iterable[Lost[_Found]], runs: Counter[str]) -> list[Lost[_Found]]:
    """Return the numbers whose digits are not among those of the other side."""
    return [
        one
        for one in found
        if not all(
            (run.lstrip("0") or "0") in runs for run in one.mark.value.number.parts
        )
    ]


def _joined(found: list[Lost[_Found]]) -> str:
    return "".join(one.mark.value.number.digits for one in found)


def _is_scaled(pair: Pair, first: _Found, second: _Found) -> bool:
    """Tell whether two numbers are worth the same, with the words after them."""
    ours, theirs = first.number.values, second.number.values
    if ours & theirs:
        return True
    ratios = {max(one / two, two / one) for one in ours for two in theirs if one * two}
    if not any(_POWER_OF_TEN.fullmatch(str(ratio)) for ratio in ratios):
        return False
    powers = _scales(first.text, pair.original.language)
    others = _scales(second.text, pair.translation.language)
    worth = {one * 10**power for one in ours for power in powers}
    return not worth.isdisjoint(two * 10**power for two in theirs for power in others)


def _scales(text: str, language: str | None) -> frozenset[int]:
    """Return the powers of ten that numbers of a text are multiplied with.

    In "300 and 100 billion" the word belongs to both.
    """
    found: frozenset[int] = frozenset()
    return found.union(
        *(scales_after(text, number.end, language) for number in read_numbers(text))
    )


def _is_converted(pair: Pair, first: _Found, second: _Found) -> bool:
    """Tell whether a number is another in another measure, calendar or currency."""
    ours, theirs = first.number.values, second.number.values
    language = base(pair.translation.language or "")
    clock = bool(_AFTERNOON.match(first.text, first.number.end))
    return any(
        (clock and other - one == _HALF_DAY)
        or (one in _YEARS and _is_year(one, other, language))
        or _is_measured(one, other)
        for one in ours
        for other in theirs
    )


def _is_year(one: Fraction, other: Fraction, language: str) -> bool:
    """Tell whether a number is a year in another calendar, its decade or century."""
    off = _CALENDARS.get(language, ())
    return other - one in off or other in {one % _CENTURY, one // _CENTURY + 1}


def _is_measured(one: Fraction, other: Fraction) -> bool:
    if not one or not other:
        return False
    celsius = float(one - 32) * 5 / 9
    ratio = float(max(one / other, other / one))
    return abs(float(other) - celsius) < 1 or any(
        abs(ratio / factor - 1) < _NEARLY for factor in _FACTORS
    )


def _replaced(
    change: MarkChange[_Found], lost: list[Lost[_Found]], gained: list[Lost[_Found]]
) -> list[tuple[Lost[_Found], Lost[_Found]]]:
    """Return the numbers that stand where others would."""
    same = change.counts[0] == change.counts[1]
    found = []
    for one in lost:
        for other in gained:
            if _may_be_words(one) != _may_be_words(other):
                continue
            if (same and one.number == other.number) or len(lost) == len(gained) == 1:
                found.append((one, other))
                break
    return found


def _may_be_words(one: Lost[_Found]) -> bool:
    number = one.mark.value.number
    small = any(value <= _SPELLED_OUT for value in number.values)
    return small or bool(_ROUND.fullmatch(number.digits))
