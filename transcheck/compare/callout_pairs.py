"""Which callout of a translation answers which of its original."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from msgspec import Struct, field

from transcheck.align.model import Pair, SectionPair, walk_block_pairs
from transcheck.compare.callouts import (
    OPENING,
    Opener,
    is_kind,
    mangled_openers,
    read_opener,
    same_kind,
)
from transcheck.compare.counterparts import by_original, by_translation
from transcheck.document import Document, Section, blocks_of, walk_blocks

# One of them is in every document that has a callout in Markdown, or was meant to.
_MARKERS = (":::", "///", "!!!", "???", "[!", "\uff1a\uff1a\uff1a")


class KindChange(Struct, frozen=True):
    """A callout that has another kind than its original's.

    Args:
        key: The key of the original's block.
        before: The original's.
        after: The translation's.
        renders: It is a callout all the same.
        certain: No other can be its counterpart.
    """

    key: str
    before: Opener
    after: Opener
    renders: bool
    certain: bool = True


def changed_kinds(pair: Pair) -> Iterator[KindChange]:
    """Yield the callouts of a pair that have another kind, or became none."""
    if not _may_have_callouts(pair.original) and not _may_have_callouts(
        pair.translation
    ):
        return
    used = _used_kinds(pair.original)
    openers = _openers(pair)
    for section in pair.sections:
        if section.original is None or section.translation is None:
            continue
        found = list(_Section(pair, section, used, openers).changes())
        swapped = found and _is_swapped([one for one in found if one.renders])
        yield from (one for one in found if not (swapped and one.renders))


def _may_have_callouts(document: Document) -> bool:
    return any(marker in document.text for marker in _MARKERS)


def _used_kinds(document: Document) -> frozenset[str]:
    """Return the kinds of the original, in lower case: a site may have its own."""
    if not _may_have_callouts(document):
        return frozenset()
    return frozenset(
        opener.name.casefold()
        for kind in OPENING
        for block in blocks_of(document, kind)
        if (opener := read_opener(document, block)) and not opener.is_element
    )


def _openers(pair: Pair) -> frozenset[int]:
    """Return the ``id()`` of the pairs of which one side may be a callout."""
    found = (
        table.get(id(block))
        for document, table in (
            (pair.original, by_original(pair)),
            (pair.translation, by_translation(pair)),
        )
        for kind in OPENING
        for block in blocks_of(document, kind)
    )
    return frozenset(id(blocks) for blocks in found if blocks is not None)


def _is_swapped(found: list[KindChange]) -> bool:
    """Tell whether the kinds of a section are the same, in another order."""
    before = Counter(one.before.name.casefold() for one in found)
    return before == Counter(one.after.name.casefold() for one in found)


class _Section(Struct):
    """The callouts of one section, those with a counterpart and those without."""

    pair: Pair
    section: SectionPair
    used: frozenset[str]
    openers: frozenset[int]
    waiting: list[tuple[str, Opener]] = field(default_factory=list)
    strange: list[Opener] = field(default_factory=list)

    def changes(self) -> Iterator[KindChange]:
        original, translation = self.pair.original, self.pair.translation
        for blocks in walk_block_pairs((self.section,)):
            if id(blocks) not in self.openers:
                continue
            first = read_opener(original, blocks.original)
            second = read_opener(translation, blocks.translation)
            if first and second and (first.is_callout or second.is_callout):
                change = self._compare(blocks.key, first, second)
                if change is not None:
                    yield change
            elif first is not None and not first.is_element:
                self.waiting.append((blocks.key, first))
            elif second is not None and not second.is_element:
                self.strange.append(second)
        if self.waiting:
            yield from self._match()

    def _compare(
        self, key: str, first: Opener, second: Opener, *, certain: bool = True
    ) -> KindChange | None:
        """Return what is wrong with a callout beside its counterpart, if anything."""
        if first.is_element and second.is_element:
            return None
        renders = False
        if second.problem is None and second.is_element:
            if second.is_callout or not second.resembles_callout:
                return None
        elif second.problem is None:
            if not self._is_changed(first, second):
                return None
            renders = self._is_known(second)
        return KindChange(key, first, second, renders, certain)

    def _is_changed(self, first: Opener, second: Opener) -> bool:
        if first.syntax != second.syntax:
            return not self._is_known(second)
        if first.name.casefold() == second.name.casefold():
            # Between these markers alone the case of the kind counts.
            return first.syntax == "colons" and first.name != second.name
        return not same_kind(first.syntax, first.name, second.name)

    def _is_known(self, opener: Opener) -> bool:
        return is_kind(opener.name) or opener.name.casefold() in self.used

    def _match(self) -> Iterator[KindChange]:
        """Yield the callouts that are none any more, or have lost their place."""
        mangled = list(self._mangled())
        openers = sorted(
            (*self.strange, *mangled), key=lambda opener: opener.span.start
        )
        for syntax in dict.fromkeys(opener.syntax for opener in openers):
            after = [opener for opener in openers if opener.syntax == syntax]
            before = [one for one in self.waiting if one[1].syntax == syntax]
            before = before or self.waiting
            certain = len(before) == len(after)
            for (key, first), second in zip(before, after, strict=False):
                if not certain and second not in mangled:
                    continue
                change = self._compare(key, first, second, certain=certain)
                if change is not None and not change.renders:
                    yield change

    def _mangled(self) -> Iterator[Opener]:
        """Yield what was meant to be a callout, but for what the original writes."""
        first, second = self.section.original, self.section.translation
        if first is None or second is None:
            return
        original, translation = self.pair.original, self.pair.translation
        meant = Counter(
            opener.span.cut(original.text) for opener in _mangled_in(original, first)
        )
        for opener in _mangled_in(translation, second):
            written = opener.span.cut(translation.text)
            if meant[written] > 0:
                meant[written] -= 1
            else:
                yield opener


def _mangled_in(document: Document, section: Section) -> Iterator[Opener]:
    for block in walk_blocks(*section.blocks):
        yield from mangled_openers(document, block)
