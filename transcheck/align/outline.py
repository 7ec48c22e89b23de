"""One document as alignment sees it: its sections in a row, and their signals."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cached_property
from zlib import crc32

from msgspec import Struct
from msgspec.structs import replace

from transcheck.align.asides import find_asides
from transcheck.align.density import density
from transcheck.align.keys import name_parts
from transcheck.align.parts import Part, section_parts, without_rules
from transcheck.align.signals import (
    Signals,
    add_features,
    gather,
    merge,
    own_locales,
)
from transcheck.align.traits import Traits
from transcheck.document import Block, Document, Section, block_prose
from transcheck.patterns import late_regex

_NOT_IN_SLUG = late_regex(r"[^\w\s-]")
# Shorter texts say nothing about how long a language is; of English letters.
_MIN_LENGTH = 20
# The longest skeleton that is compared letter by letter.
MAX_SKELETON = 4096
# Features that name a thing; numbers and markup are on many pages. Links within the
# page say nothing.
_TELLING = ("link ", "image ", "code ", "line ")
_WITHIN_PAGE = "link #"
_KEPT_LETTERS = 1024  # as much as tells two pages apart

_LETTERS = {
    "heading": "h", "paragraph": "p", "code": "c", "quote": "q", "callout": "q",
    "component": "x", "list": "l", "item": "i", "table": "t", "row": "r", "cell": "",
    "markup": "m", "break": "b", "footnote": "f",
    "definition list": "d", "term": "t", "definition": "e",
}  # fmt: skip


class SectionSignals(Struct, eq=False, gc=False):
    """What is known of a section, without the sections below.

    Args:
        section: The section.
        parent: The number of the section above it, -1 for the root.
        level: Its heading's level, 0 for the root.
        anchor: The id written with its heading, "" when there is none.
        slug: The id that sites make of its heading, "" when there is none.
        heading: The heading's signals, None for the root.
        blocks: Those of the blocks that count.
        strict: As in `Signals`, of heading and blocks together.
        weight: As in `Signals`.
        length: As in `Signals`.
        shape: How many blocks of each kind there are.
        units: As in `Signals`, the heading included, asides not.
        aside: There is nothing in it but asides.
    """

    section: Section
    parent: int
    level: int
    anchor: str
    slug: str
    heading: Signals | None
    blocks: tuple[Signals, ...]
    strict: dict[str, float]
    weight: float
    length: int
    shape: dict[str, int]
    units: int
    aside: bool
    _loose: frozenset[str] | None = None

    @property
    def loose(self) -> frozenset[str]:
        """As in `Signals`."""
        if self._loose is None:
            parts = (
                self.blocks if self.heading is None else (self.heading, *self.blocks)
            )
            own = [part.loose for part in parts if part.aside is None]
            self._loose = frozenset().union(*own)
        return self._loose


class Outline:
    """A document with the signals of everything in it, read once.

    Args:
        document: The document.
        paths: Those of all documents of its page.

    Attributes:
        sections: All sections in the order of the file, the root first.
        strict: The strict features of the whole document.
        weight: What they are worth.
    """

    def __init__(self, document: Document, paths: Collection[str] = ()) -> None:
        self.document = document
        self.sections = tuple(_read_sections(document, paths))
        self.strict: dict[str, float] = {}
        for section in self.sections:
            add_features(section.strict, self.strict)
        self.weight = sum(self.strict.values())

    @cached_property
    def levels(self) -> str:
        """The levels of all headings, a digit each."""
        return "".join(str(section.level) for section in self.sections[1:])

    @cached_property
    def skeleton(self) -> str:
        """The kinds of all blocks, a letter each."""
        letters: list[str] = []
        for section in self.sections:
            letters.append("h" * (section.heading is not None))
            letters.extend(
                _skeleton(signals)
                for signals in section.blocks
                if signals.aside is None
            )
        return "".join(letters)

    @cached_property
    def text_lengths(self) -> list[int]:
        """The lengths of its longer texts: paragraphs and cells."""
        lengths: list[int] = []
        least = _MIN_LENGTH * density(self.document.language)

        def read(blocks: tuple[Signals, ...]) -> None:
            for signals in blocks:
                if signals.prose and signals.length > least:
                    lengths.append(signals.length)
                read(signals.blocks)

        for section in self.sections:
            read(section.blocks)
        return lengths

    @cached_property
    def units(self) -> int:
        """The parts that a reader would miss."""
        return sum(section.units for section in self.sections)

    @cached_property
    def keys(self) -> dict[int, str]:
        """The key of each block and section, by its ``id()``."""
        return name_parts(self.sections, self.document.text)


def read_traits(outline: Outline) -> Traits:
    """Return the traits of a document."""
    return Traits(
        frozenset(
            crc32(token.encode(errors="surrogatepass"))
            for token in outline.strict
            if token.startswith(_TELLING) and token != _WITHIN_PAGE
        ),
        outline.levels[:_KEPT_LETTERS],
        outline.skeleton[:_KEPT_LETTERS],
    )


def slug(text: str) -> str:
    """Return the id GitHub and most sites make of a heading's text."""
    return _NOT_IN_SLUG.sub("", text.strip().lower()).replace(" ", "-")


def _read_sections(
    document: Document, paths: Collection[str]
) -> Iterator[SectionSignals]:
    known = own_locales(document)
    parts = section_parts(document.root)
    row: list[Block] = []
    for part in parts:
        row += [part.section.heading] if part.section.heading else []
        row += part.blocks
    asides = find_asides(document, row, paths)
    for part in without_rules(parts, asides):
        heading = part.section.heading
        top = gather(heading, document, known) if heading else None
        signals = [gather(block, document, known) for block in part.blocks]
        for number, block in enumerate(part.blocks if asides else ()):
            if id(block) in asides:
                signals[number] = replace(signals[number], aside=asides[id(block)])
        yield _read_section(part, top, tuple(signals))


def _read_section(
    part: Part, top: Signals | None, blocks: tuple[Signals, ...]
) -> SectionSignals:
    section, heading = part.section, part.section.heading
    own = [signals for signals in blocks if signals.aside is None]
    at_the_end = heading is not None and heading.level > 1 and not section.sections
    aside = at_the_end and bool(blocks) and not own
    strict, length = merge(blocks if top is None else (top, *blocks))
    shape: dict[str, int] = {}
    for signals in own:
        shape[signals.kind] = shape.get(signals.kind, 0) + 1
        for below in signals.blocks:
            shape[below.kind] = shape.get(below.kind, 0) + 1
    return SectionSignals(
        section=section,
        parent=part.parent,
        level=heading.level if heading else 0,
        anchor=(heading.anchor or "") if heading else "",
        slug=slug(block_prose(heading)) if heading else "",
        heading=top,
        blocks=blocks,
        strict=strict,
        weight=sum(strict.values()),
        length=length,
        shape=shape,
        units=sum(signals.units for signals in own)
        + (heading is not None and not aside),
        aside=aside,
    )


def _skeleton(signals: Signals) -> str:
    letter = _LETTERS.get(signals.kind, "o")
    return letter + "".join(map(_skeleton, signals.blocks))
