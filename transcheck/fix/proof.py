"""What must hold for a fix: it mends its finding and leaves the rest as it was."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import accumulate

from transcheck.diagnostic import Diagnostic, Edit, Severity
from transcheck.document import (
    Block,
    Document,
    block_inlines,
    document_blocks,
)
from transcheck.engine import Run
from transcheck.text import Span


def everything(run: Run) -> tuple[Diagnostic, ...]:
    """Return all that a run found, shown or not."""
    return (*run.diagnostics, *run.elsewhere, *run.unshown)


def shrinks(
    before: Iterable[Diagnostic],
    after: Iterable[Diagnostic],
    mended: Iterable[Diagnostic],
) -> bool:
    """Tell whether findings only became fewer, and those that were mended are gone.

    What is only worth a look may come up: a link that works again is compared again.

    Args:
        before: Everything that was found.
        after: Everything that is found when the fixes were made.
        mended: What the fixes are for, part of `before`.
    """
    old, new = list(before), list(after)
    # A fingerprint names a block by the reference, which may be another one now.
    known = {one.fingerprint for one in old}
    told = Counter(map(_say, old))
    for one in new:
        told[_say(one)] -= 1
    if any(
        one.fingerprint not in known
        and told[_say(one)] < 0
        and one.severity is not Severity.INFO
        for one in new
    ):
        return False
    gone = Counter(map(_kind, old))
    gone.subtract(map(_kind, new))
    return not any(
        gone[kind] < count for kind, count in Counter(map(_kind, mended)).items()
    )


def keeps_blocks(before: Document, after: Document, edits: Sequence[Edit]) -> bool:
    """Tell whether every block that no edit touches is what it was, where it was.

    Those that are touched must be as many, of the same kinds.

    Args:
        before: The document.
        after: The document when the edits were made.
        edits: The edits of this document, sorted by place.
    """
    old = _Ranges(before.text, [edit.place.span for edit in edits])
    new = _Ranges(after.text, _moved(edits))
    ends = [edit.place.span.end for edit in edits]
    shifts = [0, *accumulate(map(_growth, edits))]
    if _kinds(before, old) != _kinds(after, new):
        return False
    untouched = Counter(
        _move(piece, shifts[bisect_right(ends, piece[1])])
        for piece in _pieces(before)
        if not old.touch(piece[1], piece[2])
    )
    kept = Counter(
        piece for piece in _pieces(after) if not new.touch(piece[1], piece[2])
    )
    return untouched == kept


_BLANKS = frozenset(" \t")

_Piece = tuple[Hashable, int, int, tuple[tuple[str, int, int], ...]]
"""What a block is, where it starts and ends, and the same of what is in its lines."""


def _kind(diagnostic: Diagnostic) -> tuple[str, str]:
    return diagnostic.rule, diagnostic.path


def _say(diagnostic: Diagnostic) -> tuple[str, str, str]:
    return diagnostic.rule, diagnostic.path, diagnostic.message


def _pieces(document: Document) -> Iterator[_Piece]:
    for block in document_blocks(document):
        inside = tuple(
            (type(inline).__name__, inline.span.start, inline.span.end)
            for inline in block_inlines(block)
        )
        yield _shape(block), block.span.start, block.span.end, inside
    if document.frontmatter is not None:
        for entry in document.frontmatter.entries:
            start = min(entry.key_span.start, entry.value_span.start)
            yield (
                (entry.path, entry.kind),
                start,
                max(entry.key_span.end, entry.value_span.end),
                (),
            )


def _shape(block: Block) -> Hashable:
    """Return the kind of a block with what is said of it, places left out."""
    said = [type(block).__name__]
    for name in block.__struct_fields__:
        value = getattr(block, name)
        if value is None or isinstance(value, (str, int)):
            said.append(f"{name}={value!r}")
    return tuple(said)


def _move(piece: _Piece, by: int) -> _Piece:
    shape, start, end, inside = piece
    moved = tuple((kind, first + by, last + by) for kind, first, last in inside)
    return shape, start + by, end + by, moved


def _kinds(document: Document, touched: _Ranges) -> Counter[str]:
    """Return how many blocks of each kind are touched."""
    return Counter(
        type(block).__name__
        for block in document_blocks(document)
        if touched.touch(block.span.start, block.span.end)
    )


def _moved(edits: Sequence[Edit]) -> list[Span]:
    """Return the places of what edits put into a text."""
    spans, by = [], 0
    for edit in edits:
        start = edit.place.span.start + by
        spans.append(Span(start, start + len(edit.text)))
        by += _growth(edit)
    return spans


def _growth(edit: Edit) -> int:
    return len(edit.text) - (edit.place.span.end - edit.place.span.start)


class _Ranges:
    """Places in a text, the blanks around them included.

    Args:
        text: The text.
        spans: The places, in order.
    """

    def __init__(self, text: str, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for span in spans:
            start, end = span.start, span.end
            while start and text[start - 1] in _BLANKS:
                start -= 1
            while end < len(text) and text[end] in _BLANKS:
                end += 1
            self._starts.append(start)
            self._ends.append(end)

    def touch(self, start: int, end: int) -> bool:
        """Tell whether a range meets one of the places, or stands beside it."""
        at = bisect_left(self._ends, start)
        return at < len(self._starts) and self._starts[at] <= end
