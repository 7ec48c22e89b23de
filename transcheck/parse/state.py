"""The text that is parsed as blocks, part by part, and where each part stands."""

from __future__ import annotations

from functools import cached_property
from typing import cast

from mistune.core import BlockState

from transcheck.parse.lines import LineMap
from transcheck.parse.masks import Masks
from transcheck.patterns import late_regex
from transcheck.text import Lines

_INDENT = late_regex(r"[ \t]*")


class PositionedState(BlockState):
    """A part of the text that is parsed as blocks, and where it stands in the file.

    Built by mistune for each quote, which is why it is set up in steps; `start_state`
    makes the first one.
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
        """Make the state of a quote that starts at `child_start`."""
        start = self.child_start
        return self.nested_state(src, start, start, lazy_line_starts)

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
