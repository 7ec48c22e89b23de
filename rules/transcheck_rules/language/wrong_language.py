"""The rule wrong-language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import compress, zip_longest
from typing import Annotated, ClassVar

from transcheck.compare.counterparts import by_translation, pair_of
from transcheck.compare.language_twins import twin_paths
from transcheck.compare.left_texts import third_language
from transcheck.compare.mention import place, related_at
from transcheck.compare.readable import (
    is_title_elsewhere,
    kind,
    sentences,
    text_span,
    titles,
)
from transcheck.compare.small_texts import leads_to, small_texts, small_texts_by_block
from transcheck.compare.texts import texts_of
from transcheck.document import (
    Block,
    Document,
    Entry,
    Table,
    TableCell,
    block_prose,
    blocks_of,
    document_blocks,
    own_inlines,
    walk_blocks,
)
from transcheck.language.foreign import foreign_language
from transcheck.language.names import display_name
from transcheck.language.scripts import base
from transcheck.rule import (
    AlignedPage,
    BlockPair,
    BlockState,
    Finding,
    PageRule,
    Pair,
    PairState,
    Related,
    Severity,
)
from transcheck.text import fold

_SHORT = 10  # characters
_MOSTLY = 2 / 3
_LEFT_OUT = frozenset({BlockState.EXTRA, BlockState.ASIDE})


class WrongLanguage(PageRule, frozen=True):
    """Every text of a page is in the language of the page."""

    id: ClassVar[str] = "wrong-language"
    category: ClassVar[str] = "language"
    voting: ClassVar[bool] = False

    frontmatter: Annotated[bool, "Look at titles and descriptions as well."] = True

    def check(self, page: AlignedPage) -> Iterator[Finding]:
        """Report texts in a third language, and added ones in any other."""
        twins = page.once(twin_paths)
        for document in page.documents:
            if document is page.original or document.language is None:
                continue
            if document.path in twins:
                continue
            others = tuple(tag for tag in page.languages if tag != document.language)
            yield from _Reader(page, document, others).find()
            if self.frontmatter:
                yield from _check_frontmatter(page, document, others)


class _Reader:
    """Finds the blocks of a document that are in another language."""

    def __init__(
        self, page: AlignedPage, document: Document, others: tuple[str, ...]
    ) -> None:
        self._page = page
        self._document = document
        self._others = others
        self._pair = pair_of(page, document)
        # Notes for the translators of a language, which is often English.
        self._severity = Severity.INFO if page.written_apart else None

    def find(self) -> Iterator[Finding]:
        """Yield a finding for each block, or else for each of its small texts."""
        pair, document = self._pair, self._document
        if pair is not None and pair.state is PairState.UNTRANSLATED:
            return
        aligned = by_translation(pair) if pair is not None else {}
        unread = _left_out(pair)
        small = document.once(small_texts_by_block)
        number: Counter[str] = Counter()
        read = {id(block) for _, _, block in pair.translated()} if pair else set()
        read -= small.keys()
        read.difference_update(
            id(block)
            for block, reading in texts_of(document)
            if 0 < len(reading.text) <= _SHORT
        )
        for block in document_blocks(document):
            if id(block) in read or id(block) in unread:
                continue
            blocks = aligned.get(id(block))
            key = blocks.key if blocks else None
            found = self._language(block, blocks)
            if found is not None:
                # Without a key the words themselves tell the block from others.
                name = key or fold(block_prose(block))
                number[name] += 1
                yield Finding(
                    place(document, text_span(block)),
                    _say(kind(block), found, document),
                    cause=("block", name, number[name]),
                    block=key,
                    related=_counterpart(pair, blocks),
                    severity=self._severity,
                )
            elif id(block) in small and (
                blocks is None or blocks.state is not BlockState.UNTRANSLATED
            ):
                yield from self._find_small(block, blocks)

    def _language(self, block: Block, blocks: BlockPair | None) -> str | None:
        """Return the language of a block's own text where it is surely a wrong one."""
        pair, document = self._pair, self._document
        if not own_inlines(block):
            return None
        if _needs_asking(block, blocks):
            found = self._ask(block_prose(block))
        elif pair and blocks and blocks.state is BlockState.UNTRANSLATED:
            found = third_language(pair, block_prose(block))
        else:
            found = blocks.detected if blocks else None
        if found is None or is_title_elsewhere(block) or _is_term(document, block):
            return None
        return found

    def _find_small(self, block: Block, blocks: BlockPair | None) -> Iterator[Finding]:
        """Yield the small texts of a block that are in another language.

        What the original has too is an example, or was left.
        """
        pair, document = self._pair, self._document
        texts = small_texts(document, block)
        source = blocks.original if texts and blocks else None
        sources = small_texts(pair.original, source) if pair and source else ()
        known = {fold(one.text) for one in sources}
        for text in texts:
            said = fold(text.text)
            if said in known:
                continue
            found = self._ask(text.text)
            if found is None or leads_to(text, found):
                continue
            may_stay = text.may_stay and self._is_originals(found)
            key = blocks.key if blocks else None
            yield Finding(
                place(document, text.span),
                _say(text.kind, found, document),
                cause=("text", text.kind, key or said, found),
                block=key,
                related=_counterpart(pair, blocks),
                severity=Severity.INFO if may_stay else self._severity,
            )

    def _ask(self, text: str) -> str | None:
        expected, detector = self._document.language, self._page.detector
        return foreign_language(text, expected, self._others, detector)

    def _is_originals(self, language: str) -> bool:
        own = self._page.original.language if self._page.original else None
        return own is not None and base(own) == base(language)


