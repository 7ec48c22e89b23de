"""The rule chat-preamble."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import ClassVar

from transcheck.compare.counterparts import by_translation, find_key, pair_of
from transcheck.compare.mention import place, shorten
from transcheck.compare.regions import Region, Regions
from transcheck.document import Block, Paragraph, block_prose, document_blocks
from transcheck.language.chat import find_confession, is_answer
from transcheck.patterns import late_regex
from transcheck.rule import (
    AlignedPage,
    BlockState,
    Document,
    Edit,
    Finding,
    Fix,
    PageRule,
    Severity,
    Span,
)

# An answer opens a page, or ends it.
_FIRST, _LAST = 3, 2
_BLANK_LINES = late_regex(r"(?:[ \t]*(?:\r\n?|\n))+")


class ChatPreamble(PageRule, frozen=True):
    """A page holds the translation alone, not what a language model said of it."""

    id: ClassVar[str] = "chat-preamble"
    category: ClassVar[str] = "language"
    severity: ClassVar[Severity] = Severity.ERROR
    fixable: ClassVar[bool] = True
    voting: ClassVar[bool] = False

    def check(self, page: AlignedPage) -> Iterator[Finding]:
        """Report answers, prompts and apologies that the original does not have."""
        original = page.original
        if original is not None and _said(original):
            return  # the page is about such answers
        for document in page.documents:
            if document is original:
                continue
            for number, (block, span) in enumerate(_said(document)):
                text = span.cut(document.text)
                yield Finding(
                    place(document, span),
                    f"{shorten(text)} is no part of the translation",
                    cause=("said", number),
                    block=find_key(page, document, block) if block else None,
                    help="take out what was said to or by a language model",
                    fix=_remove(page, document, block) if block else None,
                )


def _said(document: Document) -> list[tuple[Block | None, Span]]:
    """Return the blocks that a model said, and where in them."""
    blocks = document_blocks(document)
    ends = [*islice(filter(_has_text, blocks), _FIRST)]
    ends += [*islice(filter(_has_text, reversed(blocks)), _LAST)][::-1]
    found: list[tuple[Block | None, Span]] = [
        (block, _line(document, block))
        for block in {id(block): block for block in ends}.values()
        if is_answer(block_prose(block), document.language)
    ]
    confession = find_confession(document.text)
    if confession is not None and not _is_code(document, confession[0]):
        found.append((None, Span(*confession)))
    return found


def _has_text(block: Block) -> bool:
    return bool(block.inlines)


def _remove(page: AlignedPage, document: Document, block: Block) -> Fix | None:
    """Return how to take a line out that is no text of the page, None where it may be.

    It must be a paragraph of its own, which the original does not have.
    """
    text = document.text
    start, end = block.span.start, block.span.end
    alone = isinstance(block, Paragraph) and not set("\r\n") & set(text[start:end])
    if not alone or not _is_extra(page, document, block):
        return None
    after = _BLANK_LINES.match(text, end)
    end = after.end() if after else end
    if end == len(text):  # the last line ends the file
        start, end = len(text[:start].rstrip()), block.span.end
    edit = Edit(place(document, Span(start, end)), "")
    return Fix("take it out", (edit,), safe=False, restructures=True)


def _is_extra(page: AlignedPage, document: Document, block: Block) -> bool:
    pair = pair_of(page, document)
    found = by_translation(pair).get(id(block)) if pair else None
    return found is not None and found.state is BlockState.EXTRA


def _line(document: Document, block: Block) -> Span:
    """Return the first line of a block."""
    first = block.span.cut(document.text).partition("\n")[0].rstrip("\r")
    return Span(block.span.start, block.span.start + len(first))


def _is_code(document: Document, offset: int) -> bool:
    return Regions(document).find(offset)[0] is Region.CODE
