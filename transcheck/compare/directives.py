"""Directives: comments that a tool obeys, and lines that include files."""

from __future__ import annotations

import re
from collections.abc import Iterator

from transcheck.compare.tags import Argument, Tag
from transcheck.document import (
    Block,
    CodeBlock,
    Document,
    InlineMarkup,
    MarkupBlock,
    block_inlines,
    blocks_with,
)
from transcheck.patterns import late_regex
from transcheck.text import Span

# The bounds keep one that is never closed cheap.
_COMMENT = late_regex(
    r"(?P<opening><!--)(?P<html>.{0,2000}?)(?P<ending>-->)"
    r"|(?P<brace>\{\s*/\*)(?P<mdx>.{0,2000}?)(?P<close>\*/\s*\})",
    re.DOTALL,
)
_FORMS = frozenset({"comment", "html", "expression", "include", "template"})
# What a reader would miss: the fold of a post, a table of contents, the marks of a
# region that is taken out, generated or shown somewhere, an included file.
_DIRECTIVE = late_regex(
    r"""(?P<word>more|truncate|excerpt|endexcerpt|teaser|pagebreak|newpage|nextpage
        |/?toc|tocstop|(?:omit\ (?:in|from)|no)\ toc|[\w./-]+:(?:start|end|begin|stop)
        |(?:start|end|begin|stop)[_:][\w.:-]+|(?:start|end)\ doctoc)\b.*
    |(?P<named>\#?(?:end)?region|anchor(?:_end)?:|--8<--|\[(?:start|end):|md:[\w-]+)
        (?P<name>.*)
    |(?P<include>@include:?|@code|include:|embedme)\s+(?P<path>\S*[./]\S*.*)
    |(?P<marker>(?-i:/?[A-Z][A-Z0-9]*(?:[-_:][A-Z][A-Z0-9]*)+))""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
# Of DocFX; where the link in it leads is judged where links are.
_DOCFX = late_regex(
    r"\[!(?P<word>[^\W\d_][\w-]{0,40})[ \t]?\[[^\]\r\n]{0,300}\]\([^()\r\n]{0,1000}\)\]"
)
_DOCFX_SIGN = late_regex(r"\[!(?=[^\]\r\n]*\[)")
# What each of them begins with, or has at its start.
_SIGN = late_regex(r"[<{-](?:(?<=<)(?:!--|<<)|(?<=\{)(?:\*|\{[ \t]*#|\s*/\*)|-8<--)")
_INCLUDE = late_regex(
    r"\{\*[ \t]*(?P<star>[^\r\n]*?)[ \t]*\*\}"
    r"|--8<--[ \t]*(?P<snippet>[\"'][^\r\n]*)"
    r"|<<<[ \t]*(?P<vite>[@./][^\r\n]*)"
    r"|\{\{[ \t]*\#(?P<book>(?:include|rustdoc_include|playground|template)[ \t]+"
    r"[^\r\n}]*)\}\}"
)
# The same at the start of a line of code, where they work too.
_IN_CODE = late_regex(
    rf"^[ \t>]*(?:[#/;%-]{{1,3}}[ \t]*)?(?:{_INCLUDE.pattern})", re.MULTILINE
)
_WORD = late_regex(r"[^\s\"']+")
# A comment of more words is a remark.
_MOST_WORDS = 3


def read_directives(document: Document, *, remarks: bool) -> list[Tag]:
    """Return the directives of a document, in order.

    Args:
        document: The document.
        remarks: Other short comments too: a directive may have been translated.
    """
    return document.once(_read, remarks)


def _read(document: Document, remarks: bool) -> list[Tag]:  # noqa: FBT001 - as asked
    text = document.text
    found: list[Tag] = []
    for block in blocks_with(document, _SIGN):
        for part in (block, *_inlines(block)):
            if isinstance(part, CodeBlock):
                found += _includes(text, part.content_span, _IN_CODE)
            elif isinstance(part, (MarkupBlock, InlineMarkup)) and part.form in _FORMS:
                found += _includes(text, part.span, _INCLUDE)
                found += _comments(text, part.span, remarks=remarks)
    for block in blocks_with(document, _DOCFX_SIGN):
        if block.inlines:
            found += _docfx(text, block.span)
    return sorted(found, key=lambda tag: tag.span.start)


def _inlines(block: Block) -> Iterator[object]:
    if not isinstance(block, MarkupBlock):
        yield from block_inlines(block)


def _includes(text: str, place: Span, pattern: re.Pattern[str]) -> Iterator[Tag]:
    for match in pattern.finditer(text, place.start, place.end):
        yield _make(
            text,
            Span(*match.span()),
            "include",
            Span(*match.span(match.lastgroup or 0)),
        )


def _comments(text: str, place: Span, *, remarks: bool) -> Iterator[Tag]:
    for match in _COMMENT.finditer(text, place.start, place.end):
        said = match["html"] if match["opening"] else match["mdx"]
        start = match.start("html" if match["opening"] else "mdx")
        start += len(said) - len(said.lstrip())
        inner = Span(start, start + len(said.strip()))
        said = said.strip()
        span = Span(*match.span())
        directive = _DIRECTIVE.fullmatch(said)
        if directive is None:
            if remarks and 0 < len(said.split()) <= _MOST_WORDS:
                yield _make(text, span, said, Span(inner.end, inner.end), inner)
            continue
        if directive["path"]:
            path = Span(start + directive.start("path"), inner.end)
            yield _make(text, span, "include", path)
            continue
        name = directive["word"] or directive["named"] or directive["marker"]
        word = Span(start, start + len(name))
        rest = Span(word.end, inner.end if directive["named"] else word.end)
        yield _make(text, span, name.lower(), rest, word)


def _docfx(text: str, place: Span) -> Iterator[Tag]:
    """Yield what puts a file in its place: ``[!INCLUDE [title](path)]``."""
    for match in _DOCFX.finditer(text, place.start, place.end):
        word = Span(*match.span("word"))
        nothing = Span(word.end, word.end)
        name = f"!{match['word'].lower()}"
        yield _make(text, Span(*match.span()), name, nothing, word)


def _make(
    text: str, span: Span, name: str, rest: Span, word: Span | None = None
) -> Tag:
    word = word or Span(rest.start, rest.start)
    arguments = []
    for match in _WORD.finditer(text, rest.start, rest.end):
        place = Span(*match.span())
        key = Span(place.start, place.start)
        arguments.append(Argument(None, match[0], False, key, place))  # noqa: FBT003 - no quotes
    return Tag(
        "include" if name == "include" else "directive",
        name,
        word,
        span,
        span.cut(text),
        (text[span.start : word.start].strip(), text[rest.end : span.end].strip()),
        closes=False,
        void=True,
        rest=rest,
        arguments=tuple(arguments),
    )
