"""mistune's block parser, taught to say where each block stands.

Tokens are mistune's dictionaries; this module adds to them:

``start``, ``end``
    Offsets in the text of the state that the token belongs to.
``text_start``
    Where the token's own ``text`` starts in the same text.
``states``
    The states of the containers in it, in order: one for a quote, one for each item
    of a list.
"""

from __future__ import annotations

import re
from string import whitespace
from typing import Any, cast

from mistune.block_parser import BlockParser
from mistune.core import BlockState
from mistune.helpers import parse_link_href, parse_link_title
from mistune.util import unikey

from transcheck.parse.lines import LineMap
from transcheck.parse.masks import MASK, Masks
from transcheck.text import Lines

Token = dict[str, Any]

_EMPTY_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])[^\S\n]*(?:\n|\Z)")
_INDENT = re.compile(r"[ \t]*")
_INDENTED_MARKUP = re.compile(rf"[ \t]+{MASK}[{MASK} \t]*(?:\n|\Z)")
_FOOTNOTE = (
    r"^ {0,3}\[\^(?P<footnote_label>(?:[^\\\[\]\s]|\\.){1,500})\]:"
    r"(?P<footnote_first>[^\n]*(?:\n|$))"
    r"(?P<footnote_rest>(?:(?:[ \t]*\n)*(?: {2,4}|\t)[^\n]*[^\s\n][^\n]*(?:\n|$))*)"
)
_FOOTNOTE_INDENT = re.compile(r"^(?: {1,4}|\t)", re.MULTILINE)


class PositionedState(BlockState):
    """A part of the text that is parsed as blocks, and where it stands in the file.

    Built by mistune for each quote and list item, which is why it is set up in steps;
    `start_state` makes the first one.
    """

    lines: Lines
    masks: Masks
    first_line: int
    container_start: int
    child_start: int
    children: list[PositionedState]

    def __init__(self, parent: PositionedState | None = None) -> None:
        super().__init__(parent)
        self.children = []
        self.child_start = 0
        self.container_start = 0
        if parent is not None:
            self.lines = parent.lines
            self.masks = parent.masks

    def child_state(
        self, src: str, lazy_line_starts: set[int] | None = None
    ) -> PositionedState:
        """Make the state of a quote or list item that starts at `child_start`."""
        start = self.child_start
        # Of a list, the next item's first line is already consumed here.
        self.child_start = self.src.rfind("\n", 0, max(self.cursor - 1, 0)) + 1
        # An item whose first line is bare is copied from its second line on.
        bare = _EMPTY_ITEM.match(self.src, start)
        first = bare.end() if bare else start
        return self.nested_state(src, start, first, lazy_line_starts)

    def nested_state(
        self,
        src: str,
        start: int,
        first: int,
        lazy_line_starts: set[int] | None = None,
    ) -> PositionedState:
        """Make the state of a container.

        Args:
            src: The container's text, line for line this one's with the front
                rewritten.
            start: Where the container starts in this text.
            first: An offset on the line that the container's text starts on.
            lazy_line_starts: As in mistune.
        """
        child = cast("PositionedState", super().child_state(src, lazy_line_starts))
        child.first_line = self.map.line(first)
        indent = _INDENT.match(self.src, start)
        child.container_start = indent.end() if indent else start
        self.children.append(child)
        return child

    def add_paragraph(self, text: str) -> None:
        """Start a paragraph at the cursor, or go on with the last one."""
        count = len(self.tokens)
        super().add_paragraph(text)
        for token in self.tokens[count:]:
            token["start"] = token["text_start"] = self.cursor

    def append_paragraph(self) -> int | None:
        """Add the line at the cursor to the paragraph that ends there, if one does.

        While mistune asks what breaks off a quote or list, the last token is what
        came before it, which the line does not go on.
        """
        last = self.last_token()
        is_paragraph = last and last["type"] == "paragraph"
        if is_paragraph and last["start"] + len(last["text"]) != self.cursor:
            return None
        return super().append_paragraph()

    @property
    def map(self) -> LineMap:
        """The way back to the file, made when it is first asked for."""
        made: LineMap | None = self.__dict__.get("_map")
        if made is None:
            made = LineMap(self.src, self.first_line, self.lines)
            self.__dict__["_map"] = made
        return made


def start_state(
    src: str, first_line: int, lines: Lines, masks: Masks
) -> PositionedState:
    r"""Make the state of a file's body.

    Args:
        src: The body as mistune reads it: masked, line ends ``\n``.
        first_line: The 0-based line of the file that it starts on.
        lines: The lines of the file.
        masks: What was masked in it.
    """
    state = PositionedState()
    state.lines = lines
    state.masks = masks
    state.first_line = first_line
    state.process(src)
    return state


