"""Callouts in every construct, and what was meant to be one and is none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from transcheck.compare.mention import SIGN_NAMES
from transcheck.document import (
    Block,
    Callout,
    Component,
    Document,
    MarkupBlock,
    Paragraph,
)
from transcheck.patterns import late_regex
from transcheck.text import Span
from transcheck.typography import narrow

OPENING: frozenset[type[Block]] = frozenset({Callout, Component, MarkupBlock})
"""What may be a callout or an element."""

# Kinds that render alike, by the aliases of Material for MkDocs and of Docusaurus.
_ALIASES = (
    frozenset({"note", "seealso", "secondary"}),
    frozenset({"abstract", "summary", "tldr"}),
    frozenset({"info", "todo", "important"}),
    frozenset({"tip", "hint", "important"}),
    frozenset({"success", "check", "done"}),
    frozenset({"question", "help", "faq"}),
    frozenset({"warning", "caution", "attention"}),
    frozenset({"failure", "fail", "missing"}),
    frozenset({"danger", "error"}),
    frozenset({"quote", "cite"}),
    frozenset({"bug"}),
    frozenset({"example"}),
)
_KINDS = frozenset().union(*_ALIASES)
# Containers that are no notes: of VitePress, VuePress, Rspress, dumi and pymdownx.
_CONTAINERS = frozenset(
    {"caption", "card", "cards", "center", "code-group", "code-tabs", "column"}
    | {"columns", "definition", "demo", "details", "figure-caption", "grid", "html"}
    | {"left", "only", "raw", "right", "slots", "spoiler", "steps", "tab"}
    | {"table-caption", "tabs", "v-pre"}
)
# Components and shortcodes that are callouts, in lower case; of some of them a
# parameter tells the kind.
_ELEMENTS = _KINDS | {"admonition", "alert", "aside", "callout", "notice"}
# Two names that are alike at least so much are one that was mistyped or translated.
_ALIKE = 75

_SHORTCODE = late_regex(r"\{\{[<%]\s*([\w-]+)|\{%-?\s*([\w-]+)")

# A marker that makes no callout: its brackets and signs are spaced, escaped, of
# another width or lost, or its kind is in letters that no kind has. DocFX has others,
# with attributes: `[!div class="next"]`.
_ALERT = late_regex(
    r"(?P<marker>\\?[\[\uff3b【][ \t]*\\?[!\uff01][ \t]*)"
    r"(?P<name>[^\s\[\]\uff3b\uff3d【】!\uff01\\=]{1,30}"
    r"(?: [^\s\[\]\uff3b\uff3d【】!\uff01\\=]{1,30})?)"
    r"[ \t]*(?P<end>\\?[\]\uff3d】]|(?=\n|\Z))"
)
_FENCES = {
    syntax: late_regex(
        rf"^[ \t>]*(?P<marker>{marker}[ \t\u3000]*)"
        r"(?P<name>[^\s\[\]{}|\"\d:\uff1a/\uff0f!\uff01?\uff1f][^\s\[\]{}|\"]*)?"
        r"(?P<rest>[^\n]*)",
        re.MULTILINE,
    )
    for syntax, marker in (
        ("colons", r"[:\uff1a]{3,}"),
        ("slashes", r"[/\uff0f]{3,}"),
        ("bangs", r"(?:[!\uff01]{3}|[?\uff1f]{3}\+?)"),
    )
}
# What follows a marker that lost its kind.
_TITLE_STARTS = {"colons": "[", "slashes": "|", "bangs": '"'}
_WIDE_SIGN = late_regex("[\uff1a\uff0f\uff01\uff1f\u3000]")


class Opener(Struct, frozen=True):
    """Where a callout begins, or was meant to.

    Args:
        syntax: As in `Callout`; ``component`` or ``shortcode``.
        name: Its kind as it is written, "" where it has none.
        span: What a fix replaces: its kind, and its marker where that is mangled.
        wrong: The first characters that are wrong where it makes no callout.
        problem: What is wrong with its marker, as messages say it; None where it is
            only the kind.
        frame: What stands before and after the kind in a fix; None where no other
            kind mends it.
    """

    syntax: str
    name: str
    span: Span
    wrong: Span
    problem: str | None = None
    frame: tuple[str, str] | None = ("", "")

    @property
    def is_element(self) -> bool:
        """Whether it is a component or a shortcode."""
        return self.syntax in {"component", "shortcode"}

    @property
    def is_callout(self) -> bool:
        """Whether it is one by its syntax, or by its name."""
        if not self.is_element:
            return True
        if self.syntax == "component" and not self.name[0].isupper():
            return False  # an element of HTML
        return is_callout_name(self.name)

    @property
    def resembles_callout(self) -> bool:
        """Whether its name is nearly that of an element that is a callout."""
        from rapidfuzz.fuzz import ratio  # noqa: PLC0415 - start-up counts

        name = self.name.lower()
        return any(ratio(name, one) >= _ALIKE for one in _ELEMENTS)


def read_opener(document: Document, block: Block | None) -> Opener | None:
    """Return where a block that is a callout or an element begins, None for others.

    A tab is none: its name is free.
    """
    if isinstance(block, Callout):
        return None if block.syntax == "tab" else _read_callout(document, block)
    if isinstance(block, Component) and block.name:
        start = block.opening.start + 1
        span = Span(start, start + len(block.name))
        return Opener("component", block.name, span, span, frame=None)
    if isinstance(block, MarkupBlock) and block.form in {"shortcode", "template"}:
        match = _SHORTCODE.match(block.value)
        if match is not None and match.lastindex:
            start = block.span.start + match.start(match.lastindex)
            span = Span(start, block.span.start + match.end())
            name = match[match.lastindex]
            return Opener("shortcode", name, span, span, frame=None)
    return None


def mangled_openers(document: Document, block: Block) -> Iterator[Opener]:
    """Yield where callouts were meant to begin in a paragraph, and do not.

    Args:
        document: The document.
        block: A block of it; only a paragraph holds what makes no callout.
    """
    if not isinstance(block, Paragraph):
        return
    source, start = document.text, block.span.start
    match = _ALERT.match(source, start, block.span.end)
    if match is not None:
        yield _read_alert(match)
        return
    for syntax, fence in _FENCES.items():
        for match in fence.finditer(source, start, block.span.end):
            opener = _read_fence(syntax, match)
            if opener is not None:
                yield opener


def is_kind(name: str) -> bool:
    """Tell whether a renderer knows a kind of callout or container."""
    return name.casefold() in _KINDS or name.casefold() in _CONTAINERS


def is_callout_name(name: str) -> bool:
    """Tell whether a component or shortcode of a name is a callout."""
    return name.lower() in _ELEMENTS


def same_kind(syntax: str, first: str, second: str) -> bool:
    """Tell whether two kinds render alike in one syntax; case aside.

    GitHub's alerts have no aliases.
    """
    first, second = first.casefold(), second.casefold()
    if first == second:
        return True
    return syntax != "alert" and any(
        first in group and second in group for group in _ALIASES
    )


def _read_callout(document: Document, block: Callout) -> Opener:
    span = block.name_span
    if block.syntax == "colons":
        end = document.text.find("\n", span.end)
        rest = document.text[span.start : end if end >= 0 else None]
        at = rest.find("[")
        if at >= 0 and "]" not in rest[at:]:
            wrong = Span(span.start + at, span.start + at + 1)
            problem = "no ']' after its title"
            return Opener("colons", rest[:at], span, wrong, problem, None)
    return Opener(block.syntax, block.name, span, span)


def _read_alert(match: re.Match[str]) -> Opener:
    marker, name, end = match.group("marker", "name", "end")
    span = Span(*match.span())
    wrong, problem = Span(*match.span("name")), None
    for at, sign in enumerate(marker):
        if not "[!".startswith(marker[: at + 1]):
            wrong = Span(span.start + at, span.start + at + 1)
            if sign in SIGN_NAMES:
                problem = f"{SIGN_NAMES[sign]} in '[!'"
            else:
                problem = f"'{sign}' for '{'!' if narrow(sign) == '!' else '['}'"
            break
    else:
        if end != "]":
            wrong = Span(*match.span("end"))
            problem = f"'{end}' for ']'" if end else "no ']' after its kind"
        elif is_kind(name):
            problem = "not at the start of a quote"
            return Opener("alert", name, span, span, problem, None)
    return Opener("alert", name, span, wrong, problem, ("[!", "]"))


def _read_fence(syntax: str, match: re.Match[str]) -> Opener | None:
    marker, name, rest = match["marker"], match["name"] or "", match["rest"]
    if not name and not rest.startswith(_TITLE_STARTS[syntax]):
        return None  # what closes one, or attributes alone
    start, place = match.span("marker")
    end = place + len(name)
    frame = narrow(marker), ""
    opener = Opener(syntax, name, Span(start, end), Span(place, end), frame=frame)
    wide = _WIDE_SIGN.search(marker)
    if wide is not None:
        wrong = Span(start + wide.start(), start + wide.end())
        problem = f"'{wide[0]}' for '{narrow(wide[0])}'"
        return replace(opener, wrong=wrong, problem=problem)
    if not name:
        return replace(opener, problem="no kind before its title")
    at = rest.find("[") if syntax == "colons" else -1
    if at >= 0 and "]" not in rest[at:]:
        first = match.start("rest") + at
        problem = "no ']' after its title"
        wrong = Span(first, first + 1)
        return replace(opener, wrong=wrong, problem=problem, frame=None)
    # What a parser refuses in a kind's own letters is no translator's doing.
    return None if name.isascii() else opener
