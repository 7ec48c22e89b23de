"""The rule stray-punctuation."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

from transcheck.compare.mention import place
from transcheck.compare.readable import CODE, RunningText, own_inlines, running_text
from transcheck.document import Block, document_blocks
from transcheck.rule import (
    AlignedPage,
    BlockState,
    Document,
    Edit,
    Finding,
    Fix,
    PageRule,
    Related,
    Severity,
    Span,
    label,
    option,
)
from transcheck.typography import (
    CLOSING,
    COMMAS,
    FULL_STOPS,
    SEPARATORS,
    first_wrong_mark,
    spaced_marks,
)


def _one_of(marks: frozenset[str]) -> str:
    return f"[{re.escape(''.join(sorted(marks)))}]"


_RUN = re.compile(f"{_one_of(SEPARATORS)}{{2,}}")
_SPACED = re.compile(rf"(?<=\S)\s+({_one_of(COMMAS | FULL_STOPS)})(?=(\s*)(\S?))")
_WORD = re.compile(r"[^\W_](?:[^\W_]|[.\u0300-\u036f])*\Z")
_LONGEST_WORD = 40
# Wide marks bring their own space. What a text must do so often to do it by habit.
_WIDE = frozenset("、。，．")
_WIDE_CLOSE = re.compile(f"[A-Za-z0-9){CODE}]{_one_of(_WIDE)}")
_LEAST_HABIT = 5
# So many characters before a mark are its name.
_NAMED_BY = 16
# Where a list of marks goes on, the space before each of them is meant.
_NO_END = SEPARATORS | frozenset("!?()[]{}<>+-*/=|&%#@~^")


@dataclass(frozen=True)
class StrayPunctuation(PageRule):
    """No mark of punctuation stands where no language has it."""

    id: ClassVar[str] = "stray-punctuation"
    category: ClassVar[str] = "punctuation"
    severity: ClassVar[Severity] = Severity.ERROR
    fixable: ClassVar[bool] = True
    voting: ClassVar[bool] = False

    spaces: bool = option(True, "Report a space before a comma or a full stop.")  # noqa: FBT003 - a default

    def check(self, page: AlignedPage) -> Iterator[Finding]:
        """Report impossible runs, spaces before marks, and stops lost in links."""
        counterparts = _Counterparts(page)
        for document in page.documents:
            read = [
                _Read(block, text, tuple(_strays(text, document, spaces=self.spaces)))
                for block, text in _texts(document)
                if not counterparts.is_left(block)
            ]
            habit = _is_habit(read)
            told: Counter[tuple[str, str]] = Counter()
            for one in read:
                yield from _report(document, one, counterparts, told, habit=habit)
                yield from _swallowed(document, one, counterparts)


@dataclass(frozen=True, slots=True)
class _Stray:
    """A mark where it cannot be.

    Args:
        span: The mark, or the space before it.
        sign: Equal for the same in two languages.
        message: What is wrong.
        wide: It is a space before a mark that brings its own.
        safe: The text is surely right without it.
    """

    span: Span
    sign: str
    message: str
    wide: bool = False
    safe: bool = False


@dataclass(frozen=True, slots=True)
class _Read:
    """A block, how it reads, and the marks that are wrong in it."""

    block: Block
    reading: RunningText
    strays: tuple[_Stray, ...]


class _Counterparts:
    """The aligned blocks of a page, by the identity of each block."""

    def __init__(self, page: AlignedPage) -> None:
        self._keys: dict[int, str] = {}
        self._left: set[int] = set()
        self._originals: dict[int, Block] = {}
        self._others: dict[int, list[tuple[Document, Block]]] = {}
        for pair in page.pairs:
            for blocks in pair.walk_blocks():
                first, second = blocks.original, blocks.translation
                for block in (first, second):
                    if block is not None:
                        self._keys.setdefault(id(block), blocks.key)
                if first is None or second is None:
                    continue
                if blocks.state in (BlockState.UNTRANSLATED, BlockState.FOREIGN):
                    self._left.add(id(second))
                self._others[id(second)] = [(pair.original, first)]
                if page.original is not None:
                    self._originals[id(second)] = first
                else:
                    beside = self._others.setdefault(id(first), [])
                    beside.append((pair.translation, second))

    def key(self, block: Block) -> str | None:
        """Return the key of a block, None for one that no other document has."""
        return self._keys.get(id(block))

    def is_left(self, block: Block) -> bool:
        """Tell whether a block is not translated, which other rules report."""
        return id(block) in self._left

    def meant(self, block: Block) -> Counter[str]:
        """Return the signs in a block's original: its author wrote so."""
        original = self._originals.get(id(block))
        if original is None:
            return Counter()
        text = running_text(*own_inlines(original)).text
        signs = Counter(_plain(f" {match[1]}") for match in _SPACED.finditer(text))
        for match in _RUN.finditer(text):
            signs.update(_plain(first + second) for first, second in pairwise(match[0]))
        return signs

    def others(self, block: Block) -> Sequence[tuple[Document, Block]]:
        """Return the same block in the original, or in the page's other documents."""
        return self._others.get(id(block), ())


