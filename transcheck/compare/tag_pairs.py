"""What became of the tags of an original in its translation."""

from __future__ import annotations

import re
from bisect import insort
from collections.abc import Callable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from transcheck.align.model import Pair
from transcheck.align.signals import own_locales
from transcheck.compare.callouts import is_callout_name
from transcheck.compare.marks import Lost, Mark, MarkChange, compare_marks
from transcheck.compare.tag_damage import Damage, find_damage, find_lost_quote
from transcheck.compare.tag_parameters import ParameterChange, compare_parameters
from transcheck.compare.tags import Tag, balance, code_places
from transcheck.document import Document
from transcheck.text import Span

# Each search goes through a section; what a page loses beyond them is no damage.
_MOST_SEARCHES = 50


class TagChange(Struct, frozen=True):
    """A tag that is not what its original has.

    Args:
        kind: ``renamed``, ``damaged``, ``quotes``, ``parameter``, ``missing``,
            ``unclosed`` or ``stray``.
        key: The key of the part of the original it is in, None where it is in none.
        span: The first characters that are wrong in the translation.
        before: The original's tag.
        after: The translation's, None where it is none.
        inline: It stands in a text, not by itself.
        strange: What it became is nothing that the original has.
        damage: What is wrong with the delimiters of a damaged one.
        parameter: What became of a parameter.
        quotes: Where the wrong quotes are.
        closing: The closing tag that was renamed with a renamed one.
        more: How many others are missing from the same text.
    """

    kind: str
    key: str | None
    span: Span
    before: Tag
    after: Tag | None = None
    inline: bool = True
    strange: bool = False
    damage: Damage | None = None
    parameter: ParameterChange | None = None
    quotes: tuple[Span, ...] = ()
    closing: Tag | None = None
    more: int = 0


def changed_tags(
    pair: Pair,
    read: Callable[[Document], list[Tag]],
    optional: frozenset[str] = frozenset(),
) -> Iterator[TagChange]:
    """Yield the tags of a pair that were changed, mangled, lost or left open.

    Args:
        pair: The documents, aligned.
        read: Returns the tags of a document in their order.
        optional: The names of those that a translation may have or not.
    """
    ours = read(pair.original)
    theirs = read(pair.translation) if ours else []
    if [one.source for one in ours] != [one.source for one in theirs]:
        yield from _Comparison(pair, ours, theirs, optional).changes()


