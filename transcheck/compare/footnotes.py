"""The footnotes of a document: their marks in the text, and what they say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from os.path import commonprefix

from msgspec import Struct

from transcheck.align.model import Pair
from transcheck.compare.mention import SIGN_NAMES
from transcheck.document import (
    Block,
    Document,
    FootnoteDefinition,
    FootnoteReference,
    Text,
    block_inlines,
    document_blocks,
)
from transcheck.patterns import late_regex
from transcheck.text import Span

_MARK = late_regex(r"\[\^(?P<label>[^\s\[\]^]{1,100})\]")
# What follows the mark of a definition that is none, at the start of a text.
_COLON = late_regex(r"[ \t]*(?P<sign>[:\uff1a])")


class NoteMark(Struct, frozen=True):
    """A mark of a footnote in the text.

    Args:
        label: Its label in lower case.
        span: The mark.
        defined: The document has such a footnote.
    """

    label: str
    span: Span
    defined: bool


class BrokenNote(Struct, frozen=True):
    """A mark or a definition that was meant and is text.

    Args:
        label: Its label in lower case.
        span: All of it.
        wrong: The first characters that are wrong.
        problem: What is wrong, as messages say it.
        repair: What it must be.
    """

    label: str
    span: Span
    wrong: Span
    problem: str
    repair: str


class Notes(Struct, frozen=True):
    """The footnotes of one document.

    Args:
        marks: The marks in its text, in order.
        definitions: Its footnotes, in order.
        broken: What was meant to be the text of a footnote.
    """

    marks: tuple[NoteMark, ...]
    definitions: tuple[FootnoteDefinition, ...]
    broken: tuple[BrokenNote, ...]

    def labels(self) -> frozenset[str]:
        """Return the labels that are marked in the text."""
        return frozenset(mark.label for mark in self.marks)

    def undefined(self) -> frozenset[str]:
        """Return the labels of marks without a footnote."""
        return frozenset(mark.label for mark in self.marks if not mark.defined)

    def repeated(self) -> Iterator[FootnoteDefinition]:
        """Yield the footnotes whose label another one had before."""
        seen: set[str] = set()
        for definition in self.definitions:
            if fold(definition.label) in seen:
                yield definition
            seen.add(fold(definition.label))


def fold(label: str) -> str:
    """Return a label as it is compared."""
    return label.casefold()


def may_have_notes(document: Document) -> bool:
    """Tell cheaply whether a document may hold footnotes."""
    return "[^" in document.text


def read_notes(document: Document) -> Notes:
    """Return the footnotes of a document."""
    marks: list[NoteMark] = []
    definitions: list[FootnoteDefinition] = []
    broken: list[BrokenNote] = []
    for block in document_blocks(document):
        if isinstance(block, FootnoteDefinition):
            definitions.append(block)
        for inline in block_inlines(block):
            if isinstance(inline, FootnoteReference):
                marks.append(NoteMark(fold(inline.label), inline.span, defined=True))
            elif isinstance(inline, Text) and "[^" in inline.value:
                for mark in _marks_in(inline):
                    meant = _meant_definition(document, block, mark)
                    if meant is not None:
                        broken.append(meant)
                    else:
                        marks.append(mark)
    return Notes(tuple(marks), tuple(definitions), tuple(broken))


def map_labels(pair: Pair, first: Notes, second: Notes) -> dict[str, str]:
    """Return which label of the translation stands for which of the original.

    The same one where both have it; of the others those in the same order where they
    are as many, else what the aligned footnotes say.
    """
    ours = dict.fromkeys(fold(one.label) for one in first.definitions)
    theirs = dict.fromkeys(fold(one.label) for one in second.definitions)
    labels = {label: label for label in ours if label in theirs}
    left = [label for label in ours if label not in labels]
    new = [label for label in theirs if label not in labels]
    if len(left) == len(new):
        return labels | dict(zip(left, new, strict=True))
    for blocks in pair.walk_blocks() if new else ():
        one, other = blocks.original, blocks.translation
        if isinstance(one, FootnoteDefinition) and isinstance(
            other, FootnoteDefinition
        ):
            before, after = fold(one.label), fold(other.label)
            if before in left and after in new:
                labels.setdefault(before, after)
    return labels


def find_mangled(document: Document, place: Span, label: str) -> BrokenNote | None:
    """Return where a text has the mark of a footnote that is text.

    Args:
        document: The document.
        place: Where it is looked for.
        label: The footnote's label.
    """
    pattern = re.compile(
        r"\\?[\[\uff3b【][ \t]*\\?[\^\uff3e][ \t]*"
        rf"{re.escape(label)}[ \t]*\\?[\]\uff3d】]",
        re.IGNORECASE,
    )
    right = f"[^{label}]"
    for match in pattern.finditer(document.text, place.start, place.end):
        found = match[0].casefold()
        if found == right:
            continue
        at = len(commonprefix((found, right)))  # noqa: RUF071 - of characters
        sign = match[0][at : at + 1]
        wrong = Span(match.start() + at, match.start() + at + len(sign))
        problem = f"'{sign}' for '{right[at : at + 1]}'"
        if sign in SIGN_NAMES:
            problem = f"{SIGN_NAMES[sign]} in '{right}'"
        return BrokenNote(label, Span(*match.span()), wrong, problem, right)
    return None


def _marks_in(inline: Text) -> Iterator[NoteMark]:
    for match in _MARK.finditer(inline.value):
        start = inline.span.start + match.start()
        span = Span(start, start + len(match[0]))
        yield NoteMark(fold(match["label"]), span, defined=False)


def _meant_definition(
    document: Document, block: Block, mark: NoteMark
) -> BrokenNote | None:
    """Return the definition that a mark at the start of a text was meant to be."""
    if mark.span.start != block.span.start:
        return None
    colon = _COLON.match(document.text, mark.span.end)
    if colon is None or colon[0] == ":":
        return None  # refused for another reason than its signs
    sign = Span(*colon.span("sign"))
    wrong, problem = Span(mark.span.end, sign.start), "a space before ':'"
    if colon["sign"] != ":":
        wrong, problem = sign, f"'{colon['sign']}' for ':'"
    repair = document.text[mark.span.start : mark.span.end] + ":"
    if document.text[sign.end : sign.end + 1].strip():
        repair += " "
    return BrokenNote(
        mark.label, Span(mark.span.start, sign.end), wrong, problem, repair
    )