def _texts(document: Document) -> Iterator[tuple[Block, RunningText]]:
    for block in document_blocks(document):
        inlines = own_inlines(block)
        if inlines:
            yield block, running_text(*inlines)


def _strays(
    reading: RunningText, document: Document, *, spaces: bool
) -> Iterator[_Stray]:
    yield from _runs(reading)
    if spaces:
        yield from _spaces(reading, document.language)


def _is_habit(read: Sequence[_Read]) -> bool:
    """Tell whether a document sets wide marks off from code and Latin words.

    Some Chinese houses do, against the rule; then none of them is a slip.
    """
    spaced = sum(stray.wide for one in read for stray in one.strays)
    if spaced < _LEAST_HABIT:
        return False
    close = sum(len(_WIDE_CLOSE.findall(one.reading.text)) for one in read)
    return spaced > close


def _report(
    document: Document,
    one: _Read,
    counterparts: _Counterparts,
    told: Counter[tuple[str, str]],
    *,
    habit: bool,
) -> Iterator[Finding]:
    if not one.strays:
        return
    key = counterparts.key(one.block)
    meant = counterparts.meant(one.block)
    wide = Severity.INFO if habit else Severity.WARNING
    number: Counter[str] = Counter()
    for stray in one.strays:
        number[stray.sign] += 1
        if number[stray.sign] > meant[stray.sign]:
            # What stands right before names it, whatever changes around: no two
            # languages need to agree on a mark.
            start = max(one.block.span.start, stray.span.start - _NAMED_BY)
            before = " ".join(document.text[start : stray.span.start].split())
            told[before, stray.sign] += 1
            at = place(document, stray.span)
            yield Finding(
                at,
                stray.message,
                cause=("mark", stray.sign, before, told[before, stray.sign]),
                block=key,
                fix=Fix("take it away", (Edit(at, ""),), safe=stray.safe),
                severity=wide if stray.wide else None,
            )


def _runs(reading: RunningText) -> Iterator[_Stray]:
    """Yield marks that cannot follow the mark before them."""
    text = reading.text
    for match in _RUN.finditer(text):
        start, end = match.span()
        if not _ends_something(text[:start][-1:]):
            continue
        found = first_wrong_mark(_word(text, start), match[0], text[end : end + 1])
        if found is None:
            continue
        before, mark = match[0][found - 1], match[0][found]
        message = (
            f"doubled '{mark}'" if before == mark else f"'{mark}' after '{before}'"
        )
        span = reading.span(start + found, end)
        safe = before in COMMAS and _goes_on(text[end:])
        yield _Stray(span, _plain(before + mark), message, safe=safe)


