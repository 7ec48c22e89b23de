"""The rule list-syntax."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import ClassVar

from transcheck.compare.broken_items import BrokenItem, broken_items_of
from transcheck.compare.mention import place, shorten
from transcheck.compare.python_lists import INDENT, MisreadList, misread_lists
from transcheck.patterns import late_regex
from transcheck.rule import Document, Edit, Finding, Fix, Pair, PairRule, Severity
from transcheck.text import Span

_REST = late_regex(r"[^\r\n]*")
_BREAK = late_regex(r"\r\n?|\n")
_MARK = late_regex(r"[-*+]|\d{1,9}[.)]")


class ListSyntax(PairRule, frozen=True):
    """What was meant to be an item of a list is one."""

    id: ClassVar[str] = "list-syntax"
    category: ClassVar[str] = "markup"
    severity: ClassVar[Severity] = Severity.ERROR
    fixable: ClassVar[bool] = True
    voting: ClassVar[bool] = False

    def check(self, pair: Pair) -> Iterator[Finding]:
        """Report marks of items that make none, lists in one line, and misread ones."""
        number: Counter[str] = Counter()
        broken = pair.once(broken_items_of)
        for one in broken:
            if not one.spaced:  # wrong-space says so
                number[one.problem] += 1
                yield _report(pair, one, number[one.problem])
        for found in misread_lists(pair):
            if not any(_is_above(pair.translation.text, one, found) for one in broken):
                yield _report_misread(pair.translation, found)


def _is_above(text: str, one: BrokenItem, found: MisreadList) -> bool:
    """Tell whether what stands above a list was meant for an item of it."""
    between = text[one.span.end : found.block.span.start]
    return len(_BREAK.findall(between)) == 1


def _report(pair: Pair, one: BrokenItem, number: int) -> Finding:
    line = _REST.match(pair.translation.text, one.span.start)
    source = shorten(line[0] if line else "")
    fix = None
    if one.repair is not None:
        edit = Edit(place(pair.translation, one.repair[0]), one.repair[1])
        fix = Fix("set the mark off", (edit,), safe=False, restructures=True)
    return Finding(
        place(pair.translation, one.wrong),
        f"{'item' if one.items == 1 else 'list'} {source} is text: {one.problem}",
        cause=("item", one.problem, number),
        help="An item begins on a line of its own, with its mark and a space.",
        fix=fix,
    )


def _report_misread(document: Document, one: MisreadList) -> Finding:
    start = one.block.span.start
    mark = _MARK.match(document.text, start)
    span = Span(start, mark.end() if mark else start)
    line = _REST.match(document.text, start)
    source = shorten(line[0] if line else "")
    if one.indent is None:
        problem = f"list {source} is text: no blank line before it"
        help_text = "MkDocs needs one between a paragraph and a list."
    else:
        problem = f"list {source} is not within its item: indented by {one.indent}"
        help_text = f"MkDocs needs {INDENT} columns for a list in an item."
    return Finding(
        place(document, span),
        problem,
        cause=("misread list", one.key),
        block=one.key,
        help=help_text,
    )
