"""Whole files and their trees: every node, every span, every attribute."""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from msgspec import structs

from transcheck.document import (
    Document,
    Image,
    Inline,
    Link,
    Section,
    document_blocks,
    walk_inlines,
)
from transcheck.parse import parse
from transcheck.text import Lines, Span, decode

PARSE = Path(__file__).parents[2] / "fixtures" / "parse"
SOURCES = sorted(path for path in PARSE.iterdir() if path.suffix != ".tree")


def read(source: Path) -> Document:
    return parse(decode(source.read_bytes()), path=source.name)


def dump(document: Document) -> Iterator[str]:
    """Yield a line for each node: its kind, its span and its attributes."""
    lines = Lines(document.text)
    if document.frontmatter is not None:
        matter = document.frontmatter
        yield from dump_node(matter, lines, 0)
        for entry in matter.entries:
            mark = " (again)" if entry in matter.duplicates else ""
            key = f"{'.'.join(entry.path)} {place(entry.key_span, lines)}"
            value = f"{entry.kind} {place(entry.value_span, lines)} {entry.value!r}"
            yield f"  {key} = {value}{mark}"
    yield from dump_section(document.root, lines, 0)


def dump_section(section: Section, lines: Lines, depth: int) -> Iterator[str]:
    if section.heading is not None:
        yield "  " * depth + "Section"
        yield from dump_node(section.heading, lines, depth + 1)
        depth += 1
    for block in section.blocks:
        yield from dump_node(block, lines, depth)
    for below in section.sections:
        yield from dump_section(below, lines, depth)


def dump_node(node: Any, lines: Lines, depth: int) -> Iterator[str]:
    """Yield the lines of a node; what is at its default is left out."""
    values: list[str] = []
    below: list[tuple[str, tuple[Any, ...]]] = []
    for field in structs.fields(node):
        value = getattr(node, field.name)
        if field.name in {"span", "entries", "duplicates"} or value == field.default:
            continue
        if isinstance(value, Span):
            values.append(f"{field.name}={place(value, lines)}")
        elif field.name in {"blocks", "inlines", "children"} or is_title(value):
            below.append((field.name, value))
        else:
            values.append(f"{field.name}={value!r}")
    kind = type(node).__name__
    yield "  " * depth + " ".join([kind, place(node.span, lines), *values])
    for name, nodes in sorted(below, key=lambda item: item[0] != "title"):
        inner = depth + 1
        if name == "title":
            yield "  " * inner + "title"
            inner += 1
        for child in nodes:
            yield from dump_node(child, lines, inner)


def is_title(value: object) -> bool:
    """Tell a callout's title, which is text, from a link's, which is a string."""
    return isinstance(value, tuple) and all(isinstance(item, Inline) for item in value)


def place(span: Span, lines: Lines) -> str:
    """Write a span as ``line:column-line:column``, the end not included."""
    extent = lines.range(span)
    start, end = extent.start, extent.end
    return f"{start.line}:{start.column}-{end.line}:{end.column}"


@pytest.mark.parametrize(
    "source", SOURCES, ids=lambda path: path.stem.replace("-", " ")
)
def test_a_file_becomes_this_tree(source: Path, request: pytest.FixtureRequest) -> None:
    tree = "".join(f"{line}\n" for line in dump(read(source)))
    expected = source.with_suffix(".tree")
    if request.config.getoption("--update-examples"):
        expected.write_bytes(tree.encode())
    assert tree == expected.read_bytes().decode()


@pytest.mark.parametrize(
    "source", SOURCES, ids=lambda path: path.stem.replace("-", " ")
)
def test_a_span_holds_what_its_node_says(source: Path) -> None:
    document = read(source)
    for block in document_blocks(document):
        assert block.span.cut(document.text).strip() == block.span.cut(document.text)
        for inline in walk_inlines(*block.inlines):
            value = getattr(inline, "value", "")
            assert value in inline.span.cut(document.text)
            if isinstance(inline, (Link, Image)) and inline.target_span is not None:
                written = inline.target_span.cut(document.text)
                assert inline.target.endswith(unescape(written))


def test_every_tree_has_its_source() -> None:
    trees = sorted(path.stem for path in PARSE.glob("*.tree"))
    assert trees == [path.stem for path in SOURCES]
    assert trees
