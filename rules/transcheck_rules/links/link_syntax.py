"""The rule link-syntax."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import ClassVar

from transcheck.compare.broken_links import MAY_HAVE_LINKS, broken_links
from transcheck.compare.counterparts import find_key, find_original
from transcheck.compare.mention import place, shorten
from transcheck.compare.parsed_links import BrokenLink
from transcheck.document import Block, blocks_with
from transcheck.rule import (
    AlignedPage,
    Document,
    Edit,
    Finding,
    Fix,
    PageRule,
    Severity,
)


class LinkSyntax(PageRule, frozen=True):
    """What was meant to be a link or an image is one."""

    id: ClassVar[str] = "link-syntax"
    category: ClassVar[str] = "links"
    severity: ClassVar[Severity] = Severity.ERROR
    fixable: ClassVar[bool] = True
    voting: ClassVar[bool] = False

    def check(self, page: AlignedPage) -> Iterator[Finding]:
        """Report markup that makes no link, or one that leads nowhere."""
        for document, block in _with_brackets(page):
            found = broken_links(document, block, find_original(page, document, block))
            number: Counter[str] = Counter()
            for one in found:
                key = find_key(page, document, block)
                number[one.problem] += 1
                yield _report(document, one, key, number[one.problem])


def _with_brackets(page: AlignedPage) -> Iterator[tuple[Document, Block]]:
    for document in page.documents:
        for block in blocks_with(document, MAY_HAVE_LINKS):
            yield document, block


def _report(
    document: Document, one: BrokenLink, key: str | None, number: int
) -> Finding:
    fix = None
    if one.repair is not None:
        edit = Edit(place(document, one.span), one.repair)
        fix = Fix("mend the link", (edit,), safe=True)
    name = "image" if one.image else "link to"
    return Finding(
        place(document, one.wrong),
        f"{name} {shorten(one.target)} is broken: {one.problem}",
        cause=("link syntax", key, one.problem, number),
        block=key,
        help="Write it as [text](target), in ASCII brackets, without a space between.",
        fix=fix,
    )
