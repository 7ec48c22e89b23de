"""The rule code-block."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar

from transcheck import document
from transcheck.code import (
    Difference,
    Token,
    code_language,
    code_span,
    compare_code,
    compare_commented,
    same_language,
)
from transcheck.compare.counterparts import aligned_of
from transcheck.compare.mention import place, related_at, shorten
from transcheck.patterns import late_regex
from transcheck.rule import (
    BlockPair,
    BlockState,
    Document,
    Edit,
    Finding,
    Fix,
    Pair,
    PairRule,
    label,
)

# Attributes of a fence whose values are prose, or a path with a language in it.
_PROSE = frozenset({"caption", "file", "filename", "header", "label", "name", "title"})
_ATTRIBUTE = late_regex(
    r"""([\w.-]+)=(?:"[^"]*"|'[^']*'|\{[^}]*\}|[^\s{}]+)|\{[^={}]*\}|[^\s{}]+"""
)
# A token is often a piece of what is a word to the reader: `--publish`, `shop:2.1`.
_IN_WORD = late_regex(r"[^\s\"'`()\[\]{}<>,;=|&*#]")


class CodeBlock(PairRule, frozen=True):
    """A code block holds the code of its original."""

    id: ClassVar[str] = "code-block"
    category: ClassVar[str] = "code"
    fixable: ClassVar[bool] = True

    translated_comments: Annotated[
        bool, "Comments, literals, output and drawings may differ."
    ] = True

    def check(self, pair: Pair) -> Iterator[Finding]:
        """Report where code begins to differ, and what its fence lost."""
        broken = {fence.span.start for fence in pair.translation.fences}
        for blocks, first, second in aligned_of(pair, document.CodeBlock):
            if blocks.state is not BlockState.TRANSLATED:
                continue
            if second.span.start in broken:
                continue
            message = _compare_info(first.info, second.info)
            if message is not None:
                yield _report_info(pair, blocks, first, second, message)
                continue
            for difference in self._differences(first, second):
                yield _report_code(pair, blocks, first, second, difference)

    def _differences(
        self, first: document.CodeBlock, second: document.CodeBlock
    ) -> Iterator[Difference]:
        """Yield where code begins to differ, and code that is commented out."""
        codes = first.content, second.content
        exactly = not self.translated_comments
        found = compare_code(*codes, first.info, exactly=exactly)
        if found is not None:
            yield found
        if not exactly:
            found = compare_commented(*codes, first.info)
            if found is not None:
                yield found


def _compare_info(first: str, second: str) -> str | None:
    """Return what is wrong with an info string, None when nothing is."""
    language, other = code_language(first), code_language(second)
    if language and not same_language(language, other):
        if not other:
            return f"code block lost its language {shorten(language)}"
        return f"language {shorten(language)} of a code block became {shorten(other)}"
    ours, theirs = _attributes(first), _attributes(second)
    for name, value in ours.items():
        if theirs.get(name) != value:
            if name in theirs:
                return (
                    f"{shorten(value)} of a code block became {shorten(theirs[name])}"
                )
            return f"code block lost {shorten(value)}"
    return None


def _attributes(info: str) -> dict[str, str]:
    """Return the attributes of an info string by name, without prose ones."""
    found = {}
    for match in _ATTRIBUTE.finditer(info):
        name = match[1] or match[0]
        if name not in _PROSE and code_language(match[0]) != code_language(info):
            found[name] = " ".join(match[0].split())
    return found


def _report_info(
    pair: Pair,
    blocks: BlockPair,
    first: document.CodeBlock,
    second: document.CodeBlock,
    message: str,
) -> Finding:
    return Finding(
        place(pair.translation, second.info_span),
        message,
        cause=("info", blocks.key, second.info),
        block=blocks.key,
        related=related_at(pair.original, "the fence", first.info_span),
        fix=Fix(
            "write the original's",
            (Edit(place(pair.translation, second.info_span), first.info),),
            safe=False,
        )
        if first.fence and second.fence
        else None,
    )


def _report_code(
    pair: Pair,
    blocks: BlockPair,
    first: document.CodeBlock,
    second: document.CodeBlock,
    difference: Difference,
) -> Finding:
    there, here = difference.first, difference.second
    message, blame = _say(difference, first.content, second.content, pair.original)
    origin_span = code_span(pair.original, first, there.span)
    return Finding(
        place(pair.translation, code_span(pair.translation, second, here.span)),
        message,
        cause=("code", blocks.key, there.text, here.text),
        block=blocks.key,
        related=related_at(pair.original, "the code", origin_span),
        blame=blame,
        fix=_restore(pair, first, second, difference),
    )


def _say(
    difference: Difference, first: str, second: str, original: Document
) -> tuple[str, str]:
    """Return the message, and the one that blames the original."""
    there, here, origin = difference.first, difference.second, label(original)
    old, new = _name(there, first), _name(here, second)
    begins = [token.text.startswith("\n") for token in (there, here)]
    if old and new and _begins_line(there, first, here):
        return (
            f"line {old} of {origin} is joined to the one before it",
            f"line {old} is joined to the one before it in most translations",
        )
    if old is None or (new and begins == [True, False]):
        what = f"{_noun(here)} {new}" if old is None else f"code {_rest(here, second)}"
        return f"{what} is not in {origin}", f"{what} of the translations is missing"
    if new is None or begins == [False, True]:
        what = f"{_noun(there)} {old}" if new is None else f"code {_rest(there, first)}"
        return (
            f"{what} of {origin} is missing",
            f"{what} is missing in most translations",
        )
    return (
        f"code differs from {origin}: {new} for {old}",
        f"code differs from the translations: {old} for {new}",
    )


def _begins_line(token: Token, code: str, other: Token) -> bool:
    """Tell whether a token is the start of a line, and another what follows it."""
    return token.text.startswith("\n") and code.startswith(other.text, token.span.end)


def _restore(
    pair: Pair,
    first: document.CodeBlock,
    second: document.CodeBlock,
    difference: Difference,
) -> Fix | None:
    """Return how to write the original's code where nothing else differs."""
    there, here = difference.first.span, difference.second.span
    old, code = there.cut(first.content), second.content
    mended = code[: here.start] + old + code[here.end :]
    if "\n" in old + here.cut(code):
        return None
    if compare_code(first.content, mended, first.info) is not None:
        return None
    edit = Edit(place(pair.translation, code_span(pair.translation, second, here)), old)
    return Fix(f"write {shorten(old)}" if old else "remove it", (edit,), safe=False)


def _rest(token: Token, code: str) -> str:
    """Return how a message quotes a line from a token on."""
    return shorten(code[token.span.start :].partition("\n")[0].strip())


def _noun(token: Token) -> str:
    return "line" if token.text.startswith("\n") else "code"


def _name(token: Token, code: str) -> str | None:
    """Return how a message quotes the word of a piece of code, None for its end."""
    if token.text.startswith("\n"):
        return shorten(code[token.span.end :].partition("\n")[0].strip())
    if token.span.end == token.span.start:
        return shorten(token.text) if token.text else None
    start, end = token.span.start, token.span.end
    while start > 0 and _IN_WORD.match(code[start - 1]):
        start -= 1
    while end < len(code) and _IN_WORD.match(code[end]):
        end += 1
    return shorten(code[start:end])
