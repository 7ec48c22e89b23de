"""mistune's inline parser, taught to say where each inline stands.

Tokens are mistune's dictionaries; this module adds to them, in offsets of the text
that was parsed:

``span``
    From the first to past the last character, delimiters included.
``pieces``
    Of text: ``(value, start, end)`` for each run that is source to the letter, and for
    each escaped character.
``target``, ``title``
    Of an inline link or image: the ranges of its target and its title.
``name``
    Of a link to a note: the range of the note's name.
"""

from __future__ import annotations

import re
from typing import Any, cast

from mistune._inline.links import Bracket
from mistune.core import InlineState
from mistune.helpers import HTML_ATTRIBUTES, parse_link_href
from mistune.inline_parser import InlineParser
from mistune.util import unikey

from transcheck.parse.definitions import title_place
from transcheck.parse.emphasis import (
    Placed,
    Token,
    holds_emphasis,
    join_text,
    resolve_emphasis,
)
from transcheck.parse.patterns import FirstCharacterPatterns
from transcheck.patterns import late_regex

_FOOTNOTE = r"\[\^(?P<footnote_key>(?:[^\\\[\]\s]|\\.){1,500})\]"
# A target that needs no parsing, as nearly all are.
_PLAIN_TARGET = late_regex(r"[^\s<>()\\]+(?=[ )])")
_WIKILINK = (
    r"!?\[\[(?P<wiki_name>[^\[\]|\\\s](?:[^\[\]|\\\n]{0,300}[^\[\]|\\\s])?)"
    r"(?:\\?\|(?P<wiki_text>[^\[\]\n]{0,500}?))?\]\](?![(\[:])"
)
_OPENING_BRACKET = late_regex(r"!?\[")
_LETTER = late_regex(r"[^\W\d_]")
# Pairs of marks of which CommonMark knows none, by the name of the rule.
_PAIRED = {"strikethrough": "~~", "mark": "==", "insert": r"\^\^"}
# A component that is a member of another, `<Tabs.Item>`: no tag of HTML has a dot.
_MEMBER_TAG = late_regex(
    r"(?:<(?P<close>/)|(?<!\w)<)[A-Z]\w{0,80}(?:\.[A-Z]\w{0,80}){1,5}"
    rf"(?(close)|{HTML_ATTRIBUTES})\s*(?(close)|/?)>"
)
# What the rules of inlines start with; a line end may have spaces before it.
_FIRST_CHARACTERS = {
    "escape": "\\",
    "codespan": "`",
    "emphasis": "*_",
    "footnote": "[",
    "wikilink": "![",
    **{name: mark[-1] for name, mark in _PAIRED.items()},
    "link": "![",
    "link_close": "]",
    "auto_link": "<",
    "auto_email": "<",
    "inline_html": "<",
    "linebreak": " \\",
    "softbreak": " \n",
}
_COMPARED = late_regex(r"[A-Za-z0-9_=^)\]]")


class PositionedInlineState(InlineState):
    """The state of one text; `cursor` is how far tokens tile it."""

    def __init__(self, env: Any) -> None:
        super().__init__(env)
        self.cursor = 0


class PositionedInlineParser(InlineParser):
    """mistune's inline parser; a call returns tokens with places.

    Its tokens tile the text without gaps; emphasis is resolved last.
    """

    state_cls = PositionedInlineState

    def __init__(self) -> None:
        super().__init__()
        # One bracket a match: a run of them could end more than one link.
        self.specification["link_close"] = r"\]"
        self.register("footnote", _FOOTNOTE, _parse_footnote, before="link")
        self.register(
            "wikilink",
            _WIKILINK,
            _parse_wikilink,
            before="link",
            start_chars=("!", "["),
        )
        for name, mark in _PAIRED.items():
            pattern = rf"{mark}(?=[^\s{mark[-1]}])"
            self.register(name, pattern, _parse_paired, before="link")
        triggers = set("".join(_FIRST_CHARACTERS.values())) - {" "}
        self._trigger = re.compile(f"[{re.escape(''.join(sorted(triggers)))}]")
        self._patterns = FirstCharacterPatterns(
            self.compile_sc, self.rules, _FIRST_CHARACTERS
        )

    def parse(self, state: InlineState) -> list[Token]:
        """Parse a text as mistune does, at each place by the rules it may match."""
        state = cast("PositionedInlineState", state)
        src = state.src
        at = 0
        while trigger := self._trigger.search(src, at):
            start = trigger.start()
            if src[start] == "\n":
                start = self._find_linebreak_start(src, at, start)
            if start > at:
                self.process_text(src[at:start], state)
            match = self._patterns[src[start]].match(src, start)
            end = None if match is None else self.parse_method(match, state)
            if end:
                at = end
            else:
                at = start + 1
                self.process_text(src[start:at], state)
        if at < len(src) or not src:
            self.process_text(src[at:], state)
        state.tokens = self.finalize_tokens(state.tokens, state.depth)
        return state.tokens

    def parse_inline_html(self, m: re.Match[str], state: InlineState) -> int | None:
        """Parse a tag of HTML, or of a component whose name has dots."""
        end = super().parse_inline_html(m, state)
        if end is not None:
            return end
        tag = _MEMBER_TAG.match(state.src, m.start())
        if tag is None:
            return None
        state.append_token({"type": "inline_html", "raw": tag[0]})
        return tag.end()

    def process_text(
        self,
        text: str,
        state: InlineState,
        parse_emphasis: bool = True,  # noqa: FBT001, FBT002 - mistune's signature
    ) -> None:
        """Add a slice of the source that starts at the cursor."""
        state = cast("PositionedInlineState", state)
        start = state.cursor
        state.cursor = end = start + len(text)
        token: Token = {"type": "text", "raw": text, "span": (start, end)}
        if not parse_emphasis:
            token["_emphasis"] = False
        state.tokens.append(token)

    def parse_method(self, m: re.Match[str], state: InlineState) -> int | None:
        """Parse what was matched, and stamp the tokens that were appended."""
        count = len(state.tokens)
        if m.lastgroup == "emphasis":  # resolved when all is read
            self.process_text(m[0], state)
            return m.end()
        opener = None
        if m.lastgroup == "link_close" and state.brackets:
            opener = state.brackets[-1]
        end = super().parse_method(m, state)
        cast("PositionedInlineState", state).cursor = end or m.start()
        if not end:
            return end
        if opener is not None and _made_link(state, opener):
            _stamp_link(state.tokens[-1], opener, m, end)
        else:
            for token in state.tokens[count:]:
                token["span"] = (m.start(), end)
        return end

    def _add_auto_link(self, url: str, text: str, state: InlineState) -> None:
        super()._add_auto_link(url, text, state)
        literal = Placed(state.tokens[-1]["_autolink"])
        start = cast("PositionedInlineState", state).cursor
        literal.span = (start, start + len(literal))
        state.tokens[-1]["_autolink"] = literal

    def finalize_tokens(self, tokens: list[Token], depth: int) -> list[Token]:
        """Resolve emphasis, and join the text of a token with its neighbours'."""
        deepest = self.max_nested_level - depth
        if deepest <= 0 or not holds_emphasis(tokens):
            return join_text(tokens)
        return resolve_emphasis(tokens, deepest)


