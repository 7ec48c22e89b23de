"""From tokens of code to code blocks, whose text is the file's, not a masked copy's."""

from __future__ import annotations

import re
from typing import Any

from transcheck.document import CodeBlock
from transcheck.parse.state import PositionedState
from transcheck.patterns import late_regex
from transcheck.text import Span

_FENCE = late_regex(
    r"(?P<indent>[ \t]*)(?P<fence>`{3,}|~{3,})[ \t]*(?P<info>[^\n]*?)[ \t]*(?:\n|\Z)"
)
# CommonMark 4.4: four columns; the last line of a container may have fewer.
_CODE_INDENT = late_regex(r"^(?: {4}| {0,3}\t| {1,3})", re.MULTILINE)
_BLANK = " \r\n\t\f"

Token = dict[str, Any]


def build_code(token: Token, state: PositionedState, span: Span) -> CodeBlock:
    """Build the code block of a token of fenced or indented code."""
    start, end = token["start"], min(token["end"], len(state.src))
    opening = _FENCE.match(state.src, start, end)
    if token["style"] == "indent" or opening is None:
        content = _CODE_INDENT.sub("", state.map.restore(start, end)).strip("\n")
        return CodeBlock(
            span=span,
            info="",
            info_span=Span(span.start, span.start),
            content=f"{content}\n",
            content_span=span,
            fence="",
            closed=True,
        )
    inner = opening.end()
    closing = _closing_line(state.src, inner, end, opening["fence"])
    inner_end = end if closing is None else closing
    raw = state.map.restore(inner, inner_end)
    if opening["indent"]:
        raw = re.sub(rf"^ {{1,{len(opening['indent'])}}}", "", raw, flags=re.MULTILINE)
    code = _to_file(state, inner, inner_end - raw.endswith("\n"))
    if closing is None:
        # White space at the end of the file is no part of the block.
        code = Span(min(code.start, span.end), min(code.end, span.end))
    return CodeBlock(
        span=span,
        info=state.map.restore(*opening.span("info")),
        info_span=_to_file(state, *opening.span("info")),
        content=raw if not raw or raw.endswith("\n") else f"{raw}\n",
        content_span=code,
        fence=opening["fence"],
        closed=closing is not None,
    )


def _closing_line(src: str, inner: int, end: int, fence: str) -> int | None:
    """Return where a fenced block's last line starts, if it closes the block."""
    while end > inner and src[end - 1] in _BLANK:
        end -= 1
    start = src.rfind("\n", 0, end) + 1
    line = src[start:end].strip(" \t")
    if start >= inner and len(line) >= len(fence) and set(line) == {fence[0]}:
        return start
    return None


def _to_file(state: PositionedState, start: int, end: int) -> Span:
    return Span(state.map.to_file(start), state.map.to_file(max(start, end)))
