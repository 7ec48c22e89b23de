"""mistune's block parser, taught to say where each block stands.

Tokens are mistune's dictionaries; this module adds to them:

``start``, ``end``
    Offsets in the text of the state that the token belongs to.
``text_start``
    Where the token's own ``text`` starts in the same text.
``states``
    The states of the containers in it, in order. Those of a list are in its ``items``.
"""

from __future__ import annotations

import re
from string import punctuation, whitespace
from typing import Any, cast

from mistune.block_parser import BlockParser
from mistune.core import BlockState

from transcheck.parse.definitions import FOOTNOTE, define_link, parse_footnote
from transcheck.parse.lists import ListReader
from transcheck.parse.masks import MASK
from transcheck.parse.patterns import FirstCharacterPatterns
from transcheck.parse.state import PositionedState
from transcheck.patterns import late_regex
from transcheck.text import Span

Token = dict[str, Any]

_BLANK_LINES = late_regex(r"(?:[ \t\v\f]*\n)+")
_INDENTED_MARKUP = late_regex(rf"[ \t]+{MASK}[{MASK} \t]*(?:\n|\Z)")
# An element in which Python-Markdown and kramdown read Markdown, from the next line on.
_HOLDS_MARKDOWN = late_regex(
    r" {0,3}<(?!pre|script|style|textarea)[A-Za-z][\w-]*"
    r"(?=\s[^>\n]*(?<=\s)markdown(?:=[\"']?(?:1|block|span|true)[\"']?)?[\s>])[^>\n]*>"
    r"[ \t]*\n(?! {4}|\t)"
)
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
    "block_html": "<",
    "blank_line": "\n",
}
_INDENTS = " \t\v\f"


class PositionedBlockParser(BlockParser):
    """mistune's block parser; `parse` leaves tokens with places in a state.

    Attributes:
        first_characters: What a line starts with that a rule may match, by the rule;
            rules that are not there may match any line. White space may come first.
        large_rule: A rule whose pattern is compiled once, as it is the largest.
    """

    state_cls = PositionedState

    def __init__(self) -> None:
        super().__init__()
        self.first_characters = dict(_FIRST_CHARACTERS)
        self.large_rule = ""
        self._line_patterns: dict[str, FirstCharacterPatterns] = {}
        self._endings: dict[
            tuple[tuple[str, ...], int], tuple[frozenset[str], re.Pattern[str]]
        ] = {}
        # The plugin drops definitions out of the token stream; these stay in it.
        self.register("ref_footnote", FOOTNOTE, parse_footnote, before="ref_link")
        for rules in (self.block_quote_rules, self.list_rules):
            self.insert_rule(rules, "ref_footnote", before="ref_link")

    def parse(self, state: BlockState, rules: list[str] | None = None) -> None:
        """Parse a state's text as mistune does, each line by the rules it may match."""
        state = cast("PositionedState", state)
        rules = self.rules if rules is None else rules
        patterns = self.patterns_of(rules)
        may_be_code = "indent_code" in rules
        src, limit = state.src, state.cursor_max
        while state.cursor < limit:
            at = state.cursor
            first = src[at]
            if first == "\n":  # no rule but that of blank lines starts so
                state.cursor = _add_blank_lines(state)
                continue
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
            return _add_blank_lines(state)
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
            state.append_token(define_link(m, state, end))
        if m.lastgroup == "setex_heading" and len(tokens) == count and previous:
            previous["end"] = end
        if len(tokens) > count + 1:
            # mistune puts a quote behind the first of two blocks that break it off.
            tokens[count:] = sorted(tokens[count:], key=_is_stamped)
        _stamp(tokens[count:], m.start(), end, states)
        if m.lastgroup == "atx_heading":
            _place_heading_text(tokens[-1], m)
        return end

    def patterns_of(self, rules: list[str]) -> FirstCharacterPatterns:
        """Return the patterns of some rules, by the first character of a line."""
        key = "|".join(rules)
        found = self._line_patterns.get(key)
        if found is None:
            found = self._line_patterns[key] = FirstCharacterPatterns(
                self.compile_sc,
                rules,
                self.first_characters,
                _INDENTS,
                self.large_rule,
            )
        return found

    def parse_raw_html(self, m: re.Match[str], state: BlockState) -> int | None:
        """Parse a block of HTML, of an element that holds Markdown its first line."""
        opening = _HOLDS_MARKDOWN.match(state.src, state.cursor)
        in_text = state.tokens and state.tokens[-1]["type"] == "paragraph"
        if opening is None or in_text:
            return super().parse_raw_html(m, state)
        state.append_token({"type": "block_html", "raw": opening[0]})
        return opening.end()

    def parse_list(self, m: re.Match[str], state: BlockState) -> int:
        """Parse a list, which an empty item or another number than 1 may not begin."""
        marker = m["list_2"]
        if not m["list_3"].strip() or (len(marker) > 1 and int(marker[:-1]) != 1):
            end = state.append_paragraph()
            if end:
                return end
        return ListReader(self, cast("PositionedState", state), marker[-1]).read(m)

    def match_ending(
        self, rules: tuple[str, ...], width: int, src: str, line: Span
    ) -> re.Match[str] | None:
        """Match a line that ends the item of a list.

        Args:
            rules: The names of the rules that may end it.
            width: How far the item's marker reaches, in columns.
            src: The text.
            line: The line in it.
        """
        key = rules, min(width, 3)
        found = self._endings.get(key)
        if found is None:
            found = self._endings[key] = self._compile_ending(*key)
        characters, pattern = found
        first = line.cut(src).lstrip(" \t")[:1]
        if first in characters or first.isdecimal():
            return pattern.match(src, line.start)
        return None

    def _compile_ending(
        self, rules: tuple[str, ...], indent: int
    ) -> tuple[frozenset[str], re.Pattern[str]]:
        """Return what lines that some rules match start with, and their pattern.

        Lines are indented no further than the marker of an item.
        """
        known = [name for name in rules if name in self.specification]
        bound = f" {{0,{indent}}}"
        pattern = "|".join(
            # The first one is the indent, where a rule bounds it.
            f"(?P<{name}>{self.specification[name].replace(' {0,3}', bound, 1)})"
            for name in known
        )
        characters = "".join(self.first_characters[name] for name in known)
        return frozenset(characters), re.compile(pattern, self.sc_flag)

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


def _add_blank_lines(state: PositionedState) -> int:
    """Add the blank lines at the cursor, and return where they end."""
    at = state.cursor
    found = _BLANK_LINES.match(state.src, at)
    end = found.end() if found else at
    state.tokens.append({"type": "blank_line", "start": at, "end": end})
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
        if at >= limit or src[at] == "\n":
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