def _made_link(state: InlineState, opener: Bracket) -> bool:
    return len(state.tokens) == opener.token_index + 1 and state.tokens[-1]["type"] in (
        "link",
        "image",
    )


def _stamp_link(token: Token, opener: Bracket, m: re.Match[str], end: int) -> None:
    start = opener.start - (2 if opener.image else 1)
    token["span"] = (start, end)
    if "label" in token:
        return
    src = m.string
    plain = _PLAIN_TARGET.match(src, m.end() + 1)
    if plain is not None:
        token["target"] = plain.span()
        _stamp_title(token, src, plain.end(), end)
        return
    href, href_end = parse_link_href(src, m.end() + 1)
    if href is None or href_end is None:
        raise AssertionError("mistune made a link that has no target")
    _stamp_title(token, src, href_end, end)
    if src[href_end - 1] == ">" and src[href_end - len(href) - 2] == "<":
        href_end -= 1
    token["target"] = (href_end - len(href), href_end)


def _stamp_title(token: Token, src: str, start: int, end: int) -> None:
    if "title" in token["attrs"]:
        token["title"] = title_place(src, start, end)


def _parse_wikilink(inline: InlineParser, m: re.Match[str], state: InlineState) -> int:
    name = m["wiki_name"]
    references = state.env["ref_links"]
    is_other = not _LETTER.search(name) or unikey(name) in references
    if is_other or state.in_link or state.depth >= inline.max_nested_level:
        opening = _OPENING_BRACKET.match(state.src, m.start())
        if opening is None:
            raise AssertionError("a link to a note starts with a bracket")
        return cast("int", inline.parse_link(opening, state))
    embedded = m[0].startswith("!")
    shown = "wiki_text" if m["wiki_text"] else "wiki_name"
    children: list[Token] = []
    if not embedded:
        inner = state.copy()
        inner.in_link = True
        inner.src = m[shown]
        children = inline.render(inner)
        _move(children, m.start(shown))
    token = {"type": "wikilink", "children": children, "name": m.span("wiki_name")}
    state.append_token({**token, "embedded": embedded})
    return m.end()


def _parse_footnote(inline: InlineParser, m: re.Match[str], state: InlineState) -> int:
    label = m["footnote_key"]
    if unikey(label) in state.env.get("ref_footnotes", ()):
        state.append_token({"type": "footnote_ref", "label": label})
    else:
        inline.process_text(m[0], state)
    return m.end()


def _parse_paired(
    inline: InlineParser, m: re.Match[str], state: InlineState
) -> int | None:
    """Read text between two marks; it is parsed apart, then moved to its place."""
    if state.depth >= inline.max_nested_level:
        return None
    close = state.delimiters.find(m[0], m.end(), formatting=True)
    if close is None:
        return None
    if m[0] != "~~" and _is_compared(state.src, m.start(), close + len(m[0])):
        return None
    inner = state.copy()
    inner.src = state.src[m.end() : close]
    children = inline.render(inner)
    _move(children, m.end())
    state.append_token({"type": m.lastgroup, "children": children})
    return close + len(m[0])


def _is_compared(src: str, start: int, end: int) -> bool:
    """Tell ``a==b`` and ``c==d`` in one line from marked text between two words."""
    return bool(_COMPARED.match(src[start - 1 : start]) or _COMPARED.match(src, end))


def _move(tokens: list[Token], by: int) -> None:
    for token in tokens:
        for key in ("span", "target", "title", "name"):
            if token.get(key):
                token[key] = (token[key][0] + by, token[key][1] + by)
        if "pieces" in token:
            token["pieces"] = [
                (v, start + by, end + by) for v, start, end in token["pieces"]
            ]
        _move(token.get("children", []), by)
