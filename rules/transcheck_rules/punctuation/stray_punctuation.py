"""The rule stray-punctuation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from transcheck.compare.link_stops import find_link_stops
from transcheck.compare.mention import place, related_at
from transcheck.compare.readable import RunningText, block_text, own_inlines
from transcheck.compare.stray_marks import (
    Stray,
    count_signs,
    find_narrow_marks,
    find_strays,
)
from transcheck.document import Block, document_blocks
from transcheck.rule import (
    AlignedPage,
    BlockState,
    Document,
    Edit,
    Finding,
    Fix,
    PageRule,
    Severity,
    option,
)

# So many characters before a mark are its name.
_NAMED_BY = 16


@dataclass(frozen=True)
class StrayPunctuation(PageRule):
    """No mark of punctuation stands where no language has it."""

    id: ClassVar[str] = "stray-punctuation"
    category: ClassVar[str] = "punctuation"
    severity: ClassVar[Severity] = Severity.ERROR
    fixable: ClassVar[bool] = True
    voting: ClassVar[bool] = False

    spaces: bool = option(
        True,  # noqa: FBT003 - a default
        "Report a space before a comma or a full stop, or at the inside of a bracket.",
    )

    def check(self, page: AlignedPage) -> Iterator[Finding]:
        """Report impossible runs, spaces beside marks, and stops lost in links."""
        counterparts = _Counterparts(page)
        for document in page.documents:
            texts = [
                (block, block_text(document, block))
                for block in document_blocks(document)
                if own_inlines(block) and not counterparts.is_left(block)
            ]
            narrow: dict[int, list[Stray]] = {}
            readings = (reading for _, reading in texts)
            for reading, stray in find_narrow_marks(readings, document.language):
                narrow.setdefault(id(reading), []).append(stray)
            told: Counter[tuple[str, str]] = Counter()
            for block, reading in texts:
                strays = [
                    *find_strays(reading, document.language, spaces=self.spaces),
                    *narrow.get(id(reading), ()),
                ]
                if strays:
                    yield from _report(document, block, strays, counterparts, told)
                yield from _report_stops(document, block, reading, counterparts)


class _Counterparts:
    """The aligned blocks of a page, by the identity of each block."""

    def __init__(self, page: AlignedPage) -> None:
        self._keys: dict[int, str] = {}
        self._left: set[int] = set()
        self._originals: dict[int, tuple[Document, Block]] = {}
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
                    self._originals[id(second)] = pair.original, first
                else:
                    beside = self._others.setdefault(id(first), [])
                    beside.append((pair.translation, second))

    def key(self, block: Block) -> str | None:
        """Return the key of a block, None for one that no other document has."""
        return self._keys.get(id(block))

    def is_left(self, block: Block) -> bool:
        """Tell whether a block is not translated, which other rules report."""
        return id(block) in self._left

    def meant(self, block: Block) -> Counter[str] | None:
        """Return the signs in a block's original: its author wrote so.

        None for a block that has no original.
        """
        original = self._originals.get(id(block))
        return count_signs(block_text(*original).text) if original else None

    def others(self, block: Block) -> Sequence[tuple[Document, Block]]:
        """Return the same block in the original, or in the page's other documents."""
        return self._others.get(id(block), ())


def _report(
    document: Document,
    block: Block,
    strays: Sequence[Stray],
    counterparts: _Counterparts,
    told: Counter[tuple[str, str]],
) -> Iterator[Finding]:
    meant = counterparts.meant(block)
    number: Counter[str] = Counter()
    for stray in strays:
        number[stray.sign] += 1
        if stray.compared:
            wrong = meant is not None and not meant[stray.sign]
        else:
            wrong = meant is None or number[stray.sign] > meant[stray.sign]
        if wrong:
            # What stands right before names it, whatever changes around: no two
            # languages need to agree on a mark.
            start = max(block.span.start, stray.span.start - _NAMED_BY)
            before = " ".join(document.text[start : stray.span.start].split())
            told[before, stray.sign] += 1
            edit = Edit(place(document, stray.edit or stray.span), stray.text)
            description = f"write '{stray.text}'" if stray.text else "take it away"
            yield Finding(
                place(document, stray.span),
                stray.message,
                cause=("mark", stray.sign, before, told[before, stray.sign]),
                block=counterparts.key(block),
                fix=Fix(description, (edit,), safe=stray.safe),
                severity=stray.severity,
            )


def _report_stops(
    document: Document, block: Block, reading: RunningText, counterparts: _Counterparts
) -> Iterator[Finding]:
    """Yield full stops that belong after the link and stand in its text."""
    if not reading.links:
        return
    key = counterparts.key(block)
    for stop in find_link_stops(reading, counterparts.others(block)):
        yield Finding(
            place(document, stop.span),
            f"the link's text holds the sentence's '{stop.mark}'",
            cause=("link", key, stop.number),
            block=key,
            related=related_at(stop.document, "the link", stop.link.span),
        )
