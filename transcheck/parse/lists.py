"""Lists as mistune reads them, each line looked at once.

Nearly every item is one line of text. Such a one is a paragraph where it stands; only
the others are containers that are parsed as blocks.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from mistune.util import strip_end
from msgspec import Struct

from transcheck.parse.state import PositionedState
from transcheck.patterns import late_regex
from transcheck.text import Span

if TYPE_CHECKING:
    from transcheck.parse.blocks import PositionedBlockParser

Token = dict[str, Any]

_BLANK_LINE = late_regex(r"[ \t\v\f]*\n")
_BLANKS = " \t\v\f"
# An item whose text is indented so far starts with code.
_CODE_INDENT = 5
_WIDEST_INDENT = 3
# What ends an item whose next line is not indented, where it is no other item.
_ENDING_RULES = (
    "thematic_break",
    "fenced_directive",
    "fenced_code",
    "atx_heading",
    "block_quote",
    "block_html",
    "list",
)
# What a line is sooner than an item.
_RULES_BEFORE_ITEMS = ("thematic_break",)


class Item(Struct, frozen=True, gc=False):
    """An item of a list.

    Args:
        start: Where its marker starts in the text that the list is in.
        marker_end: Where that ends.
        content: The state of the blocks in it, whose offsets are those of a text of
            their own; or the token of the one line that is all of it, in the text that
            the list is in.
    """

    start: int
    marker_end: int
    content: PositionedState | Token


class ListReader:
    """Reads one list.

    Args:
        block: The parser of what is in it.
        state: The text that it is in.
        bullet: The last character of its markers.
    """

    def __init__(
        self, block: PositionedBlockParser, state: PositionedState, bullet: str
    ) -> None:
        self._block = block
        self._state = state
        self._bullet = bullet
        rules = block.list_rules
        if state.depth() >= block.max_nested_level - 1:
            rules = [rule for rule in rules if rule not in ("list", "block_quote")]
        self._rules = rules
        self._patterns = block.patterns_of(rules)
        self._items: list[Item] = []
        # Where the block that broke it off ends, and its number among the tokens.
        self._broken_off: tuple[int, int] | None = None

    def read(self, match: re.Match[str]) -> int:
        """Read the list whose first line was matched, and append its token.

        Returns:
            Where it ends, or what broke it off.
        """
        state = self._state
        state.cursor = match.end() + 1
        item: re.Match[str] | None = match
        while item is not None:
            item = self._read_item(item)
        number, end = self._broken_off or (len(state.tokens), state.cursor)
        marker = match["list_2"]
        start = int(marker[:-1]) if len(marker) > 1 else None
        token = {"type": "list", "items": self._items, "number": start}
        state.tokens.insert(number, token)
        return end

    def _read_item(self, item: re.Match[str]) -> re.Match[str] | None:
        """Read the item whose first line was matched, and return the next one's."""
        state = self._state
        marker, rest = item["list_2"], item["list_3"]
        start, marker_end = item.span("list_2")
        indent = start - item.start()
        width = indent + len(marker)
        text = _expand(rest, width)
        bare = text.lstrip(" \t")
        space = 1
        if not text.strip():
            text = ""
        else:
            if len(text) - len(bare) < _CODE_INDENT:
                space = len(text) - len(bare)
            text = f"{text[space:]}\n"
        # An item whose first line is bare has its text from the second line on.
        first = item.start() if text else min(state.cursor, len(state.src))
        lines, following = self._read_lines(width, width + space, is_bare=not text)
        content: PositionedState | Token
        if not lines and text and self._is_paragraph(text):
            at = marker_end + len(rest) - len(bare)
            content = {"type": "paragraph", "text": text, "start": at, "text_start": at}
        else:
            source = strip_end(text + _take_indent("".join(lines), width + space))
            content = state.nested_state(source, start, first)
            self._block.parse(content, self._rules)
        self._items.append(Item(start, marker_end, content))
        return following

    def _is_paragraph(self, line: str) -> bool:
        """Tell whether the one line of an item is text."""
        first = line[0]
        return first not in " \t" and self._patterns[first].match(line) is None

    def _read_lines(
        self, width: int, inner: int, *, is_bare: bool
    ) -> tuple[list[str], re.Match[str] | None]:
        """Read the lines of an item after its first one.

        Args:
            width: How far its marker reaches, in columns.
            inner: How far lines are indented that are surely its own.
            is_bare: There is nothing after the marker.

        Returns:
            The lines, without blank ones at their end, and the match of the item that
            follows, None where none does.
        """
        state, src = self._state, self._state.src
        next_item = _item_pattern(self._bullet, min(width, _WIDEST_INDENT))
        lines: list[str] = []
        blanks = 0
        while (at := state.cursor) < state.cursor_max:
            end = state.find_line_end_at(at)
            is_indented = src[at] in _BLANKS
            if (is_indented or src[at] == "\n") and _BLANK_LINE.match(src, at):
                blanks += 1
                state.cursor = end
                continue
            line = src[at:end]
            is_own = is_indented and _indent_of(line) >= inner
            if is_own and blanks and is_bare and not "".join(lines).strip():
                break
            if not is_own:
                following = next_item.match(src, at)
                rules = _ENDING_RULES if following is None else _RULES_BEFORE_ITEMS
                ending = self._block.match_ending(rules, width, src, Span(at, end))
                if following is not None and ending is None:
                    state.cursor = end
                    return lines, following
                if ending is not None and self._is_broken_off(ending):
                    break
                if blanks:
                    break
            lines += ["\n"] * blanks
            blanks = 0
            lines.append(line)
            state.cursor = end
        return lines, None

    def _is_broken_off(self, ending: re.Match[str]) -> bool:
        """Tell whether a list ends where the line of another block was matched."""
        if ending.lastgroup == "list":
            return True
        number = len(self._state.tokens)
        end = self._block.parse_method(ending, self._state)
        if end:
            self._broken_off = number, end
        return bool(end)


@lru_cache(maxsize=64)
def _item_pattern(bullet: str, width: int) -> re.Pattern[str]:
    """Return what matches an item of a list.

    Args:
        bullet: The last character of its markers.
        width: How far they may be indented, in columns.
    """
    number = r"\d{1,9}" if bullet in ".)" else ""
    return re.compile(
        rf"(?P<list_1> {{0,{width}}})(?P<list_2>{number}{re.escape(bullet)})"
        r"(?P<list_3>[ \t]*|[ \t][^\n]+)$",
        re.MULTILINE,
    )


def _expand(line: str, column: int = 0) -> str:
    """Return a line that starts at a column, without tabs in front of its text."""
    if "\t" not in line:
        return line
    bare = line.lstrip(" \t")
    front = " " * column + line[: len(line) - len(bare)]
    return front.expandtabs(4)[column:] + bare


def _indent_of(line: str) -> int:
    """Return how far a line is indented, in columns."""
    line = _expand(line)
    return len(line) - len(line.lstrip(" "))


def _take_indent(text: str, width: int) -> str:
    """Take the indent of an item off its lines, where they have it."""
    lines = []
    for line in map(_expand, text.split("\n")):
        is_own = len(line) - len(line.lstrip(" ")) >= width
        lines.append(line[width:] if is_own else line)
    return "\n".join(lines)
