"""What the links or images of a pair of documents lead to, each read once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterator
from functools import cached_property
from pathlib import PurePath

from transcheck.align.model import Pair
from transcheck.align.signals import own_locales
from transcheck.compare.dead_targets import is_dead
from transcheck.compare.mention import words
from transcheck.diagnostic import Rewrite
from transcheck.document import Document, Image, Inline, Link
from transcheck.patterns import late_regex
from transcheck.resolve import Resolved, is_inside, resolver_of
from transcheck.targets import (
    NO_LOCALE,
    Target,
    is_in_language,
    is_own_page,
    loose,
    normalize,
    same_place,
)

_ID = late_regex(r"""\b(?:id|name)\s*=\s*["']?([^"'\s>]+)""")
_ABSOLUTE = late_regex(r"https?://[^/]", re.IGNORECASE)


class LeadReader:
    """Reads the targets of a pair's links, or of its images.

    Args:
        pair: The documents, aligned.
        kind: `Link` or `Image`.
    """

    def __init__(self, pair: Pair, kind: type[Link | Image]) -> None:
        sides = pair.original, pair.translation
        self.original, self.translation = sides
        self.images = kind is Image
        self._kind = kind
        self._known = own_locales(*sides)
        self._pinned = _pinned(pair.original) & _pinned(pair.translation)
        self._site = pair.surroundings
        self._resolvers = {
            side.path: resolver_of(side, pair.surroundings)
            for side in sides
            if pair.surroundings
        }
        self._read: dict[str, Target] = {}
        self._own: dict[tuple[str, str], bool] = {}
        self._spellings: frozenset[Hashable] | None = None

    def read(self, target: str) -> Target:
        """Return a target without its spelling."""
        if target not in self._read:
            self._read[target] = normalize(target, self._known)
        return self._read[target]

    def resolve(self, target: str, document: Document) -> Resolved | None:
        """Return the page or file that a target of a document leads to, if known."""
        if self._site is None:
            return None
        return self._resolvers[document.path].resolve(target)

    def key(self, inline: Inline, document: Document) -> Hashable:
        """Return what an inline has in common with its counterpart, None for others."""
        if not isinstance(inline, self._kind):
            return None
        found = self.resolve(inline.target, document)
        if found is not None and found.page is not None:
            if self._is_page_of(found, document):
                return None
            return "page", found.page.name, found.root
        if isinstance(inline, Image) and self._is_adrift(inline, document):
            return "adrift", inline.target
        if isinstance(inline, Link) and self._is_own_page(inline.target, document.path):
            return None
        return self.spelling(inline)

    def spelling(self, inline: Link | Image) -> tuple[Hashable, ...] | None:
        """Return what a target is by its spelling, whatever the site has."""
        target = self.read(inline.target)
        if not target.in_page:
            return target.key
        if not target.fragment:
            return None
        return "#", target.fragment if target.fragment in self._pinned else ""

    def agree(self, before: Link | Image, after: Link | Image) -> bool:
        """Tell whether two targets that differ are equally good."""
        has_base = self._has_base_of_its_own(before, after)
        return not has_base and self._lead_alike(before, after)

    def _lead_alike(self, before: Link | Image, after: Link | Image) -> bool:
        first, second = self.read(before.target), self.read(after.target)
        if first.in_page and second.in_page:
            return loose(second.fragment) in _anchors(self.translation)
        if first.key == second.key or self._is_better(before, after):
            return True
        ours, theirs = self._pages(before, after)
        if ours and theirs and (ours.page is not theirs.page or _rooted(ours, theirs)):
            return ours.page is theirs.page
        if first.host and not second.host and first.path:
            # The site's own host, left out, with the base it has there.
            end = len(second.path) if theirs and len(second.path) > 1 else 0
            return first.path[-end:] == second.path
        # `docs/code.md` has its translation at `docs/languages/ru/code.md`.
        is_own = normalize(after.target, NO_LOCALE).path != second.path
        if first.host and first.host == second.host and is_own:
            return True
        return same_place(first, second)

    def occurs(self, after: Link | Image) -> bool:
        """Tell whether the original has a target of the same spelling anywhere."""
        if self._spellings is None:
            nodes = self.original.images if self.images else self.original.links
            self._spellings = frozenset(map(self.spelling, nodes))
        return self.spelling(after) in self._spellings

    def is_leak(self, before: Link | Image, after: Link | Image) -> bool:
        """Tell whether a link of the site came back absolute, on a foreign host.

        A chat or a preview resolves the links of what is pasted into it against its
        own address: the path stays, or stands below one folder of the host.
        """
        first, second = self.read(before.target), self.read(after.target)
        if first.host or not first.path or not _ABSOLUTE.match(after.target):
            return False
        absolute = before.target.startswith("/")
        paths = [second.path] if absolute else [second.path, second.path[1:]]
        return (
            first.path in paths
            and first.query == second.query
            and ".".join(second.host.split(".")[-2:]) not in self.original.text
        )

    def is_adrift(self, before: Link | Image, after: Link | Image) -> bool:
        """Tell whether an image is the original's, counted from another folder."""
        return self._is_adrift(after, self.translation) and same_place(
            self.read(before.target), self.read(after.target)
        )

    def _is_adrift(self, image: Link | Image, document: Document) -> bool:
        """Tell whether an image counts from the page's address, unlike the original's.

        Which of the two is right depends on the site generator, and is the same for all
        pages whose address ends alike.
        """
        if self._site is None or document is self.original or not self._from_folder:
            return False
        return self._resolvers[document.path].counts_from_address(image.target)

    @cached_property
    def _from_folder(self) -> bool:
        """Whether images of the original count from its folder, and none otherwise."""
        resolver = self._resolvers[self.original.path]
        names = {PurePath(path).name for path in self._resolvers}
        relative = [
            node.target
            for node in self.original.images
            if self._address(node, self.original) is False
            and resolver.resolve(node.target) is not None
        ]
        return (
            len(names) == 1
            and bool(relative)
            and not any(map(resolver.counts_from_address, relative))
        )

    def is_missing(self, before: Link | Image, after: Link | Image) -> bool:
        """Tell whether a target leads to nothing, where the original's leads to a file.

        Only targets of one shape are compared: whether the site's addresses can be
        resolved at all shows in the original's.
        """
        first = self._address(before, self.original)
        second = self._address(after, self.translation)
        return (
            first is not None
            and first == second
            and self.resolve(before.target, self.original) is not None
            and self.resolve(after.target, self.translation) is None
        )

    def is_dead(self, after: Link | Image) -> bool:
        """Tell whether a target of the translation surely leads to nothing."""
        return self._site is not None and is_dead(after, self.translation, self._site)

    def rewrites(
        self, before: Link | Image, after: Link | Image
    ) -> tuple[Rewrite, ...]:
        """Return what was written for what, as a language may do everywhere.

        Nothing where the translation is surely wrong: its target leads nowhere, or to
        another page though the original's exists in its language.
        """
        if self.is_missing(before, after):
            return ()
        ours, theirs = self._pages(before, after)
        another = ours and theirs and ours.page is not theirs.page and ours.page
        if another and self.translation.tag in another.files:
            return ()
        first, second = (_parts(self.read(one.target)) for one in (before, after))
        if not first or not second:  # a place in the page
            return ()
        start = _shared(first, second)
        end = _shared(first[start:][::-1], second[start:][::-1])
        short = first[start : len(first) - end], second[start : len(second) - end]
        marks = [part.removeprefix("//") for part in short[1]]
        mark = max((one for one in marks if one in after.target), key=len, default="")
        whole = Rewrite(first, second, mark)
        return (whole,) if short == (first, second) else (Rewrite(*short, mark), whole)

    def words(self) -> Iterator[str]:
        """Yield the hosts and the parts of paths in the translation's targets."""
        nodes = self.translation.images if self.images else self.translation.links
        for node in nodes:
            yield from _parts(self.read(node.target))

    def _pages(
        self, before: Link | Image, after: Link | Image
    ) -> tuple[Resolved | None, Resolved | None]:
        """Return what the two targets lead to where that is a page."""
        ours = self.resolve(before.target, self.original)
        theirs = self.resolve(after.target, self.translation)
        return (
            ours if ours and ours.page else None,
            theirs if theirs and theirs.page else None,
        )

    def _is_page_of(self, found: Resolved, document: Document) -> bool:
        """Tell whether a target leads to a language version of the document itself."""
        member = self._site.pages.get(document.path) if self._site else None
        return member is not None and member.page is found.page

    def _is_own_page(self, target: str, path: str) -> bool:
        case = (target, path)
        if case not in self._own:
            self._own[case] = is_own_page(target, path)
        return self._own[case]

    def _is_better(self, before: Link | Image, after: Link | Image) -> bool:
        """Tell whether a target that differs is rightly so.

        It leads to a page where the original's leads to nothing, or to another site,
        in the translation's own language.
        """
        if self._address(before, self.original) is not None:
            broken = self.resolve(before.target, self.original) is None
            found = self.resolve(after.target, self.translation)
            return broken and found is not None and self._is_legible()
        hosts = self.read(before.target).host, self.read(after.target).host
        side = self.translation
        return (
            all(hosts)
            and hosts[0] != hosts[1]
            and is_in_language(after.target, side.tag, side.language)
        )

    def _has_base_of_its_own(self, before: Link | Image, after: Link | Image) -> bool:
        """Tell whether an address begins with a folder that no other one begins with.

        A site may stand below one on its host, and then its addresses begin with it;
        languages of the site are no such folders.
        """
        ours, theirs = self._pages(before, after)
        if not (ours and theirs and before.target.startswith("/")):
            return False
        base = theirs.root[0]
        return bool(base) and not ours.root[0] and self._bases[base] == 1

    @cached_property
    def _bases(self) -> Counter[str]:
        """How often each folder begins an address in the two documents."""
        return Counter(
            node.target.split("/")[1]
            for side in (self.original, self.translation)
            for node in (side.images if self.images else side.links)
            if node.target.startswith("/")
        )

    def _is_legible(self) -> bool:
        """Tell whether most of the original's targets resolve to something."""
        nodes = self.original.images if self.images else self.original.links
        known = [
            self.resolve(node.target, self.original) is not None
            for node in nodes
            if self._address(node, self.original) is not None
        ]
        return 2 * sum(known) > len(known)

    def _address(self, inline: Link | Image, document: Document) -> bool | None:
        """Return whether a target counts from the root, None outside of the site."""
        if self._site is None:
            return None
        resolver = self._resolvers[document.path]
        address = resolver.address(inline.target)
        if address is None:
            return None
        if not address.absolute:
            place, _ = next(resolver.places(address))
            if not is_inside(self._site, place):
                return None
        return address.absolute


def _parts(target: Target) -> tuple[str, ...]:
    host = (f"//{target.host}",) if target.host else ()
    return (*host, *target.path, *((f"?{target.query}",) if target.query else ()))


def _rooted(ours: Resolved, theirs: Resolved) -> bool:
    """Tell whether two addresses count from the same place, or one is relative."""
    return ours.root == theirs.root or not any(ours.root) or not any(theirs.root)


def _shared(first: tuple[str, ...], second: tuple[str, ...]) -> int:
    """Return how many items two tuples have in common at their start."""
    pairs = enumerate(zip(first, second, strict=False))
    shortest = min(len(first), len(second))
    return next((at for at, (one, other) in pairs if one != other), shortest)


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
