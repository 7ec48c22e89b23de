"""JSX elements whose tags stand on lines of their own, as containers of blocks.

In MDX any tag may be one; in Markdown only one with a capital, which no HTML has.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from mistune.block_parser import BlockParser

from transcheck.parse.dialects import mdx
from transcheck.parse.html import INLINE_TAGS, holds_data
from transcheck.parse.state import PositionedState
from transcheck.patterns import late_regex

_FENCE_OPENING = late_regex(
    r"(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*(?P<fence>`{3,}|~{3,})(?P<rest>[^\n]*)"
)
_FENCE_CLOSING = late_regex(r"[ \t>]*(?P<fence>`{3,}|~{3,})[ \t]*\n?\Z")
_CODE_SPAN = late_regex(r"(?<!`)(`{1,5})(?!`)[^\n]{0,500}?(?<!`)\1(?!`)")
_CLOSING_TAGS = late_regex(r"[ \t]*(?:</[^\W\d_]?[\w.:-]*\s*>[ \t]*)+(?:\n|\Z)")
_MOST_FAILED_SEARCHES = 30

# Elements whose content is code, or no text.
_RAW = frozenset({"pre", "script", "style", "svg", "textarea"})

Token = dict[str, Any]


def parse_element(
    block: BlockParser, match: re.Match[str], state: PositionedState, *, in_mdx: bool
) -> int | None:
    """Read an element whose tags stand on lines of their own.

    Returns:
        Where it ends; None where the line is text, or HTML for the renderer to read.
    """
    start = match.start("directive_tag")
    last = state.last_token()
    after_text = bool(last) and last["type"] == "paragraph"
    if state.src.startswith("</", start):
        return _parse_closing(state, start, after_text=after_text) if in_mdx else None
    opening = _measure_opening(state, start)
    if opening is None:
        return None
    name, tag_end, closes_itself = opening
    if name in _RAW or (after_text and name in INLINE_TAGS):
        return None
    line_end = state.find_line_end_at(tag_end)
    at_limit = state.depth() >= block.max_nested_level - 1
    close = None
    if not closes_itself and not at_limit:
        close = _close_of(state, line_end, name)
    source = state.src[start:tag_end]
    token: Token = {"type": "component", "name": name, "opening": (start, tag_end)}
    if holds_data(source):
        token = {"type": "markup", "form": "html"}
        line_end = line_end if close is None else state.find_line_end_at(close)
    elif close is not None:
        body = _dedent(state.src[line_end:close])
        block.parse(state.nested_state(body, match.start(), line_end), block.list_rules)
        line_end = state.find_line_end_at(close)
    elif not closes_itself and not in_mdx and "=" not in source:
        return None  # a word in angle brackets, to be filled in
    elif not closes_itself and not name[:1].isupper():
        token = {"type": "markup", "form": "html"}
    state.append_token({**token, "closed": closes_itself or close is not None})
    return line_end


def _parse_closing(
    state: PositionedState, start: int, *, after_text: bool
) -> int | None:
    """Read a line of closing tags that close nothing on a line of its own."""
    closing = _CLOSING_TAGS.match(state.src, start)
    if closing is None or (after_text and _is_inline(closing[0].strip()[2:])):
        return None
    state.append_token({"type": "markup", "form": "html"})
    return closing.end()


def is_raw(tag: str) -> bool:
    """Tell whether the start of a tag is that of an element that holds no Markdown."""
    return tag.strip("</> \t\n") in _RAW


def _is_inline(tag: str) -> bool:
    return re.split(r"[\s>]", tag, maxsplit=1)[0] in INLINE_TAGS


def _measure_opening(
    state: PositionedState, start: int
) -> tuple[str, int, bool] | None:
    """Measure an opening tag that nothing follows on its last line."""
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
    opening, closing = _tags(name)
    depth = 1
    fence = ""
    while at < len(src):
        end = src.find("\n", at) + 1 or len(src)
        line = src[at:end]
        fenced = fence
        fence = _fence_after(line, fence)
        if not fence and not fenced and "<" in line:
            if "`" in line:
                line = _CODE_SPAN.sub(lambda code: "`" * len(code[0]), line)
            depth -= len(closing.findall(line))
            if depth <= 0:
                return at if line.lstrip().startswith("</") else None
            for found in opening.finditer(line):
                tag = mdx.tag_end(src, at + found.start())
                depth += bool(tag and not tag[2])
        at = end
    return None


@lru_cache(maxsize=64)
def _tags(name: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    quoted = re.escape(name)
    return re.compile(rf"<{quoted}(?=[\s/>])"), re.compile(rf"</{quoted}\s*>")


def _fence_after(line: str, fence: str) -> str:
    """Return the fence that is open after a line, "" where none is."""
    if "```" not in line and "~~~" not in line:
        return fence
    if fence:
        closing = _FENCE_CLOSING.match(line)
        return "" if closing and closing["fence"].startswith(fence) else fence
    opening = _FENCE_OPENING.match(line)
    if opening is None or (opening["fence"][0] == "`" and "`" in opening["rest"]):
        return ""
    return opening["fence"]


def _dedent(body: str) -> str:
    """Take the indent that all lines share off each line."""
    lines = body.split("\n")
    shared = min(
        (len(line) - len(line.lstrip(" \t")) for line in lines if line.strip()),
        default=0,
    )
    return "\n".join(line[shared:] if line.strip() else line for line in lines)
