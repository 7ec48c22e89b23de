"""Marks and spaces where they cannot be: what they are, and how they are reported."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct

from transcheck.align.model import AlignedPage, BlockState
from transcheck.compare.mention import place
from transcheck.diagnostic import Edit, Finding, Fix, Severity
from transcheck.document import (
    Block,
    Document,
    RunningText,
    block_text,
    document_blocks,
    own_inlines,
)
from transcheck.text import Span

Texts = Sequence[tuple[Block, RunningText]]
"""The blocks of a document that were translated, with their texts."""

# So many characters before a mark are its name.
_NAMED_BY = 16


class Stray(Struct, frozen=True):
    """A mark or a space where it cannot be.

    Args:
        span: The mark, or the space.
        sign: Equal for the same in two languages.
        message: What is wrong.
        edit: What the fix replaces, the span itself where it is None.
        text: What the fix writes there, None where nobody knows.
        safe: The text is surely right then.
        compared: It is wrong only where the original has none like it.
        severity: How grave it is, None for as grave as the rule has it.
    """

    span: Span
    sign: str
    message: str
    edit: Span | None = None
    text: str | None = ""
    safe: bool = False
    compared: bool = False
    severity: Severity | None = None


class Opposites:
    """What stands for the blocks of a page in its other documents."""

    def __init__(self, page: AlignedPage) -> None:
        self._keys: dict[int, str] = {}
        self._left: set[int] = set()
        self._texts: dict[int, Texts] = {}
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

    def original(self, block: Block) -> tuple[Document, Block] | None:
        """Return a block's original, None for a block that has none."""
        return self._originals.get(id(block))

    def others(self, block: Block) -> Sequence[tuple[Document, Block]]:
        """Return the same block in the original, or in the page's other documents."""
        return self._others.get(id(block), ())

    def texts(self, document: Document) -> Texts:
        """Return the texts of a document, without those that are not translated."""
        texts = self._texts.get(id(document))
        if texts is None:
            texts = self._texts[id(document)] = tuple(
                (block, block_text(block))
                for block in document_blocks(document)
                if own_inlines(block) and id(block) not in self._left
            )
        return texts


def report_strays(
    page: AlignedPage,
    search: Callable[[Document, Texts], Iterable[tuple[Block, Stray]]],
    count: Callable[[Document, Block], Counter[str]],
) -> Iterator[Finding]:
    """Yield a finding for each stray mark or space that the original has not.

    Args:
        page: The page.
        search: Gives the strays of a document, each with its block.
        count: Gives the signs in a block, those that may be meant included: what
            the author of the original wrote, translations may have as often.
    """
    opposites = page.once(Opposites)
    for document in page.documents:
        told: Counter[tuple[str, str]] = Counter()
        number: Counter[tuple[int, str]] = Counter()
        meant: dict[int, Counter[str] | None] = {}
        for block, stray in search(document, opposites.texts(document)):
            if id(block) not in meant:
                original = opposites.original(block)
                meant[id(block)] = count(*original) if original else None
            known = meant[id(block)]
            number[id(block), stray.sign] += 1
            if stray.compared:
                wrong = known is not None and not known[stray.sign]
            else:
                wrong = known is None or (
                    number[id(block), stray.sign] > known[stray.sign]
                )
            if wrong:
                yield _report(document, block, stray, opposites.key(block), told)


def _report(
    document: Document,
    block: Block,
    stray: Stray,
    key: str | None,
    told: Counter[tuple[str, str]],
) -> Finding:
    # What stands right before names it, whatever changes around: no two languages
    # need to agree on a mark.
    start = max(block.span.start, stray.span.start - _NAMED_BY)
    before = " ".join(document.text[start : stray.span.start].split())
    told[before, stray.sign] += 1
    fix = None
    if stray.text is not None:
        edit = Edit(place(document, stray.edit or stray.span), stray.text)
        description = f"write '{stray.text}'" if stray.text else "take it away"
        fix = Fix(description, (edit,), safe=stray.safe)
    return Finding(
        place(document, stray.span),
        stray.message,
        cause=("mark", stray.sign, before, told[before, stray.sign]),
        block=key,
        fix=fix,
        severity=stray.severity,
    )
