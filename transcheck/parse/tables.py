"""Tables as GitHub Flavored Markdown 0.29 section 4.10 reads them.

mistune drops a table in which one row has a cell too many. Here it stays a table and
its rows keep the cells they have, so that the broken row can be named.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

from mistune.block_parser import BlockParser
from mistune.core import BlockState

from transcheck.parse.blocks import parse_by_later_rules
from transcheck.patterns import late_regex

_PATTERN = r"^ {0,3}(?P<table_first>[^\s][^\n]*)\n(?= {0,3}[|:-])"
_DELIMITER_ROW = late_regex(
    r" {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$"
)
_CELL_END = late_regex(r"\\.|\|")
_INTERRUPTING = [
    "fenced_code",
    "atx_heading",
    "thematic_break",
    "block_quote",
    "list",
    "block_html",
]

Token = dict[str, Any]


def add_tables(block: BlockParser) -> None:
    """Teach a block parser tables, in quotes and lists too."""
    block.register("table", _PATTERN, _parse_table, before="ref_link")
    for rules in (block.block_quote_rules, block.list_rules):
        block.insert_rule(rules, "table", before="ref_link")


def _parse_table(
    block: BlockParser, match: re.Match[str], state: BlockState
) -> int | None:
    header = match["table_first"]
    delimiters_start = match.end()
    delimiters_end = state.find_line_end_at(delimiters_start)
    delimiters = state.src[delimiters_start:delimiters_end].rstrip("\n")
    if "|" not in header or not _DELIMITER_ROW.match(delimiters):
        return parse_by_later_rules(block, state, "table")
    first = _row(state.src, match.start("table_first"), match.end("table_first"))
    marks = _row(state.src, delimiters_start, delimiters_start + len(delimiters))
    if len(first["cells"]) != len(marks["cells"]):
        return parse_by_later_rules(block, state, "table")
    interrupting = block.compile_sc(
        [
            *_INTERRUPTING,
            *(["fenced_directive"] if "fenced_directive" in block.rules else []),
        ]
    )
    rows = [first]
    at = delimiters_end
    while at < state.cursor_max:
        end = state.find_line_end_at(at)
        line = state.src[at:end]
        if not line.strip() or interrupting.match(state.src, at):
            break
        rows.append(_row(state.src, at, at + len(line.rstrip("\n"))))
        at = end
    alignments = tuple(
        _alignment(state.src[start:stop]) for start, stop in marks["cells"]
    )
    state.append_token({"type": "table", "rows": rows, "alignments": alignments})
    return at


def _row(src: str, start: int, end: int) -> Token:
    """Split a line into cells, each the range of its stripped text."""
    while start < end and src[start] in " \t":
        start += 1
    while end > start and src[end - 1] in " \t":
        end -= 1
    row = {"start": start, "end": end}
    bounds = [start - 1]
    bounds += [
        found.start()
        for found in _CELL_END.finditer(src, start, end)
        if found[0] == "|"
    ]
    if len(bounds) > 1 and bounds[1] == start:
        del bounds[0]
    if bounds[-1] != end - 1 or len(bounds) == 1:
        bounds.append(end)
    cells = []
    for left, right in pairwise(bounds):
        cell_start, cell_end = left + 1, right
        while cell_start < cell_end and src[cell_start] in " \t":
            cell_start += 1
        while cell_end > cell_start and src[cell_end - 1] in " \t":
            cell_end -= 1
        cells.append((cell_start, cell_end))
    return {**row, "cells": cells}


def _alignment(cell: str) -> str:
    left, right = cell.startswith(":"), cell.endswith(":")
    if left and right:
        return "center"
    return "left" if left else "right" if right else ""
