"""Metadata that can be read line by line, as most can.

Keys, each with a plain or quoted value beside it, or with keys or a list of values
below it: what PyYAML makes of these is known. Anything else is left to it, which takes
longer to load than a hook has for a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from transcheck.document import Entry
from transcheck.patterns import late_regex
from transcheck.text import Span

_QUOTED = r"\"[^\"\\\n]*\"|'[^'\n]*'"
_ITEM = rf"(?:{_QUOTED}|[^\W\d_][\w-]*)"
_LINE = late_regex(
    r"(?P<indent> *)(?:(?P<key>[^\W\d][\w-]{0,99}):|-(?= +[^ \n]))"
    rf"(?: +(?:(?P<quoted>{_QUOTED})"
    r"|(?P<string>[^\W\d_](?:[^\n:#]|:(?=[^ \n])|(?<! )\#)*(?<! ))"
    rf"|(?P<list>\[ *(?:{_ITEM} *(?:, *{_ITEM} *)*)?\])"
    r"|(?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2})|(?P<number>0|[1-9][0-9]*)))? *(?:\n|\Z)"
)
_ITEMS = late_regex(_ITEM)
_BLANK = late_regex(r" *(?:\n|\Z)")
# Plain values that are no text.
_WORDS = {
    **dict.fromkeys(("yes", "no", "true", "false", "on", "off"), "boolean"),
    "null": "null",
}


class _Line(Struct, frozen=True):
    """A key or, where there is none, an item of a list, and the value beside it.

    Args:
        indent: The spaces before it.
        key: The key.
        start: Where it begins in the file.
        value: The value, None where there is none.
        span: Where the value is, or would be.
        kind: The value's.
    """

    indent: int
    key: str | None
    start: int
    value: str | None
    span: Span
    kind: str


class _UncommonError(Exception):
    """PyYAML must read the block."""


def read_common_yaml(source: str, at: int) -> tuple[Entry, ...] | None:
    """Return the entries of a block of YAML, None where it is not a common one.

    Args:
        source: The block without its delimiters.
        at: Where it starts in the file.
    """
    if not source.replace("\n", "").isprintable():
        return None
    try:
        return tuple(_read_keys(list(_read_lines(source, at)), 0, ()))
    except _UncommonError:
        return None


def _read_lines(source: str, at: int) -> Iterator[_Line]:
    done = 0
    while done < len(source):
        match = _BLANK.match(source, done)
        if match is None:
            match = _LINE.match(source, done)
            if match is None:
                raise _UncommonError
            yield _read_line(match, at)
        done = match.end()


def _read_line(match: re.Match[str], at: int) -> _Line:
    group = match.lastgroup or ""
    if group == "key":
        past_colon = at + match.end("key") + 1
        value, span, kind = None, Span(past_colon, past_colon), "null"
    else:
        value, span = match[group], Span(at + match.start(group), at + match.end(group))
        kind = "string" if group == "quoted" else group
    indent = len(match["indent"])
    return _Line(indent, match["key"], at + match.end("indent"), value, span, kind)


def _read_keys(
    lines: Sequence[_Line], indent: int, path: tuple[str, ...]
) -> Iterator[Entry]:
    """Yield the entries of a mapping, each before those below it."""
    known: set[str] = set()
    number = 0
    while number < len(lines):
        line = lines[number]
        if line.key is None or line.key in known or line.indent != indent:
            raise _UncommonError
        known.add(line.key)
        number += 1
        first = number
        while number < len(lines) and _is_below(lines[number], indent):
            number += 1
        yield from _read_key(line, lines[first:number], (*path, line.key))


def _is_below(line: _Line, indent: int) -> bool:
    return line.indent > indent or (line.key is None and line.indent == indent)


def _read_key(
    line: _Line, below: Sequence[_Line], path: tuple[str, ...]
) -> Iterator[Entry]:
    """Yield the entry of a key, and those of what is below it."""
    key = Span(line.start, line.start + len(line.key or ""))
    if not below and line.kind == "list":
        yield _entry(path, key, None, line.span, "list")
        for number, item in enumerate(_ITEMS.finditer(line.value or "")):
            start = line.span.start
            span = Span(start + item.start(), start + item.end())
            yield _entry((*path, str(number)), span, item[0], span)
    elif not below:
        yield _entry(path, key, line.value or "", line.span, line.kind)
    elif line.value is not None:
        raise _UncommonError
    else:
        is_list = below[0].key is None
        span = Span(below[0].start, below[-1].span.end)
        yield _entry(path, key, None, span, "list" if is_list else "mapping")
        if is_list:
            yield from _read_items(below, path)
        else:
            yield from _read_keys(below, below[0].indent, path)


def _read_items(lines: Sequence[_Line], path: tuple[str, ...]) -> Iterator[Entry]:
    indent = lines[0].indent
    for number, line in enumerate(lines):
        if line.key is not None or line.kind == "list" or line.indent != indent:
            raise _UncommonError
        at = (*path, str(number))
        yield _entry(at, line.span, line.value, line.span, line.kind)


def _entry(
    path: tuple[str, ...],
    key: Span,
    value: str | None,
    span: Span,
    kind: str = "string",
) -> Entry:
    if value and kind == "string":
        if value[0] in "\"'":
            value = value[1:-1]
        elif value in {value.lower(), value.upper(), value.capitalize()}:
            kind = _WORDS.get(value.lower(), kind)
    return Entry(path=path, key_span=key, value=value, value_span=span, kind=kind)
