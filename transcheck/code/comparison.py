"""Two pieces of code compared token by token."""

from __future__ import annotations

import re

from transcheck.code.languages import code_language, find_lexer
from transcheck.code.tokens import (
    Difference,
    code_tokens,
    first_difference,
    original_tokens,
)
from transcheck.code.unnamed import compare_unnamed
from transcheck.document import CodeBlock, Document
from transcheck.patterns import late_regex
from transcheck.text import Lines, Span

# Fences of these hold prose, drawings or the output of programs.
_NO_CODE = frozenset(
    {"markdown", "md", "mdx", "mermaid", "none", "out", "output", "plain",
     "plaintext", "plantuml", "raw", "terminal", "text", "trace", "tree", "txt"}
)  # fmt: skip
_SHELLS = frozenset({"Bash", "Bash Session", "Batchfile", "PowerShell"})
# Where no literal spans lines, a line of Python that starts so is a comment.
_PYTHON = frozenset({"py", "python", "python3"})
_COMMENT_LINES = late_regex(r"^[ \t]*#.*\n?", re.MULTILINE)
_SPANS_LINES = late_regex(r"\"\"\"|'''|\\\n|\r")
# So many words that two lines do not share make them sentences, or output.
_SENTENCE = 6
_LETTERS = late_regex(r"(?<![-\w])[^\W\d_]+(?![\w=])")
_STRING = late_regex(r"\"[^\"\n]*\"|'[^'\n]*'")
# A line of literals alone, in brackets.
_RESULT = late_regex(
    r"^[ \t]*[\[({](?:(?:\"[^\"\n]*\"|'[^'\n]*'),?[ \t]*)+[\])}][ \t]*$", re.MULTILINE
)
# What ends so is no statement yet.
_GOES_ON = late_regex(r"[^\w\s)\]}\"';!?.][ \t]*$")
# What is set, which a machine reads; what it is set to may be described.
_SET = late_regex(r"\s*(?:export\s+)?[A-Za-z_]\w*=")
_LABEL = late_regex(r"\s*[^\W\d_][\w ]*[:\uff1a]\s")


def compare_code(
    first: str, second: str, info: str, *, exactly: bool = False
) -> Difference | None:
    """Return where two pieces of code begin to differ, None where they do not.

    Args:
        first: The code.
        second: The code that should be the same, comments and literals aside.
        info: The info string of the first. Fences that hold prose, drawings or the
            output of a program never differ; those without one only where it is sure
            that they hold code; in a language that Pygments does not know, everything
            must be the same but white space.
        exactly: So it must in every block, prose and drawings included.
    """
    if first == second:
        return None
    words = set(re.split(r"[\s{},.|:]+", info.lower()))
    language = code_language(info)
    if not exactly and not info.strip():
        return compare_unnamed(first, second)
    if not exactly and (not language or words & _NO_CODE):
        return None
    if not exactly and language in _PYTHON and _same_but_comments(first, second):
        return None
    lexer = None if exactly else find_lexer(language)
    if lexer is not None and lexer.name in _SHELLS:
        first, second = _without_sentences(first, second)
    elif lexer is not None and _RESULT.search(first):
        first, second = _without_results(first, second)
    name = "" if lexer is None else language
    return first_difference(
        first, original_tokens(first, name), second, code_tokens(second, lexer)
    )


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


def _same_but_comments(first: str, second: str) -> bool:
    """Tell, without a lexer, whether Python differs in lines of comments alone."""
    if _SPANS_LINES.search(first) or _SPANS_LINES.search(second):
        return False
    return _COMMENT_LINES.sub("", first) == _COMMENT_LINES.sub("", second)


def _without_sentences(first: str, second: str) -> tuple[str, str]:
    """Return the code of a shell with blanks for what is said and printed in it.

    Between its commands stand lines that differ in many words, and lines that begin
    with a word and a colon. Comments do not count. The name of a variable stays.
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
                is_set = _SET.match(one) is not None
                ours[number], theirs[number] = (
                    _blank(line, is_set=is_set) for line in (one, other)
                )
    return "\n".join(ours), "\n".join(theirs)


def _without_results(first: str, second: str) -> tuple[str, str]:
    """Return code with blanks for literals that a translated one above them results in.

    They may be more or fewer: a sentence split into its words.
    """
    ours, theirs = first.split("\n"), second.split("\n")
    if len(ours) == len(theirs):
        for number in range(len(ours) - 1, 0, -1):
            one, other = ours[number], theirs[number]
            if not (_RESULT.search(one) and _RESULT.search(other)):
                continue
            above, beside = ours[number - 1], theirs[number - 1]
            goes_on = any(map(_GOES_ON.search, (above, beside)))
            if not goes_on and _STRING.findall(above) != _STRING.findall(beside):
                ours[number], theirs[number] = " " * len(one), " " * len(other)
    return "\n".join(ours), "\n".join(theirs)


def _blank(line: str, *, is_set: bool) -> str:
    """Return a line of blanks, but for the variable that is set in it."""
    kept = line.find("=") + 1 if is_set else 0
    return line[:kept] + " " * (len(line) - kept)
