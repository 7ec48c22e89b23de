"""Full stops that belong after a link and stand in its text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from transcheck.compare.text_marks import last_word
from transcheck.document import CODE, Block, Document, Link, RunningText, block_text
from transcheck.text import Span
from transcheck.typography import FULL_STOPS, SEPARATORS

# A link's text that ends in one of these has its own end.
_ENDS = SEPARATORS | frozenset("!?！？…")  # noqa: RUF001 - wide ones


class LinkStop(Struct, frozen=True):
    """A full stop in the text of a link.

    Args:
        span: The full stop.
        mark: What it is.
        number: Which link of the block it is in, from 0.
        document: A document whose link leaves the stop outside.
        link: That link.
    """

    span: Span
    mark: str
    number: int
    document: Document
    link: Link


def find_link_stops(
    reading: RunningText, others: Callable[[], Sequence[tuple[Document, Block]]]
) -> Iterator[LinkStop]:
    """Yield the stops that every other document leaves outside the link.

    Args:
        reading: The text of a block.
        others: Gives the same block in other documents, each with its document.
    """
    for number, (link, start, end) in enumerate(reading.links):
        if not _is_sentence_end(reading.text, start, end):
            continue
        found = [
            (document, *counterpart)
            for document, block in others()
            if (counterpart := _same_link(block, number, reading, link))
        ]
        last = end == len(reading.text)
        if found and all(
            _leaves_stop_outside(theirs, at, last=last) for _, theirs, at in found
        ):
            document, theirs, at = found[0]
            yield LinkStop(
                reading.span(end - 1, end),
                reading.text[end - 1],
                number,
                document,
                theirs.links[at][0],
            )


def _is_sentence_end(text: str, start: int, end: int) -> bool:
    """Tell whether a link's text ends in a full stop, and the sentence with it."""
    if end - start < 2 or text[end - 1] not in FULL_STOPS:  # noqa: PLR2004 - a word
        return False
    word = last_word(text, end - 1)
    if text[end - 2] in SEPARATORS or "." in word or word[:1].isupper():
        return False
    after = text[end:].lstrip()[:1]
    if not after:
        return True
    spaced = text[end].isspace() or text[end - 1] != "."
    return spaced and (not after.islower()) and (after.isalnum() or after == CODE)


def _same_link(
    block: Block, number: int, reading: RunningText, link: Link
) -> tuple[RunningText, int] | None:
    """Return where the counterpart of a link is: by its target, else by its place."""
    theirs = block_text(block)
    targets = [other.target for other, _, _ in theirs.links]
    if targets.count(link.target) == 1:
        return theirs, targets.index(link.target)
    same = len(theirs.links) == len(reading.links)
    return (theirs, number) if same and link.target not in targets else None


def _leaves_stop_outside(theirs: RunningText, number: int, *, last: bool) -> bool:
    _, start, end = theirs.links[number]
    if end == start or theirs.text[end - 1] in _ENDS:
        return False
    after = theirs.text[end : end + 1]
    return after in SEPARATORS if last else bool(after)
