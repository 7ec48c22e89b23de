"""The rule callout-closed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import ClassVar

from transcheck.compare.containers import (
    Misfit,
    closing_place,
    find_misfits,
    has_containers,
)
from transcheck.compare.counterparts import find_key, find_original
from transcheck.compare.mention import place, related_at, shorten
from transcheck.document import Block, Callout
from transcheck.rule import (
    AlignedPage,
    Document,
    Edit,
    Finding,
    Fix,
    PageRule,
    Related,
    Severity,
)
from transcheck.text import Span, line_start

_HELP = {
    "unclosed": "It swallows what follows: close it on a line of its own, with the same"
    " signs or, in DocFX, with its name.",
    "stray": "The reader sees it as text: remove it, or restore what it closes.",
    "nested": "Give the outer one more signs than the inner one.",
}


class CalloutClosed(PageRule, frozen=True):
    """A callout or container between two markers ends where it should."""

    id: ClassVar[str] = "callout-closed"
    category: ClassVar[str] = "markup"
    severity: ClassVar[Severity] = Severity.ERROR
    fixable: ClassVar[bool] = True
    voting: ClassVar[bool] = False

    def check(self, page: AlignedPage) -> Iterator[Finding]:
        """Report markers that open, close or nest wrongly."""
        documents = [one for one in page.documents if has_containers(one)]
        if not documents:
            return
        reference = page.reference
        # What the reference has too is reported there, once.
        meant = Counter(map(_kind, find_misfits(reference) if reference else ()))
        for document in documents:
            left, numbers = meant.copy(), Counter[tuple[str, ...]]()
            for one in find_misfits(document):
                kind = _kind(one)
                numbers[kind] += 1
                if document is not reference and left[kind] > 0:
                    left[kind] -= 1
                    continue
                original = find_original(page, document, one.block)
                if one.sure or _is_right(original):
                    yield _report(page, document, one, numbers[kind])


def _kind(one: Misfit) -> tuple[str, ...]:
    return one.kind, one.syntax, one.name


def _is_right(original: tuple[Document, Block] | None) -> bool:
    """Tell whether a block's original is a container that ends."""
    return original is not None and (
        isinstance(original[1], Callout) and original[1].closed
    )


def _report(page: AlignedPage, document: Document, one: Misfit, number: int) -> Finding:
    key = find_key(page, document, one.block)
    marker = shorten(one.span.cut(document.text))
    related: tuple[Related, ...] = ()
    fix = None
    if one.kind == "unclosed":
        message = f"{marker} is not closed"
        related, fix = _find_end(page, document, one)
    elif one.kind == "stray":
        message = f"{marker} closes nothing"
    elif one.kind == "nested":
        message = f"{marker} ends the {shorten(one.outer)} around it: too many signs"
    else:
        where = "" if one.kind == "mangled" else " at the end of a line of text"
        message = f"{marker}{where} is no closing marker"
        text = one.marker if one.kind == "mangled" else f"\n\n{one.marker}"
        fix = _fix("mend the closing marker", document, one.replaced, text)
    return Finding(
        place(document, one.span),
        message,
        cause=(*_kind(one), key, number),
        block=key,
        related=related,
        help=_HELP.get(one.kind),
        fix=fix,
    )


def _find_end(
    page: AlignedPage, document: Document, one: Misfit
) -> tuple[tuple[Related, ...], Fix | None]:
    """Return where the original's container ends, and how to end this one there."""
    found = find_original(page, document, one.block)
    if found is None or not _is_right(found):
        return (), None
    origin, block = found
    end = block.span.end
    marker = Span(end - len(one.marker), end)
    if marker.cut(origin.text) != one.marker:  # its name closes it
        marker = Span(line_start(origin.text, end), end)
        return related_at(origin, "the end of it", marker), None
    related = related_at(origin, "the end of it", marker)
    at = closing_place(page, document, one, block.span)
    if at is None:
        return related, None
    text = f"\n\n{one.marker}"
    return related, _fix(
        "close it where the original does", document, Span(at, at), text
    )


def _fix(description: str, document: Document, span: Span, text: str) -> Fix:
    edit = Edit(place(document, span), text)
    return Fix(description, (edit,), safe=False, restructures=True)
