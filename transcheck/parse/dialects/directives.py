"""Callouts and containers with markers of their own.

``:::tip[Title]`` of Docusaurus, Starlight and VitePress, ``/// note | Title`` of
pymdownx, ``!!! note "Title"``, ``??? note`` and ``=== "Tab"`` of MkDocs. Markers become
tokens that the tree builder pairs; indented bodies are parsed where they stand. What
other dialects write on lines of its own is found here too, by one pattern, since
mistune tries the patterns of its rules one after the other on every line.
"""

from __future__ import annotations

import re
from typing import Any, cast

from mistune.block_parser import BlockParser
from mistune.core import BlockState

from transcheck.parse.blocks import PositionedBlockParser, parse_by_later_rules
from transcheck.parse.dialects import definitions, includes, modules, tag_lines
from transcheck.parse.dialects.elements import is_raw, parse_element
from transcheck.parse.masks import MASK
from transcheck.parse.state import PositionedState
from transcheck.patterns import late_regex

# mistune lets this name end a list item, which is what a marker does.
RULE = "fenced_directive"

_MARKERS = (
    r"^ {0,3}(?:"
    r"(?P<directive_colons>:{3,})(?P<directive_colons_rest>[^\n]*)"
    r"|(?P<directive_slashes>/{3,})(?P<directive_slashes_rest>[ \t]+[^\n]*|[ \t]*)"
    r"|(?P<directive_bangs>!!!|\?\?\?\+?)[ \t]+(?P<directive_bangs_rest>[^\n]+)"
    r"|(?P<directive_tab>===[!+]?)[ \t]+(?P<directive_tab_rest>\"[^\n]*)"
    rf"|(?P<directive_include>{includes.LINE})"
    r"|(?P<directive_leaf>::[A-Za-z][\w-]*(?:\[[^\n]*\])?"
    rf"(?:\{{[^\n]*\}}|{MASK}+)?[ \t]*)"
    rf"|(?P<directive_definition>{definitions.DEFINITION})"
    rf"|{definitions.ABBREVIATION}"
    r")$"
    rf"|^[ \t]*(?P<directive_tags>{tag_lines.PATTERN})$"
    rf"|^(?P<directive_module>{modules.PATTERN})$"
)
# A capital tells an element from HTML; HTML in capitals has no small letters.
_TAGS = r"|^[ \t]*(?P<directive_tag></?[A-Z][\w.]*[a-z][\w.]*[\s/>])"
_MDX_TAGS = r"|^[ \t]*(?P<directive_tag></?(?:[^\W\d_][\w.:-]*)?[\s/>])"

# What the markers, tags and lines of other dialects in the patterns above start with.
_FIRST_CHARACTERS = f":/!?=-<*ie{MASK}"

_COLON_NAME = late_regex(
    r"[ \t]*(?P<name>[A-Za-z][\w-]*)[ \t]*"
    rf"(?:\[(?P<label>.*)\]|(?P<title>[^\[{{{MASK}].*?))?"
    rf"[ \t]*(?:\{{.*\}}|{MASK}+)?[ \t]*$"  # attributes are masked
)
# DocFX closes `::: zone` by `::: zone-end`; `:::image source="a.png":::` has no end.
_NAMED_END = "-end"
_WITHOUT_END = late_regex(
    r"[ \t]*(?:code|image|video)[ \t](?!.*\btype=\"complex\").*:::[ \t]*$"
)
# MyST and Quarto: `:::{note} Title`, `::: {.callout-note}`.
_BRACED_NAME = late_regex(
    r"[ \t]*\{(?:[^}\n]*?\.)?(?P<name>[A-Za-z][\w-]*)[^}\n]*\}"
    r"[ \t]*(?P<label>(?!))?(?P<title>.*?)[ \t]*$"
)
# mkdocstrings names a Python object and has no closing marker.
_OBJECT = late_regex(r"[ \t]+[A-Za-z_]\w*(?:\.\w+)+[ \t]*$")
_OBJECT_OPTIONS = late_regex(r"\n(?: {4}|\t)(?:handler|options|selection|rendering):")
_SLASH_NAME = late_regex(
    r"[ \t]+(?P<name>[A-Za-z][\w-]*)[ \t]*(?:\|[ \t]*(?P<title>.*?))?[ \t]*$"
)
_SLASH_OPTIONS = late_regex(
    r"(?:(?: {4,}|\t)[ \t]*[A-Za-z_][\w-]*:(?:[ \t][^\n]*)?(?:\n|\Z))+"
)
_BANG_NAME = late_regex(
    r"(?P<name>[A-Za-z][\w-]*)(?P<classes>(?:[ \t]+[\w-]+)*)[ \t]*"
    r"(?:\"(?P<title>.*)\")?[ \t]*$"
)
_TAB_TITLE = late_regex(r"\"(?P<title>.*)\"[ \t]*$")
_INDENTED_BODY = late_regex(r"(?:(?:[ \t]*\n)*(?: {4}|\t)[ \t]*\S[^\n]*(?:\n|\Z))*")
_BODY_INDENT = late_regex(r"^(?: {1,4}|\t)", re.MULTILINE)

