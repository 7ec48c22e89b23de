"""Markup that a translation escaped, so that it is text."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from transcheck.compare.text_source import CLOSING, ESCAPED, OPENING, text_source
from transcheck.document import Document, Inline
from transcheck.patterns import late_regex
from transcheck.text import DisjointSpans, Span

_LINK = late_regex(
    r"\\?\[(?P<text>[^\[\]\\\r\n]{1,200})\\?\](?P<gap>[ \t]?)"
    r"(?:\\?\[(?P<label>[^\[\]\\\r\n]{0,200})\\?\]"
    r"|\\?\((?P<target>[^()\[\]\\\s]{1,500})\\?\)"
    r"|\\\((?P<spaced>[^()\[\]\\\r\n]{1,500})\))"
)
_EMPHASIS = late_regex(
    r"(?<!\\)(?P<marks>(?:\\\*){1,3}|(?:\\_){1,2})(?![\\\s*_])"
    r"(?P<text>[^\\\r\n]{1,300})(?<!\s)(?P=marks)(?!\\?[*_])"
)
_CODE = late_regex(r"(?<!\\)\\`(?P<text>[^\\`\r\n]{1,200})\\`")
_TICK = late_regex(r"(?<!\\)\\`")
_TAG = late_regex(
    r"&(?:amp;)?lt;(?P<tag>/?[A-Za-z][\w-]{0,30})[^<>\r\n]{0,300}?&(?:amp;)?gt;"
)


class Escape(Struct, frozen=True):
    """Markup that is text because it is escaped.

    Args:
        span: All of it.
        wrong: The first character that escapes.
        kind: ``link``, ``emphasis``, ``code``, ``backtick`` or ``tag``.
        name: The mark that is escaped: ``[``, ``**``, `` ` ``; of a tag its name.
        target: Of a link, where it was meant to lead, or its label.
        repair: What it must be.
    """

    span: Span
    wrong: Span
    kind: str
    name: str
    repair: str
    target: str = ""


def escaped_links(document: Document, inlines: tuple[Inline, ...]) -> Iterator[Escape]:
    """Yield what would be a link but for a backslash.

    Args:
        document: The document.
        inlines: All inlines of one block, not empty.
    """
    start, source = _source(document, inlines)
    for match in _LINK.finditer(source) if "\\" in source else ():
        raw = document.text[start + match.start() : start + match.end()]
        at = match[0].find("\\")
        if at < 0:
            continue
        wrong = start + match.start() + at
        # What it leads to may be covered, where a part of it is an address already.
        group = next(
            one for one in ("target", "spaced", "label") if match[one] is not None
        )
        first, last = match.span(group)
        target = document.text[start + first : start + last]
        yield Escape(
            Span(start + match.start(), start + match.end()),
            Span(wrong, wrong + 1),
            "link",
            match[0][at + 1],
            raw.replace("\\", "").replace(f"]{match['gap']}", "]"),
            target or match["text"],
        )


def escaped_text(document: Document, inlines: tuple[Inline, ...]) -> Iterator[Escape]:
    """Yield what would be emphasis, code or a tag, but is escaped.

    Args:
        document: The document.
        inlines: All inlines of one block, not empty.
    """
    raw = document.text[inlines[0].span.start : inlines[-1].span.end]
    if "\\" not in raw and "lt;" not in raw:
        return
    start, source = _source(document, inlines)
    taken = DisjointSpans()
    for kind, pattern in (
        ("emphasis", _EMPHASIS),
        ("code", _CODE),
        ("backtick", _TICK),
        ("tag", _TAG),
    ):
        for match in pattern.finditer(source):
            first, last = match.span()
            if not taken.add(Span(first, last)):
                continue
            text = raw[first:last]
            if kind == "tag":
                name, repair = match["tag"].lower(), _unescape(text)
            else:
                name = match["marks"] if kind == "emphasis" else "`"
                name, repair = name.replace("\\", ""), text.replace("\\", "")
            span = Span(start + first, start + last)
            wrong = Span(span.start, span.start + 1)
            yield Escape(span, wrong, kind, name, repair)


def _source(document: Document, inlines: tuple[Inline, ...]) -> tuple[int, str]:
    """Return the source of a text with only code and markup covered."""
    start = inlines[0].span.start
    raw = document.text[start : inlines[-1].span.end]
    covered = text_source(document, inlines)
    source = "".join(
        there if here in (ESCAPED, OPENING, CLOSING) else here
        for here, there in zip(covered, raw, strict=True)
    )
    return start, source


def _unescape(text: str) -> str:
    for name, mark in (("lt", "<"), ("gt", ">"), ("quot", '"')):
        text = text.replace(f"&amp;{name};", mark).replace(f"&{name};", mark)
    return text
