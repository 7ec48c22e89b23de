"""Documents as they were meant: read without conflicts and broken fences.

A fence around a whole page, or one too many, turns all that follows into code, and
every rule would report the same defect once more. What the original has too is meant.
Marks of conflicts are meant nowhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence

from msgspec.structs import replace

from transcheck.document import BrokenFence, Document
from transcheck.parse.conflicts import read_first_sides
from transcheck.parse.fences import (
    find_broken,
    find_wrapper,
    is_misplaced,
    read_without,
)

# Each reads the document once more; what is broken after the last is not mended.
_ROUNDS = 4


def read_as_meant(
    documents: Sequence[Document], original_tag: str | None
) -> list[Document]:
    """Return the documents of a page, those with broken marks read without them.

    Args:
        documents: The documents, in any order.
        original_tag: The tag of the original. Where no document has it, the one with
            the fewest broken fences shows what is meant.
    """
    documents = [read_first_sides(document) for document in documents]
    if not any(document.code_blocks for document in documents):
        return documents
    base = _base(documents, original_tag)
    return [
        _mark(document) if document is base else read_as_meant_beside(base, document)
        for document in documents
    ]


def _base(documents: Sequence[Document], original_tag: str | None) -> Document:
    def rank(document: Document) -> tuple[bool, bool, int, str]:
        return (
            original_tag is None or document.tag != original_tag,
            find_wrapper(document) is not None,
            len(find_broken(document)),
            document.path,
        )

    return min(documents, key=rank)


def _mark(document: Document) -> Document:
    """Return what shows what is meant, with the fences that nobody can mean."""
    left = tuple(one for one in find_broken(document) if one.kind == "open")
    return replace(document, fences=left) if left else document


def read_as_meant_beside(base: Document, document: Document) -> Document:
    """Return a document read without the fences that are broken beside another's.

    Args:
        base: The other document: the original, or what comes nearest to one.
        document: The document.
    """
    fences: list[BrokenFence] = []
    wrapper = find_wrapper(document)
    if wrapper is not None and find_wrapper(base) is None:
        document = read_without(document, [wrapper])
        fences.append(wrapper)
    broken = _broken(document, base)
    for _ in range(_ROUNDS):
        misplaced = next((one for one in broken if is_misplaced(document, one)), None)
        if misplaced is None:
            break
        fences.append(misplaced)
        document = read_without(document, fences)
        broken = _broken(document, base)
    everything = sorted([*fences, *broken], key=lambda one: one.span.start)
    return replace(document, fences=tuple(everything)) if everything else document


def _broken(document: Document, base: Document) -> list[BrokenFence]:
    """Return the broken fences that another document does not have."""
    found = find_broken(document)
    if not found:
        return found
    meant = Counter(_sign(base, one) for one in find_broken(base))
    return [one for one in found if not _take(meant, document, one)]


def _sign(document: Document, fence: BrokenFence) -> Hashable:
    """Return what a fence has in common with its counterpart."""
    other = fence.other.cut(document.text).strip() if fence.other else None
    return fence.kind, fence.span.cut(document.text).strip(), other


def _take(meant: Counter[Hashable], document: Document, fence: BrokenFence) -> bool:
    sign = _sign(document, fence)
    meant[sign] -= 1
    return meant[sign] >= 0
