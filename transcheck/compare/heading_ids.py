"""The ids that a translation's headings have, held against those of the original's."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from transcheck.align.model import Pair, SectionPair
from transcheck.anchors import Anchors, read_fragment, read_outline, slugger_of
from transcheck.compare.broken_ids import broken_id
from transcheck.document import Document, Heading, Link
from transcheck.site import Surroundings


class DifferingId(Struct, frozen=True):
    """A heading whose id is not its original's.

    Args:
        section: The section it is of.
        original: The original's heading.
        translation: The translation's heading.
        needed: A link of the translation that leads to the original's id, and so to
            nothing; None when there is none.
    """

    section: SectionPair
    original: Heading
    translation: Heading
    needed: Link | None = None

    @property
    def lost(self) -> bool:
        """Whether the original's id is gone, and none is written in its place."""
        return self.translation.anchor is None


def written_ids(pair: Pair) -> list[tuple[Heading, Heading]]:
    """Return the original's headings with a written id, and their counterparts."""
    return [
        (first, second)
        for _, first, second in pair.headings()
        if first.anchor is not None
    ]


def differing_ids(pair: Pair) -> Iterator[DifferingId]:
    """Yield the headings that lack the id which is written in the original.

    A heading that gets the same id by itself lacks nothing, and one whose id is there,
    but damaged, is told as that.
    """
    differing = [
        DifferingId(section, first, second)
        for section, first, second in pair.headings()
        if first.anchor is not None
        and first.anchor != second.anchor
        and broken_id(pair.translation, second, (pair.original, first)) is None
    ]
    if not differing:
        return
    anchors = read_anchors(pair.translation, pair.surroundings)
    numbers = heading_numbers(anchors)
    links = {
        fragment: link
        for link in reversed(pair.translation.links)
        if link.target.startswith("#")
        and (fragment := read_fragment(link.target)) is not None
    }
    for one in differing:
        number = numbers.get(one.translation.span.start)
        wanted = one.original.anchor or ""
        if number is None or wanted in anchors.ids_of(number):
            continue
        elsewhere = anchors.heading(wanted) is not None or wanted in anchors.outline.ids
        yield DifferingId(
            one.section,
            one.original,
            one.translation,
            None if elsewhere else links.get(wanted),
        )


def foreign_ids(pair: Pair) -> Iterator[DifferingId]:
    """Yield the headings with a written id that their originals cannot have.

    Only where nothing is written in the original: the id of its text is meant.
    """
    added = [
        DifferingId(section, first, second)
        for section, first, second in pair.headings()
        if first.anchor is None and second.anchor is not None
    ]
    if not added:
        return
    anchors = read_anchors(pair.original, pair.surroundings)
    numbers = heading_numbers(anchors)
    for one in added:
        number = numbers.get(one.original.span.start)
        if number is not None and one.translation.anchor not in anchors.ids_of(number):
            yield one


def read_anchors(document: Document, site: Surroundings | None) -> Anchors:
    """Return the ids of a document, as the generator of its site makes them."""
    return document.once(_make_anchors, slugger_for(document, site))


def _make_anchors(document: Document, slugger: str) -> Anchors:
    return Anchors(document.once(read_outline), slugger)


def slugger_for(document: Document, site: Surroundings | None) -> str:
    """Return how the generator of a document's site makes ids."""
    generator = site.generator_of(document.path) if site else None
    return slugger_of(generator.name if generator else None)


def heading_numbers(anchors: Anchors) -> dict[int, int]:
    """Return the numbers of a page's headings, by where they start in the file."""
    return {title.start: number for number, title in enumerate(anchors.outline.titles)}
