"""JSX elements whose tags stand on lines of their own, as containers of blocks."""

from __future__ import annotations

import re
from typing import Any

from mistune.block_parser import BlockParser

from transcheck.parse.blocks import PositionedState
from transcheck.parse.dialects import mdx

_FENCE_LINE = re.compile(r"[ \t]*(`{3,}|~{3,})")
_MOST_FAILED_SEARCHES = 30

Token = dict[str, Any]


def parse_element(
    block: BlockParser, match: re.Match[str], state: PositionedState
) -> int | None:
    """Read a JSX element whose tags stand on lines of their own."""
    tag_start = match.start("directive_tag")
    opening = _measure_opening(state, tag_start)
    if opening is None:
        return None
    name, tag_stop, closes_itself = opening
    line_end = state.find_line_end_at(tag_stop)
    token: Token = {"type": "component", "name": name, "opening": (tag_start, tag_stop)}
    if closes_itself:
        state.append_token({**token, "closed": True})
        return line_end
    at_limit = state.depth() >= block.max_nested_level - 1
    close = None if at_limit else _close_of(state, line_end, name)
    if close is not None:
        body = _dedent(state.src[line_end:close])
        block.parse(state.nested_state(body, match.start(), line_end), block.list_rules)
        state.append_token({**token, "closed": True})
        return state.find_line_end_at(close)
    if name[:1].isupper():
        state.append_token({**token, "closed": False})
        return line_end
    return None


def _measure_opening(
    state: PositionedState, start: int
) -> tuple[str, int, bool] | None:
    """Measure an opening tag that nothing follows on its last line."""
    if state.src.startswith("</", start):
        return None
    tag = mdx.tag_end(state.src, start)
    if tag is None or state.src[tag[1] : state.find_line_end_at(tag[1])].strip():
        return None
    return tag


def _close_of(state: PositionedState, at: int, name: str) -> int | None:
    """Find a closing tag; a file that leaves many open is not searched for ever."""
    failures = state.env.get("failed_searches", 0)
    if failures > _MOST_FAILED_SEARCHES:
        return None
    close = _find_close(state.src, at, name)
    if close is None:
        state.env["failed_searches"] = failures + 1
    return close


def _find_close(src: str, at: int, name: str) -> int | None:
    """Return where the line of an element's closing tag starts."""
    opening = re.compile(rf"<{re.escape(name)}(?=[\s/>])")
    closing = re.compile(rf"</{re.escape(name)}\s*>")
    depth = 1
    fence: str | None = None
    while at < len(src):
        end = src.find("\n", at) + 1 or len(src)
        line = src[at:end]
        mark = _FENCE_LINE.match(line)
        if mark and (fence is None or mark[1].startswith(fence)):
            fence = mark[1] if fence is None else None
        elif fence is None and "<" in line:
            depth -= len(closing.findall(line))
            if depth <= 0:
                return at if line.lstrip().startswith("</") else None
            for found in opening.finditer(line):
                tag = mdx.tag_end(src, at + found.start())
                depth += bool(tag and not tag[2])
        at = end
    return None


def _dedent(body: str) -> str:
    """Take the indent that all lines share off each line."""
    lines = body.split("\n")
    shared = min(
        (len(line) - len(line.lstrip(" \t")) for line in lines if line.strip()),
        default=0,
    )
    return "\n".join(line[shared:] if line.strip() else line for line in lines)
