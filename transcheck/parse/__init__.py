"""A file's text becomes a document: the tree of what it says, with exact places."""

from __future__ import annotations

from functools import lru_cache

from transcheck.document import (
    Block,
    Callout,
    CodeBlock,
    CodeSpan,
    Document,
    Heading,
    Image,
    Inline,
    Link,
    Text,
)
from transcheck.parse.block_tree import BlockBuilder
from transcheck.parse.blocks import PositionedBlockParser
from transcheck.parse.dialects import (
    attributes,
    includes,
    math,
    mdx,
    short_marks,
    shortcodes,
    templates,
)
from transcheck.parse.dialects.directives import add_directives
from transcheck.parse.frontmatter import read_frontmatter
from transcheck.parse.inline_tree import Definition, InlineBuilder, read_target
from transcheck.parse.inlines import PositionedInlineParser
from transcheck.parse.masks import Masker, Masks
from transcheck.parse.sections import build_sections
from transcheck.parse.state import PositionedState, start_state
from transcheck.parse.tables import add_tables
from transcheck.patterns import late_regex
from transcheck.text import Lines

__all__ = ["parse"]

_LINE_END = late_regex(r"\r\n?")


def parse(
    text: str,
    *,
    path: str,
    tag: str | None = None,
    language: str | None = None,
    byte_order_mark: bool = False,
) -> Document:
    """Parse a file; whatever it holds, a document comes of it.

    Args:
        text: The decoded text without byte order mark.
        path: The file, as diagnostics print it; ``.mdx`` is read as MDX.
        tag: The language as the path spells it.
        language: The same as BCP 47.
        byte_order_mark: The file starts with one.
    """
    in_mdx = path.lower().endswith(".mdx")
    frontmatter, body = read_frontmatter(text)
    masks = Masks(list(_masker(in_mdx=in_mdx).find(text, body)))
    lines = Lines(text)
    copy = _LINE_END.sub("\n", masks.apply(text)[body:])
    if not copy.endswith("\n"):
        copy += "\n"
    state = start_state(copy, body, lines, masks)
    _block_parser(in_mdx=in_mdx).parse(state)
    inlines = InlineBuilder(
        text, masks, _inline_parser(), dict(state.env), _definitions(state, text)
    )
    blocks = BlockBuilder(text, inlines).build(state)
    views = _Views()
    views.take_blocks(blocks)
    return Document(
        path=path,
        text=text,
        tag=tag,
        language=language,
        frontmatter=frontmatter,
        root=build_sections(blocks),
        headings=tuple(views.headings),
        links=tuple(views.links),
        images=tuple(views.images),
        code_spans=tuple(views.code_spans),
        code_blocks=tuple(views.code_blocks),
        byte_order_mark=byte_order_mark,
    )


class _Views:
    """Flat views of blocks, gathered in one walk in the order of the file."""

    def __init__(self) -> None:
        self.headings: list[Heading] = []
        self.links: list[Link] = []
        self.images: list[Image] = []
        self.code_spans: list[CodeSpan] = []
        self.code_blocks: list[CodeBlock] = []

    def take_blocks(self, blocks: tuple[Block, ...]) -> None:
        for block in blocks:
            if type(block) is Heading:
                self.headings.append(block)
            elif type(block) is CodeBlock:
                self.code_blocks.append(block)
            elif type(block) is Callout:
                self._take_inlines(block.title)
            if block.inlines:
                self._take_inlines(block.inlines)
            if block.blocks:
                self.take_blocks(block.blocks)

    def _take_inlines(self, inlines: tuple[Inline, ...]) -> None:
        for inline in inlines:
            if type(inline) is Text:
                continue
            if type(inline) is CodeSpan:
                self.code_spans.append(inline)
            elif type(inline) is Link:
                self.links.append(inline)
            elif type(inline) is Image:
                self.images.append(inline)
            if inline.children:
                self._take_inlines(inline.children)


def _definitions(state: PositionedState, text: str) -> dict[str, Definition]:
    """Place the link definitions that the block parser came by."""
    definitions = {}
    for key, (home, token) in state.env.get("definitions", {}).items():
        place = home.map.span(*token["target"])
        title = token["title"] and home.map.span(*token["title"])
        definitions[key] = Definition(read_target(text, place), place, title)
    return definitions


@lru_cache(maxsize=2)
def _masker(*, in_mdx: bool) -> Masker:
    # In MDX a brace opens an expression whatever stands in it.
    braces = (mdx.EXPRESSIONS,) if in_mdx else (includes.DIALECT, templates.TAGS)
    return Masker(
        (
            shortcodes.DIALECT,
            templates.BLOCKS,
            attributes.DIALECT,
            mdx.COMMENTS,
            *braces,
            math.DOLLARS,
            math.BACKSLASHES,
            short_marks.EMOJI,
            short_marks.KEYS,
        )
    )


@lru_cache(maxsize=2)
def _block_parser(*, in_mdx: bool) -> PositionedBlockParser:
    parser = PositionedBlockParser()
    add_tables(parser)
    add_directives(parser, in_mdx=in_mdx)
    if in_mdx:
        # MDX has no indented code: elements indent what is in them.
        for rules in (parser.rules, parser.block_quote_rules, parser.list_rules):
            rules.remove("indent_code")
    return parser


@lru_cache(maxsize=1)
def _inline_parser() -> PositionedInlineParser:
    return PositionedInlineParser()