def _is_term(document: Document, block: Block) -> bool:
    """Tell whether a text is in a column of a table that is in another script.

    Glossaries explain the terms of one language in another.
    """
    return isinstance(block, TableCell) and id(block) in document.once(_Terms).cells


class _Terms:
    """The cells, by identity, in columns that hold ASCII beside columns that do not."""

    def __init__(self, document: Document) -> None:
        self.cells: set[int] = set()
        for table in blocks_of(document, Table):
            columns = list(zip_longest(*(row.blocks for row in table.blocks[1:])))
            self._add([[one for one in column if one] for column in columns])

    def _add(self, columns: list[list[Block]]) -> None:
        plain = [
            sum(block_prose(one).isascii() for one in column) > _MOSTLY * len(column)
            for column in columns
        ]
        if not all(plain):
            for column in compress(columns, plain):
                self.cells.update(map(id, column))


def _needs_asking(block: Block, blocks: BlockPair | None) -> bool:
    """Tell whether nobody has asked yet in which language a block is.

    A few letters are enough where the script decides; what the original has too is
    an example.
    """
    if blocks is None or blocks.original is None:
        return True
    text = block_prose(block)
    short = blocks.state is BlockState.TRANSLATED and len(text) <= _SHORT
    return short and not text.isascii() and text != block_prose(blocks.original)


def _left_out(pair: Pair | None) -> frozenset[int]:
    """Return the identities of blocks in sections that are reported as a whole.

    So are those in asides: a notice speaks the language of who made it.
    """
    if pair is None:
        return frozenset()
    asides = (block for _, block in pair.blocks_in(BlockState.ASIDE))
    return frozenset(map(id, walk_blocks(*asides))) | frozenset(
        id(block)
        for section in pair.sections
        if section.state in _LEFT_OUT and section.translation is not None
        for top in (section.translation.heading, *section.translation.blocks)
        if top is not None
        for block in walk_blocks(top)
    )


def _counterpart(pair: Pair | None, blocks: BlockPair | None) -> tuple[Related, ...]:
    if pair is None or blocks is None or blocks.original is None:
        return ()
    block = blocks.original
    return related_at(pair.original, f"the {kind(block)}", text_span(block))


def _check_frontmatter(
    page: AlignedPage, document: Document, others: tuple[str, ...]
) -> Iterator[Finding]:
    for entry in (*sentences(document), *titles(document)):
        value = entry.value or ""
        found = foreign_language(value, document.language, others, page.detector)
        if found is None or _is_left(page, entry):
            continue
        name = ".".join(entry.path)
        yield Finding(
            place(document, entry.value_span),
            _say(f"'{name}'", found, document),
            cause=("frontmatter", *entry.path),
        )


def _is_left(page: AlignedPage, entry: Entry) -> bool:
    """Tell whether a value is the original's, which is another rule's to report."""
    front = page.original.frontmatter if page.original else None
    return front is not None and any(
        other.path == entry.path and other.value == entry.value
        for other in front.entries
    )


def _say(thing: str, found: str, document: Document) -> str:
    expected = document.language or ""
    return (
        f"{thing} is in {display_name(found)} ({found}),"
        f" not in {display_name(expected)} ({expected})"
    )
