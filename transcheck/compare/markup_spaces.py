"""Spaces between words and the links, code and emphasis beside them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from transcheck.compare.strays import Stray
from transcheck.compare.texts import Texts
from transcheck.document import (
    CODE,
    MARKUP,
    Block,
    CodeSpan,
    Document,
    Emphasis,
    Inline,
    Link,
    Text,
    block_inlines,
    ids_of_holders,
    prose,
)
from transcheck.text import Span
from transcheck.typography import (
    attaches_beginnings,
    attaches_endings,
    word_after,
    word_before,
)

# A few letters that are set off in a word explain it: **op**erations.
_LEAST_INSIDE = 3
_MARKS = "\"'“”„«»()[].,;:!?…،؛؟।"
_FORMS = frozenset({"inline", "reference"})
_NAMES: dict[type[Inline], str] = {
    CodeSpan: "the code",
    Emphasis: "the emphasis",
    Link: "the link",
}
_BEFORE, _AFTER, _EDGE = "x`", "`x", "[ ]"


def find_markup_spaces(
    document: Document, texts: Texts
) -> Iterator[tuple[Block, Stray]]:
    """Yield spaces that are missing beside markup, and those at the edge of a link.

    A word that stands close to markup is no part of a longer one where the document
    has it elsewhere by itself.

    Args:
        document: The document.
        texts: Its texts.
    """
    known: frozenset[str] | None = None
    marked = ids_of_holders(document, CodeSpan, Emphasis, Link)
    for block, _ in texts:
        if id(block) not in marked:
            continue
        for node, name in _marked(block):
            if isinstance(node, Link):
                for stray in _at_edges(document, node):
                    yield block, stray
            if not _is_close(document.text, node):
                continue
            for sign, at, words in _close(document, block, node):
                if known is None:
                    known = _words(texts)
                if known.issuperset(words):
                    message = f"no space between '{words[0]}' and {name}"
                    safe = not isinstance(node, Emphasis)
                    span = Span(at, at)
                    yield (
                        block,
                        Stray(span, sign, message, text=" ", safe=safe, compared=True),
                    )


def count_markup_spaces(document: Document, block: Block) -> Counter[str]:
    """Return the signs in a block, whatever language it is in."""
    signs: Counter[str] = Counter()
    for node, _ in _marked(block):
        if isinstance(node, Link):
            signs.update(_EDGE for _ in _at_edges(document, node))
        before, after = _outside(document, block, node)
        signs[_BEFORE] += bool(before)
        signs[_AFTER] += bool(after)
    return signs


def _marked(block: Block) -> Iterator[tuple[Inline, str]]:
    for node in block_inlines(block):
        name = _NAMES.get(type(node))
        if name and not (isinstance(node, Link) and node.form not in _FORMS):
            yield node, name


def _is_close(text: str, node: Inline) -> bool:
    """Tell whether a letter or a digit stands right before or after markup."""
    start, end = node.span.start, node.span.end
    return text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()


def _close(
    document: Document, block: Block, node: Inline
) -> Iterator[tuple[str, int, tuple[str, ...]]]:
    """Yield where a word is close to markup: which side, where, and the words there.

    Of emphasis the word in it is one of them: words are also emphasised in part.
    """
    before, after = _outside(document, block, node)
    if bool(before) == bool(after):
        return
    inside = node.value if isinstance(node, CodeSpan) else prose(*node.children)
    if len(inside) < _LEAST_INSIDE:
        return
    language = document.language
    emphasised = isinstance(node, Emphasis)
    if before and not attaches_beginnings(language):
        first = word_after(inside)
        if first and (len(before) > 1 or not emphasised):
            words = (before, first) if emphasised else (before,)
            yield _BEFORE, node.span.start, words
    if after and not attaches_endings(language):
        last = word_before(inside, len(inside))
        call = isinstance(node, CodeSpan) and inside.endswith(")")
        # One letter after a name or a piece of code is an ending more often.
        if (last or call) and (len(after) > 1 or isinstance(node, Link)):
            words = (after, last) if emphasised and last else (after,)
            yield _AFTER, node.span.end, words


def _outside(document: Document, block: Block, node: Inline) -> tuple[str, str]:
    """Return the words that stand close to markup, before it and after it."""
    text = document.text
    start, end = node.span.start, node.span.end
    if not _is_close(text, node):
        return "", ""
    before = word_before(text, start, block.span.start)
    return before, word_after(text, end, block.span.end)


def _words(texts: Texts) -> frozenset[str]:
    """Return the words that stand by themselves in some texts, as they are written."""
    return frozenset(
        token.strip(_MARKS)
        for token in set(texts.text.split())
        if CODE not in token and MARKUP not in token
    )


def _at_edges(document: Document, node: Link) -> Iterator[Stray]:
    """Yield the spaces at the edges of a link's text."""
    if not node.children:
        return
    first, last = node.children[0], node.children[-1]
    before = isinstance(first, Text) and first.value[0].isspace()
    after = isinstance(last, Text) and last.value[-1].isspace()
    if not (before or after) or not prose(*node.children).strip():
        return
    if isinstance(first, Text) and before:
        width = len(first.value) - len(first.value.lstrip())
        span = Span(first.span.start, first.span.start + width)
        outside = document.text[max(0, node.span.start - 1) : node.span.start]
        yield _edge(span, "start", needed=bool(outside) and not outside.isspace())
    if isinstance(last, Text) and after:
        width = len(last.value) - len(last.value.rstrip())
        span = Span(last.span.end - width, last.span.end)
        outside = document.text[node.span.end : node.span.end + 1]
        yield _edge(span, "end", needed=outside.isalnum())


def _edge(span: Span, side: str, *, needed: bool) -> Stray:
    """Return the finding; what is needed there has to be moved out of the link."""
    message = f"space at the {side} of a link's text"
    text = None if needed else ""
    return Stray(span, _EDGE, message, text=text, safe=True, compared=True)
