"""From a row of blocks to the tree of sections."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, field

from transcheck.document import Block, Heading, Section


class _Open(Struct):
    """A section that may still grow."""

    heading: Heading | None
    blocks: list[Block] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)

    def freeze(self) -> Section:
        return Section(
            heading=self.heading,
            blocks=tuple(self.blocks),
            sections=tuple(self.sections),
        )


def build_sections(blocks: Sequence[Block]) -> Section:
    """Return the root of the section tree of a document's top-level blocks."""
    open_sections = [_Open(None)]
    for block in blocks:
        if not isinstance(block, Heading):
            open_sections[-1].blocks.append(block)
            continue
        while _level(open_sections[-1]) >= block.level:
            _close_last(open_sections)
        open_sections.append(_Open(block))
    while len(open_sections) > 1:
        _close_last(open_sections)
    return open_sections[0].freeze()


def _level(section: _Open) -> int:
    return section.heading.level if section.heading else 0


def _close_last(open_sections: list[_Open]) -> None:
    closed = open_sections.pop()
    open_sections[-1].sections.append(closed.freeze())
