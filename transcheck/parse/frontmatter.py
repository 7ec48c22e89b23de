"""The block of metadata at the head of a file.

python-frontmatter knows how a block is delimited; what is in it is read here, with
places: YAML by PyYAML's nodes, TOML and JSON by their loaders.
"""

from __future__ import annotations

import re
import sys
from typing import Any

from transcheck.document import Entry, Frontmatter
from transcheck.parse.loaded_entries import LINE, json_entries, toml_entries
from transcheck.patterns import late_regex
from transcheck.text import Lines, Position, Span

# Hugo and others accept blank lines and one comment before the block.
_LEAD = late_regex(
    r"(?:[ \t]*(?:\r\n?|\n))*(?:<!--(?:(?!-->)[\s\S]){0,2000}-->[ \t]*(?:\r\n?|\n)+)?"
)
_BOUNDARY = late_regex(r"(?P<mark>-{3}|\+{3})[ \t]*(?:\r\n?|\n)")
_JSON_BOUNDARY = late_regex(r"\{[ \t]*(?:\r\n?|\n)")
# NimblePublisher reads a map of Elixir, closed by a line of dashes.
_ELIXIR_MAP = late_regex(
    r"%\{[\s\S]{0,20000}?\}\s*(?:^|(?<=\r))---[ \t]*(?=\r|\n|\Z)", re.MULTILINE
)
_LOOKS_LIKE_KEYS = late_regex(
    r"(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n?|\n))*[\"']?[\w.-]+[\"']?[ \t]*[:=]"
)
# Two keys or more, or one and a line that was meant to close them.
_KEY_LINE = r"(?:[\w.-]+[ \t]*[:=](?:[ \t][^\r\n]*)?(?:\r\n?|\n|\Z))"
_WRONG_CLOSE = r"(?:(?:-{1,2}|\+{1,2}|-{4,})[ \t]*(?:\r\n?|\n|\Z))"
_KEY_LINES = late_regex(
    rf"{_KEY_LINE}{{1,200}}{_WRONG_CLOSE}"
    rf"|{_KEY_LINE}{{2,200}}(?:(?<=[\r\n])(?=\r|\n)|\Z)"
)
_TOML_PLACE = late_regex(
    r" \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)$"
)

_KINDS = {
    "str": "string",
    "int": "number",
    "float": "number",
    "bool": "boolean",
    "null": "null",
    "timestamp": "date",
}


def read_frontmatter(text: str) -> tuple[Frontmatter | None, int]:
    """Read the metadata at the head of a text.

    Returns:
        The frontmatter, None where there is none, and where the body starts: past
        the line end of the closing delimiter, else 0.
    """
    lead = _LEAD.match(text)
    start = lead.end() if lead else 0
    opening = _BOUNDARY.match(text, start)
    if opening is not None:
        return _read_delimited(text, start, opening)
    if _JSON_BOUNDARY.match(text, start):
        return _read_json(text, start)
    elixir = _ELIXIR_MAP.match(text)
    if elixir is not None:  # what is in it is not read
        matter = Frontmatter(span=Span(*elixir.span()), form="elixir", entries=())
        return matter, _after_line_end(text, elixir.end())
    return None, 0


def _read_delimited(
    text: str, start: int, opening: re.Match[str]
) -> tuple[Frontmatter | None, int]:
    mark = opening["mark"]
    closing = re.compile(
        rf"(?:^|(?<=\r)){re.escape(mark)}[ \t]*(?=\r|\n|\Z)", re.MULTILINE
    ).search(text, opening.end())
    if closing is None:
        return _read_unclosed(text, start, opening)
    inner = Span(opening.end(), closing.start())
    block = Span(start, closing.end())
    if mark == "---":
        frontmatter = _read_yaml(text, block, inner)
    else:
        frontmatter = _read_toml(text, block, inner)
    if frontmatter is None:
        return None, 0
    return frontmatter, _after_line_end(text, closing.end())


def _read_unclosed(
    text: str, start: int, opening: re.Match[str]
) -> tuple[Frontmatter | None, int]:
    """Take keys below an opening delimiter for metadata that was never closed.

    Left to Markdown, they would become a paragraph, or a heading. A single key could
    be a sentence with a colon below a rule, unless a line of dashes follows.
    """
    keys = _KEY_LINES.match(text, opening.end())
    if start > 0 or keys is None:
        return None, 0
    mark = opening["mark"]
    form = "toml" if mark == "+++" else "yaml"
    end = keys.end()
    while text[end - 1] in "\r\n":
        end -= 1
    problem = f"no line '{mark}' closes it"
    return _broken(Span(start, end), form, problem, start), keys.end()


def _after_line_end(text: str, at: int) -> int:
    if text.startswith("\r\n", at):
        return at + 2
    return min(at + 1, len(text))


