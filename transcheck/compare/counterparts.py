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
        for pair in page.pairs[::-1]:  # the first one that has a block names it
            walked = pair.walk_blocks()
            self._keys.update({id(one.original): one.key for one in walked})
            self._keys.update({id(one.translation): one.key for one in walked})
            if pair.state is PairState.NOT_PARALLEL:
                continue
            document = pair.original
            self._originals[pair.translation.path] = document
            self._others.update(
                {
                    id(one.translation): (document, one.original)
                    for one in walked
                    if one.original is not None and one.translation is not None
                }
            )

    def document(self, document: Document) -> Document | None:
        """Return the reference of a document, None where it has none."""
        return self._originals.get(document.path)

    def key(self, block: Block) -> str | None:
        """Return the key of a block, None for one that no other document has."""
        return self._keys.get(id(block))

    def original(self, block: Block) -> tuple[Document, Block] | None:
        """Return the reference and its block, None where it has none."""
        return self._others.get(id(block))