def _spaces(reading: RunningText, language: str | None) -> Iterator[_Stray]:
    """Yield spaces before a comma or a full stop."""
    text = reading.text
    for match in _SPACED.finditer(text):
        mark, gap, following = match.groups()
        if mark in spaced_marks(language) or following in _NO_END or mark == "।":
            continue
        if not _ends_something(text[match.start() - 1]):
            continue
        # `.NET`, `.5` and `,foo` in code that is not marked as such.
        if following and not gap and (mark == "." or following.isdigit()):
            continue
        span = reading.span(match.start(), match.start(1))
        yield _Stray(
            span,
            _plain(f" {mark}"),
            f"space before '{mark}'",
            wide=mark in _WIDE,
            safe=mark in COMMAS and "\n" not in match[0],
        )


def _swallowed(
    document: Document, one: _Read, counterparts: _Counterparts
) -> Iterator[Finding]:
    """Yield full stops that belong after the link and stand in its text."""
    reading, others = one.reading, counterparts.others(one.block)
    key = counterparts.key(one.block)
    for number, (link, start, end) in enumerate(reading.links):
        text = reading.text[start:end]
        if not _is_sentence_end(reading.text, start, end):
            continue
        found = [_same_link(other, number, reading, link.target) for other in others]
        outside = [item for item in found if item is not None]
        if not outside or not all(
            _leaves_stop_outside(*item, last=end == len(reading.text))
            for item in outside
        ):
            continue
        origin, _ = others[found.index(outside[0])]
        at = outside[0][0].links[outside[0][1]][0].span
        yield Finding(
            place(document, reading.span(end - 1, end)),
            f"the link's text holds the sentence's '{text[-1]}'",
            cause=("link", key, number),
            block=key,
            related=(Related(place(origin, at), f"the link in {label(origin)}"),),
        )


def _is_sentence_end(text: str, start: int, end: int) -> bool:
    """Tell whether a link's text ends in a full stop, and the sentence with it."""
    if end - start < 2 or text[end - 1] not in FULL_STOPS:  # noqa: PLR2004 - a word
        return False
    word = _word(text, end - 1)
    if text[end - 2] in SEPARATORS or "." in word or word[:1].isupper():
        return False
    after = text[end:].lstrip()[:1]
    if not after:
        return True
    spaced = text[end].isspace() or text[end - 1] != "."
    return spaced and (not after.islower()) and (after.isalnum() or after == CODE)


def _same_link(
    other: tuple[Document, Block], number: int, reading: RunningText, target: str
) -> tuple[RunningText, int] | None:
    """Return where the counterpart of a link is: by its target, else by its place."""
    theirs = running_text(*own_inlines(other[1]))
    targets = [link.target for link, _, _ in theirs.links]
    if targets.count(target) == 1:
        return theirs, targets.index(target)
    same = len(theirs.links) == len(reading.links)
    return (theirs, number) if same and target not in targets else None


def _leaves_stop_outside(theirs: RunningText, number: int, *, last: bool) -> bool:
    _, start, end = theirs.links[number]
    if end == start or theirs.text[end - 1] in SEPARATORS | frozenset("!?！？…"):
        return False
    after = theirs.text[end : end + 1]
    return after in SEPARATORS if last else bool(after)


def _goes_on(after: str) -> bool:
    """Tell whether a sentence goes on: with a letter that is no capital."""
    following = after.lstrip()[:1]
    return following.isalpha() and following == following.lower()


def _ends_something(before: str) -> bool:
    """Tell whether a character can be the last before a mark of punctuation."""
    return bool(before) and (
        before.isalnum()
        or before in CLOSING
        or before in (CODE, "%", "…", "!", "?")
        or unicodedata.category(before)[0] == "M"
    )


def _word(text: str, end: int) -> str:
    """Return the word that ends at a place, with the full stops in it."""
    match = _WORD.search(text[max(0, end - _LONGEST_WORD) : end])
    return match[0] if match else ""


def _plain(marks: str) -> str:
    """Return marks in their ASCII form, the same for all scripts."""
    return "".join(
        "," if mark in COMMAS else "." if mark in FULL_STOPS else mark for mark in marks
    )
