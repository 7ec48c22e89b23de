"""The sections of a document in a row, each with the blocks that count."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from transcheck.align.asides import Aside
from transcheck.align.flow import flow
from transcheck.document import Block, Heading, Section


class Part(Struct, frozen=True):
    """A section with its blocks that count, without the sections below.

    Args:
        section: The section.
        parent: The number of the one above it, -1 for the root.
        blocks: The blocks.
    """

    section: Section
    parent: int
    blocks: tuple[Block, ...]


def section_parts(root: Section) -> list[Part]:
    """Return a section and all below it, in the order of the file."""
    found: list[Part] = []
    waiting = [(root, -1)]
    while waiting:
        section, parent = waiting.pop()
        number = len(found)
        for part, blocks in _split(section):
            above = parent
            if part.heading and part is not section:
                above = _above(found, number, part.heading.level)
            found.append(Part(part, above, blocks))
        waiting.extend((child, number) for child in reversed(section.sections))
    return found


def without_rules(parts: list[Part], asides: Mapping[int, Aside]) -> list[Part]:
    """Return the parts whose headings open a section; what others hold goes on before.

    An empty heading is a way to draw a rule, and one may be a language switcher.

    Args:
        parts: All sections of a document, the root first.
        asides: What some of its blocks are, by their ``id()``.
    """
    if not any(_opens_nothing(part, asides) for part in parts):
        return parts
    kept: list[Part] = []
    places: list[int] = []  # of each part among those kept
    for part in parts:
        level = _level(part)
        number = len(kept) - 1
        if _opens_nothing(part, asides):
            # A rule ends what is about the page.
            while level < _level(kept[number]) and _is_switcher(kept[number], asides):
                number -= 1
            before = kept[number]
            top = () if part.section.heading is None else (part.section.heading,)
            own = tuple(block for block in top if id(block) in asides)
            blocks = (*before.blocks, *own, *part.blocks)
            kept[number] = replace(before, blocks=blocks)
        else:
            parent = places[part.parent] if part.parent >= 0 else -1
            while parent > 0 and _level(kept[parent]) >= level:
                parent = kept[parent].parent
            kept.append(replace(part, parent=parent))
            number = len(kept) - 1
        places.append(number)
    return kept


def _opens_nothing(part: Part, asides: Mapping[int, Aside]) -> bool:
    heading = part.section.heading
    if heading is None:
        return False
    is_empty = not heading.inlines and heading.anchor is None
    return is_empty or asides.get(id(heading)) is Aside.SWITCHER


def _is_switcher(part: Part, asides: Mapping[int, Aside]) -> bool:
    return bool(part.blocks) and all(
        asides.get(id(block)) is Aside.SWITCHER for block in part.blocks
    )


def _level(part: Part) -> int:
    return part.section.heading.level if part.section.heading else 0


def _split(section: Section) -> Iterator[tuple[Section, tuple[Block, ...]]]:
    """Yield a section and its blocks, and those with headings in a wrapper.

    A page that is wrapped in an element has its headings there; they open sections
    here as they do in the original.
    """
    starts: list[tuple[Heading | None, list[Block]]] = [(section.heading, [])]
    for block in flow(section.blocks):
        if isinstance(block, Heading):
            starts.append((block, []))
        else:
            starts[-1][1].append(block)
    yield section, tuple(starts[0][1])
    for heading, blocks in starts[1:]:
        inner = tuple(blocks)
        yield Section(heading=heading, blocks=inner, sections=()), inner


def _above(found: list[Part], outer: int, level: int) -> int:
    """Return the section above a new one of a level, all within an outer one."""
    number = len(found) - 1
    while number > outer:
        heading = found[number].section.heading
        if heading is None or heading.level < level:
            break
        number = found[number].parent
    return number
