"""Features that a translation keeps: links, code, numbers and names of markup."""

from __future__ import annotations

import re
import unicodedata
from html import unescape

from transcheck.align.flow import UNSEEN_FORMS
from transcheck.document import (
    Block,
    Callout,
    CodeBlock,
    CodeSpan,
    Component,
    Document,
    FootnoteDefinition,
    FootnoteReference,
    Image,
    Inline,
    InlineMarkup,
    Link,
    MarkupBlock,
    Text,
    block_inlines,
)
from transcheck.patterns import late_regex
from transcheck.targets import Locales, normalize

_TAG = late_regex(r"</?[A-Za-z][^<>]*>")
_PREFORMATTED = late_regex(r"<pre[\s>][\s\S]*</pre>\s*", re.IGNORECASE)
TAG_NAME = late_regex(r"</?\s*([A-Za-z][\w.-]*)")
_NUMBER = late_regex(r"\d(?:[.,]?\d)+")
_COMMENT = late_regex(r"(?:^|\s)(?:#|//|--|;|%|/\*|<!--).*$", re.MULTILINE)
_LITERAL = late_regex(r"\"[^\"]*\"|'[^']*'")
# What the reader fills in is named in his language; an option stays as it is.
_FILLED_IN = late_regex(r"(?<=[^{])\{\{(?!\[?-)[^{}]*\}\}|(?<= )<[^<>\s]+>")
_ATTRIBUTE = late_regex(r"=\s*[\"']([^\"'\s]+)[\"']")
# A macro with its first argument; what follows are often words for its reader.
_CALL = late_regex(r"\{\{-?\s*[\w.-]+\(\s*(?:\"[^\"]*\"|'[^']*')(?=\s*,)")
_SHORTCODE_NAME = late_regex(r"\{[{%*<]+[-/\s]*([\w.-]+)")

# A tag of HTML may be written as Markdown on the other side.
_NO_TOKEN = UNSEEN_FORMS | {"html"}
_CODE_LINES = 24  # enough to know a code block again
_CODE_WEIGHT = 4.0
_PATH_END = 2  # what is left of a path seen from another folder
_LINK_WEIGHT, _NAME_WEIGHT = 3.0, 2.0
_TELLING_NAME = 6  # letters: "intro" and "2" are the names of many pages


def read_inlines(block: Block, known: Locales, strict: dict[str, float]) -> None:
    """Add the links, images, code and other inlines of a block itself.

    Args:
        block: The block.
        known: The languages whose marks in its targets mean nothing.
        strict: Feature to what it is worth, added to.
    """
    for inline in block_inlines(block):
        # Not `isinstance`, which takes three times as long with structs.
        if type(inline) is Text:
            continue
        for token, value in _inline_tokens(inline, known):
            strict[token] = strict.get(token, 0.0) + value


def _inline_tokens(inline: Inline, known: Locales) -> tuple[tuple[str, float], ...]:
    if type(inline) is CodeSpan:
        code = inline.value
        if "{{" in code or " <" in code:
            code = _FILLED_IN.sub("{{}}", code)
        return ((f"code {code}", 1.5 if len(code) > 1 else 1.0),)
    if type(inline) is Link:
        return _link_tokens(inline.target, known)
    if type(inline) is Image:
        path = normalize(inline.target, known).path
        return ((f"image {path[-1] if path else inline.target}", 3.0),)
    if type(inline) is FootnoteReference:
        return ((f"footnote {inline.label}", 1.0),)
    if type(inline) is InlineMarkup and inline.form not in _NO_TOKEN:
        return ((_markup_token(inline.value), 1.5),)
    return ()


def _markup_token(source: str) -> str:
    """Return what a piece of markup has in common with its counterpart."""
    call = _CALL.match(source)
    return f"markup {call[0] if call else source}"


def _link_tokens(target: str, known: Locales) -> tuple[tuple[str, float], ...]:
    """Return what a link has in common with its counterpart, from any folder.

    A page keeps its name when it is moved to another folder.
    """
    place = normalize(target, known)
    if place.in_page:  # its fragment may be made of a translated heading
        return (("link #", 1.0),)
    token = f"link {place.host}/{'/'.join(place.path[-_PATH_END:])}"
    if len(place.path) < _PATH_END or len(place.path[-1]) < _TELLING_NAME:
        return ((token, _LINK_WEIGHT),)
    return (
        (token, _LINK_WEIGHT - _NAME_WEIGHT),
        (f"name of page {place.path[-1]}", _NAME_WEIGHT),
    )


def read_numbers(text: str, strict: dict[str, float]) -> None:
    """Add the numbers of two digits and more of a text, in any digits.

    Args:
        text: The text.
        strict: As in `read_inlines`.
    """
    for number in _NUMBER.findall(text):
        digits = number.replace(".", "").replace(",", "")
        if not digits.isascii():
            digits = "".join(str(unicodedata.digit(digit)) for digit in digits)
        token = f"number {digits}"
        strict[token] = strict.get(token, 0.0) + 1.0


def read_code(block: CodeBlock, strict: dict[str, float]) -> int:
    """Add the lines of code without comments and literals, often translated.

    Args:
        block: The code.
        strict: As in `read_inlines`.

    Returns:
        How many characters there are in the lines.
    """
    if block.info:
        strict[f"info {block.info.split()[0]}"] = 0.5
    return read_lines(block.content, strict)


def preformatted(block: Block) -> str | None:
    """Return the code of a block of HTML that is nothing else, None for others."""
    if type(block) is not MarkupBlock or not _PREFORMATTED.fullmatch(block.value):
        return None
    return unescape(_TAG.sub("", block.value))


def read_lines(code: str, strict: dict[str, float]) -> int:
    """Add the lines of code, as `read_code` does.

    Args:
        code: The code.
        strict: As in `read_inlines`.
    """
    lines: list[str] = []
    for line in _COMMENT.sub("", code).split("\n"):
        bare = line.strip()
        if bare:
            if '"' in bare or "'" in bare:
                bare = _LITERAL.sub('""', bare)
            lines.append(bare)
    kept = lines[:_CODE_LINES]
    for line in kept:
        token = f"line {line}"
        strict[token] = strict.get(token, 0.0) + _CODE_WEIGHT / len(kept)
    return sum(map(len, lines))


def read_markup(block: Block, document: Document, strict: dict[str, float]) -> None:
    """Add the name of a component, callout, footnote or piece of markup, and values.

    Args:
        block: The block.
        document: The document it is in.
        strict: As in `read_inlines`.
    """
    source = ""
    if isinstance(block, Component):
        source = block.opening.cut(document.text)
        strict[f"name {block.name}"] = 1.0
    elif isinstance(block, Callout):
        strict[f"name {block.name.casefold()}"] = 0.7
    elif isinstance(block, FootnoteDefinition):
        strict[f"footnote {block.label}"] = 1.5
    elif isinstance(block, MarkupBlock):
        source = block.value
        name = TAG_NAME.match(source) or _SHORTCODE_NAME.match(source)
        if block.form not in {"html", "shortcode"} or name is None:
            strict[_markup_token(source.strip())] = 3.0
            return
        strict[f"name {name[1]}"] = 1.0
    for value in _ATTRIBUTE.findall(source):
        strict[f"value {value}"] = 1.0
