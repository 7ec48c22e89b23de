"""From block tokens to the blocks of a document."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from transcheck.document import (
    AbbreviationDefinition,
    Block,
    Callout,
    Component,
    Definition,
    DefinitionList,
    DefinitionTerm,
    FootnoteDefinition,
    Heading,
    Inline,
    LinkDefinition,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Table,
    TableCell,
    TableRow,
    ThematicBreak,
)
from transcheck.parse.code_blocks import build_code
from transcheck.parse.dialects.heading_ids import split_id
from transcheck.parse.inline_tree import InlineBuilder, read_target
from transcheck.parse.lists import Item
from transcheck.parse.markup_blocks import (
    build_html,
    build_lone_markup,
    build_markup,
    is_directive,
    read_opening,
)
from transcheck.parse.pairing import Frames
from transcheck.parse.state import PositionedState
from transcheck.patterns import late_regex
from transcheck.text import Span

Token = dict[str, Any]

_STRIPPED = " \r\n\t\f"
# A task, or in MDN's documentation what the item around it means: `- : text`.
_ITEM_MARK = late_regex(r"(?:\[(?P<task>[ xX])\]|:)[ \t]+(?=\S)")
_ALERT = late_regex(
    r"\[!(?P<name>[A-Za-z][\w-]*)(?:\|[^\]\n]*)?\][-+]?"
    r"[ \t]*(?P<title>[^\n]*?)[ \t]*(?:\n|\Z)"
)


class BlockBuilder:
    """Builds blocks for one file.

    Args:
        text: The decoded file.
        inlines: What builds their text.
    """

    def __init__(self, text: str, inlines: InlineBuilder) -> None:
        self._text = text
        self._inlines = inlines
        self._makers: dict[str, Callable[[Token, PositionedState, Span], Block]] = {
            "abbreviation": self._abbreviation,
            "block_code": build_code,
            "block_html": lambda _token, _state, span: build_html(text, span, inlines),
            "block_quote": self._quote,
            "callout": self._callout,
            "component": self._component,
            "definition_list": self._definition_list,
            "footnote_definition": self._footnote,
            "heading": self._heading,
            "link_definition": self._definition,
            "list": self._list,
            "markup": lambda token, _state, span: build_markup(
                text, span, token["form"]
            ),
            "paragraph": self._paragraph,
            "table": self._table,
            "thematic_break": lambda _token, _state, span: ThematicBreak(span=span),
        }

    def build(self, state: PositionedState) -> tuple[Block, ...]:
        """Return the blocks of a state whose tokens were parsed, and use these up."""
        frames = Frames()
        for token in state.tokens:
            kind = token["type"]
            if kind == "blank_line" or (kind == "block_code" and _is_blank(token)):
                continue
            span = self._span(token, state)
            if kind == "directive_open":
                frames.open(token, self._callout(token, state, span))
            elif kind == "directive_close":
                frames.close(token, span, self._text)
            else:
                frames.add(self._makers[kind](token, state, span))
        # The states of containers know this one: such circles are slow to be found.
        state.tokens.clear()
        return frames.finish()

    def _span(self, token: Token, state: PositionedState) -> Span:
        src = state.src
        start = token["start"]
        end = token["end"] if "end" in token else start + len(token["text"])
        return self._trimmed(src, start, min(end, len(src)), state)

    def _trimmed(self, src: str, start: int, end: int, state: PositionedState) -> Span:
        while start < end and src[start] in _STRIPPED:
            start += 1
        while end > start and src[end - 1] in _STRIPPED:
            end -= 1
        to_file = state.map.to_file
        first = to_file(start)
        return Span(first, max(first, to_file(end)))

    def _range(self, place: tuple[int, int], state: PositionedState) -> Span:
        return Span(state.map.to_file(place[0]), state.map.to_file(place[1]))

    def _read(self, text: str, base: int, state: PositionedState) -> tuple[Inline, ...]:
        stripped = text.strip(_STRIPPED)
        lead = len(text) - len(text.lstrip(_STRIPPED))
        return self._inlines.build(stripped, base + lead, state.map)

    # --- text ---------------------------------------------------------------------

    def _paragraph(self, token: Token, state: PositionedState, span: Span) -> Block:
        if is_directive(token["text"]):
            return build_markup(self._text, span, "directive")
        inlines = self._read(token["text"], token["text_start"], state)
        markup = build_lone_markup(self._text, span, inlines)
        return markup or Paragraph(span=span, inlines=inlines)

    def _heading(self, token: Token, state: PositionedState, span: Span) -> Block:
        base = token["text_start"]
        text = token["text"].rstrip(_STRIPPED)
        anchor, anchor_span = None, None
        found = split_id(state.map.restore(base, base + len(text)))
        if found is not None:
            own_end, anchor_start, anchor = found
            anchor_start += base
            anchor_span = self._range((anchor_start, anchor_start + len(anchor)), state)
            text = text[:own_end]
        return Heading(
            span=span,
            inlines=self._read(text, base, state),
            level=token["attrs"]["level"],
            anchor=anchor,
            anchor_span=anchor_span,
        )

    def _table(self, token: Token, state: PositionedState, span: Span) -> Block:
        rows = []
        for row in token["rows"]:
            cells = tuple(self._cell(place, state) for place in row["cells"])
            row_span = self._range((row["start"], row["end"]), state)
            rows.append(TableRow(span=row_span, blocks=cells))
        return Table(span=span, blocks=tuple(rows), alignments=token["alignments"])

    def _cell(self, place: tuple[int, int], state: PositionedState) -> TableCell:
        start, end = place
        source = state.src[start:end]
        inlines = self._inlines.build(source, start, state.map, in_table=True)
        return TableCell(span=self._range(place, state), inlines=inlines)

    # --- code and markup ----------------------------------------------------------

    def _abbreviation(self, token: Token, state: PositionedState, span: Span) -> Block:
        inlines = self._read(token["text"], token["text_start"], state)
        return AbbreviationDefinition(span=span, inlines=inlines, label=token["label"])

    def _definition(self, token: Token, state: PositionedState, span: Span) -> Block:
        place = self._range(token["target"], state)
        title = self._range(token["title"], state) if token["title"] else None
        return LinkDefinition(
            span=span,
            label=token["label"],
            target=read_target(self._text, place),
            target_span=place,
            title=None if title is None else read_target(self._text, title),
            title_span=title,
        )

    # --- containers ---------------------------------------------------------------

    def _quote(self, token: Token, _state: PositionedState, span: Span) -> Block:
        child = token["states"][0]
        first = next((t for t in child.tokens if t["type"] != "blank_line"), None)
        alert = None
        if first is not None and first["type"] == "paragraph":
            alert = _ALERT.match(first["text"])
        if first is None or alert is None:
            return Quote(span=span, blocks=self.build(child))
        base = first["text_start"]
        name = self._range(
            (base + alert.start("name"), base + alert.end("name")), child
        )
        title = self._read(alert["title"], base + alert.start("title"), child)
        _cut_front(first, alert.end())
        if not first["text"].strip(_STRIPPED):
            child.tokens.remove(first)
        return Callout(
            span=span,
            blocks=self.build(child),
            name=alert["name"],
            name_span=name,
            syntax="alert",
            title=title,
        )

    def _callout(self, token: Token, state: PositionedState, span: Span) -> Callout:
        states = token["states"]
        title = token["title"]
        name = self._range(token["name"], state)
        return Callout(
            span=span,
            blocks=self.build(states[0]) if states else (),
            name=name.cut(self._text),
            name_span=name,
            syntax=token["syntax"],
            title=self._read(state.src[slice(*title)], title[0], state)
            if title
            else (),
            closed=token["type"] == "callout",
        )

    def _component(self, token: Token, state: PositionedState, span: Span) -> Block:
        opening = self._range(token["opening"], state)
        states = token["states"]
        targets, texts = read_opening(self._text, opening)
        return Component(
            span=span,
            blocks=self.build(states[0]) if states else (),
            inlines=targets,
            name=token["name"],
            opening=opening,
            closed=token["closed"],
            texts=texts,
        )

    def _footnote(self, token: Token, _state: PositionedState, span: Span) -> Block:
        blocks = self.build(token["states"][0])
        return FootnoteDefinition(span=span, blocks=blocks, label=token["label"])

    def _definition_list(
        self, token: Token, state: PositionedState, span: Span
    ) -> Block:
        blocks: list[Block] = []
        for terms, definitions in token["groups"]:
            at = terms["text_start"]
            for line in terms["text"].split("\n"):
                inlines = self._read(line, at, state)
                if inlines:
                    place = self._trimmed(state.src, at, at + len(line), state)
                    blocks.append(DefinitionTerm(span=place, inlines=inlines))
                at += len(line) + 1
            blocks += (self._meaning(child, state) for child in definitions)
        return DefinitionList(span=span, blocks=tuple(blocks))

    def _meaning(self, child: PositionedState, state: PositionedState) -> Definition:
        start = state.map.to_file(child.container_start)
        end = child.map.to_file(len(child.src.rstrip(_STRIPPED)))
        return Definition(span=Span(start, max(start, end)), blocks=self.build(child))

    def _list(self, token: Token, state: PositionedState, span: Span) -> Block:
        number = token["number"]
        return ListBlock(
            span=span,
            blocks=tuple([self._item(item, state) for item in token["items"]]),
            ordered=number is not None,
            start=number,
        )

    def _item(self, item: Item, state: PositionedState) -> ListItem:
        content = item.content
        start = state.map.to_file(item.start)
        if not isinstance(content, PositionedState):
            checked = _take_mark(content)
            span = self._span(content, state)
            return ListItem(
                span=Span(start, span.end),
                blocks=(self._paragraph(content, state, span),),
                checked=checked,
            )
        checked = None
        first = content.tokens[0] if content.tokens else None
        if first is not None and first["type"] == "paragraph":
            checked = _take_mark(first)
        end = state.map.to_file(item.marker_end)
        content_end = len(content.src.rstrip(_STRIPPED))
        if content_end:
            end = max(end, content.map.to_file(content_end))
        return ListItem(
            span=Span(start, end), blocks=self.build(content), checked=checked
        )


def _take_mark(token: Token) -> bool | None:
    """Take the mark off the front of an item's text; tell whether it is a task done."""
    mark = _ITEM_MARK.match(token["text"])
    if mark is None:
        return None
    _cut_front(token, mark.end())
    return None if mark["task"] is None else mark["task"] != " "


def _is_blank(token: Token) -> bool:
    """Tell whether a token of code is indented and nothing but white space."""
    return token.get("style") == "indent" and not token["raw"].strip(_STRIPPED)


def _cut_front(token: Token, length: int) -> None:
    """Take a marker off the front of a paragraph."""
    token["text"] = token["text"][length:]
    token["text_start"] += length
    token["start"] += length
