"""Names of blocks and sections that outlive edits elsewhere in the document.

A part is named by what it says: a container by where it begins, a cell by its row as
well. Parts that say the same are told apart by the section they are in, and only within
one section by their order; so nothing depends on what was added, moved or changed in
another place.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import blake2s
from typing import Protocol

from transcheck.align.signals import Signals
from transcheck.document import Block, Section

_DIGEST_BYTES = 6
_ROOT = "root"


class Part(Protocol):
    """A section, and the number of the one above it, -1 for the root."""

    @property
    def section(self) -> Section:
        """The section."""

    @property
    def parent(self) -> int:
        """The number of the section above it."""

    @property
    def blocks(self) -> tuple[Signals, ...]:
        """The blocks in it that count."""


def name_parts(parts: Sequence[Part], text: str) -> dict[int, str]:
    """Return the key of each block and section, by its ``id()``.

    Args:
        parts: All sections of a document in their order, each after the one above.
        text: The document's text.
    """
    keys: dict[int, str] = {}
    sources = [_heading_source(part.section, text) for part in parts]
    stems = [_stem("section", source) for source in sources]
    often = Counter(stems)
    seen: Counter[str] = Counter()
    for part, stem in zip(parts, stems, strict=True):
        if part.section.heading is None:
            keys[id(part.section)] = _ROOT
            continue
        above = keys[id(parts[part.parent].section)] if part.parent >= 0 else _ROOT
        keys[id(part.section)] = _tell_apart(stem, above, often, seen)
    named: list[tuple[Block, str, str]] = []
    for part, source in zip(parts, sources, strict=True):
        here = keys[id(part.section)]
        if part.section.heading is not None:
            named.append((part.section.heading, _stem("heading", source), here))
        named += ((block, stem, here) for block, stem in _stems(part.blocks, text))
    often = Counter(stem for _, stem, _ in named)
    for block, stem, here in named:
        keys[id(block)] = _tell_apart(stem, here, often, seen)
    return keys


def _tell_apart(stem: str, above: str, often: Counter[str], seen: Counter[str]) -> str:
    """Return the key of what has a stem, as long as it must be to be its own."""
    if often[stem] == 1:
        return stem
    place = f" in {above}"
    seen[f"{stem}{place}"] += 1
    number = seen[f"{stem}{place}"]
    # Beside the stem: at the end it could be the number of the section above.
    return f"{stem}{place}" if number == 1 else f"{stem}:{number}{place}"


def _heading_source(section: Section, text: str) -> str:
    """Return what a heading says: it keeps its name when its level changes."""
    heading = section.heading
    return heading.span.cut(text).strip("#=- \t\r\n") if heading else ""


def _stems(
    blocks: Sequence[Signals], text: str, row: str = ""
) -> Iterator[tuple[Block, str]]:
    for signals in blocks:
        end = _beginning(signals).block.span.end
        source = text[signals.block.span.start : end]
        yield signals.block, _stem(signals.kind, f"{row}{source}")
        # "yes" and "0" are in many rows; what a row is about stands first in it.
        yield from _stems(
            signals.blocks, text, f"{source}|" if signals.kind == "row" else ""
        )


def _beginning(signals: Signals) -> Signals:
    """Return the first text or row of a block, which is as good as all of it."""
    first = signals
    while first.blocks and first.kind != "row":
        first = first.blocks[0]
    # A table begins with its whole head, which says more than the first cell.
    if first is signals and first.kind == "row" and first.blocks:
        return first.blocks[0]
    return first


def _stem(kind: str, source: str) -> str:
    digest = blake2s(
        " ".join(source.split()).encode("utf-8", "surrogatepass"),
        digest_size=_DIGEST_BYTES,
    )
    return f"{kind}:{digest.hexdigest()}"
