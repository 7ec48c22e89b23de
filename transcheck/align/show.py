"""An alignment as text, for people."""

from __future__ import annotations

from collections.abc import Iterator

from transcheck.align.model import BlockPair, Pair, SectionPair
from transcheck.align.signals import kind_of
from transcheck.document import Block, Section
from transcheck.text import Lines, printable

_EXCERPT = 60
_INDENT = "  "


def render_alignment(pair: Pair) -> Iterator[str]:
    """Yield the alignment of a pair, line by line, without line ends.

    The first line tells the state of the pair. Then follow the sections, each with
    its blocks: the lines where both start (``12 = 14``, ``13 -`` for a loss,
    ``- 15`` for what is extra), the kind, the state where it is not ``translated``,
    and how the block begins. Nothing in them can control a terminal.
    """
    lines = Lines(pair.original.text), Lines(pair.translation.text)
    names = f"{pair.original.path} = {pair.translation.path}"
    alike = "" if pair.similarity is None else f"similarity {pair.similarity:.2f}, "
    yield printable(
        f"{names}: {pair.state.value}, {alike}"
        f"owed {pair.owed:.0%}, untranslated {pair.untranslated:.0%}"
    )
    for section in pair.sections:
        yield from _section(section, lines)


def _section(section: SectionPair, lines: tuple[Lines, Lines]) -> Iterator[str]:
    depth = 0
    for side in (section.original, section.translation):
        if side is not None and side.heading is not None:
            depth = side.heading.level
            break
    state = section.state.value
    if section.under_gap:
        state += ", with the section above"
    starts = tuple(
        "" if side is None else _start(side, text)
        for side, text in zip(
            (section.original, section.translation), lines, strict=True
        )
    )
    title = _title(
        section.translation or section.original, lines[1 if section.translation else 0]
    )
    yield _line(depth, starts, "section", state, title)
    blocks = (
        section.blocks
        if section.heading is None
        else (section.heading, *section.blocks)
    )
    for block in blocks:
        yield from _block(block, lines, depth + 1)


def _block(pair: BlockPair, lines: tuple[Lines, Lines], depth: int) -> Iterator[str]:
    starts = tuple(
        "" if block is None else str(text.index(block.span.start) + 1)
        for block, text in zip((pair.original, pair.translation), lines, strict=True)
    )
    kinds = [kind_of(block) for block in (pair.original, pair.translation) if block]
    state = pair.state.value
    if pair.detected:
        state += f" ({pair.detected})"
    text = lines[1 if pair.translation else 0].text
    excerpt = _excerpt(pair.translation or pair.original, text)
    yield _line(depth, starts, "/".join(dict.fromkeys(kinds)), state, excerpt)
    for below in pair.blocks:
        yield from _block(below, lines, depth + 1)


def _line(
    depth: int, starts: tuple[str, ...], kind: str, state: str, excerpt: str
) -> str:
    first, second = starts
    sign = "=" if first and second else "-"
    told = "" if state == "translated" else f"  [{state}]"
    place = f"{first:>5} {sign} {second:<5}"
    return printable(f"{place} {_INDENT * depth}{kind}{told}  {excerpt}").rstrip()


def _start(section: Section, lines: Lines) -> str:
    return (
        "1"
        if section.heading is None
        else str(lines.index(section.heading.span.start) + 1)
    )


def _title(section: Section | None, lines: Lines) -> str:
    if section is None or section.heading is None:
        return ""
    return _excerpt(section.heading, lines.text)


def _excerpt(block: Block | None, text: str) -> str:
    if block is None:
        return ""
    source = " ".join(text[block.span.start : block.span.start + 2 * _EXCERPT].split())
    source = source[: block.span.end - block.span.start]
    return source if len(source) <= _EXCERPT else source[: _EXCERPT - 1] + "…"
