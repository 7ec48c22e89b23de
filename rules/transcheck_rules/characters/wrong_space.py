"""The rule wrong-space."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import ClassVar

from transcheck.compare.broken_items import broken_items
from transcheck.compare.regions import Region, Regions
from transcheck.compare.spots import Spot, report_spots
from transcheck.document import characters
from transcheck.patterns import late_regex
from transcheck.rule import AlignedPage, Document, Finding, PageRule, Severity, Span
from transcheck.text import line_start

# Spaces of Unicode that Markdown, shells and compilers take for letters.
_WIDE = (
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u202f\u205f\u3000"
)
_AFTER_MARKER = late_regex(
    rf"^(?P<indent>[ \t>]*)(?P<marker>[-*+]|\d{{1,9}}[.)])[{_WIDE}]+(?=\S)",
    re.MULTILINE,
)
_NUMBERED = late_regex(r"[ \t>]*\d{1,9}[.)]\s")
_BETWEEN_ASCII = late_regex(
    f"(?:(?<=[!-~])|(?<=^)|(?<=^[ \t])|(?<=[\n][ \t]))[{_WIDE}]+(?=[!-~])", re.MULTILINE
)
_COMMENT = late_regex(r"#|//|--|<!--|/\*|;|%")
# French sets these off, in the output of programs too.
_FRENCH = frozenset(":;!?%")


class WrongSpace(PageRule, frozen=True):
    """A space that Markdown or a program needs is one that it knows."""

    id: ClassVar[str] = "wrong-space"
    category: ClassVar[str] = "characters"
    fixable: ClassVar[bool] = True
    voting: ClassVar[bool] = False

    def check(self, page: AlignedPage) -> Iterator[Finding]:
        """Report no-break and wide spaces after markers of items, and in code."""

        def search(document: Document) -> Iterator[Spot]:
            other = page.original if document is not page.original else None
            return _search(document, other)

        yield from report_spots(page, search, "write a plain space")


def _search(document: Document, original: Document | None) -> Iterator[Spot]:
    if characters(document).isdisjoint(_WIDE):
        return
    yield from _after_markers(document, original)
    yield from _in_code(document)


def _after_markers(document: Document, original: Document | None) -> Iterator[Spot]:
    """Yield wide spaces that keep a line from being an item of a list.

    Where the original has more items, another rule says of the lines what they are.
    """
    text = document.text
    if not _AFTER_MARKER.search(text):
        return
    regions = Regions(document)
    items = broken_items(document, original) if original else []
    told = {one.wrong.start for one in items}
    for match in _AFTER_MARKER.finditer(text):
        marker, start = match["marker"], match.end("marker")
        region, _ = regions.find(start)
        if region is not Region.TEXT or start in told:
            continue
        numbered = marker[0].isdigit()
        if numbered and not _is_listed(text, match.start(), match.end()):
            continue
        yield Spot(
            Span(start, match.end()),
            f"after {'1.' if numbered else marker}",
            f"{_name(text[start])} after '{marker}' makes no list item of the line",
            " ",
            restructures=True,
            severity=None if numbered else Severity.ERROR,
        )


def _is_listed(text: str, start: int, end: int) -> bool:
    """Tell whether a line that starts with a number is beside another that does.

    By itself it may be a date, or the rest of a sentence.
    """
    before = line_start(text, max(0, start - 1))
    after = text.find("\n", end) + 1
    return bool(
        (before < start and _NUMBERED.match(text, before))
        or (after and _NUMBERED.match(text, after))
    )


def _in_code(document: Document) -> Iterator[Spot]:
    """Yield wide spaces that separate words of code, or indent it."""
    text = document.text
    spans = [block.content_span for block in document.code_blocks]
    spans += [code.span for code in document.code_spans]
    for span in spans:
        for match in _BETWEEN_ASCII.finditer(text, span.start, span.end):
            start, end = match.span()
            line = text[max(line_start(text, start), span.start) : start]
            if text[end] in _FRENCH or _COMMENT.search(line):
                continue
            yield Spot(
                Span(start, end), "in code", f"{_name(text[start])} in code", " "
            )


def _name(space: str) -> str:
    return f"{unicodedata.name(space).lower()} (U+{ord(space):04X})"
