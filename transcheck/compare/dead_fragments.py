"""Links to a place in a page that the page does not have."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from transcheck.align.model import AlignedPage, Pair
from transcheck.anchors import Anchors, Match, Outline, read_fragment, read_outline
from transcheck.compare.heading_ids import (
    differing_ids,
    heading_numbers,
    read_anchors,
    slugger_for,
)
from transcheck.diagnostic import Place
from transcheck.document import Document, Link
from transcheck.resolve import resolver_of
from transcheck.site import Surroundings
from transcheck.text import Span


class Fragment(Struct, frozen=True, array_like=True, gc=False):
    """The fragment of a link to another page.

    Args:
        place: Where it is written, without ``#``.
        value: As `transcheck.anchors.read_fragment` gives it.
        page: The name of the page that the link leads to.
        files: Those that a reader may see of that page; the place must be in one.
    """

    place: Place
    value: str
    page: str
    files: tuple[str, ...]


class Landing(Struct, frozen=True, array_like=True, gc=False):
    """A document as a page that fragments lead to, and from.

    Args:
        path: The document.
        page: Its page's name.
        is_original: It is the page's original.
        outline: What of it can be the target of a fragment.
        slugger: How ids are made of headings.
        lacking: The ids that it lacks, of which another rule tells.
        fragments: Those of its links to other pages.
    """

    path: str
    page: str
    is_original: bool
    outline: Outline
    slugger: str
    lacking: frozenset[str]
    fragments: tuple[Fragment, ...]


class DeadFragment(Struct, frozen=True):
    """A fragment that leads to nothing in the page that it stands in.

    Args:
        document: The document.
        link: The link.
        place: Where the fragment is written, without ``#``.
        value: As `transcheck.anchors.read_fragment` gives it.
        meant: The heading that the original's link leads to, in this document; None
            where it cannot be told.
        anchor: The likeliest id of that heading, None where there is none.
        sure: It has that id in every way to make ids that may be the site's.
    """

    document: Document
    link: Link
    place: Place
    value: str
    meant: Span | None = None
    anchor: str | None = None
    sure: bool = False


def dead_in_page(page: AlignedPage) -> Iterator[DeadFragment]:
    """Yield the fragments of a page's links to itself that lead to nothing.

    What is dead in the original is told of the original alone.
    """
    pairs = {id(pair.translation): pair for pair in page.pairs}
    known: set[str] = set()
    documents = sorted(page.documents, key=lambda one: one is not page.original)
    for document in documents:
        links = [link for link in document.links if link.target.startswith("#")]
        if not links:
            continue
        pair = pairs.get(id(document))
        lacking = _lacking(pair) if pair else frozenset()
        anchors = read_anchors(document, page.surroundings)
        if not anchors.outline.complete:
            continue
        for link in links:
            value = read_fragment(link.target)
            if value is None or value in lacking or value in known:
                continue
            if anchors.find(value) is Match.NONE:
                where = _fragment_place(document, link)
                dead = DeadFragment(document, link, where, value)
                yield _with_heading(dead, pair, anchors) if pair else dead
                if document is page.original:
                    known.add(value)


def landings(page: AlignedPage) -> Iterator[Landing]:
    """Yield what must be known of a page to judge the fragments of all pages."""
    site = page.surroundings
    if site is None:
        return
    pairs = {id(pair.translation): pair for pair in page.pairs}
    for document in page.documents:
        pair = pairs.get(id(document))
        yield Landing(
            path=document.path,
            page=page.name,
            is_original=document is page.original,
            outline=document.once(read_outline),
            slugger=slugger_for(document, site),
            lacking=_lacking(pair) if pair else frozenset(),
            fragments=tuple(_fragments(document, site)),
        )


def dead_elsewhere(all_landings: Iterable[Landing]) -> Iterator[Fragment]:
    """Yield the fragments of links to other pages that lead to nothing there.

    What is dead in the original of a page is told of the original alone.
    """
    every = sorted(all_landings, key=lambda one: (one.page, not one.is_original))
    by_path = {one.path: one for one in every}
    anchors: dict[str, Anchors] = {}

    def may_have(path: str, fragment: Fragment) -> bool:
        landing = by_path.get(path)
        if landing is None or not landing.outline.complete:
            return True
        # An id that is written is one in every way to make ids, which are many.
        if any(title.anchor == fragment.value for title in landing.outline.titles):
            return True
        if path not in anchors:
            anchors[path] = Anchors(landing.outline, landing.slugger)
        found = anchors[path].find(fragment.value) is not Match.NONE
        return found or fragment.value in landing.lacking

    known: set[tuple[str, str, str]] = set()
    for landing in every:
        for fragment in landing.fragments:
            key = (landing.page, fragment.page, fragment.value)
            if key in known or _is_anywhere(fragment, may_have):
                continue
            yield fragment
            if landing.is_original:
                known.add(key)


def _is_anywhere(fragment: Fragment, may_have: Callable[[str, Fragment], bool]) -> bool:
    return any(may_have(path, fragment) for path in fragment.files)


def _lacking(pair: Pair) -> frozenset[str]:
    """Return the ids of the original that a translation lacks."""
    return frozenset(one.original.anchor or "" for one in differing_ids(pair))


def _fragments(document: Document, site: Surroundings) -> Iterator[Fragment]:
    links = [link for link in document.links if "#" in link.target[1:]]
    if not links:
        return
    resolver = resolver_of(document, site)
    for link in links:
        value = read_fragment(link.target)
        found = resolver.resolve(link.target) if value else None
        if value is None or found is None or found.page is None:
            continue
        own = found.page.files.get(document.tag or "") if found.tag is None else None
        files = tuple(dict.fromkeys((own or found.path, found.path)))
        if document.path not in files:
            place = _fragment_place(document, link)
            yield Fragment(place, value, found.page.name, files)


def _fragment_place(document: Document, link: Link) -> Place:
    span = link.target_span or link.span
    at = document.text.find("#", span.start, span.end)
    return Place(document.path, Span(at + 1, span.end) if at >= 0 else span)


def _with_heading(dead: DeadFragment, pair: Pair, anchors: Anchors) -> DeadFragment:
    """Return a dead fragment with the heading that it led to in the original."""
    originals = read_anchors(pair.original, pair.surroundings)
    number = originals.heading(dead.value)
    if number is None:
        return dead
    start = originals.outline.titles[number].start
    numbers = heading_numbers(anchors)
    for _, first, second in pair.headings():
        own = numbers.get(second.span.start)
        if first.span.start == start and own is not None:
            return replace(
                dead,
                meant=second.span,
                anchor=anchors.default_id_of(own),
                sure=anchors.id_of(own) is not None,
            )
    return dead
