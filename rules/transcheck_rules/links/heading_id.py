"""The rule heading-id."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar

from msgspec.structs import replace

from transcheck.compare.heading_ids import (
    DifferingId,
    differing_ids,
    foreign_ids,
    written_ids,
)
from transcheck.compare.mention import page_place, place, related_at, shorten, words
from transcheck.rule import (
    Edit,
    Finding,
    Fix,
    Pair,
    PairRule,
    Related,
    Rewrite,
    Severity,
    Span,
    label,
)

# What a language does everywhere with the ids of its originals.
_KEPT, _LOST, _CHANGED = "kept", "lost", "changed"


class HeadingId(PairRule, frozen=True):
    """A heading has the id that is written with its original."""

    id: ClassVar[str] = "heading-id"
    category: ClassVar[str] = "links"
    fixable: ClassVar[bool] = True

    share: Annotated[
        float, "A page that lacks more ids of its original is one info."
    ] = 0.5

    def check(self, pair: Pair) -> Iterator[Finding]:
        """Report ids that were lost, changed, or are none of the original's."""
        differing = list(differing_ids(pair))
        pinned = len(written_ids(pair))
        without = [one for one in differing if one.needed is None]
        if len(without) <= self.share * pinned:
            without = []
        if len(without) > 1:
            yield _report_all(pair, without, pinned)
        for one in differing:
            if one not in without:
                yield _report(pair, one)
            elif len(without) == 1:  # the only one of its page
                yield replace(_report(pair, one), severity=Severity.INFO)
        for one in foreign_ids(pair):
            yield _report_foreign(pair, one)

    def written(self, pair: Pair) -> Iterator[str]:
        """Return what stands for ids where the translation keeps any."""
        if any(second.anchor == first.anchor for first, second in written_ids(pair)):
            yield _KEPT


def _report_all(pair: Pair, lost: list[DifferingId], pinned: int) -> Finding:
    origin = label(pair.original)
    return Finding(
        page_place(pair.translation),
        f"{len(lost)} of {pinned} headings do without their ids of {origin}",
        cause=("ids",),
        related=related_at(
            pair.original, "the first of them", lost[0].original.anchor_span
        ),
        severity=Severity.INFO,
    )


def _report(pair: Pair, one: DifferingId) -> Finding:
    name = shorten(words(*one.translation.inlines))
    wanted = shorten(one.original.anchor or "")
    related = related_at(pair.original, "the id", one.original.anchor_span)
    if one.needed is not None:
        needed = place(pair.translation, one.needed.span)
        related += (Related(needed, "a link that needs it"),)
    if one.lost:
        message = f"heading {name} has lost its id {wanted}"
        end = _end(one)
        where: Span | None = Span(end, end)
    else:
        became = shorten(one.translation.anchor or "")
        message = f"id {wanted} of heading {name} became {became}"
        where = one.translation.anchor_span
    return Finding(
        place(pair.translation, where),
        message,
        cause=("id", one.section.key, one.lost),
        block=one.section.key,
        blame=f"id {wanted} is not written in most translations",
        related=related,
        shared=Severity.INFO,
        help="Links from other pages and other languages lead to it.",
        fix=_restore(pair, one),
        severity=Severity.ERROR if one.needed else None,
        rewrites=() if one.needed else (_custom(one),),
    )


def _custom(one: DifferingId) -> Rewrite:
    return Rewrite((_KEPT,), (_LOST if one.lost else _CHANGED,))


def _report_foreign(pair: Pair, one: DifferingId) -> Finding:
    origin, written = label(pair.original), shorten(one.translation.anchor or "")
    return Finding(
        place(pair.translation, one.translation.anchor_span),
        f"id {written} is none that this heading can have in {origin}",
        cause=("foreign id", one.section.key),
        block=one.section.key,
        related=related_at(pair.original, "the heading", one.original.span),
        severity=Severity.INFO,
    )


def _end(one: DifferingId) -> int:
    """Return where the text of a translated heading ends."""
    inlines = one.translation.inlines
    return inlines[-1].span.end if inlines else one.translation.span.end


def _restore(pair: Pair, one: DifferingId) -> Fix | None:
    """Return how to write the original's id."""
    wanted = one.original.anchor or ""
    if not one.lost and one.translation.anchor_span is not None:
        # Pages that are not looked at here may lead to the id that is there.
        old = f"#{one.translation.anchor}"
        edits = [Edit(place(pair.translation, one.translation.anchor_span), wanted)]
        edits += [
            Edit(place(pair.translation, link.target_span), f"#{wanted}")
            for link in pair.translation.links
            if link.target == old and link.target_span and link.form == "inline"
        ]
        return Fix("write the original's id", tuple(edits), safe=False)
    inlines = one.original.inlines
    if not inlines or not one.translation.inlines:
        return None
    rest = pair.original.text[inlines[-1].span.end : one.original.span.end]
    markup = rest.splitlines()[0].rstrip(" \t#") if rest else ""
    if wanted not in markup:
        return None
    end = _end(one)
    edit = Edit(place(pair.translation, Span(end, end)), markup)
    return Fix(f"add the id {shorten(wanted)}", (edit,), safe=True)
