"""The tokens of code that must stay: comments dropped, literals left as blanks.

Pygments knows where comments and literals are in some hundreds of languages.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import zip_longest
from typing import TYPE_CHECKING

from msgspec import Struct

from transcheck.code.languages import find_lexer
from transcheck.patterns import late_regex
from transcheck.text import Lines, Span

if TYPE_CHECKING:
    from pygments.lexer import Lexer

_MARKUP = frozenset(
    {"HTML", "HTML+Django/Jinja", "HTML+Handlebars", "RHTML", "XHTML", "XML"}
)
# Where the end of a line ends a statement, and where the indent means something.
_LINEWISE = frozenset(
    {"Bash", "Bash Session", "Batchfile", "Docker", "INI", "Makefile", "PowerShell",
     "Properties", "Python", "TOML", "YAML"}
)  # fmt: skip
_INDENTED = frozenset({"Python", "YAML"})
# Space separates the arguments of commands: `. .` are two folders, `..` is another.
_PIECE = late_regex(r"[\w-]+|\.+|[^\w\s]")
_BETWEEN_TAGS = late_regex(r"(?<=>)[^<>{}=;()]+(?=[<{])")
# A version in a literal, which nobody translates.
_VERSION = late_regex(r"[\s\"'^~<>=vV]*\d+(?:\.\d+){2,}(?:[-+.][\w.]+)?[\"']*")
_OPENING = frozenset("([{")
_CLOSING = frozenset(")]}")


class Token(Struct, frozen=True):
    r"""A piece of code that must stay.

    Args:
        text: The piece; "" for a blank that a translator may fill, a text that starts
            with ``\n`` where a line begins, with ``>`` or ``<`` for its indent.
        span: Where it is in the code.
    """

    text: str
    span: Span


class Difference(Struct, frozen=True):
    """The first place where two pieces of code differ.

    Args:
        first: The token of the first piece, empty at its end where it has none.
        second: The token of the second piece, likewise.
    """

    first: Token
    second: Token


@lru_cache(maxsize=128)
def original_tokens(code: str, language: str) -> tuple[Token, ...]:
    """Return the tokens of an original's code, which all its translations ask for.

    Args:
        code: The code.
        language: The language that Pygments knows it by, "" for none.
    """
    return tuple(code_tokens(code, find_lexer(language) if language else None))


def code_tokens(code: str, lexer: Lexer | None) -> Iterator[Token]:
    """Yield the tokens of code.

    Args:
        code: The code.
        lexer: What splits it; None makes a token of whatever stands between spaces.
    """
    if lexer is None:
        for match in re.finditer(r"\S+", code):
            yield Token(match[0], Span(*match.span()))
        return
    pieces: Iterable[Token] = _pieces(code, lexer)
    if lexer.name in _LINEWISE:
        pieces = with_lines(code, pieces, indented=lexer.name in _INDENTED)
    previous = comma = None
    for piece in pieces:
        if comma is not None and piece.text not in _CLOSING:
            yield comma
        # Before a closing bracket it may stand or not, wherever one may stand at all.
        comma = piece if piece.text == "," and lexer.name != "JSON" else None
        if comma is None and (piece.text or previous is None or previous.text):
            yield piece
        previous = piece
    if comma is not None:
        yield comma


def _pieces(code: str, lexer: Lexer) -> Iterator[Token]:
    """Yield the tokens of code without comments and space, blanks for literals."""
    from pygments.token import Token as Kind  # noqa: PLC0415
    from pygments.token import is_token_subtype  # noqa: PLC0415

    blanks = [Kind.Literal.String, Kind.Literal.Scalar, Kind.Generic.Output]
    if lexer.name in _MARKUP:
        blanks.append(Kind.Text)
    kept = (
        Kind.Literal.String.Interpol,
        Kind.Comment.Preproc,
        Kind.Comment.PreprocFile,
    )
    if lexer.name in ("JavaScript", "TypeScript"):
        code = _BETWEEN_TAGS.sub(lambda match: " " * len(match[0]), code)
    roles: dict[object, tuple[bool, bool]] = {}
    offset = 0
    for kind, text in lexer.get_tokens(code):
        start, offset = offset, offset + len(text)
        word = text.strip()
        if kind not in roles:
            is_kept = any(is_token_subtype(kind, other) for other in kept)
            roles[kind] = (
                not is_kept and any(is_token_subtype(kind, other) for other in blanks),
                not is_kept and is_token_subtype(kind, Kind.Comment),
            )
        blank, comment = roles[kind]
        if not word or comment:
            continue
        blank = blank and not _VERSION.fullmatch(word)
        start += text.index(word)
        if blank:
            yield Token("", Span(start, start + len(word)))
        elif word.isalnum():
            yield Token(word, Span(start, start + len(word)))
        else:  # how far a run of marks reaches depends on the space after it
            for match in _PIECE.finditer(word):
                yield Token(match[0], Span(start + match.start(), start + match.end()))


def with_lines(
    code: str, pieces: Iterable[Token], *, indented: bool
) -> Iterator[Token]:
    """Add a token where a line of code begins, outside brackets."""
    lines = Lines(code)
    line, depth, indents, blank = -1, 0, [0], False
    for piece in pieces:
        here = lines.index(piece.span.start)
        inside = blank and not piece.text  # a literal of several lines
        blank = not piece.text
        if here != line and depth == 0 and not inside:
            start = lines.starts[here]
            indent = len(code[start : piece.span.start].expandtabs())
            mark = ""
            while indented and indent < indents[-1]:
                indents.pop()
                mark += "<"
            if indented and indent > indents[-1]:
                mark += ">"
                indents.append(indent)
            if line >= 0:
                yield Token("\n" + mark, Span(start, piece.span.start))
        line = max(here, lines.index(max(piece.span.start, piece.span.end - 1)))
        if piece.text in _OPENING:
            depth += 1
        elif piece.text in _CLOSING:
            depth = max(0, depth - 1)
        yield piece


def first_difference(
    first: str, ours: Iterable[Token], second: str, theirs: Iterable[Token]
) -> Difference | None:
    """Return the first place where tokens of two pieces of code differ.

    Args:
        first: The first piece.
        ours: Its tokens.
        second: The second piece.
        theirs: Its tokens.
    """
    for one, other in zip_longest(ours, theirs):
        if one is None or other is None or one.text != other.text:
            return Difference(one or _end(first), other or _end(second))
    return None


def _end(code: str) -> Token:
    length = len(code.rstrip())
    return Token("", Span(length, length))
