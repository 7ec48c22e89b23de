"""Comments in a file that suppress findings.

``<!-- transcheck-disable-next-line rule -->`` holds for the next line that is not
blank, ``transcheck-disable rule`` until ``transcheck-enable rule`` or the end of the
file, ``transcheck-disable-file rule`` for the whole file. Several rules may be named,
with spaces or commas between them; none means all of them. What follows `` -- `` is
for people. In MDX the comment is ``{/* … */}``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from transcheck.document import (
    Document,
    InlineMarkup,
    MarkupBlock,
    block_inlines,
    document_blocks,
)
from transcheck.errors import did_you_mean
from transcheck.patterns import late_regex
from transcheck.text import Lines, Span

_PREFIX = "transcheck-"
_NEXT_LINE = "disable-next-line"
_RANGE = "disable"
_END = "enable"
_FILE = "disable-file"
_KEYWORDS = tuple(_PREFIX + word for word in (_NEXT_LINE, _RANGE, _END, _FILE))

_FORMS = frozenset({"comment", "expression", "html"})
_COMMENT = late_regex(
    r"<!--\s*transcheck-(?P<html>[\w-]*\w)(?P<html_rest>.*?)-->"
    r"|\{\s*/\*+\s*transcheck-(?P<mdx>[\w-]*\w)(?P<mdx_rest>.*?)\*/\s*\}",
    re.DOTALL,
)
_REASON = late_regex(r"(?:^|\s)--(?:\s|$)")
_NAME = late_regex(r"[^\s,]+")


class Suppression(Struct, frozen=True):
    """What one comment suppresses for one rule, or for all.

    Args:
        span: The rule's name in the comment, else the comment.
        keyword: The comment's first word without ``transcheck-``.
        rule: The rule's id as it is written, None for all rules.
        start: The first offset at which findings are suppressed.
        end: The last one.
        enabled: Rules that were enabled again within, each with the offset from
            which it counts again.
    """

    span: Span
    keyword: str
    rule: str | None
    start: int
    end: int
    enabled: tuple[tuple[str, int], ...] = ()

    def covers(self, rule: str, offset: int) -> bool:
        """Tell whether a finding of a rule that starts at an offset is suppressed."""
        return (
            self.rule in (None, rule)
            and self.start <= offset <= self.end
            and not any(name == rule and offset >= at for name, at in self.enabled)
        )


class UnusedComment(Struct, frozen=True):
    """A comment, or a rule named in one, that suppresses nothing.

    Args:
        path: The file.
        span: The rule's name in the comment, else the comment.
        says: What it says, without ``transcheck-``: ``disable link-targets``.
        reason: Why it suppresses nothing, for the user.
        number: 1 for the first of its kind in the file that says the same.
    """

    path: str
    span: Span
    says: str
    reason: str
    number: int = 1


class Suppressions(Struct, frozen=True, array_like=True, gc=False):
    """What the comments of one file suppress.

    Args:
        path: The file.
        active: What they suppress, in the order of the file.
        broken: The comments that cannot suppress anything, whatever is found.
    """

    path: str
    active: tuple[Suppression, ...] = ()
    broken: tuple[UnusedComment, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether there is any comment."""
        return bool(self.active or self.broken)

    def covering(self, rule: str, offset: int) -> frozenset[int]:
        """Return the numbers in `active` of what suppresses a finding.

        Args:
            rule: The finding's rule.
            offset: Where the finding starts.
        """
        return frozenset(
            number
            for number, suppression in enumerate(self.active)
            if suppression.covers(rule, offset)
        )


class _Comment(Struct, frozen=True):
    span: Span
    keyword: str
    names: tuple[tuple[str, Span], ...]


def read_suppressions(document: Document) -> Suppressions:
    """Return what the comments of a document suppress.

    Only comments of the Markdown count: one shown in a code block is an example.
    """
    if _PREFIX not in document.text:
        return Suppressions(document.path)
    comments = sorted(_comments(document), key=lambda comment: comment.span)
    return _Reader(document, comments).read()


