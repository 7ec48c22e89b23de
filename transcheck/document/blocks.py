"""What stands on lines of its own: headings, paragraphs, lists and so on."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import force_setattr

from transcheck.document.inlines import Inline, MarkupText
from transcheck.document.reading import RunningText
from transcheck.text import Span


class Kept:
    """Room for what `walk` makes of a block, once.

    It is empty again in what `replace` makes of a block, and after pickling.

    Attributes:
        kept_inlines: As `block_inlines` returns them, None until it is asked.
        kept_prose: As `block_prose` returns it, None until it is asked.
        kept_text: As `block_text` returns it, None until it is asked.
    """

    __slots__ = ("kept_inlines", "kept_prose", "kept_text")
    kept_inlines: tuple[Inline, ...] | None
    kept_prose: str | None
    kept_text: RunningText | None


class Block(Kept, Struct, frozen=True, kw_only=True, gc=False):
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

    def __post_init__(self) -> None:
        """Leave room for what is made of it."""
        # Nearly every block is asked: None here costs less than an error there.
        force_setattr(self, "kept_inlines", None)
        force_setattr(self, "kept_prose", None)
        force_setattr(self, "kept_text", None)

    def __copy__(self) -> Block:
        """Return the block itself, which nobody can change."""
        return self


class Heading(Block, frozen=True, kw_only=True):
    """A heading, its text in `inlines` without closing hashes or id.

    Args:
        level: 1 to 6.
        anchor: The id that is written with it, None when there is none.
        anchor_span: The id itself in the source, None when there is none.
    """

    level: int
    anchor: str | None = None
    anchor_span: Span | None = None


class Paragraph(Block, frozen=True, kw_only=True):
    """A paragraph."""


class CodeBlock(Block, frozen=True, kw_only=True):
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


class Quote(Block, frozen=True, kw_only=True):
    """A block quote."""


class Callout(Block, frozen=True, kw_only=True):
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


class Component(Block, frozen=True, kw_only=True):
    """A JSX element on lines of its own, with the blocks between its tags.

    Args:
        name: The component's name; "" for a fragment.
        opening: The span of the opening tag.
        closed: It has its closing tag or closes itself.
        texts: The words in the parameters of its opening tag.
    """

    name: str
    opening: Span
    closed: bool = True
    texts: tuple[MarkupText, ...] = ()


class ListBlock(Block, frozen=True, kw_only=True):
    """A list, its items in `blocks`.

    Args:
        ordered: It is numbered.
        start: The first number, None for bullets.
    """

    ordered: bool
    start: int | None = None


class ListItem(Block, frozen=True, kw_only=True):
    """One item of a list.

    Args:
        checked: The state of a task, None when it is not one.
    """

    checked: bool | None = None


class DefinitionList(Block, frozen=True, kw_only=True):
    """Terms and what they mean, in `blocks`; each term before what it means."""


class DefinitionTerm(Block, frozen=True, kw_only=True):
    """A term of a definition list: the line before ``: text``."""


class Definition(Block, frozen=True, kw_only=True):
    """What a term means, in `blocks`; its span starts at the colon."""


class Table(Block, frozen=True, kw_only=True):
    """A table, its rows in `blocks`, the header first.

    Args:
        alignments: For each column ``left``, ``right``, ``center`` or "".
    """

    alignments: tuple[str, ...]


class TableRow(Block, frozen=True, kw_only=True):
    """A row, its cells in `blocks`: as many as are written, not as the header has."""


class TableCell(Block, frozen=True, kw_only=True):
    """A cell; its span is its stripped content."""


class MarkupBlock(Block, frozen=True, kw_only=True):
    """Markup that is not prose, on lines of its own.

    What a reader sees of HTML is its `inlines`: text, links and images, without the
    tags between them, which are in `value`.

    Args:
        form: As in `InlineMarkup`, ``module`` (import and export of MDX) or
            ``directive`` (a line that asks a tool to put something there).
        value: The source.
        texts: Of HTML, JSX and shortcodes, the words in its parameters.
    """

    form: str
    value: str
    texts: tuple[MarkupText, ...] = ()


class ThematicBreak(Block, frozen=True, kw_only=True):
    """A horizontal rule."""


class LinkDefinition(Block, frozen=True, kw_only=True):
    """The definition of a reference link.

    Args:
        label: The label as it is written.
        target: As in `Link`.
        target_span: As in `Link`.
        title: The title, None when there is none.
        title_span: As in `Link`.
    """

    label: str
    target: str
    target_span: Span
    title: str | None = None
    title_span: Span | None = None


class AbbreviationDefinition(Block, frozen=True, kw_only=True):
    """What an abbreviation stands for, ``*[HTML]: Hypertext …``, in `inlines`.

    Args:
        label: The abbreviation.
    """

    label: str


class FootnoteDefinition(Block, frozen=True, kw_only=True):
    """The text of a footnote, in `blocks`.

    Args:
        label: The label between ``[^`` and ``]:``.
    """

    label: str
