"""A whole file: its metadata, its sections, and flat views of what is in them."""

from __future__ import annotations

from typing import TypeVar

from msgspec import Struct

from transcheck.document.blocks import Block, CodeBlock, Heading
from transcheck.document.inlines import CodeSpan, Image, Link
from transcheck.memo import Memoized
from transcheck.text import Span

T = TypeVar("T")


class Section(Struct, frozen=True, kw_only=True):
    """A heading and what follows it, down to the next heading of its level.

    Args:
        heading: None for what stands before the first heading, and for the root.
        blocks: The blocks before the first heading below it.
        sections: The sections of deeper headings.
    """

    heading: Heading | None
    blocks: tuple[Block, ...]
    sections: tuple[Section, ...]


class Entry(Struct, frozen=True, kw_only=True):
    """A key of the frontmatter.

    Args:
        path: The keys that lead to it, ``("hero", "title")``; an item of a list
            has its 0-based number as text.
        key_span: The key, or the item's place, in the source.
        value: A scalar as it is written, without quotes; None for a mapping or list.
        value_span: The value in the source, quotes included.
        kind: ``string``, ``number``, ``boolean``, ``null``, ``date``, ``mapping``
            or ``list``.
    """

    path: tuple[str, ...]
    key_span: Span
    value: str | None
    value_span: Span
    kind: str


class Frontmatter(Struct, frozen=True, kw_only=True):
    """The block of metadata at the head of a file.

    Args:
        span: The block with its delimiters, without the final line end.
        form: ``yaml``, ``toml`` or ``json``.
        entries: Every key at every depth, in the order of the file; empty where
            the block does not parse.
        duplicates: Entries whose path was there before.
        error: Why the block does not parse, None when it does.
        error_place: Where it stops parsing.
    """

    span: Span
    form: str
    entries: tuple[Entry, ...]
    duplicates: tuple[Entry, ...] = ()
    error: str | None = None
    error_place: Span | None = None


class BrokenFence(Struct, frozen=True, kw_only=True):
    """A fence of code that does not do what its original's does.

    Args:
        span: The opening fence, its info string included.
        kind: ``wrapper`` (it holds the page itself), ``open`` (nothing closes its
            block) or ``nested`` (its block holds the opening fence of another).
        other: The closing fence of a wrapper, the other fence of a nested one; None
            where there is none.
    """

    span: Span
    kind: str
    other: Span | None = None


class Conflict(Struct, frozen=True, kw_only=True):
    """A conflict between two versions of a text that was not settled.

    Args:
        opening: The line of marks before the first side.
        left_out: The marks, and the side that the document was not read with.
    """

    opening: Span
    left_out: tuple[Span, ...]


class Document(Memoized, frozen=True, kw_only=True):
    """A parsed file.

    Args:
        path: The file, as diagnostics print it; ``/`` between folders.
        text: The decoded text without byte order mark; all spans are in it.
        tag: The language as the path spells it, None when it does not.
        language: The same as BCP 47, None when unknown.
        frontmatter: The metadata, None when there is none.
        root: Its blocks stand before the first heading; its sections are the page.
        headings: Every heading in the order of the file, those in quotes, lists and
            components included. So are the other flat views.
        links: Links of every form, HTML included, definitions not.
        images: Images of every form, HTML included.
        code_spans: Inline code.
        code_blocks: Code blocks.
        fences: Broken fences, in the order of the file. Where it is sure what was
            meant, the rest was read as if they were not broken.
        conflicts: Conflicts that git left, in the order of the file. The rest was
            read with the first side of each.
        byte_order_mark: The file starts with one.
    """

    path: str
    text: str
    tag: str | None
    language: str | None
    frontmatter: Frontmatter | None
    root: Section
    headings: tuple[Heading, ...] = ()
    links: tuple[Link, ...] = ()
    images: tuple[Image, ...] = ()
    code_spans: tuple[CodeSpan, ...] = ()
    code_blocks: tuple[CodeBlock, ...] = ()
    fences: tuple[BrokenFence, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    byte_order_mark: bool = False
