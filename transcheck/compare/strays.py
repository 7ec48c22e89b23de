"""Marks and spaces where they cannot be: what they are, and how they are reported."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property

from msgspec import Struct

from transcheck.align.model import AlignedPage, BlockState
from transcheck.compare.counterparts import Counterparts
from transcheck.compare.mention import place
from transcheck.compare.texts import Texts, texts_of
from transcheck.diagnostic import Edit, Finding, Fix, Severity
from transcheck.document import (
    Block,
    Document,
)
from transcheck.text import Span

_LEFT = frozenset({BlockState.UNTRANSLATED, BlockState.FOREIGN})
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
        self._page = page
        self._texts: dict[str, Texts] = {}

    def key(self, block: Block) -> str | None:
        """Return the key of a block, None for one that no other document has."""
        return self._page.once(Counterparts).key(block)

    def original(self, block: Block) -> tuple[Document, Block] | None:
        """Return a block's original, None for a block that has none."""
        if self._page.original is None:
            return None
        return self._references.get(id(block))

    def others(self, block: Block) -> Sequence[tuple[Document, Block]]:
        """Return the same block in the original, or in the page's other documents."""
        reference = self._references.get(id(block))
        return [reference] if reference else self._translations.get(id(block), ())

    def texts(self, document: Document) -> Texts:
        """Return the texts of a document, without those that are not translated."""
        if document.path not in self._texts:
            left = {
                id(blocks.translation)
                for pair in self._page.pairs
                if pair.translation is document
                for blocks in pair.walk_blocks()
                if blocks.state in _LEFT and blocks.original is not None
            }
            texts = texts_of(document)
            if left:
                texts = Texts(one for one in texts if id(one[0]) not in left)
            self._texts[document.path] = texts
        return self._texts[document.path]

    @cached_property
    def _references(self) -> dict[int, tuple[Document, Block]]:
        """What translations are held against, by the ``id()`` of their blocks."""
        return {
            id(blocks.translation): (pair.original, blocks.original)
            for pair in self._page.pairs
            for blocks in pair.walk_blocks()
            if blocks.original is not None and blocks.translation is not None
        }

    @cached_property
    def _translations(self) -> dict[int, list[tuple[Document, Block]]]:
        """The translations of a reference that is no original, by the same."""
        found: dict[int, list[tuple[Document, Block]]] = {}
        for pair in self._page.pairs if self._page.original is None else ():
            for blocks in pair.walk_blocks():
                first, second = blocks.original, blocks.translation
                if first is not None and second is not None:
                    found.setdefault(id(first), []).append((pair.translation, second))
        return found


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
