"""Links and images of a translation held against those of its original."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from transcheck.align.model import BlockPair, Pair
from transcheck.compare.broken_links import broken_links, empty_targets
from transcheck.compare.items import Item, match, take
from transcheck.compare.lead_kin import is_another, is_mangled, is_replaced, may_be
from transcheck.compare.lead_reader import LeadReader
from transcheck.compare.leftovers import Change, changes
from transcheck.compare.mention import find, words
from transcheck.diagnostic import Rewrite
from transcheck.document import (
    Block,
    Document,
    Image,
    Link,
    block_inlines,
)
from transcheck.patterns import late_regex
from transcheck.targets import same_place
from transcheck.text import Span

# Two targets that are alike at least so much are one that was changed; others are
# only where they stand at the same place among the links of their block.
_ALIKE = 0.6
_SHORTEST_WORDS = 3
_SCHEME = late_regex(r"https?://(?:www\.)?", re.IGNORECASE)


class Lead(Struct, frozen=True):
    """A link or image that is not what it should be.

    Args:
        pair: The block it is in, and the translation.
        before: The original's, None where it has none.
        after: The translation's, None where it has none.
        span: Where it is in the translation, or would be.
        key: What names it in every translation: the two targets without spelling.
        leaked: The target is the original's, put on a host the original does not use.
        missing: The target leads to nothing, where the original's leads to a file, or
            where others of an added one's kind do.
        mangled: The target can only be the original's, spelled wrongly.
        replaced: Both lead out of the site, to hosts that have nothing in common.
        rewrites: What was put for what, where that may be a custom of the language.
    """

    pair: BlockPair
    before: Link | Image | None
    after: Link | Image | None
    span: Span
    key: tuple[Hashable, ...]
    leaked: bool = False
    missing: bool = False
    mangled: bool = False
    replaced: bool = False
    rewrites: tuple[Rewrite, ...] = ()


def compare_leads(pair: Pair, kind: type[Link | Image]) -> tuple[Lead, ...]:
    """Return the links or the images that lead elsewhere, are lost or were added.

    Not compared: language versions of the page itself, fragments of other pages, and
    fragments in the page unless both documents pin the id that the original links to.
    A link that is there, but broken or without a target, is not lost.

    Args:
        pair: The documents, aligned.
        kind: `Link` or `Image`.
    """
    return pair.once(_compare, kind)


def written_words(pair: Pair, kind: type[Link | Image]) -> Iterator[str]:
    """Yield the hosts and the parts of paths in a translation's targets.

    What a `Rewrite` starts from is among them where the translation keeps it.

    Args:
        pair: The documents, aligned.
        kind: `Link` or `Image`.
    """
    if pair.translation.links if kind is Link else pair.translation.images:
        yield from pair.once(LeadReader, kind).words()


def _compare(pair: Pair, kind: type[Link | Image]) -> tuple[Lead, ...]:
    sides = pair.original, pair.translation
    if not any(side.links if kind is Link else side.images for side in sides):
        return ()
    reader = pair.once(LeadReader, kind)
    return tuple(
        lead
        for change in changes(pair, kind, reader.key)
        for lead in _settle(change, pair.translation, reader)
    )


def _settle(change: Change, document: Document, reader: LeadReader) -> Iterator[Lead]:
    lost, gained = _without_broken(change, document, reader)
    for stray in take(lost, gained, lambda *both: reader.is_adrift(*_nodes(*both))):
        yield replace(_changed(change.pair, *stray, reader), missing=True)
    for _ in take(lost, gained, lambda *both: reader.agree(*_nodes(*both))):
        pass
    for leak in take(lost, gained, lambda *both: reader.is_leak(*_nodes(*both))):
        yield replace(_changed(change.pair, *leak, reader), leaked=True)
    yield from _find_changed(change, lost, gained, reader)
    yield from _report_lost(change, lost, document, reader)
    for after in gained:
        node = _lead_of(after)
        if not after.elsewhere and not reader.occurs(node):
            key = (None, reader.spelling(node))
            span, missing = _target_span(node), reader.is_dead(node)
            yield Lead(change.pair, None, node, span, key, missing=missing)


def _find_changed(
    change: Change, lost: list[Item], gained: list[Item], reader: LeadReader
) -> Iterator[Lead]:
    """Yield what was most likely lost and gained as one thing, and take it out."""
    for before, after, likeness in match([*lost], [*gained], _address):
        alike = likeness >= _ALIKE and not (before.elsewhere and after.elsewhere)
        if alike and not is_another(*_nodes(before, after), reader):
            lost.remove(before)
            gained.remove(after)
            yield _changed(change.pair, before, after, reader)

    def path(item: Item) -> str:
        return "/".join(reader.read(_lead_of(item).target).path)

    def is_translated(before: Item, after: Item) -> bool:
        hosts = {reader.read(node.target).host for node in _nodes(before, after)}
        return len(hosts) == 1 and change.is_translated(before, after, path)

    def fits(before: Item, after: Item) -> bool:
        return (
            (not before.elsewhere or is_translated(before, after))
            and change.answers(before, after)
            and may_be(*_nodes(before, after), reader)
        )

    for both in take(lost, gained, fits):
        lead = _changed(change.pair, *both, reader)
        yield replace(lead, replaced=is_replaced(*_nodes(*both), reader))


def _without_broken(
    change: Change, document: Document, reader: LeadReader
) -> tuple[list[Item], list[Item]]:
    """Return what was lost and gained, without the links that are there but broken."""
    lost, gained = list(change.lost), list(change.gained)
    first, second = change.pair.both()
    meant: list[str] = []
    for one in broken_links(document, second, (reader.original, first)):
        known = [item for item in gained if item.node is one.node]
        if known:
            gained.remove(known[0])
        if one.image == reader.images and (known or one.node is None or one.image):
            meant.append(one.target)
    empty = [
        sum(isinstance(node, Image) == reader.images for node in empty_targets(block))
        for block in (first, second)
    ]
    meant += [""] * (empty[1] - empty[0])
    keys = {reader.read(target).key for target in meant if target}
    spared = [item for item in lost if reader.read(_lead_of(item).target).key in keys]
    spared += [item for item in lost if item not in spared]
    for item in spared[: len(meant)]:
        lost.remove(item)
    _leave_mended(change, lost, gained, reader)
    return lost, gained


def _leave_mended(
    change: Change, lost: list[Item], gained: list[Item], reader: LeadReader
) -> None:
    """Leave out the original's broken links, and what mends them."""
    for one in broken_links(reader.original, change.pair.both()[0]) if lost else ():
        for before in [item for item in lost if item.node is one.node]:
            lost.remove(before)
            meant = reader.read(one.target.strip("()"))
            for after in gained:
                if same_place(meant, reader.read(_lead_of(after).target)):
                    gained.remove(after)
                    break


