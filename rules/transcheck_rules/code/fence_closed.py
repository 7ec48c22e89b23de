"""The rule fence-closed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import ClassVar

from transcheck.compare.mention import place, shorten
from transcheck.document import BrokenFence
from transcheck.rule import (
    AlignedPage,
    Document,
    Finding,
    PageRule,
    Related,
    Severity,
)


class FenceClosed(PageRule, frozen=True):
    """A code block is closed before the next one opens."""

    id: ClassVar[str] = "fence-closed"
    category: ClassVar[str] = "code"
    severity: ClassVar[Severity] = Severity.ERROR
    voting: ClassVar[bool] = False

    def check(self, page: AlignedPage) -> Iterator[Finding]:
        """Report the opening fences of code blocks that swallow what follows."""
        for document in page.documents:
            told: Counter[str] = Counter()
            for fence in document.fences:
                if fence.kind != "wrapper":
                    opening = fence.span.cut(document.text)
                    told[opening] += 1
                    yield _report(document, fence, opening, told[opening])


def _report(
    document: Document, fence: BrokenFence, opening: str, number: int
) -> Finding:
    message = f"code block that opens with {shorten(opening)} "
    related: tuple[Related, ...] = ()
    if fence.other is None:
        message += "is not closed"
    else:
        message += f"holds the fence {shorten(fence.other.cut(document.text))}"
        related = (Related(place(document, fence.other), "the fence in it"),)
    return Finding(
        place(document, fence.span),
        message,
        cause=("fence", fence.kind, opening, number),
        related=related,
        help=(
            "Its closing fence has at least as many marks, and nothing after them; or"
            " this fence is itself one too many."
        ),
    )
