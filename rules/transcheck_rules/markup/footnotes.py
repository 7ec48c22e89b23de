"""The rule footnotes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from transcheck.compare.footnotes import (
    BrokenNote,
    NoteMark,
    Notes,
    find_mangled,
    fold,
    map_labels,
    may_have_notes,
    read_notes,
)
from transcheck.compare.marks import Lost, Mark, MarkChange, compare_marks
from transcheck.compare.mention import place, related_at, shorten
from transcheck.rule import (
    Edit,
    Finding,
    Fix,
    Pair,
    PairRule,
    Severity,
    Span,
    label,
)


class Footnotes(PairRule, frozen=True):
    """The footnotes of a translation are marked and defined as in its original."""

    id: ClassVar[str] = "footnotes"
    category: ClassVar[str] = "markup"
    fixable: ClassVar[bool] = True

    def check(self, pair: Pair) -> Iterator[Finding]:
        """Report footnotes without a text, without a mark, lost or mangled."""
        if not (may_have_notes(pair.original) or may_have_notes(pair.translation)):
            return
        yield from _Comparison(pair).findings()


class _Comparison:
    """The footnotes of an original and of its translation."""

    def __init__(self, pair: Pair) -> None:
        self._pair = pair
        self._ours = read_notes(pair.original)
        self._theirs = read_notes(pair.translation)
        self._labels = map_labels(pair, self._ours, self._theirs)
        # The labels of the translation of which something was told.
        self._told: set[str] = set()

    def findings(self) -> Iterator[Finding]:
        yield from self._broken()
        yield from self._lost()
        yield from self._undefined()
        yield from self._unused()
        yield from self._repeated()

    def _broken(self) -> Iterator[Finding]:
        """Report what was meant to be a footnote and is text."""
        meant = {one.label for one in self._ours.broken}
        for one in self._theirs.broken:
            if one.label not in meant:
                self._told.add(one.label)
                named = f"the text of footnote {shorten(one.label)}"
                yield self._report_broken(one, named, None)

    def _undefined(self) -> Iterator[Finding]:
        known = self._ours.undefined() | self._told
        # Without any footnote, brackets are more likely a class of characters.
        any_there = bool(self._ours.definitions or self._theirs.definitions)
        for mark in self._theirs.marks:
            if mark.defined or mark.label in known:
                continue
            if mark.label in self._told or not (any_there or mark.label.isdecimal()):
                continue
            self._told.add(mark.label)
            yield self._report(
                "undefined",
                mark.label,
                mark.span,
                f"footnote {shorten(mark.label)} has no text",
                severity=Severity.ERROR,
            )

    def _lost(self) -> Iterator[Finding]:
        """Report marks that their text lost."""
        pair = self._pair
        if not self._ours.marks:
            return
        lost = [
            (change, one)
            for change in compare_marks(pair, self._our_marks(), self._their_marks())
            for one in change.lost
        ]
        if len(lost) > 1 and not self._theirs.marks:
            self._told |= {fold(one.label) for one in self._theirs.definitions}
            yield self._report(
                "none",
                None,
                lost[0][1].gap,
                f"none of the {len(lost)} marks of footnotes of {label(pair.original)}"
                " is there",
                related=lost[0][1].mark.span,
            )
            return
        for change, one in lost:
            yield from self._report_lost(change, one)

    def _our_marks(self) -> Iterator[Mark[NoteMark]]:
        for mark in self._ours.marks:
            if mark.defined:
                name = self._labels.get(mark.label, mark.label)
                yield Mark(name, mark.span, mark.label, mark)

    def _their_marks(self) -> Iterator[Mark[NoteMark]]:
        for mark in self._theirs.marks:
            yield Mark(mark.label, mark.span, mark.label, mark)

    def _report_lost(
        self, change: MarkChange[NoteMark], lost: Lost[NoteMark]
    ) -> Iterator[Finding]:
        name = str(lost.mark.key)
        if name in self._told or name in self._theirs.labels():
            return  # told, or marked in another place
        self._told.add(name)
        key, where = change.part.key, change.part.place
        stand_in = change.replacement(lost)
        if stand_in is not None and not stand_in.value.defined:
            self._told.add(stand_in.value.label)
            yield self._report_changed(lost.mark.value, stand_in.value, name, key)
            return
        found = find_mangled(self._pair.translation, where, name)
        if found is not None:
            named = f"the mark of footnote {shorten(name)}"
            yield self._report_broken(found, named, key)
            return
        said = f"the mark of footnote {shorten(lost.mark.value.label)}"
        yield self._report(
            "lost",
            lost.mark.value.label,
            lost.gap,
            f"{said} of {label(self._pair.original)} is missing",
            key=key,
            related=lost.mark.span,
            blame=f"{said} is missing in most translations",
        )

    def _report_changed(
        self, before: NoteMark, after: NoteMark, name: str, key: str
    ) -> Finding:
        span = Span(after.span.start + 2, after.span.end - 1)
        fix = None
        if any(fold(one.label) == name for one in self._theirs.definitions):
            edit = Edit(place(self._pair.translation, span), name)
            fix = Fix("mark the footnote that is there", (edit,), safe=True)
        return self._report(
            "changed",
            before.label,
            span,
            f"the mark of footnote {shorten(before.label)} became"
            f" {shorten(after.label)}, which has no text",
            key=key,
            related=before.span,
            severity=Severity.ERROR,
            fix=fix,
        )

    def _unused(self) -> Iterator[Finding]:
        marked = self._theirs.labels()
        known = {fold(one.label) for one in self._ours.definitions}
        known -= self._ours.labels()  # the original has them for nothing too
        for one in self._theirs.definitions:
            name = fold(one.label)
            if name in marked or name in known or name in self._told:
                continue
            self._told.add(name)
            span = Span(one.span.start, one.span.start + len(one.label) + 3)
            yield self._report(
                "unused",
                name,
                span,
                f"footnote {shorten(one.label)} has no mark in the text",
            )

    def _repeated(self) -> Iterator[Finding]:
        known = {fold(one.label) for one in self._ours.repeated()}
        for one in self._theirs.repeated():
            if fold(one.label) not in known:
                span = Span(one.span.start, one.span.start + len(one.label) + 3)
                message = f"footnote {shorten(one.label)} is there twice"
                yield self._report("twice", fold(one.label), span, message)

    def _report_broken(self, found: BrokenNote, named: str, key: str | None) -> Finding:
        edit = Edit(place(self._pair.translation, found.span), found.repair)
        return self._report(
            "broken",
            found.label,
            found.wrong,
            f"{named} is broken: {found.problem}",
            key=key,
            severity=Severity.ERROR,
            fix=Fix("mend it", (edit,), safe=False, restructures=True),
        )

    def _report(  # noqa: PLR0913 - what a finding is made of
        self,
        kind: str,
        name: str | None,
        span: Span,
        message: str,
        *,
        key: str | None = None,
        related: Span | None = None,
        severity: Severity | None = None,
        fix: Fix | None = None,
        blame: str | None = None,
    ) -> Finding:
        origin = self._pair.original
        if related is None and name is not None:
            back = {after: before for before, after in self._labels.items()}
            related = _find(self._ours, back.get(name, name))
        return Finding(
            place(self._pair.translation, span),
            message,
            cause=(kind, key, name),
            block=key,
            related=related_at(origin, "it", related) if related else (),
            severity=severity,
            fix=fix,
            blame=blame,
        )


def _find(notes: Notes, name: str) -> Span | None:
    """Return where a document has a footnote's mark, else its text."""
    for mark in notes.marks:
        if mark.label == name:
            return mark.span
    for one in notes.definitions:
        if fold(one.label) == name:
            return one.span
    return None