def _report_lost(
    change: Change, lost: list[Item], document: Document, reader: LeadReader
) -> Iterator[Lead]:
    places = dict(zip(change.lost, change.kept, strict=True))
    block = change.pair.translation
    for before in lost:
        if block is None:
            continue
        node = _lead_of(before)
        named = _find(document, block, node.target)
        if not before.elsewhere:
            if named is None:
                named = _find(document, block, words(*node.children))
            elif "://" in node.target:
                continue  # renderers make a link of a bare address
            key = (reader.spelling(node), None)
            yield Lead(change.pair, node, None, named or places[before], key)


def _changed(pair: BlockPair, before: Item, after: Item, reader: LeadReader) -> Lead:
    first, second = _nodes(before, after)
    return Lead(
        pair,
        first,
        second,
        _target_span(second),
        (reader.spelling(first), reader.spelling(second)),
        missing=reader.is_missing(first, second),
        mangled=is_mangled(first, second, reader),
        rewrites=reader.rewrites(first, second),
    )


def _address(item: Item) -> str:
    """Return a target without what half of all addresses begin with."""
    return _SCHEME.sub("", _lead_of(item).target)


def _lead_of(item: Item) -> Link | Image:
    """Return the link or image of an item; the reader has a key for no other inline."""
    if isinstance(item.node, (Link, Image)):
        return item.node
    raise TypeError(f"no link or image: {item.node}")


def _nodes(before: Item, after: Item) -> tuple[Link | Image, Link | Image]:
    return _lead_of(before), _lead_of(after)


def _target_span(node: Link | Image) -> Span:
    return node.target_span or node.span


def _find(document: Document, block: Block, text: str) -> Span | None:
    """Return where a block has a text outside links and images."""
    if len(text) < _SHORTEST_WORDS:
        return None
    taken = [
        inline.span
        for inline in block_inlines(block)
        if isinstance(inline, (Link, Image))
    ]
    for span in find(document, block, text):
        if not any(span.start < one.end and one.start < span.end for one in taken):
            return span
    return None