Token = dict[str, Any]


def add_directives(block: PositionedBlockParser, *, in_mdx: bool) -> None:
    """Teach a block parser the markers."""

    def parse_directive(
        parser: BlockParser, match: re.Match[str], state: BlockState
    ) -> int | None:
        positioned = cast("PositionedState", state)
        return _Line(parser, match, positioned, in_mdx=in_mdx).parse()

    pattern = _MARKERS + (_MDX_TAGS if in_mdx else _TAGS)
    block.register(RULE, pattern, parse_directive, before="fenced_code")
    block.first_characters[RULE] = _FIRST_CHARACTERS
    block.large_rule = RULE
    block.rules.remove(RULE)
    for rules in (block.rules, block.block_quote_rules, block.list_rules):
        rules.insert(0, RULE)


class _Line:
    """A line that the pattern of the rule matches, and what it may be."""

    def __init__(
        self,
        block: BlockParser,
        match: re.Match[str],
        state: PositionedState,
        *,
        in_mdx: bool,
    ) -> None:
        self._block = block
        self._match = match
        self._state = state
        self._in_mdx = in_mdx
        # mistune asks if the line ends a list item or a lazy quote, by a pattern of
        # fewer rules; what came before is not a token yet.
        self._breaks = "block_html" in match.re.groupindex

    def parse(self) -> int | None:
        """Read the line, and what goes with it; let other rules have what is none."""
        end = (
            _parse_fences(self._match, self._state)
            or _parse_indented(self._block, self._match, self._state)
            or self._parse_markup()
        )
        if end is None and self._match["directive_tag"]:
            end = self._parse_tag()
        if end is None and not self._breaks:
            end = self._parse_text()
        if end is None and not self._breaks and not self._is_text_of_mdx():
            end = parse_by_later_rules(self._block, self._state, RULE)
        return end

    def _parse_markup(self) -> int | None:
        """Read includes, directives without a body, and lines of tags."""
        match, state = self._match, self._state
        form, end = "directive", min(match.end() + 1, len(state.src))
        if match["directive_include"]:
            start = match.start("directive_include")
            form, end = "include", includes.line_end(state.src, start, match.end())
        elif match["directive_tags"]:
            after_text = self._breaks or self._is_after_text()
            found = tag_lines.read_tag_line(state, match.start(), after_text=after_text)
            if found is None:
                return None
            form, end = found
        elif not match["directive_leaf"]:
            return None
        state.append_token({"type": "markup", "form": form})
        return end

    def _parse_tag(self) -> int | None:
        return parse_element(self._block, self._match, self._state, in_mdx=self._in_mdx)

    def _is_text_of_mdx(self) -> bool:
        """Tell whether a tag starts a line of text: MDX has no blocks of HTML."""
        return (
            self._in_mdx
            and bool(self._match["directive_tag"])
            and not is_raw(self._match["directive_tag"])
        )

    def _parse_text(self) -> int | None:
        """Read what depends on the text before it, or may not break off a list."""
        match, state = self._match, self._state
        if match["directive_definition"]:
            return definitions.parse_definitions(self._block, match.start(), state)
        if match["abbreviation"]:
            state.append_token(
                {
                    "type": "abbreviation",
                    "label": match["abbreviation"],
                    "text": match["abbreviation_text"],
                    "text_start": match.start("abbreviation_text"),
                }
            )
            return min(match.end() + 1, len(state.src))
        if match["directive_module"] and not self._is_after_text():
            end = modules.module_end(state, match.start(), in_mdx=self._in_mdx)
            if end is not None:
                state.append_token({"type": "markup", "form": "module"})
            return end
        return None

    def _is_after_text(self) -> bool:
        last = self._state.last_token()
        return bool(last) and last["type"] == "paragraph"


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
        if name is None and rest.lstrip(" \t")[:1] in {"{", MASK}:
            name = _BRACED_NAME.match(state.map.restore(rest_start, match.end()))
        if not rest.strip():
            state.append_token({"type": "directive_close", **token})
        elif syntax == "colons" and (
            _OBJECT.match(rest) or _OBJECT_OPTIONS.match(state.src, match.end())
        ):
            return _parse_object(match, state)
        elif syntax == "colons" and _WITHOUT_END.match(rest):
            state.append_token({"type": "markup", "form": "directive"})
        elif name is None:
            return None
        elif syntax == "colons" and name["name"].endswith(_NAMED_END):
            closes = name["name"].removesuffix(_NAMED_END)
            state.append_token({"type": "directive_close", "closes": closes, **token})
        else:
            group = "label" if syntax == "colons" and name["label"] else "title"
            token["name"] = (
                rest_start + name.start("name"),
                rest_start + name.end("name"),
            )
            token["title"] = _group(name, group, rest_start)
            state.append_token({"type": "directive_open", **token})
            options = _SLASH_OPTIONS.match(state.src, match.end() + 1)
            if options is not None and syntax == "slashes":
                return options.end()
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
