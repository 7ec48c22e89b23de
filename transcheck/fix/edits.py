"""Fixes as edits of texts: which of them go together, and what comes of them."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from transcheck.diagnostic import Diagnostic, Edit, Place
from transcheck.text import Lines, Span


class Repair(Struct, frozen=True):
    """The fix of a diagnostic, its edits as offsets.

    Args:
        diagnostic: What is mended.
        edits: Sorted by place; no two of them overlap.
    """

    diagnostic: Diagnostic
    edits: tuple[Edit, ...]


def read_repairs(
    diagnostics: Iterable[Diagnostic], lines_of: Callable[[str], Lines]
) -> list[Repair]:
    """Return the fixes of diagnostics in an order of their own.

    A fix that contradicts itself is left out.

    Args:
        diagnostics: In any order; those without a fix are passed over.
        lines_of: Gives the lines of a file by its path.
    """
    repairs = []
    for diagnostic in diagnostics:
        if diagnostic.fix is None:
            continue
        edits = []
        for edit in diagnostic.fix.edits:
            lines = lines_of(edit.path)
            span = Span(lines.offset(edit.range.start), lines.offset(edit.range.end))
            text = _with_line_ends(edit.text, lines.text)
            edits.append(Edit(Place(edit.path, span), text))
        edits.sort(key=lambda edit: (edit.place.path, edit.place.span))
        taken = _Taken()
        if edits and all(map(taken.claim, edits)):
            repairs.append(Repair(diagnostic, tuple(edits)))
    return sorted(repairs, key=_order)


def select(repairs: Iterable[Repair]) -> list[Repair]:
    """Return the repairs that can be made together, the earlier in the text first.

    Of two that touch one place the first is taken; the other waits until the text is
    read again. A repair is taken with all its edits, or not at all.
    """
    taken = _Taken()
    chosen = []
    for repair in sorted(repairs, key=_order):
        if all(map(taken.is_free, repair.edits)):
            for edit in repair.edits:
                taken.claim(edit)
            chosen.append(repair)
    return chosen


def apply(
    texts: Mapping[str, str], edits: Iterable[Edit]
) -> tuple[dict[str, str], dict[str, tuple[Edit, ...]]]:
    """Return texts after edits.

    Args:
        texts: The text of each file that is edited, by path.
        edits: In any order; no two of them overlap.

    Returns:
        The texts that were edited, and the edits of each, sorted by place.
    """
    by_path: dict[str, list[Edit]] = defaultdict(list)
    for edit in edits:
        by_path[edit.place.path].append(edit)
    new = {}
    ordered = {}
    for path, some in by_path.items():
        some.sort(key=lambda edit: edit.place.span)
        ordered[path] = tuple(some)
        new[path] = "".join(_parts(texts[path], some))
    return new, ordered


def _parts(text: str, edits: Sequence[Edit]) -> Iterator[str]:
    end = 0
    for edit in edits:
        yield text[end : edit.place.span.start]
        yield edit.text
        end = edit.place.span.end
    yield text[end:]


class _Taken:
    """The places that edits have taken."""

    def __init__(self) -> None:
        self._spans: dict[str, list[Span]] = defaultdict(list)

    def is_free(self, edit: Edit) -> bool:
        """Tell whether no edit that was taken touches the place of this one."""
        spans, span = self._spans[edit.place.path], edit.place.span
        at = bisect_left(spans, span)
        return not any(_collide(span, one) for one in spans[max(at - 1, 0) : at + 1])

    def claim(self, edit: Edit) -> bool:
        """Take the place of an edit, if it is free."""
        if not self.is_free(edit):
            return False
        spans = self._spans[edit.place.path]
        spans.insert(bisect_left(spans, edit.place.span), edit.place.span)
        return True


def _collide(first: Span, second: Span) -> bool:
    """Tell whether it matters which of two edits comes first."""
    if first.start == first.end or second.start == second.end:
        return first.start <= second.end and second.start <= first.end
    return first.start < second.end and second.start < first.end


def _order(repair: Repair) -> tuple[object, ...]:
    first, diagnostic = repair.edits[0].place, repair.diagnostic
    return (first.path, first.span, diagnostic.rule, diagnostic.fingerprint)


def _with_line_ends(edit: str, text: str) -> str:
    r"""Return the text of an edit with the line ends of its file."""
    end = next((end for end in ("\r\n", "\n", "\r") if end in text), "\n")
    return edit if end == "\n" or "\n" not in edit else edit.replace("\n", end)
