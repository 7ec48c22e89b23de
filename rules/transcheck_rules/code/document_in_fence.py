"""The rule document-in-fence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from transcheck.compare.mention import place, shorten
from transcheck.document import BrokenFence
from transcheck.rule import (
    AlignedPage,
    Document,
    Edit,
    Finding,
    Fix,
    PageRule,
    Severity,
    Span,
)


class DocumentInFence(PageRule, frozen=True):
    """A page is no code block."""

    id: ClassVar[str] = "document-in-fence"
    category: ClassVar[str] = "code"
    severity: ClassVar[Severity] = Severity.ERROR
    fixable: ClassVar[bool] = True
    voting: ClassVar[bool] = False

    def check(self, page: AlignedPage) -> Iterator[Finding]:
        """Report the fence around a page whose original has none."""
        for document in page.documents:
            for fence in document.fences:
                if fence.kind == "wrapper":
                    yield _report(document, fence)


def _report(document: Document, fence: BrokenFence) -> Finding:
    lines = [fence.span, *([fence.other] if fence.other else [])]
    edits = tuple(
        Edit(place(document, _whole_line(document.text, line)), "") for line in lines
    )
    opening = fence.span.cut(document.text)
    return Finding(
        place(document, fence.span),
        f"the page stands in a code block that opens with {shorten(opening)}",
        cause=("wrapper",),
        help="Readers see its source. Take away the fence and the one that closes it.",
        fix=Fix("take the fences away", edits, safe=False, restructures=True),
    )


def _whole_line(text: str, span: Span) -> Span:
    """Return a line with its end."""
    end = span.end
    while end < len(text) and text[end] in " \t":
        end += 1
    if text.startswith("\r\n", end):
        return Span(span.start, end + 2)
    return Span(span.start, min(end + 1, len(text)))
