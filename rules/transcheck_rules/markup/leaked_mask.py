"""The rule leaked-mask."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from transcheck.compare.masks import find_masks
from transcheck.compare.mention import place, shorten
from transcheck.rule import (
    AlignedPage,
    Document,
    Finding,
    PageRule,
    Severity,
    Span,
)


class LeakedMask(PageRule, frozen=True):
    """No stand-in of a translation pipeline is left in a text."""

    id: ClassVar[str] = "leaked-mask"
    category: ClassVar[str] = "markup"
    severity: ClassVar[Severity] = Severity.ERROR
    voting: ClassVar[bool] = False

    def check(self, page: AlignedPage) -> Iterator[Finding]:
        """Report the first of the masks that no other language has."""
        for document in page.documents:
            if document is page.original:
                continue
            masks = find_masks(document.text)
            if not masks:
                continue
            others = [one.text for one in page.documents if one is not document]
            if page.original is not None:
                others = [page.original.text]
            leaked = [
                one for one in masks if not any(one[0] in text for text in others)
            ]
            if leaked and others:
                yield _report(document, leaked)


def _report(document: Document, leaked: list[re.Match[str]]) -> Finding:
    first, rest = leaked[0], len(leaked) - 1
    names = ", ".join(dict.fromkeys(shorten(one[0]) for one in leaked))
    return Finding(
        place(document, Span(*first.span())),
        f"leaked mask {shorten(first[0])}" + (f" and {rest} more" if rest else ""),
        cause=("mask",),
        help=f"Put back what they stand for: {names}.",
    )