class _Comparison:
    """The tags of an original and of its translation."""

    def __init__(
        self, pair: Pair, ours: list[Tag], theirs: list[Tag], optional: frozenset[str]
    ) -> None:
        self._pair = pair
        self._ours, self._theirs = ours, theirs
        self._optional = optional
        self._names = {tag.name for tag in ours}
        self._known = own_locales(pair.original, pair.translation)
        # The closing tags of each name, the last one first.
        self._closings: dict[str, list[Tag]] = {}
        for one in reversed(theirs):
            if one.closes:
                self._closings.setdefault(one.name, []).append(one)
        self._taken: list[Span] | None = None
        self._searches = 0
        self._told: set[str] = set()
        self._gained: list[Tag] = []

    def changes(self) -> Iterator[TagChange]:
        """Yield what is wrong, the opening tags first."""
        parts = compare_marks(self._pair, _marks(self._ours), _marks(self._theirs))
        for change in parts:
            yield from self._compare(change)
        yield from self._compare_balance()

    def _compare(self, change: MarkChange[Tag]) -> Iterator[TagChange]:
        for first, second in change.kept:
            yield from self._compare_kept(change.part.key, first.value, second.value)
        self._gained += (one.mark.value for one in change.gained)
        missing = []
        for lost in change.lost:
            if self._is_in_code(change.part.place, lost.mark.value):
                continue
            stand_in = change.replacement(lost)
            if stand_in is not None and self._is_renamed(lost, stand_in):
                yield self._rename(change, lost.mark.value, stand_in.value)
                continue
            for found in self._lose(change, lost):
                if found.kind == "missing" and found.inline:
                    missing.append(found)
                else:
                    yield found
        if missing:  # a text that was shortened is one cause
            yield replace(missing[0], more=len(missing) - 1)

    def _compare_kept(self, key: str, first: Tag, second: Tag) -> Iterator[TagChange]:
        if first.source == second.source:
            return
        quotes = second.smart_quotes()
        if quotes and not first.smart_quotes():
            yield TagChange(
                "quotes", key, quotes[0], first, second, quotes=tuple(quotes)
            )
            return
        if second.family == "shortcode":
            damage = find_lost_quote(second, self._pair.translation.text)
            if damage and not find_lost_quote(first, self._pair.original.text):
                yield TagChange(
                    "damaged", key, damage.wrong, first, second, damage=damage
                )
                return
        found = compare_parameters(first, second, self._known)
        if found is not None:
            yield TagChange(
                "parameter", key, found.span, first, second, parameter=found
            )

    def _is_renamed(self, lost: Lost[Tag], stand_in: Mark[Tag]) -> bool:
        if lost.mark.value.family != stand_in.value.family:
            return False
        return not {lost.mark.value.name, stand_in.value.name} & self._optional

    def _rename(self, change: MarkChange[Tag], before: Tag, after: Tag) -> TagChange:
        self._told |= {before.name, after.name}
        waiting = self._closings.get(after.name, [])
        while waiting and waiting[-1].span.start < after.span.start:
            waiting.pop()
        return TagChange(
            "renamed",
            change.part.key,
            after.name_span,
            before,
            after,
            strange=after.name not in self._names,
            closing=waiting.pop() if waiting else None,
        )

    def _lose(self, change: MarkChange[Tag], lost: Lost[Tag]) -> Iterator[TagChange]:
        tag = lost.mark.value
        damage = self._search(change.part.place, tag)
        if damage is not None:
            self._told.add(tag.name)
            yield TagChange(
                "damaged", change.part.key, damage.wrong, tag, damage=damage
            )
        elif tag.name not in self._optional and not is_callout_name(tag.name):
            self._told.add(tag.name)
            yield TagChange(
                "missing", change.part.key, lost.gap, tag, inline=change.part.in_text
            )

    def _is_in_code(self, place: Span, tag: Tag) -> bool:
        """Tell whether a placeholder was set as code, which does not lose it."""
        return tag.family == "placeholder" and any(
            tag.source in code.value and code.span in place
            for code in self._pair.translation.code_spans
        )

    # --- opening and closing --------------------------------------------------------

    def _compare_balance(self) -> Iterator[TagChange]:
        ours = balance(self._ours, frozenset())
        # What the original closes within each tag is open until it is closed.
        paired = ours.paired | self._closed_at_once()
        theirs = balance(self._theirs, paired)
        firsts = {tag.name: tag for tag in reversed(self._ours)}
        closers = {tag.name: tag for tag in self._ours if tag.closes}
        strangers = self._strangers(paired)
        for tag in theirs.unclosed:
            if not self._is_unpaired(tag, paired):
                continue
            closer = closers.get(tag.name)
            if closer is None:
                yield TagChange("unclosed", None, tag.span, firsts[tag.name], tag)
                continue
            stranger = next((one for one in strangers if _follows(one, tag)), None)
            damage = None
            if stranger is not None:
                strangers.remove(stranger)
                yield TagChange(
                    "renamed", None, stranger.name_span, closer, stranger, strange=True
                )
                continue
            end = len(self._pair.translation.text)
            damage = self._search(Span(tag.span.end, end), closer)
            if damage is not None:
                yield TagChange("damaged", None, damage.wrong, closer, damage=damage)
            else:
                yield TagChange("unclosed", None, tag.span, firsts[tag.name], tag)
        for tag in theirs.stray:
            if not self._is_unpaired(tag, paired):
                continue
            first = firsts[tag.name]
            openers = [
                one for one in strangers if not one.closes and _follows(tag, one)
            ]
            if openers:  # the last one before it is what it closes
                stranger = openers[-1]
                strangers.remove(stranger)
                yield TagChange(
                    "renamed", None, stranger.name_span, first, stranger, strange=True
                )
            else:
                yield TagChange("stray", None, tag.span, first, tag)

    def _closed_at_once(self) -> frozenset[str]:
        """Return the components that the original never opens without closing them."""
        names = {tag.name for tag in self._ours if tag.family == "component"}
        return frozenset(
            names - {tag.name for tag in self._ours if not tag.void or tag.closes}
        )

    def _is_unpaired(self, tag: Tag, paired: frozenset[str]) -> bool:
        """Tell whether a tag without a partner is worth telling.

        Where the source has as many opening as closing ones, one was not read.
        """
        if tag.name not in paired or tag.name in self._told:
            return False
        if tag.family not in {"element", "component"}:
            return True
        text, name = self._pair.translation.text, re.escape(tag.written)
        opened = len(re.findall(rf"<{name}(?=[\s/>])", text))
        closed = len(re.findall(rf"</{name}\s*>", text))
        void = sum(one.void and one.name == tag.name for one in self._theirs)
        return opened - void != closed

    def _strangers(self, paired: frozenset[str]) -> list[Tag]:
        """Return the tags whose names the original has not, as a closing one may be."""
        known = self._names | self._told | paired | self._optional
        return [
            tag
            for tag in self._theirs
            if (tag.closes or tag in self._gained) and tag.name not in known
        ]

    def _search(self, place: Span, tag: Tag) -> Damage | None:
        """Return where a lost tag stands as text."""
        if self._searches >= _MOST_SEARCHES:
            return None
        self._searches += 1
        document = self._pair.translation
        if self._taken is None:
            known = (
                Span(one.span.start, one.name_span.end)
                for one in self._theirs
                if one.name in self._names
            )
            self._taken = sorted((*known, *code_places(document)))
        damage = find_damage(document.text, place, tag, self._taken)
        if damage is not None:
            insort(self._taken, damage.span)
        return damage


def _marks(tags: list[Tag]) -> Iterator[Mark[Tag]]:
    for tag in tags:
        if not tag.closes:
            source = " ".join(tag.source.split())
            yield Mark((tag.family, tag.name), tag.span, source, tag)


def _follows(one: Tag, other: Tag) -> bool:
    return one.family == other.family and one.span.start > other.span.start
