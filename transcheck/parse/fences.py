"""Fences of code that are broken, and a document read as if they were not."""

from __future__ import annotations

import re
from collections.abc import Sequence

from transcheck.document import BrokenFence, CodeBlock, Document
from transcheck.parse.conflicts import read_blanked
from transcheck.patterns import late_regex
from transcheck.text import Span

_FENCE = late_regex(
    r"(?:^|(?<=\r)) {0,3}(?P<mark>`{3,}|~{3,})(?P<info>[^`\r\n]*)(?=[\r\n]|\Z)",
    re.MULTILINE,
)
_LINE = late_regex(r"[^\r\n]*")
# Info strings of a model that hands over a file.
_FILE = late_regex(r"(?:markdown|md|mdx)\b", re.IGNORECASE)
_UNNAMED = frozenset({"", "text", "txt", "plaintext", "html"})
# A fence that holds so much of a file was meant for the file, not for an example.
_MOST, _NEARLY_ALL = 0.5, 0.7
_HEADING = late_regex(r"(?m)^ {0,3}#{1,6}[ \t]\S")


def find_wrapper(document: Document) -> BrokenFence | None:
    """Return the fence that holds most of a document, None where none does.

    Fences in it are read as nested ones: those with an info string open, those
    without close.

    Args:
        document: The document.
    """
    text = document.text
    body = document.frontmatter.span.end if document.frontmatter else 0
    for block in document.code_blocks[:2]:
        start = block.span.start
        if not block.fence or (start and text[start - 1] not in "\r\n"):
            continue
        named = _FILE.match(block.info) is not None
        if not named and block.info.lower() not in _UNNAMED:
            continue
        closing = _matching(text, block) if named else _last(text, block)
        end = closing.start if closing is not None else len(text)
        share = (end - start) / max(1, len(text) - body)
        if share >= (_MOST if named else _NEARLY_ALL) and (
            named or _HEADING.search(text, block.content_span.start, end)
        ):
            return BrokenFence(span=_line(text, start), kind="wrapper", other=closing)
    return None


def find_broken(document: Document) -> list[BrokenFence]:
    """Return the fences whose blocks are not closed, or hold another's opening fence.

    Args:
        document: The document.
    """
    found = []
    for block in document.code_blocks:
        if not block.fence:
            continue
        inner = _inner(document.text, block)
        if inner is not None or not block.closed:
            span = Span(block.span.start, max(_opening(block), block.info_span.end))
            kind = "open" if inner is None else "nested"
            found.append(BrokenFence(span=span, kind=kind, other=inner))
    return found


def read_without(document: Document, fences: Sequence[BrokenFence]) -> Document:
    """Return a document as it reads when some fences are taken away.

    Args:
        document: The document.
        fences: The fences, in the order of the file.
    """
    spans = [fence.span for fence in fences]
    spans += [one.other for one in fences if one.other and one.kind == "wrapper"]
    return read_blanked(document, spans)


def is_misplaced(document: Document, fence: BrokenFence) -> bool:
    """Tell whether a fence closes what was never opened, or was written twice.

    Then the document reads better without it.

    Args:
        document: The document.
        fence: One of its broken fences that are no wrapper.
    """
    block = next(
        one for one in document.code_blocks if one.span.start == fence.span.start
    )
    if fence.other is not None:
        before = document.text[block.content_span.start : fence.other.start]
        return not block.info or not before.strip()
    return not block.info and _HEADING.search(block.content) is not None


def _opening(block: CodeBlock) -> int:
    return block.span.start + len(block.fence)


def _line(text: str, start: int) -> Span:
    match = _LINE.match(text, start)
    return Span(start, match.end() if match else start)


def _inner(text: str, block: CodeBlock) -> Span | None:
    """Return the first opening fence in a block, as long as the block's at least."""
    if block.fence not in block.content:
        return None
    for match in _FENCE.finditer(
        text, block.content_span.start, block.content_span.end
    ):
        if match["info"].strip()[:1].isalpha() and match["mark"].startswith(
            block.fence
        ):
            return Span(match.start("mark"), match.end())
    return None


def _matching(text: str, block: CodeBlock) -> Span | None:
    """Return the fence that closes a block when those in it are nested."""
    depth = 1
    for match in _FENCE.finditer(text, _opening(block)):
        if match["mark"][0] != block.fence[0]:
            continue
        depth += 1 if match["info"].strip() else -1
        if depth == 0:
            return Span(match.start("mark"), match.end())
    return None


def _last(text: str, block: CodeBlock) -> Span | None:
    """Return the fence that closes a block by itself."""
    if not block.closed:
        return None
    line = text.rfind(block.fence, block.content_span.end, block.span.end)
    return _line(text, line)
