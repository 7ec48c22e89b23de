"""Callouts and containers with markers of their own.

``:::tip[Title]`` of Docusaurus, Starlight and VitePress, ``/// note | Title`` of
pymdownx, ``!!! note "Title"``, ``??? note`` and ``=== "Tab"`` of MkDocs; in MDX also
JSX elements on lines of their own. Markers become tokens that the tree builder pairs;
indented bodies are parsed where they stand.
"""

from __future__ import annotations

import re
from typing import Any, cast

from mistune.block_parser import BlockParser
from mistune.core import BlockState

from transcheck.parse.blocks import PositionedState, parse_by_later_rules
from transcheck.parse.dialects.elements import parse_element
from transcheck.parse.masks import MASK

# mistune lets this name end a list item, which is what a marker does.
RULE = "fenced_directive"

_MARKERS = (
    r"^ {0,3}(?:"
    r"(?P<directive_colons>:{3,})(?P<directive_colons_rest>[^\n]*)"
    r"|(?P<directive_slashes>/{3,})(?P<directive_slashes_rest>[ \t]+[^\n]*|[ \t]*)"
    r"|(?P<directive_bangs>!!!|\?\?\?\+?)[ \t]+(?P<directive_bangs_rest>[^\n]+)"
    r"|(?P<directive_tab>===[!+]?)[ \t]+(?P<directive_tab_rest>\"[^\n]*)"
    r"|(?P<directive_include>--8<--|<<<[ \t]*@)[^\n]*"
    r")$"
)
_MDX_MARKERS = (
    r"|^(?P<directive_module>import|export)[ \t{*][^\n]*"
    r"|^[ \t]*(?P<directive_tag></?(?:[A-Za-z][\w.:-]*)?[\s/>])"
)

_COLON_NAME = re.compile(
    r"[ \t]*(?P<name>[A-Za-z][\w-]*)[ \t]*"
    rf"(?:\[(?P<label>.*)\]|(?P<title>[^\[{{{MASK}].*?))?"
    rf"[ \t]*(?:\{{.*\}}|{MASK}+)?[ \t]*$"  # attributes are masked
)
# mkdocstrings names a Python object and has no closing marker.
_OBJECT = re.compile(r"[ \t]+[A-Za-z_]\w*(?:\.\w+)+[ \t]*$")
_SLASH_NAME = re.compile(
    r"[ \t]+(?P<name>[A-Za-z][\w-]*)[ \t]*(?:\|[ \t]*(?P<title>.*?))?[ \t]*$"
)
_BANG_NAME = re.compile(
    r"(?P<name>[A-Za-z][\w-]*)(?P<classes>(?:[ \t]+[\w-]+)*)[ \t]*"
    r"(?:\"(?P<title>.*)\")?[ \t]*$"
)
_TAB_TITLE = re.compile(r"\"(?P<title>.*)\"[ \t]*$")
_INDENTED_BODY = re.compile(r"(?:(?:[ \t]*\n)*(?: {4}|\t)[ \t]*\S[^\n]*(?:\n|\Z))*")
_BODY_INDENT = re.compile(r"^(?: {1,4}|\t)", re.MULTILINE)
_BLANK_LINE = re.compile(r"\n[ \t]*(?=\n)")

Token = dict[str, Any]


def add_directives(block: BlockParser, *, in_mdx: bool) -> None:
    """Teach a block parser the markers."""
    pattern = _MARKERS + (_MDX_MARKERS if in_mdx else "")
    block.register(RULE, pattern, _parse_directive, before="fenced_code")
    block.rules.remove(RULE)
    for rules in (block.rules, block.block_quote_rules, block.list_rules):
        rules.insert(0, RULE)


