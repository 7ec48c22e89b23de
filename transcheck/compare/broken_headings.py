"""Lines that were meant to be headings, and headings with no text or two marks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from transcheck.align.model import Pair
from transcheck.compare.page_titles import page_title
from transcheck.document import (
    Break,
    Document,
    Heading,
    Paragraph,
    Text,
    block_prose,
    document_blocks,
)
from transcheck.patterns import late_regex
from transcheck.text import Span, fold, line_start

_WIDE = "\uff03"
# Any line that can be one of those, after the end of the one before it: it decides
# whether blocks are looked at.
_SUSPECT = late_regex(
    r"[\r\n][ \t>]{0,20}"
    rf"(?:#{{1,6}}(?:[^\s#!]|[^\S \t\r\n]|[ \t]+#|[ \t]*(?:$|(?=\r)))|\\#|{_WIDE})",
    re.MULTILINE,
)
_LINE = late_regex(
    rf"(?P<escape>\\?)(?P<marks>#{{1,6}}|{_WIDE}{{1,6}})(?P<space>[^\S\r\n]*)(?P<text>[^\r\n]*)"
)
_DOUBLED = late_regex(r"#{1,6}[ \t]+(?=[^\s#])")
_PARAGRAPH_END = late_regex(r"[ \t]*(?:\r\n?|\n|\Z)(?:[ \t]*(?:[\r\n]|\Z)|[ \t]*#)")
_ENDS = frozenset(".,;:!?。，；：！？、।")  # noqa: RUF001 - marks of these scripts
_LONGEST = 100


class BrokenHeading(Struct, frozen=True):
    """A heading as it was meant, and what is wrong with it.

    Args:
        span: The line, from its mark on.
        wrong: The first characters that are wrong.
        problem: What is wrong, as messages say it; equal in all languages.
        level: The level that it was meant to have.
        repair: What is replaced by what to mend it, None where only its author can.
        heading: The heading that it is all the same, None for a paragraph.
        spaced: All that is wrong is a space that Markdown does not know.
    """

    span: Span
    wrong: Span
    problem: str
    level: int
    repair: tuple[Span, str] | None
    heading: Heading | None = None
    spaced: bool = False


def broken_headings(
    document: Document, original: Document | None
) -> list[BrokenHeading]:
    """Return the broken headings of a document, in its order.

    A mark without its space may be a tag or a number. It was meant for a heading where
    the original has more headings of its level, or where the line reads like one and
    no line of the original begins so.

    Args:
        document: The document.
        original: Its original, None where the text is judged alone.
    """
    title = _title_as_text(document, original) if original is not None else None
    found: list[BrokenHeading] = [title] if title else []
    if not document.once(_is_suspect):
        return found
    lost: Counter[int] = Counter()
    is_new = False
    if original is not None:
        lost.update(heading.level for heading in original.headings)
        lost.subtract(heading.level for heading in document.headings)
        is_new = not original.once(_is_suspect) or not any(_suspects(original))
    for one, certain in _suspects(document):
        if one.heading is not None:
            if is_new:
                found.append(_keep_level(one, lost))
        elif certain or lost[one.level] > 0 or (is_new and _reads_so(document, one)):
            lost[one.level] -= 1
            found.append(one)
    return found


def hash_lines(document: Document) -> tuple[BrokenHeading, ...]:
    """Return the lines of text that begin with a mark of headings; for `once`."""
    if not document.once(_is_suspect):
        return ()
    return tuple(one for one, _ in _suspects(document) if one.heading is None)


def _is_suspect(document: Document) -> bool:
    return _SUSPECT.search(f"\n{document.text}") is not None


def broken_headings_of(pair: Pair) -> tuple[BrokenHeading, ...]:
    """Return the broken headings of a translation; for `Pair.once`."""
    return tuple(broken_headings(pair.translation, pair.original))


def _title_as_text(document: Document, original: Document) -> BrokenHeading | None:
    """Return the title of a page as its first paragraph; the original has a heading."""
    blocks, theirs = document.root.blocks, original.headings[:1]
    title = page_title(document)
    if not (title and blocks and theirs) or theirs[0].level > 1:
        return None
    first = blocks[0]
    if not isinstance(first, Paragraph) or fold(block_prose(first)) != fold(title):
        return None
    if any(heading.level == 1 for heading in document.headings):
        return None
    span = first.span
    place = Span(span.start, span.start)
    return BrokenHeading(span, place, "no '#'", 1, (place, "# "))


def _suspects(document: Document) -> Iterator[tuple[BrokenHeading, bool]]:
    """Yield what may be a broken heading, and whether that is certain."""
    for block in document_blocks(document):
        if isinstance(block, Heading):
            yield from _empty(document, block)
            yield from _doubled(document, block)
        elif isinstance(block, Paragraph):
            yield from _lines(document, block)


def _empty(
    document: Document, heading: Heading
) -> Iterator[tuple[BrokenHeading, bool]]:
    """Yield a heading that is a mark alone."""
    mark = heading.span.cut(document.text).rstrip()
    if mark == "#" * heading.level:
        start = heading.span.start
        span = Span(start, start + len(mark))
        yield (
            BrokenHeading(span, span, "no text", heading.level, None, heading),
            False,
        )


def _doubled(
    document: Document, heading: Heading
) -> Iterator[tuple[BrokenHeading, bool]]:
    """Yield a heading whose text begins with another mark."""
    if not heading.inlines or document.text[heading.span.start] != "#":
        return
    start = heading.inlines[0].span.start
    match = _DOUBLED.match(document.text, start, heading.span.end)
    if match is not None:
        marks = match[0].rstrip()
        yield (
            BrokenHeading(
                heading.span,
                Span(start, start + len(marks)),
                f"doubled '{marks}'",
                len(marks),
                (Span(start, match.end()), ""),
                heading,
            ),
            False,
        )


def _keep_level(one: BrokenHeading, lost: Counter[int]) -> BrokenHeading:
    """Return a doubled mark with the first taken away, where that one is too many."""
    heading = one.heading
    if (
        heading is None
        or one.repair is None
        or lost[heading.level] >= 0
        or lost[one.level] <= 0
    ):
        return one
    lost[heading.level] += 1
    lost[one.level] -= 1
    return replace(one, repair=(Span(one.span.start, one.wrong.start), ""))


def _lines(
    document: Document, paragraph: Paragraph
) -> Iterator[tuple[BrokenHeading, bool]]:
    """Yield the lines of a paragraph that begin with a mark, and if that is certain."""
    begins = True
    for node in paragraph.inlines:
        if begins and isinstance(node, Text):
            match = _LINE.match(document.text, node.span.start, paragraph.span.end)
            if match is not None:
                one = _read(match)
                if one is not None:
                    yield one
        begins = isinstance(node, Break)


def _read(match: re.Match[str]) -> tuple[BrokenHeading, bool] | None:
    marks, space, text = match["marks"], match["space"], match["text"]
    if not text or text[0] in "#!\\" or text[0] == _WIDE:
        return None
    level = len(marks)
    right = "#" * level
    start = match.start()
    after = Span(match.end("marks"), match.end("space"))
    certain = spaced = False
    if match["escape"]:
        if not space:
            return None
        wrong, problem = Span(start, start + 1), f"'\\{marks[0]}' for '#'"
    elif marks[0] == _WIDE:
        wrong, problem = Span(*match.span("marks")), f"'{_WIDE}' for '#'"
        certain = bool(space) and level > 1
    elif space:
        # White space other than a space or a tab makes no heading (CommonMark 4.2).
        name = f"U+{ord(space[0]):04X}"
        wrong, problem = after, f"{name} for the space after '{right}'"
        certain = spaced = True
    else:
        wrong, problem = after, f"no space after '{right}'"
    repair = (Span(start, after.end), f"{right} ")
    span = Span(start, match.end())
    found = BrokenHeading(span, wrong, problem, level, repair, spaced=spaced)
    return found, certain


def _reads_so(document: Document, one: BrokenHeading) -> bool:
    """Tell whether a line reads like a heading: alone, short, no list of tags."""
    text = document.text
    line = one.span.cut(text)
    title = line.lstrip(f"#\\{_WIDE}").strip()
    return (
        text[line_start(text, one.span.start) : one.span.start].strip() == ""
        and _PARAGRAPH_END.match(text, one.span.end) is not None
        and len(line) <= _LONGEST
        and (one.level > 1 or " " in title)
        and title[-1:] not in _ENDS
        and "#" not in title
        and not title[:1].isdigit()
    )
