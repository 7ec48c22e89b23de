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
from functools import cached_property
from string import punctuation, whitespace
from typing import Any, cast

from mistune.block_parser import BlockParser
from mistune.core import BlockState
from mistune.helpers import parse_link_href, parse_link_title
from mistune.util import unikey

from transcheck.parse.lines import LineMap
from transcheck.parse.masks import MASK, Masks
from transcheck.parse.patterns import FirstCharacterPatterns
from transcheck.patterns import late_regex
from transcheck.text import Lines

Token = dict[str, Any]

_EMPTY_ITEM = late_regex(r"[ \t]*(?:[-*+]|\d{1,9}[.)])[^\S\n]*(?:\n|\Z)")
_INDENT = late_regex(r"[ \t]*")
_INDENTED_MARKUP = late_regex(rf"[ \t]+{MASK}[{MASK} \t]*(?:\n|\Z)")
_FOOTNOTE = (
    r"^ {0,3}\[\^(?P<footnote_label>(?:[^\\\[\]\s]|\\.){1,500})\]:"
    r"(?P<footnote_first>[^\n]*(?:\n|$))"
    r"(?P<footnote_rest>(?:(?:[ \t]*\n)*(?: {2,4}|\t)[^\n]*[^\s\n][^\n]*(?:\n|$))*)"
)
_FOOTNOTE_INDENT = late_regex(r"^(?: {1,4}|\t)", re.MULTILINE)

# What a line starts with that a rule may match, white space in front aside; "0" is
# any digit.
_FIRST_CHARACTERS = {
    "fenced_code": "`~",
    "indent_code": "",
    "atx_heading": "#",
    "setex_heading": "=-",
    "thematic_break": "-_*",
    "block_quote": ">",
    "list": "*+-0",
    "ref_footnote": "[",
    "ref_link": "[",
    "raw_html": "<",
    "blank_line": "\n",
}
_INDENTS = " \t\v\f"


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
        last = self.last_token()
        if last and last["type"] == "paragraph":
            last["text"] += text
        else:
            at = self.cursor
            token = {"type": "paragraph", "text": text, "start": at, "text_start": at}
            self.tokens.append(token)

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

    @cached_property
    def map(self) -> LineMap:
        """The way back to the file."""
        return LineMap(self.src, self.first_line, self.lines)


def start_state(src: str, body: int, lines: Lines, masks: Masks) -> PositionedState:
    r"""Make the state of a file's body.

    Args:
        src: The body as mistune reads it: masked, line ends ``\n``.
        body: Where it starts in the file.
        lines: The lines of the file.
        masks: What was masked in it.
    """
    state = PositionedState()
    state.lines = lines
    state.masks = masks
    state.first_line = lines.index(body)
    verbatim = lines.starts[state.first_line] == body and "\r" not in lines.text
    state.map = LineMap(src, state.first_line, lines, verbatim=verbatim)
    state.process(src)
    return state


class PositionedBlockParser(BlockParser):
    """mistune's block parser; `parse` leaves tokens with places in a state.

    Attributes:
        first_characters: What a line starts with that a rule may match, by the rule;
            rules that are not there may match any line. White space may come first.
    """

    state_cls = PositionedState

    def __init__(self) -> None:
        super().__init__()
        self.first_characters = dict(_FIRST_CHARACTERS)
        self._line_patterns: dict[str, FirstCharacterPatterns] = {}
        # The plugin drops definitions out of the token stream; these stay in it.
        self.register("ref_footnote", _FOOTNOTE, _parse_footnote, before="ref_link")
        for rules in (self.block_quote_rules, self.list_rules):
            self.insert_rule(rules, "ref_footnote", before="ref_link")

    def parse(self, state: BlockState, rules: list[str] | None = None) -> None:
        """Parse a state's text as mistune does, each line by the rules it may match."""
        state = cast("PositionedState", state)
        rules = self.rules if rules is None else rules
        patterns = self._patterns_of(rules)
        may_be_code = "indent_code" in rules
        src, limit = state.src, state.cursor_max
        while state.cursor < limit:
            at = state.cursor
            first = src[at]
            if may_be_code and first in " \t":
                code_end = self._parse_indent_code_fast(state)
                if code_end is not None:
                    state.cursor = code_end
                    continue
            match = patterns[first].match(src, at)
            if match is None:
                match = _read_text(state, patterns)
                if match is None:
                    continue
            end = self.parse_method(match, state)
            if not end:
                end = state.find_line_end()
                state.add_paragraph(src[state.cursor : end])
            state.cursor = end

    def parse_method(self, m: re.Match[str], state: BlockState) -> int | None:
        """Parse what was matched, and stamp the tokens that were appended."""
        state = cast("PositionedState", state)
        tokens = state.tokens
        if m.lastgroup == "blank_line":
            tokens.append({"type": "blank_line", "start": m.start(), "end": m.end()})
            return m.end()
        count = len(tokens)
        previous = tokens[-1] if tokens else None
        previous_type = previous and previous["type"]
        outer = state.children, state.child_start
        state.children, state.child_start = [], m.start()
        end = super().parse_method(m, state)
        states = state.children
        state.children, state.child_start = outer
        if not end:
            return end
        if m.lastgroup == "ref_link" and previous_type != "paragraph":
            state.append_token(_link_definition(m, state, end))
        if m.lastgroup == "setex_heading" and len(tokens) == count and previous:
            previous["end"] = end
        if len(tokens) > count + 1:
            # mistune puts a quote behind the first of two blocks that break it off.
            tokens[count:] = sorted(tokens[count:], key=_is_stamped)
        _stamp(tokens[count:], m.start(), end, states)
        if m.lastgroup == "atx_heading":
            _place_heading_text(tokens[-1], m)
        return end

    def _patterns_of(self, rules: list[str]) -> FirstCharacterPatterns:
        key = "|".join(rules)
        found = self._line_patterns.get(key)
        if found is None:
            found = self._line_patterns[key] = FirstCharacterPatterns(
                self, rules, self.first_characters, _INDENTS
            )
        return found

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


def _read_text(
    state: PositionedState, patterns: FirstCharacterPatterns
) -> re.Match[str] | None:
    """Add the line at the cursor, which no rule matches, and those like it as text.

    Returns:
        The match of the line at the cursor then; None where it is to be looked at as
        any other: after a line that starts with a letter, it may be code.
    """
    src, limit, start = state.src, state.cursor_max, state.cursor
    first = src[start]
    is_plain = not (first.isspace() or first.isdigit() or first in punctuation)
    at, match = start, None
    while match is None:
        at = state.find_line_end_at(at)
        if at >= limit:
            break
        match = patterns[src[at]].match(src, at)
        if is_plain and match is None and not state.get_line(at).strip():
            break
    state.add_paragraph(src[start:at])
    state.cursor = at
    return None if is_plain else match


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
