"""Definitions of links and footnotes, which stay blocks where they stand."""

from __future__ import annotations

import re
from string import whitespace
from typing import Any, cast

from mistune.block_parser import BlockParser
from mistune.core import BlockState
from mistune.helpers import parse_link_href, parse_link_title
from mistune.util import unikey

from transcheck.parse.state import PositionedState
from transcheck.patterns import late_regex

Token = dict[str, Any]

# A footnote, with the indented lines below it.
FOOTNOTE = (
    r"^ {0,3}\[\^(?P<footnote_label>(?:[^\\\[\]\s]|\\.){1,500})\]:"
    r"(?P<footnote_first>[^\n]*(?:\n|$))"
    r"(?P<footnote_rest>(?:(?:[ \t]*\n)*(?: {2,4}|\t)[^\n]*[^\s\n][^\n]*(?:\n|$))*)"
)
_FOOTNOTE_INDENT = late_regex(r"^(?: {1,4}|\t)", re.MULTILINE)


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


def define_link(match: re.Match[str], state: PositionedState, end: int) -> Token:
    """Return the token of a definition, used or not, and let links find it.

    Args:
        match: Its label.
        state: The text that it is in.
        end: Where it ends there.
    """
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


def parse_footnote(block: BlockParser, match: re.Match[str], state: BlockState) -> int:
    """Read a footnote's text as a container, where it stands; return where it ends.

    Args:
        block: The parser of what is in it.
        match: All of it.
        state: The text that it is in.
    """
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