def _parse_directive(
    block: BlockParser, match: re.Match[str], state: BlockState
) -> int | None:
    state = cast("PositionedState", state)
    end = _parse_fences(match, state)
    if end is None:
        end = _parse_indented(block, match, state)
    if end is None:
        end = _parse_line(match, state)
    if (
        end is None
        and "directive_tag" in match.re.groupindex
        and match["directive_tag"]
    ):
        end = parse_element(block, match, state)
    if end is None and not _breaks_container(match):
        end = parse_by_later_rules(block, state, RULE)
    return end


def _breaks_container(match: re.Match[str]) -> bool:
    """Tell whether mistune only asks if a line ends a list item or a lazy quote.

    It does so by a pattern of fewer rules, and what came before is not a token yet.
    """
    return "raw_html" not in match.re.groupindex


def _parse_fences(match: re.Match[str], state: PositionedState) -> int | None:
    """Read ``:::`` and ``///``: an opening or a closing marker on one line."""
    for syntax, named in (("colons", _COLON_NAME), ("slashes", _SLASH_NAME)):
        marker = match[f"directive_{syntax}"]
        if not marker:
            continue
        rest = match[f"directive_{syntax}_rest"]
        rest_start = match.start(f"directive_{syntax}_rest")
        token: Token = {"syntax": syntax, "width": len(marker)}
        name = named.match(rest)
        if not rest.strip():
            state.append_token({"type": "directive_close", **token})
        elif syntax == "colons" and _OBJECT.match(rest):
            return _parse_object(match, state)
        elif name is None:
            return None
        else:
            group = "label" if syntax == "colons" and name["label"] else "title"
            token["name"] = (
                rest_start + name.start("name"),
                rest_start + name.end("name"),
            )
            token["title"] = _group(name, group, rest_start)
            state.append_token({"type": "directive_open", **token})
        return match.end() + 1
    return None


def _group(match: re.Match[str], group: str, offset: int) -> tuple[int, int] | None:
    if not match[group]:
        return None
    return offset + match.start(group), offset + match.end(group)


def _parse_object(match: re.Match[str], state: PositionedState) -> int:
    body = _INDENTED_BODY.match(state.src, match.end() + 1)
    end = body.end() if body and body[0].strip() else match.end() + 1
    state.append_token({"type": "markup", "form": "directive"})
    return end


def _parse_indented(
    block: BlockParser, match: re.Match[str], state: PositionedState
) -> int | None:
    """Read ``!!!``, ``???`` and ``===``: a title line and an indented body."""
    for syntax, named in (("bangs", _BANG_NAME), ("tab", _TAB_TITLE)):
        if not match[f"directive_{syntax}"]:
            continue
        rest_start = match.start(f"directive_{syntax}_rest")
        title = named.match(match[f"directive_{syntax}_rest"])
        if title is None or state.depth() >= block.max_nested_level - 1:
            return None
        if syntax == "bangs":
            name = (rest_start + title.start("name"), rest_start + title.end("name"))
        else:
            name = match.span(f"directive_{syntax}")
        body_start = min(match.end() + 1, len(state.src))
        body = _INDENTED_BODY.match(state.src, body_start)
        end = body.end() if body and body[0].strip() else body_start
        source = _BODY_INDENT.sub("", state.src[body_start:end])
        child = state.nested_state(source, match.start(), body_start)
        block.parse(child, block.list_rules)
        state.append_token(
            {
                "type": "callout",
                "syntax": syntax,
                "name": name,
                "title": _group(title, "title", rest_start),
            }
        )
        return end
    return None


def _parse_line(match: re.Match[str], state: PositionedState) -> int | None:
    """Read an include, or the import and export lines of MDX down to a blank line."""
    if match["directive_include"]:
        state.append_token({"type": "markup", "form": "include"})
        return match.end() + 1
    if "directive_module" not in match.re.groupindex or not match["directive_module"]:
        return None
    last = state.last_token()
    if _breaks_container(match):
        return None
    if last and last["type"] == "paragraph":
        return None
    blank = _BLANK_LINE.search(state.src, match.end())
    state.append_token({"type": "markup", "form": "module"})
    return blank.end() + 1 if blank else state.cursor_max