class _Reader:
    """Goes through a file's comments once and remembers what is disabled."""

    def __init__(self, document: Document, comments: list[_Comment]) -> None:
        self._path = document.path
        self._length = len(document.text)
        self._lines = Lines(document.text)
        self._comments = comments
        self._commented = {
            self._lines.index(comment.span.start) for comment in comments
        }
        self._active: list[Suppression] = []
        self._open: list[int] = []
        self._broken: list[UnusedComment] = []

    def read(self) -> Suppressions:
        for comment in self._comments:
            names = comment.names or ((None, comment.span),)
            if _PREFIX + comment.keyword not in _KEYWORDS:
                keyword = _PREFIX + comment.keyword
                hint = did_you_mean(keyword, _KEYWORDS)
                self._break(
                    comment, None, comment.span, f"no comment '{keyword}'{hint}"
                )
                continue
            for name, span in names:
                self._take(comment, name, span)
        return Suppressions(self._path, tuple(self._active), tuple(self._broken))

    def _take(self, comment: _Comment, name: str | None, span: Span) -> None:
        if comment.keyword == _FILE:
            self._add(comment, name, span, 0, self._length)
        elif comment.keyword == _NEXT_LINE:
            self._add(comment, name, span, *self._next_line(comment.span.end))
        elif comment.keyword == _RANGE:
            self._open.append(len(self._active))
            self._add(comment, name, span, comment.span.start, self._length)
        else:
            self._enable(comment, name, span)

    def _add(
        self, comment: _Comment, name: str | None, span: Span, start: int, end: int
    ) -> None:
        self._active.append(Suppression(span, comment.keyword, name, start, end))

    def _enable(self, comment: _Comment, name: str | None, span: Span) -> None:
        at = comment.span.start
        before, self._open = self._open, []
        ended = False
        for number in before:
            opened = self._active[number]
            if name in (None, opened.rule):
                self._active[number] = replace(opened, end=at)
                ended = True
                continue
            self._open.append(number)
            if opened.rule is None and name is not None:
                enabled = (*opened.enabled, (name, at))
                self._active[number] = replace(opened, enabled=enabled)
                ended = True
        if not ended:
            what = "nothing is" if name is None else f"'{name}' is not"
            self._break(comment, name, span, f"{what} disabled here")

    def _break(
        self, comment: _Comment, name: str | None, span: Span, reason: str
    ) -> None:
        says = comment.keyword if name is None else f"{comment.keyword} {name}"
        self._broken.append(UnusedComment(self._path, span, says, reason))

    def _next_line(self, offset: int) -> tuple[int, int]:
        """Return the first and last offset of the next line with content."""
        line = self._lines.index(offset) + 1
        while line < len(self._lines):
            blank = not self._lines.content(line + 1).strip(" \t>")
            if not blank and line not in self._commented:
                return self._lines.starts[line], self._lines.ends[line]
            line += 1
        return self._length + 1, self._length  # nothing follows


def find_unused(
    suppressions: Suppressions,
    used: Container[int],
    judged: frozenset[str],
    known: Iterable[str],
) -> Iterator[UnusedComment]:
    """Yield the comments of a file that suppress nothing.

    Args:
        suppressions: What the file's comments suppress.
        used: The numbers in `Suppressions.active` that suppressed something.
        judged: The rules that looked at this file; of another rule it cannot be
            known whether it would have found something.
        known: The ids of all rules there are.
    """
    names = frozenset(known)
    counts: Counter[str] = Counter()
    found = list(suppressions.broken)
    for number, suppression in enumerate(suppressions.active):
        rule = suppression.rule
        if number in used:
            continue
        if rule is None:
            reason = "no rule finds anything here to suppress"
            if not names <= judged:
                continue
        elif rule not in names:
            reason = f"no rule '{rule}'{did_you_mean(rule, names)}"
        elif rule in judged:
            reason = f"'{rule}' finds nothing here to suppress"
        else:
            continue
        says = suppression.keyword if rule is None else f"{suppression.keyword} {rule}"
        found.append(UnusedComment(suppressions.path, suppression.span, says, reason))
    for comment in sorted(found, key=lambda comment: comment.span):
        counts[comment.says] += 1
        yield replace(comment, number=counts[comment.says])


def _comments(document: Document) -> Iterator[_Comment]:
    for block in document_blocks(document):
        if isinstance(block, MarkupBlock) and block.form in _FORMS:
            yield from _read(document.text, block.span)
        for inline in block_inlines(block):
            if isinstance(inline, InlineMarkup) and inline.form in _FORMS:
                yield from _read(document.text, inline.span)


def _read(text: str, span: Span) -> Iterator[_Comment]:
    for match in _COMMENT.finditer(text, span.start, span.end):
        form = "html" if match["html"] else "mdx"
        rest, start = match[f"{form}_rest"], match.start(f"{form}_rest")
        reason = _REASON.search(rest)
        names = tuple(
            (name[0], Span(start + name.start(), start + name.end()))
            for name in _NAME.finditer(rest, 0, reason.start() if reason else len(rest))
        )
        yield _Comment(Span(*match.span()), match[form], names)