def _read_yaml(text: str, block: Span, inner: Span) -> Frontmatter | None:
    import yaml  # noqa: PLC0415 - only pages with frontmatter need it

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    source = inner.cut(text)
    try:
        root = yaml.compose(source, Loader=loader)
    except yaml.MarkedYAMLError as error:
        if not _LOOKS_LIKE_KEYS.match(source):
            return None
        mark = error.problem_mark or error.context_mark
        at = min(inner.start + (mark.index if mark else 0), inner.end)
        return _broken(block, "yaml", str(error.problem or "not YAML"), at)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        return _broken(block, "yaml", str(error).splitlines()[0], inner.start)
    if root is None:
        return Frontmatter(span=block, form="yaml", entries=())
    if not isinstance(root, yaml.MappingNode):
        return None
    walk = _YamlWalk(source, inner.start)
    walk.mapping(root, ())
    return Frontmatter(
        span=block,
        form="yaml",
        entries=tuple(walk.entries),
        duplicates=tuple(walk.duplicates),
    )


def _broken(block: Span, form: str, problem: str, at: int) -> Frontmatter:
    place = Span(at, at)
    return Frontmatter(
        span=block, form=form, entries=(), error=problem, error_place=place
    )


class _YamlWalk:
    """Collects entries from PyYAML's nodes; an aliased node is entered once."""

    def __init__(self, source: str, offset: int) -> None:
        self.entries: list[Entry] = []
        self.duplicates: list[Entry] = []
        self._source = source
        self._offset = offset
        self._entered: set[int] = set()

    def mapping(self, node: Any, path: tuple[str, ...]) -> None:
        seen: set[str] = set()
        for key, value in node.value:
            name = str(key.value) if isinstance(key.value, str) else "?"
            entry = self._entry(key, value, (*path, name))
            self.entries.append(entry)
            if name in seen:
                self.duplicates.append(entry)
            seen.add(name)
            self._enter(value, entry.path)

    def _sequence(self, node: Any, path: tuple[str, ...]) -> None:
        for number, value in enumerate(node.value):
            entry = self._entry(value, value, (*path, str(number)))
            self.entries.append(entry)
            self._enter(value, entry.path)

    def _enter(self, node: Any, path: tuple[str, ...]) -> None:
        if node.id == "scalar" or id(node) in self._entered:
            return
        self._entered.add(id(node))
        if node.id == "mapping":
            self.mapping(node, path)
        else:
            self._sequence(node, path)

    def _entry(self, key: Any, value: Any, path: tuple[str, ...]) -> Entry:
        if value.id == "scalar":
            kind = _KINDS.get(value.tag.rpartition(":")[2], "string")
        else:
            kind = "mapping" if value.id == "mapping" else "list"
        return Entry(
            path=path,
            key_span=self._span(key),
            value=value.value if value.id == "scalar" else None,
            value_span=self._span(value),
            kind=kind,
        )

    def _span(self, node: Any) -> Span:
        start, end = node.start_mark.index, node.end_mark.index
        # A folded scalar ends where the next key starts.
        value = self._source[start:end].rstrip()
        return Span(self._offset + start, self._offset + start + len(value))


def _read_toml(text: str, block: Span, inner: Span) -> Frontmatter:
    if sys.version_info >= (3, 11):
        import tomllib  # noqa: PLC0415 - only pages with TOML need it
    else:
        import tomli as tomllib  # noqa: PLC0415 - as above

    try:
        values = tomllib.loads(inner.cut(text).replace("\r\n", "\n"))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return _broken_toml(block, inner, text, str(error).splitlines()[0])
    entries = tuple(toml_entries(values, text, inner))
    return Frontmatter(span=block, form="toml", entries=entries)


def _broken_toml(block: Span, inner: Span, text: str, problem: str) -> Frontmatter:
    """Say where TOML breaks; its loader counts lines and columns from its own start."""
    place = _TOML_PLACE.search(problem)
    at = inner.end
    if place is not None and place["line"] is not None:
        lines = Lines(inner.cut(text))
        position = Position(int(place["line"]), int(place["column"]))
        at = min(inner.start + lines.offset(position), inner.end)
    return _broken(block, "toml", _TOML_PLACE.sub("", problem), at)


def _read_json(text: str, start: int) -> tuple[Frontmatter | None, int]:
    import json  # noqa: PLC0415 - start-up counts

    try:
        values, end = json.JSONDecoder().raw_decode(text, start)
    except (ValueError, RecursionError):
        return None, 0
    rest = LINE.match(text, end)
    if not isinstance(values, dict) or (rest and rest["line"].strip()):
        return None, 0
    block = Span(start, end)
    entries = tuple(json_entries(values, text, block))
    body = rest.end() if rest else end
    return Frontmatter(span=block, form="json", entries=entries), body
