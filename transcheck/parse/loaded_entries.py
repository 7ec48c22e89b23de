"""The entries of TOML and JSON: loaded values, placed by the lines of their keys."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from transcheck.document import Entry
from transcheck.patterns import late_regex
from transcheck.text import Span

LINE = late_regex(r"(?P<line>[^\r\n]*)(?:\r\n?|\n|\Z)")
"""A line without its end."""

_TOML_TABLE = late_regex(r"[ \t]*\[\[?[ \t]*(?P<name>[^\]\r\n]+?)[ \t]*\]\]?")
_TOML_KEY = late_regex(
    r"[ \t]*(?P<key>[\w.-]+|\"[^\"\r\n]*\")[ \t]*=[ \t]*(?P<value>[^\r\n]*?)[ \t]*$"
)
_JSON_KEY = late_regex(
    r"[ \t]*\"(?P<key>(?:[^\"\\]|\\.)*)\"[ \t]*:[ \t]*(?P<value>[^\r\n]*?),?[ \t]*$"
)
_Places = dict[tuple[str, ...], tuple[Span, Span]]


def toml_entries(values: Any, text: str, inner: Span) -> Iterator[Entry]:
    """Yield the entries of a block of TOML.

    Args:
        values: What its loader made of it.
        text: The text of the file.
        inner: Where the block is in it, without its delimiters.
    """
    yield from _entries(values, (), _toml_places(text, inner), _start(inner))


def json_entries(values: Any, text: str, block: Span) -> Iterator[Entry]:
    """Yield the entries of a block of JSON.

    Args:
        values: What its loader made of it.
        text: The text of the file.
        block: Where the block is in it, with its braces.
    """
    places: _Places = {}
    for line in LINE.finditer(text, block.start + 1, block.end):
        key = _JSON_KEY.match(line["line"])
        if key is not None:
            places.setdefault((key["key"],), _places_of(key, line.start()))
    yield from _entries(values, (), places, _start(block))


def _start(span: Span) -> Span:
    return Span(span.start, span.start)


def _toml_places(text: str, inner: Span) -> _Places:
    places: _Places = {}
    table: tuple[str, ...] = ()
    for line in LINE.finditer(text, inner.start, inner.end):
        header = _TOML_TABLE.match(line["line"])
        key = _TOML_KEY.match(line["line"])
        if key is not None:
            path = (*table, *_toml_path(key["key"]))
            places.setdefault(path, _places_of(key, line.start()))
        elif header is not None:
            table = _toml_path(header["name"])
            place = Span(
                line.start() + header.start("name"), line.start() + header.end("name")
            )
            places.setdefault(table, (place, place))
    return places


def _toml_path(name: str) -> tuple[str, ...]:
    return tuple(part.strip().strip("\"'") for part in name.split("."))


def _places_of(match: re.Match[str], offset: int) -> tuple[Span, Span]:
    key = Span(offset + match.start("key"), offset + match.end("key"))
    return key, Span(offset + match.start("value"), offset + match.end("value"))


def _entries(
    value: Any,
    path: tuple[str, ...],
    places: _Places,
    near: Span,
) -> Iterator[Entry]:
    """Yield the entries of a loaded mapping or list; unplaced keys stand at `near`."""
    if isinstance(value, dict):
        items = [(str(key), below) for key, below in value.items()]
    elif isinstance(value, list):
        items = [(str(number), below) for number, below in enumerate(value)]
    else:
        return
    for name, below in items:
        key_span, value_span = places.get((*path, name), (near, near))
        yield Entry(
            path=(*path, name),
            key_span=key_span,
            value=_spell(below),
            value_span=value_span,
            kind=_kind(below),
        )
        yield from _entries(below, (*path, name), places, key_span)


def _spell(value: Any) -> str | None:
    """Write a scalar as TOML and JSON do; None for a mapping or list."""
    if isinstance(value, (dict, list)):
        return None
    if value is None:
        return "null"
    return str(value).lower() if isinstance(value, bool) else str(value)


def _kind(value: Any) -> str:
    if isinstance(value, dict):
        return "mapping"
    if isinstance(value, list):
        return "list"
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, (int, float)):
        return "number"
    if value is None:
        return "null"
    return "string" if isinstance(value, str) else "date"
