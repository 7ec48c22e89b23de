"""Which block of the original a block of a page is a translation of."""

from __future__ import annotations

from transcheck.align.model import AlignedPage, PairState
from transcheck.document import Block, Document


class Counterparts:
    """The aligned blocks of a page, by the identity of each block."""

    def __init__(self, page: AlignedPage) -> None:
        self._keys: dict[int, str] = {}
        self._others: dict[int, tuple[Document, Block]] = {}
        self._originals: dict[str, Document] = {}
        for pair in page.pairs:
            comparable = pair.state is not PairState.NOT_PARALLEL
            if comparable:
                self._originals[pair.translation.path] = pair.original
            for blocks in pair.walk_blocks():
                first, second = blocks.original, blocks.translation
                for block in (first, second):
                    if block is not None:
                        self._keys.setdefault(id(block), blocks.key)
                if first is not None and second is not None and comparable:
                    self._others[id(second)] = (pair.original, first)

    def document(self, document: Document) -> Document | None:
        """Return the reference of a document, None where it has none."""
        return self._originals.get(document.path)

    def key(self, block: Block) -> str | None:
        """Return the key of a block, None for one that no other document has."""
        return self._keys.get(id(block))

    def original(self, block: Block) -> tuple[Document, Block] | None:
        """Return the reference and its block, None where it has none."""
        return self._others.get(id(block))