class PositionedBlockParser(BlockParser):
    """mistune's block parser; `parse` leaves tokens with places in a state."""

    state_cls = PositionedState

    def __init__(self) -> None:
        super().__init__()
        # The plugin drops definitions out of the token stream; these stay in it.
        self.register("ref_footnote", _FOOTNOTE, _parse_footnote, before="ref_link")
        for rules in (self.block_quote_rules, self.list_rules):
            self.insert_rule(rules, "ref_footnote", before="ref_link")

    def parse_method(self, m: re.Match[str], state: BlockState) -> int | None:
        """Parse what was matched, and stamp the tokens that were appended."""
        state = cast("PositionedState", state)
        count = len(state.tokens)
        previous = state.last_token()
        previous_type = previous and previous["type"]
        outer = state.children, state.child_start
        state.children, state.child_start = [], m.start()
        try:
            end = super().parse_method(m, state)
            states = state.children
        finally:
            state.children, state.child_start = outer
        if not end:
            return end
        if m.lastgroup == "ref_link" and previous_type != "paragraph":
            state.append_token(_link_definition(m, state, end))
        if m.lastgroup == "setex_heading" and len(state.tokens) == count and previous:
            previous["end"] = end
        # mistune puts a quote behind the first of two blocks that break it off.
        state.tokens[count:] = sorted(state.tokens[count:], key=_is_stamped)
        _stamp(state.tokens[count:], m.start(), end, states)
        if m.lastgroup == "atx_heading":
            _place_heading_text(state.tokens[-1], m)
        return end

    def compile_sc(self, rules: list[str] | None = None) -> re.Pattern[str]:
        """Compile rules; a directive's marker ends a lazy quote as a fence does."""
        if rules and rules[-1] == "block_html" and "fenced_directive" in self.rules:
            rules = [*rules, "fenced_directive"]
        return super().compile_sc(rules)

    def _parse_indent_code_fast(self, state: BlockState) -> int | None:
        start = state.cursor
        if _INDENTED_MARKUP.match(state.src, start):
            match = self.compile_sc().match(state.src, start)
            return self.parse_method(match, state) if match else None
        count = len(state.tokens)
        end = super()._parse_indent_code_fast(state)
        if end is not None:
            _stamp(state.tokens[count:], start, end, [])
        return end


def parse_by_later_rules(
    block: BlockParser, state: BlockState, name: str
) -> int | None:
    """Let the rules behind a rule have the line at the cursor, which it refused.

    mistune tries one rule a line: the first whose pattern matches.
    """
    later = block.rules[block.rules.index(name) + 1 :]
    match = block.compile_sc(later).match(state.src, state.cursor)
    return block.parse_method(match, state) if match else None


def _is_stamped(token: Token) -> bool:
    return "start" in token


def _stamp(
    tokens: list[Token], start: int, end: int, states: list[PositionedState]
) -> None:
    """Place new tokens: first what was matched, then what broke it off."""
    for position, token in enumerate(tokens):
        if "start" in token:
            continue
        following = tokens[position + 1 :]
        token["start"] = start
        token["end"] = following[0]["start"] if following else end
        token.setdefault("states", states)


def _place_heading_text(token: Token, match: re.Match[str]) -> None:
    text = match["atx_2"]
    token["text_start"] = (
        match.start("atx_2") + len(text) - len(text.lstrip(whitespace))
    )


def title_place(src: str, start: int, limit: int) -> tuple[int, int] | None:
    """Return where the title of a link is, without its quotes, None if it has none.

    Args:
        src: The text that the link is in.
        start: Where its target ends.
        limit: Where the link or its definition ends.
    """
    title, end = parse_link_title(src, start, limit)
    if not title or end is None:
        return None
    while src[start] in whitespace:
        start += 1
    return start + 1, end - 1


def _link_definition(match: re.Match[str], state: PositionedState, end: int) -> Token:
    """Keep a definition as the block it is, used or not."""
    src = state.src
    href, href_end = parse_link_href(src, match.end(), block=True)
    if href is None or href_end is None:
        raise AssertionError("mistune read a definition that has no target")
    in_brackets = src[href_end - 1] == ">" and src[href_end - len(href) - 2] == "<"
    target_end = href_end - 1 if in_brackets else href_end
    token: Token = {
        "type": "link_definition",
        "label": match["reflink_1"],
        "key": unikey(match["reflink_1"]),
        "target": (target_end - len(href), target_end),
        "title": title_place(src, href_end, end),
    }
    definitions: dict[str, tuple[PositionedState, Token]] = state.env.setdefault(
        "definitions", {}
    )
    definitions.setdefault(token["key"], (state, token))
    return token


def _parse_footnote(block: BlockParser, match: re.Match[str], state: BlockState) -> int:
    """Read a footnote's text as a container, where it stands."""
    state = cast("PositionedState", state)
    label = match["footnote_label"]
    text = match["footnote_first"].lstrip(" \t") + _FOOTNOTE_INDENT.sub(
        "", match["footnote_rest"]
    )
    child = state.nested_state(text, match.start(), match.start())
    deepest = state.depth() >= block.max_nested_level - 1
    block.parse(child, ["fenced_code", "blank_line"] if deepest else block.list_rules)
    state.env.setdefault("ref_footnotes", {})[unikey(label)] = text
    state.append_token({"type": "footnote_definition", "label": label})
    return match.end()
