"""Definition lists and abbreviations, as PHP Markdown Extra writes them.

A term on a line of its own, then what it means after a colon::

    Term
    : What it means.

Hugo, Kramdown, Pandoc and Python-Markdown read them. To other renderers they are
paragraphs, whose words are the same.
"""

from __future__ import annotations

import re
from typing import Any

from mistune.block_parser import BlockParser

from transcheck.parse.state import PositionedState
from transcheck.patterns import late_regex

DEFINITION = r":[ \t]+(?=\S)[^\n]*"
ABBREVIATION = r"\*\[(?P<abbreviation>[^\]\n]{1,200})\]:(?P<abbreviation_text>[^\n]*)"

_MARKER = late_regex(r" {0,3}:[ \t]+(?=\S)")
_INDENTED = late_regex(r"(?: {2}|\t)[ \t]*\S")
_LAZY = late_regex(r"[^\W\d_]")
_MOST_TERMS = 5
_WIDEST_MARKER = 4

Token = dict[str, Any]


def parse_definitions(
    block: BlockParser, start: int, state: PositionedState
) -> int | None:
    """Read what the terms mean that the last paragraph is, and all that follow.

    Args:
        block: The parser of what they mean.
        start: The start of a line that `DEFINITION` matches.
        state: What is parsed.

    Returns:
        Where the definitions end; None where no terms stand before them.
    """
    at_limit = state.depth() >= block.max_nested_level - 1
    terms = None if at_limit else _take_terms(state)
    if terms is None:
        return None
    definitions: list[PositionedState] = []
    at = start
    while _MARKER.match(state.src, at):
        at = _parse_definition(block, at, state, definitions)
    tokens = state.tokens
    last = len(tokens) - 1
    while last >= 0 and tokens[last]["type"] == "blank_line":
        last -= 1
    if last >= 0 and tokens[last]["type"] == "definition_list":
        del tokens[last + 1 :]
        token = tokens[last]
    else:
        token = {"type": "definition_list", "start": terms["start"], "groups": []}
        tokens.append(token)
    token["end"] = at
    token["groups"].append((terms, definitions))
    return at


def _take_terms(state: PositionedState) -> Token | None:
    """Take the paragraph before a definition, whose lines are terms, off the tokens."""
    tokens = state.tokens
    last = len(tokens) - 1
    if last >= 0 and tokens[last]["type"] == "blank_line":
        last -= 1
    if last < 0 or tokens[last]["type"] != "paragraph":
        return None
    terms = tokens[last]
    if terms["text"].strip().count("\n") >= _MOST_TERMS:
        return None
    del tokens[last:]
    return terms


def _parse_definition(
    block: BlockParser,
    start: int,
    state: PositionedState,
    definitions: list[PositionedState],
) -> int:
    """Read one definition; return where the line after it starts."""
    src = state.src
    marker = _MARKER.match(src, start)
    text_start = marker.end() if marker else start
    width = min(text_start - start, _WIDEST_MARKER)
    at = end = state.find_line_end_at(text_start)
    is_lazy = True
    while at < len(src):
        line_end = state.find_line_end_at(at)
        line = src[at:line_end]
        if not line.strip():
            is_lazy = False
        elif _INDENTED.match(line):
            is_lazy = True
            end = line_end
        elif is_lazy and _LAZY.match(line) and not _MARKER.match(src, line_end):
            end = line_end
        else:
            break
        at = line_end
    indent = re.compile(rf"^(?: {{1,{width}}}|\t)", re.MULTILINE)
    body = indent.sub("", src[text_start:end])
    child = state.nested_state(body, start, start)
    block.parse(child, block.list_rules)
    definitions.append(child)
    # Blank lines between two definitions belong to neither.
    return at if _MARKER.match(src, at) else end
