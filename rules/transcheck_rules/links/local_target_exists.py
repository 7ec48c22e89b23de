"""The rule local-target-exists."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from transcheck.compare.dead_targets import DeadTarget, dead_targets
from transcheck.compare.mention import place, shorten
from transcheck.document import Image
from transcheck.rule import AlignedPage, Finding, PageRule, Severity


class LocalTargetExists(PageRule, frozen=True):
    """A link or image within the site leads to a file that is there."""

    id: ClassVar[str] = "local-target-exists"
    category: ClassVar[str] = "links"
    severity: ClassVar[Severity] = Severity.ERROR

    def check(self, page: AlignedPage) -> Iterator[Finding]:
        """Report relative links and images that lead to no file."""
        for dead in dead_targets(page):
            yield _report(dead)


def _report(dead: DeadTarget) -> Finding:
    node = dead.node
    what = "image" if isinstance(node, Image) else "link to"
    return Finding(
        place(dead.document, node.target_span or node.span),
        f"{what} {shorten(node.target)} leads to no file",
        cause=("target", node.target),
        help=f"There is no {dead.path}."
        if dead.cased is None
        else f"There is {dead.cased}: most hosts tell capitals from small letters.",
    )
