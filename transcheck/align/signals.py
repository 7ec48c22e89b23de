"""What tells blocks apart in any language: links, code, numbers, names, lengths."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from transcheck.align.asides import Aside
from transcheck.align.flow import flow
from transcheck.align.kept_features import (
    TAG_NAME,
    preformatted,
    read_code,
    read_inlines,
    read_lines,
    read_markup,
    read_numbers,
)
from transcheck.document import (
    AbbreviationDefinition,
    Block,
    Callout,
    CodeBlock,
    Component,
    Definition,
    DefinitionList,
    DefinitionTerm,
    Document,
    Emphasis,
    FootnoteDefinition,
    Heading,
    InlineMarkup,
    LinkDefinition,
    ListBlock,
    ListItem,
    MarkupBlock,
    Paragraph,
    Quote,
    Table,
    TableCell,
    TableRow,
    ThematicBreak,
    block_inlines,
    block_prose,
)
from transcheck.patterns import late_regex
from transcheck.targets import Locales, locales

KINDS: dict[type[Block], str] = {
    Heading: "heading",
    Paragraph: "paragraph",
    CodeBlock: "code",
    Quote: "quote",
    Callout: "callout",
    Component: "component",
    ListBlock: "list",
    ListItem: "item",
    Table: "table",
    TableRow: "row",
    TableCell: "cell",
    MarkupBlock: "markup",
    ThematicBreak: "break",
    FootnoteDefinition: "footnote",
    LinkDefinition: "link definition",
    DefinitionList: "definition list",
    DefinitionTerm: "term",
    Definition: "definition",
    AbbreviationDefinition: "abbreviation",
}

_STEP = late_regex(r"\s*(\d{1,3})[.)、．]")  # noqa: RUF001 - the wide full stop
_LATIN_WORD = late_regex(r"[A-Za-z][A-Za-z0-9]+")

_MARKED = frozenset({"component", "callout", "footnote", "markup"})
_SHORT_TEXT = 40
_MAX_STRONG = 8
_QUESTION = frozenset("?？؟;")  # noqa: RUF001 - the fullwidth mark is one of them
_LEAD_IN = frozenset(":：")  # noqa: RUF001 - so is the fullwidth colon


class Signals(Struct, eq=False, gc=False):
    """What is known of a block, with all in it, without knowing its language.

    Args:
        block: The block.
        kind: Its name in `KINDS`.
        prose: Its own words, as `block_prose` gives them.
        strict: Features a translation keeps, with what each is worth.
        weight: The sum of what they are worth.
        length: Characters of prose, or of code in a code block, without spaces.
        units: The parts in it that a reader would miss: paragraphs, rows, headings.
        blocks: The same for the blocks in it that count.
        aside: What it is that is about the page, None for a part of the page.
    """

    block: Block
    kind: str
    prose: str
    strict: dict[str, float]
    weight: float
    length: int
    units: int
    blocks: tuple[Signals, ...]
    aside: Aside | None = None
    # Not a cached property: that takes a lock, and most blocks are asked once or never.
    _loose: frozenset[str] | None = None

    @property
    def loose(self) -> frozenset[str]:
        """Features that speak for a counterpart when they are shared, not against."""
        if self._loose is None:
            self._loose = _read_loose(self)
        return self._loose

    @property
    def is_part(self) -> bool:
        """Whether a reader would miss it by itself, not as what is in it."""
        is_whole = not self.blocks or self.kind == "row"
        return is_whole and self.units == 1 and self.aside is None

    @property
    def is_opened(self) -> bool:
        """Whether it is a container whose blocks stand beside it."""
        return bool(self.block.blocks) and not self.blocks and self.units == 0

    def without_content(self) -> Signals:
        """Return a container as it stands without what is in it."""
        return Signals(
            block=self.block,
            kind=self.kind,
            prose=self.prose,
            strict={},
            weight=0.0,
            length=0,
            units=0,
            blocks=(),
            aside=self.aside,
            _loose=frozenset(),
        )


def kind_of(block: Block) -> str:
    """Return the name of a block's kind."""
    return KINDS.get(type(block), "block")


def own_locales(*documents: Document) -> Locales:
    """Return the languages whose marks in the targets of documents mean nothing."""
    return locales(
        name for document in documents for name in (document.tag, document.language)
    )


def gather(block: Block, document: Document, known: Locales) -> Signals:
    """Read the signals of a block and of all blocks in it.

    Args:
        block: A block that counts.
        document: The document it is in.
        known: The languages whose marks in its targets mean nothing.
    """
    below: tuple[Signals, ...] = ()
    if block.blocks:
        below = tuple([gather(child, document, known) for child in flow(block.blocks)])
    kind = KINDS.get(type(block), "block")
    strict: dict[str, float] = {}
    prose = ""
    length = 0
    code = preformatted(block) if kind == "markup" else None
    if code is not None:
        kind, length = "code", read_lines(code, strict)
    elif block.inlines or kind == "callout":
        prose = block_prose(block)
        length = _length(prose)
        read_inlines(block, known, strict)
        if length:
            read_numbers(prose, strict)
    if type(block) is CodeBlock:
        length = read_code(block, strict)
    elif kind in _MARKED:
        read_markup(block, document, strict)
    for child in below:
        add_features(child.strict, strict)
        if child.kind != "code":
            length += child.length
    return Signals(
        block=block,
        kind=kind,
        prose=prose,
        strict=strict,
        weight=sum(strict.values()),
        length=length,
        units=_units(kind, below),
        blocks=below,
    )


def merge(parts: Iterable[Signals]) -> tuple[dict[str, float], int]:
    """Return the strict features and the length of several blocks, without asides."""
    strict: dict[str, float] = {}
    length = 0
    for part in parts:
        if part.aside is None:
            add_features(part.strict, strict)
            length += part.length if part.kind != "code" else 0
    return strict, length


def add_features(features: Mapping[str, float], to: dict[str, float]) -> None:
    """Add features, with what they are worth, to others."""
    if not to:
        to.update(features)
        return
    for token, value in features.items():
        to[token] = to.get(token, 0.0) + value


def _length(prose: str) -> int:
    return len(prose) - prose.count(" ") - prose.count("\ufffc")


def _units(kind: str, below: tuple[Signals, ...]) -> int:
    if kind in {"break", "markup"}:
        return 0
    if not below or kind == "row":
        return 1
    return sum([child.units for child in below]) or 1


def _read_loose(signals: Signals) -> frozenset[str]:
    loose: set[str] = set()
    strong = 0
    for inline in block_inlines(signals.block):
        if type(inline) is Emphasis:
            strong += inline.marker in {"**", "__"}
        elif type(inline) is InlineMarkup and inline.form == "html":
            name = TAG_NAME.match(inline.value)
            loose.add(f"tag {name[1] if name else inline.value}")
    if strong:
        loose.update([f"strong {number}" for number in range(min(strong, _MAX_STRONG))])
    if signals.prose and _length(signals.prose):
        _read_words(signals.prose, loose)
    loose.update(*[child.loose for child in signals.blocks])
    return frozenset(loose)


def _read_words(text: str, loose: set[str]) -> None:
    step = _STEP.match(text)
    if step:
        loose.add(f"step {int(step[1])}")
    loose.update([word for word in _LATIN_WORD.findall(text) if not word.islower()])
    text = text.strip()
    if len(text) <= _SHORT_TEXT:
        loose.add(f"text {text.casefold()}")
    if text[-1:] in _LEAD_IN:
        loose.add("ends :")
    elif text[-1:] in _QUESTION:
        loose.add("ends ?")
