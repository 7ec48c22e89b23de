"""Marks and spaces where they cannot be: what they are, and how they are reported."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct

from transcheck.align.model import AlignedPage, BlockState, Pair
from transcheck.compare.counterparts import (
    by_original,
    find_key,
    find_original,
    pair_of,
)
from transcheck.compare.mention import place
from transcheck.compare.texts import Texts, texts_of
from transcheck.diagnostic import Edit, Finding, Fix, Severity
from transcheck.document import (
    Block,
    Document,
)
from transcheck.text import Span

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


def find_others(
    page: AlignedPage, document: Document, block: Block
) -> Sequence[tuple[Document, Block]]:
    """Return the same block in the original, or in the page's other documents."""
    reference = find_original(page, document, block)
    if reference is not None:
        return [reference]
    if page.original is not None or document is not page.reference:
        return ()
    pairs = ((pair, by_original(pair).get(id(block))) for pair in page.pairs)
    return [
        (pair.translation, blocks.translation)
        for pair, blocks in pairs
        if blocks is not None and blocks.translation is not None
    ]


def translated_readings(page: AlignedPage, document: Document) -> Texts:
    """Return the texts of a document, without those that are not translated."""
    return page.once(_read_texts, document.path)


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
    for document in page.documents:
        told: Counter[tuple[str, str]] = Counter()
        number: Counter[tuple[int, str]] = Counter()
        meant: dict[int, Counter[str] | None] = {}
        for block, stray in search(document, translated_readings(page, document)):
            if id(block) not in meant:
                original = page.original and find_original(page, document, block)
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
                key = find_key(page, document, block)
                yield _report(document, block, stray, key, told)


def _read_texts(page: AlignedPage, path: str) -> Texts:
    document = next(one for one in page.documents if one.path == path)
    pair = pair_of(page, document)
    left = pair.once(_left) if pair else frozenset()
    texts = texts_of(document)
    return texts.without(left) if left else texts


def _left(pair: Pair) -> frozenset[int]:
    left = pair.blocks_in(BlockState.UNTRANSLATED, BlockState.FOREIGN)
    return frozenset(id(block) for blocks, block in left if blocks.original is not None)


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
