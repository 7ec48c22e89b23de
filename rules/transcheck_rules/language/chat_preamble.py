"""The rule chat-preamble."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from transcheck.compare.counterparts import Counterparts
from transcheck.compare.mention import place, shorten
from transcheck.compare.regions import Region, Regions
from transcheck.document import Block, block_prose, document_blocks
from transcheck.language.chat import find_confession, is_answer
from transcheck.rule import AlignedPage, Document, Finding, PageRule, Severity, Span

# An answer opens a page, or ends it.
_FIRST, _LAST = 3, 2


@dataclass(frozen=True)
class ChatPreamble(PageRule):
    """A page holds the translation alone, not what a language model said of it."""

    id: ClassVar[str] = "chat-preamble"
    category: ClassVar[str] = "language"
    severity: ClassVar[Severity] = Severity.ERROR
    voting: ClassVar[bool] = False

    def check(self, page: AlignedPage) -> Iterator[Finding]:
        """Report answers, prompts and apologies that the original does not have."""
        original = page.original
        if original is not None and _said(original):
            return  # the page is about such answers
        for document in page.documents:
            if document is original:
                continue
            said = _said(document)
            if said:
                counterparts = page.once(Counterparts)
                for number, (block, span) in enumerate(said):
                    text = span.cut(document.text)
                    yield Finding(
                        place(document, span),
                        f"{shorten(text)} is no part of the translation",
                        cause=("said", number),
                        block=counterparts.key(block) if block else None,
                        help="take out what was said to or by a language model",
                    )


def _said(document: Document) -> list[tuple[Block | None, Span]]:
    """Return the blocks that a model said, and where in them."""
    blocks = [block for block in document_blocks(document) if block.inlines]
    ends = (
        blocks if len(blocks) <= _FIRST + _LAST else blocks[:_FIRST] + blocks[-_LAST:]
    )
    found: list[tuple[Block | None, Span]] = [
        (block, _line(document, block))
        for block in ends
        if is_answer(block_prose(block), document.language)
    ]
    confession = find_confession(document.text)
    if confession is not None and not _is_code(document, confession[0]):
        found.append((None, Span(*confession)))
    return found


def _line(document: Document, block: Block) -> Span:
    """Return the first line of a block."""
    first = block.span.cut(document.text).partition("\n")[0].rstrip("\r")
    return Span(block.span.start, block.span.start + len(first))


def _is_code(document: Document, offset: int) -> bool:
    return Regions(document).find(offset)[0] is Region.CODE
