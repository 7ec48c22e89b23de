"""Code held against code: what a translator may change in it, and what not.

Comments, string literals and the output of programs may be translated. Everything
else must stay, so two blocks are compared token by token, with what may be translated
as blanks. Pygments knows where comments and literals are in some hundreds of languages.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import zip_longest
from typing import TYPE_CHECKING

from msgspec import Struct

from transcheck.document import CodeBlock, Document
from transcheck.patterns import late_regex
from transcheck.text import Lines, Span

if TYPE_CHECKING:
    from pygments.lexer import Lexer

# Fences of these hold prose, drawings or the output of programs.
_NO_CODE = frozenset(
    {"markdown", "md", "mdx", "mermaid", "none", "out", "output", "plain",
     "plaintext", "plantuml", "raw", "terminal", "text", "trace", "tree", "txt"}
)  # fmt: skip
# Pygments has no lexer for these, or one that takes the text for code.
_RELATED = {
    "astro": "html",
    "jsx": "javascript",
    "svelte": "html",
    "tsx": "typescript",
    "vue": "html",
}
_MARKUP = frozenset({"HTML", "XML", "XHTML"})
# Where the end of a line ends a statement, and where the indent means something.
_LINEWISE = frozenset(
    {"Bash", "Bash Session", "Batchfile", "Docker", "INI", "Makefile", "PowerShell",
     "Properties", "Python", "TOML", "YAML"}
)  # fmt: skip
_INDENTED = frozenset({"Python", "YAML"})
_SHELLS = frozenset({"Bash", "Bash Session", "Batchfile", "PowerShell"})
# Space separates the arguments of commands: `. .` are two folders, `..` is another.
_PIECE = late_regex(r"[\w-]+|\.+|[^\w\s]")
# Where no literal spans lines, a line of Python that starts so is a comment.
_PYTHON = frozenset({"py", "python", "python3"})
_COMMENT_LINES = late_regex(r"^[ \t]*#.*\n?", re.MULTILINE)
_SPANS_LINES = late_regex(r"\"\"\"|'''|\\\n|\r")
# So many words that two lines do not share make them sentences, or output.
_SENTENCE = 6
_LANGUAGE = late_regex(r"[\s{.]*([A-Za-z0-9_+#-]+)(?![A-Za-z0-9_+#-]|\s*=)")
_BETWEEN_TAGS = late_regex(r"(?<=>)[^<>{}=;()]+(?=[<{])")
_LETTERS = late_regex(r"(?<![-\w])[^\W\d_]+(?![\w=])")
# A version in a literal, which nobody translates.
_VERSION = late_regex(r"[\s\"'^~<>=vV]*\d+(?:\.\d+){2,}(?:[-+.][\w.]+)?[\"']*")
_LABEL = late_regex(r"\s*[^\W\d_][\w ]*[:\uff1a]\s")
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


def code_language(info: str) -> str:
    """Return the language of a fence's info string, lower case, "" when it has none.

    It knows ``python title="x"``, ``rust,ignore``, ``{ .dockerfile .annotate }``,
    ``{r}`` and ``hl_lines="4"``, which names none.
    """
    match = _LANGUAGE.match(info)
    return match[1].lower() if match else ""


def same_language(first: str, second: str) -> bool:
    """Tell whether two names are one language: ``py`` and ``Python``."""
    if first == second:
        return True
    if not (first and second):
        return False
    one, other = find_lexer(first), find_lexer(second)
    return one is not None and other is not None and one.name == other.name


def compare_code(
    first: str, second: str, info: str, *, exactly: bool = False
) -> Difference | None:
    """Return where two pieces of code begin to differ, None where they do not.

    Args:
        first: The code.
        second: The code that should be the same, comments and literals aside.
        info: The info string of the first. Fences that hold prose, drawings or the
            output of a program never differ; those without one only where lines were
            joined or split and nothing else was changed; in a language that Pygments
            does not know, everything must be the same but white space.
        exactly: So it must in every block, prose and drawings included.
    """
    if first == second:
        return None
    words = set(re.split(r"[\s{},.|:]+", info.lower()))
    language = code_language(info)
    if not exactly and not info.strip():
        return _compare_lines(first, second)
    if not exactly and (not language or words & _NO_CODE):
        return None
    if not exactly and language in _PYTHON and _same_but_comments(first, second):
        return None
    lexer = None if exactly else find_lexer(language)
    if lexer is not None and lexer.name in _SHELLS:
        first, second = _without_sentences(first, second)
    name = "" if lexer is None else language
    return _differ(first, _kept_tokens(first, name), second, _tokens(second, lexer))


def code_span(document: Document, block: CodeBlock, span: Span) -> Span:
    """Return where a span of a block's code is in its document.

    Lines of the code end as the document's lines do, so a column is counted from
    the end of the line; what stands before it may have been a prefix.

    Args:
        document: The document the block is in.
        block: The code block.
        span: A span of ``block.content``.
    """
    lines, code = Lines(document.text), Lines(block.content)
    first = lines.index(block.content_span.start)

    def place(offset: int) -> int:
        line = code.index(offset)
        if first + line >= len(lines):
            return block.content_span.end
        place = lines.ends[first + line] - (code.ends[line] - offset)
        return max(place, lines.starts[first + line])

    start = min(place(span.start), block.content_span.end)
    return Span(start, max(start, min(place(span.end), block.content_span.end)))


def _differ(
    first: str, ours: Iterable[Token], second: str, theirs: Iterable[Token]
) -> Difference | None:
    for one, other in zip_longest(ours, theirs):
        if one is None or other is None or one.text != other.text:
            return Difference(one or _end(first), other or _end(second))
    return None


def _same_but_comments(first: str, second: str) -> bool:
    """Tell, without a lexer, whether Python differs in lines of comments alone."""
    if _SPANS_LINES.search(first) or _SPANS_LINES.search(second):
        return False
    return _COMMENT_LINES.sub("", first) == _COMMENT_LINES.sub("", second)


def _compare_lines(first: str, second: str) -> Difference | None:
    """Return where two texts that are the same but for white space have other lines."""
    if first.split() != second.split():
        return None
    ours, theirs = (
        _with_lines(code, _tokens(code, None), indented=False)
        for code in (first, second)
    )
    return _differ(first, ours, second, theirs)


def _without_sentences(first: str, second: str) -> tuple[str, str]:
    """Return the code of a shell with blanks for what is said and printed in it.

    Between its commands stand lines that differ in many words, and lines that begin
    with a word and a colon. Comments do not count.
    """
    ours, theirs = first.split("\n"), second.split("\n")
    if len(ours) == len(theirs):
        for number, (one, other) in enumerate(zip(ours, theirs, strict=True)):
            words, others = (
                set(_LETTERS.findall(line.partition(" #")[0])) for line in (one, other)
            )
            many = len(words ^ others) >= _SENTENCE
            if (many and words - others and others - words) or (
                _LABEL.match(one) and _LABEL.match(other)
            ):
                ours[number], theirs[number] = " " * len(one), " " * len(other)
    return "\n".join(ours), "\n".join(theirs)


def _end(code: str) -> Token:
    length = len(code.rstrip())
    return Token("", Span(length, length))


def find_lexer(language: str) -> Lexer | None:
    """Return what splits code of a language into tokens, None where nothing does."""
    # Start-up counts, and most runs compare no differing code.
    from pygments.lexers import get_lexer_by_name  # noqa: PLC0415
    from pygments.util import ClassNotFound  # noqa: PLC0415

    try:
        found: Lexer = get_lexer_by_name(
            _RELATED.get(language, language), stripnl=False
        )
    except ClassNotFound:
        return None
    return found


@lru_cache(maxsize=128)
def _kept_tokens(code: str, language: str) -> tuple[Token, ...]:
    """Return the tokens of an original's code, which all its translations ask for.

    Args:
        code: The code.
        language: The language that Pygments knows it by, "" for none.
    """
    return tuple(_tokens(code, find_lexer(language) if language else None))


def _tokens(code: str, lexer: Lexer | None) -> Iterator[Token]:
    if lexer is None:
        for match in re.finditer(r"\S+", code):
            yield Token(match[0], Span(*match.span()))
        return
    pieces: Iterable[Token] = _pieces(code, lexer)
    if lexer.name in _LINEWISE:
        pieces = _with_lines(code, pieces, indented=lexer.name in _INDENTED)
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


def _with_lines(
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
