"""Links and images of a translation held against those of its original."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, replace

from transcheck.align.model import BlockPair, Pair
from transcheck.compare.broken_links import broken_links, empty_targets
from transcheck.compare.leftovers import Change, Item, changes, match
from transcheck.compare.mention import find, words
from transcheck.document import (
    Block,
    Document,
    Image,
    Inline,
    Link,
    block_inlines,
)
from transcheck.targets import (
    NO_LOCALE,
    Target,
    is_own_page,
    locales,
    loose,
    normalize,
    same_place,
)
from transcheck.text import Span

_ID = re.compile(r"""\b(?:id|name)\s*=\s*["']?([^"'\s>]+)""")
# Two targets that are alike at least so much are one that was changed; others are
# only where they stand at the same place among the links of their block.
_ALIKE = 0.6
_SHORTEST_WORDS = 3
_ABSOLUTE = re.compile(r"https?://[^/]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Lead:
    """A link or image that is not what it should be.

    Args:
        pair: The block it is in, and the translation.
        before: The original's, None where it has none.
        after: The translation's, None where it has none.
        span: Where it is in the translation, or would be.
        key: What names it in every translation: the two targets without spelling.
        leaked: The target is the original's, put on a host the original does not use.
    """

    pair: BlockPair
    before: Link | Image | None
    after: Link | Image | None
    span: Span
    key: tuple[Hashable, ...]
    leaked: bool = False


def compare_leads(pair: Pair, kind: type[Link | Image]) -> Iterator[Lead]:
    """Yield the links or the images that lead elsewhere, are lost or were added.

    Not compared: language versions of the page itself, fragments of other pages, and
    fragments in the page unless both documents pin the id that the original links to.
    A link that is there, but broken or without a target, is not lost.

    Args:
        pair: The documents, aligned.
        kind: `Link` or `Image`.
    """
    sides = pair.original, pair.translation
    if not any(side.links if kind is Link else side.images for side in sides):
        return
    reader = _Reader(pair, kind)
    for change in changes(pair, reader.key):
        yield from _settle(change, pair.translation, reader)


class _Reader:
    """Reads the targets of a pair's links, each once."""

    def __init__(self, pair: Pair, kind: type[Link | Image]) -> None:
        sides = pair.original, pair.translation
        self._kind = kind
        self._known = locales(
            name for side in sides for name in (side.tag, side.language)
        )
        self._pinned = _pinned(pair.original) & _pinned(pair.translation)
        self._translation = pair.translation
        self.original = pair.original
        self.images = kind is Image
        self._read: dict[str, Target] = {}
        self._own: dict[tuple[str, str], bool] = {}

    def read(self, target: str) -> Target:
        """Return a target without its spelling."""
        if target not in self._read:
            self._read[target] = normalize(target, self._known)
        return self._read[target]

    def key(self, inline: Inline, document: Document) -> Hashable:
        """Return what an inline has in common with its counterpart, None for others."""
        if not isinstance(inline, self._kind):
            return None
        written = _target(inline)
        target = self.read(written)
        if target.in_page:
            if not target.fragment:
                return None
            return "#", target.fragment if target.fragment in self._pinned else ""
        if isinstance(inline, Link) and self._is_own_page(written, document.path):
            return None
        return target.key

    def _is_own_page(self, target: str, path: str) -> bool:
        case = (target, path)
        if case not in self._own:
            self._own[case] = is_own_page(target, path)
        return self._own[case]

    def agree(self, before: Item, after: Item) -> bool:
        """Tell whether two targets that differ are equally good."""
        first, second = (self.read(_target(item.node)) for item in (before, after))
        if first.host and not second.host and first.path:
            return first.path == second.path  # the site's own host, left out
        if first.in_page and second.in_page:
            return loose(second.fragment) in _anchors(self._translation)
        if first.host and first.host == second.host:
            # `docs/code.md` has its translation at `docs/languages/ru/code.md`.
            written = _target(after.node)
            if normalize(written, NO_LOCALE).path != second.path:
                return True
        return same_place(first, second)

    def is_leak(self, before: Item, after: Item) -> bool:
        """Tell whether a link of the site came back absolute, on a foreign host.

        A chat or a preview resolves the links of what is pasted into it against its
        own address: the path stays, or stands below one folder of the host.
        """
        written, target = _target(before.node), _target(after.node)
        first, second = self.read(written), self.read(target)
        if first.host or not first.path or not _ABSOLUTE.match(target):
            return False
        paths = [second.path] if written[0] == "/" else [second.path, second.path[1:]]
        return (
            first.path in paths
            and first.query == second.query
            and ".".join(second.host.split(".")[-2:]) not in self.original.text
        )


def _target(inline: Inline) -> str:
    return inline.target if isinstance(inline, (Link, Image)) else ""


def _pinned(document: Document) -> frozenset[str]:
    return frozenset(
        heading.anchor for heading in document.headings if heading.anchor is not None
    )


def _anchors(document: Document) -> frozenset[str]:
    """Return the ids and headings of a document, as `loose` gives them."""
    found = {loose(words(*heading.inlines)) for heading in document.headings}
    found.update(map(loose, _pinned(document)))
    found.update(loose(anchor) for anchor in _ID.findall(document.text))
    return frozenset(found)


def _settle(change: Change, document: Document, reader: _Reader) -> Iterator[Lead]:
    lost, gained = _without_broken(change, document, reader)
    for before in tuple(lost):
        after = next((item for item in gained if reader.agree(before, item)), None)
        if after is not None:
            lost.remove(before)
            gained.remove(after)
    for before in tuple(lost):
        leak = next((one for one in gained if reader.is_leak(before, one)), None)
        if leak is not None:
            lost.remove(before)
            gained.remove(leak)
            lead = _lead(change.pair, before, leak, _target_span(leak.node))
            yield replace(lead, leaked=True)
    for before, after, likeness in match(
        [*lost], [*gained], lambda item: _target(item.node)
    ):
        alike = likeness >= _ALIKE and not (before.elsewhere and after.elsewhere)
        if alike or (not before.elsewhere and change.answers(before, after)):
            lost.remove(before)
            gained.remove(after)
            yield _lead(change.pair, before, after, _target_span(after.node))
    yield from _report_lost(change, lost, document)
    for after in gained:
        if not after.elsewhere:
            yield _lead(change.pair, None, after, _target_span(after.node))


def _without_broken(
    change: Change, document: Document, reader: _Reader
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
    spared = [item for item in lost if reader.read(_target(item.node)).key in keys]
    spared += [item for item in lost if item not in spared]
    for item in spared[: len(meant)]:
        lost.remove(item)
    return lost, gained


def _report_lost(
    change: Change, lost: list[Item], document: Document
) -> Iterator[Lead]:
    places = dict(zip(change.lost, change.kept, strict=True))
    block = change.pair.translation
    for before in lost:
        if block is None:
            continue
        target = _target(before.node)
        named = _find(document, block, target)
        if not before.elsewhere:
            if named is None:
                named = _find(document, block, words(*before.node.children))
            elif "://" in target:
                continue  # renderers make a link of a bare address
            yield _lead(change.pair, before, None, named or places[before])


def _lead(
    pair: BlockPair,
    before: Item | None,
    after: Item | None,
    span: Span,
) -> Lead:
    nodes = [item.node if item else None for item in (before, after)]
    first, second = (
        node if isinstance(node, (Link, Image)) else None for node in nodes
    )
    keys = (before.key if before else None, after.key if after else None)
    return Lead(pair, first, second, span, keys)


def _target_span(node: Inline) -> Span:
    if isinstance(node, (Link, Image)) and node.target_span is not None:
        return node.target_span
    return node.span


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
