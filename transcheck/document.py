"""One parsed file: a tree of sections, blocks and inlines with exact spans.

Every node carries the span of its source; ``text[span]`` is what the node says.
Nodes are frozen values without behaviour; the functions at the end walk them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from transcheck.text import Span

# --- inlines ----------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Inline:
    """A piece of a line: text, a link, a code span and so on."""

    span: Span
    children: tuple[Inline, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Text(Inline):
    """Prose within one line.

    Args:
        value: What the reader sees. It is the source itself, so that offset
            ``span.start + n`` is character n, except for a backslash escape, which
            is a node of its own with one character of value and two of span.
    """

    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Break(Inline):
    """A line end within a paragraph, with the indent of the next line.

    Args:
        hard: The line was broken on purpose.
    """

    hard: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeSpan(Inline):
    """Inline code; its span includes the backticks.

    Args:
        value: The code, as CommonMark 6.1 strips it.
    """

    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Emphasis(Inline):
    """Emphasised, strong or struck text; its span includes the delimiters.

    Args:
        marker: The opening delimiter: ``*``, ``_``, ``**``, ``__`` or ``~~``.
    """

    marker: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Link(Inline):
    """A link, its text in `children`.

    Args:
        target: Where it leads, as it is written, backslash escapes and entities
            resolved, percent signs as they are.
        target_span: The target in the source, without angle brackets; for a
            reference, in its definition.
        title: The title, None when there is none.
        form: ``inline``, ``reference``, ``autolink`` or ``html``.
        label: The label of a reference as it is written, None for other forms.
    """

    target: str
    target_span: Span | None
    title: str | None = None
    form: str = "inline"
    label: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Image(Inline):
    """An image, its alternative text in `children` (and in `alt`).

    Args:
        target: As in `Link`.
        target_span: As in `Link`.
        alt: The alternative text without markup.
        title: The title, None when there is none.
        form: ``inline``, ``reference`` or ``html``.
        label: As in `Link`.
    """

    target: str
    target_span: Span | None
    alt: str = ""
    title: str | None = None
    form: str = "inline"
    label: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FootnoteReference(Inline):
    """A footnote's mark in the text.

    Args:
        label: The label between ``[^`` and ``]``.
    """

    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InlineMarkup(Inline):
    """Markup that is not prose: HTML, a shortcode, an expression, math.

    Markup of several lines is a node for each line.

    Args:
        form: ``html``, ``comment``, ``shortcode``, ``template``, ``expression``,
            ``math``, ``attributes`` or ``include``.
        value: The source.
    """

    form: str
    value: str


# --- blocks -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A part of a page that stands on lines of its own.

    Args:
        span: From the first character of its markup to the last that is not white
            space. A block within a quote or a list starts after the container's
            prefix.
        blocks: The blocks in it.
        inlines: Its text, when it holds text itself.
    """

    span: Span
    blocks: tuple[Block, ...] = ()
    inlines: tuple[Inline, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading(Block):
    """A heading, its text in `inlines` without closing hashes or id.

    Args:
        level: 1 to 6.
        anchor: The id that is written with it, None when there is none.
        anchor_span: The id itself in the source, None when there is none.
    """

    level: int
    anchor: str | None = None
    anchor_span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph(Block):
    """A paragraph."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeBlock(Block):
    r"""A fenced or indented code block.

    Args:
        info: The info string after the fence, "" when there is none.
        info_span: Where it is, or would be.
        content: The code, with the container's prefixes removed, lines joined by
            ``\n``, the last one closed by ``\n`` unless it is empty.
        content_span: From the first character of the first line of code to the
            end of the last, empty where there is no code.
        fence: The opening fence, "" for indented code.
        closed: A fenced block has its closing fence.
    """

    info: str
    info_span: Span
    content: str
    content_span: Span
    fence: str
    closed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote(Block):
    """A block quote."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Callout(Block):
    """A note, tip or warning set apart from the text: an admonition.

    Args:
        name: The keyword as it is written: ``NOTE``, ``tip``.
        name_span: The keyword in the source.
        syntax: ``alert`` (``> [!NOTE]``), ``colons`` (``:::``), ``slashes``
            (``///``), ``bangs`` (``!!!``, ``???``) or ``tab`` (``===``).
        title: The title after the keyword, empty when there is none.
        closed: It has its closing marker, or needs none.
    """

    name: str
    name_span: Span
    syntax: str
    title: tuple[Inline, ...] = ()
    closed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Component(Block):
    """A JSX element on lines of its own, with the blocks between its tags.

    Args:
        name: The component's name; "" for a fragment.
        opening: The span of the opening tag.
        closed: It has its closing tag or closes itself.
    """

    name: str
    opening: Span
    closed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ListBlock(Block):
    """A list, its items in `blocks`.

    Args:
        ordered: It is numbered.
        start: The first number, None for bullets.
    """

    ordered: bool
    start: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListItem(Block):
    """One item of a list.

    Args:
        checked: The state of a task, None when it is not one.
    """

    checked: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table(Block):
    """A table, its rows in `blocks`, the header first.

    Args:
        alignments: For each column ``left``, ``right``, ``center`` or "".
    """

    alignments: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow(Block):
    """A row, its cells in `blocks`: as many as are written, not as the header has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableCell(Block):
    """A cell; its span is its stripped content."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkupBlock(Block):
    """Markup that is not prose, on lines of its own.

    Links and images that are written in it as HTML are its `inlines`.

    Args:
        form: ``html``, ``comment``, ``shortcode``, ``template``, ``expression``,
            ``math``, ``module`` (MDX import and export), ``include``,
            ``attributes`` or ``directive``.
        value: The source.
    """

    form: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ThematicBreak(Block):
    """A horizontal rule."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkDefinition(Block):
    """The definition of a reference link.

    Args:
        label: The label as it is written.
        target: As in `Link`.
        target_span: As in `Link`.
        title: The title, None when there is none.
    """

    label: str
    target: str
    target_span: Span
    title: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FootnoteDefinition(Block):
    """The text of a footnote, in `blocks`.

    Args:
        label: The label between ``[^`` and ``]:``.
    """

    label: str


# --- the page ---------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading and what follows it, down to the next heading of its level.

    Args:
        heading: None for what stands before the first heading, and for the root.
        blocks: The blocks before the first heading below it.
        sections: The sections of deeper headings.
    """

    heading: Heading | None
    blocks: tuple[Block, ...]
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Frontmatter:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
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
    """

    path: str
    text: str
    tag: str | None
    language: str | None
    frontmatter: Frontmatter | None
    root: Section
    headings: tuple[Heading, ...] = field(default=(), repr=False)
    links: tuple[Link, ...] = field(default=(), repr=False)
    images: tuple[Image, ...] = field(default=(), repr=False)
    code_spans: tuple[CodeSpan, ...] = field(default=(), repr=False)
    code_blocks: tuple[CodeBlock, ...] = field(default=(), repr=False)


# --- walking ----------------------------------------------------------------------


def walk_sections(section: Section) -> Iterator[Section]:
    """Yield a section and all sections below it, in the order of the file."""
    yield section
    for below in section.sections:
        yield from walk_sections(below)


def walk_blocks(*blocks: Block) -> Iterator[Block]:
    """Yield blocks and all blocks in them, in the order of the file."""
    for block in blocks:
        yield block
        yield from walk_blocks(*block.blocks)


def walk_inlines(*inlines: Inline) -> Iterator[Inline]:
    """Yield inlines and all inlines in them, in the order of the file."""
    for inline in inlines:
        yield inline
        yield from walk_inlines(*inline.children)


def document_blocks(document: Document) -> Iterator[Block]:
    """Yield every block of a document, headings included, in the order of the file."""
    for section in walk_sections(document.root):
        if section.heading is not None:
            yield section.heading
        yield from walk_blocks(*section.blocks)


def block_inlines(block: Block) -> Iterator[Inline]:
    """Yield every inline of one block itself, a callout's title included."""
    if isinstance(block, Callout):
        yield from walk_inlines(*block.title)
    yield from walk_inlines(*block.inlines)


def prose(*inlines: Inline) -> str:
    """Return the words a reader reads in inlines: no code, no markup, no targets.

    A code span, image or piece of markup leaves one U+FFFC (object replacement
    character); a line end leaves a space.
    """
    parts: list[str] = []
    for inline in inlines:
        if isinstance(inline, Text):
            parts.append(inline.value)
        elif isinstance(inline, Break):
            parts.append(" ")
        elif isinstance(inline, (Link, Emphasis)):
            parts.append(prose(*inline.children))
        else:
            parts.append("\ufffc")
    return "".join(parts)


def block_prose(block: Block) -> str:
    """Return the prose of one block itself, not of the blocks in it."""
    if isinstance(block, Callout):
        return prose(*block.title)
    return prose(*block.inlines)


def label(document: Document) -> str:
    """Return how messages call a document: by tag, else language, else path."""
    return document.tag or document.language or document.path
