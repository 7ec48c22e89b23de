"""Tags in a text, whatever language they are of: elements, shortcodes, placeholders."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from msgspec import Struct

from transcheck.document import Document
from transcheck.parse.masks import Mask, Masker
from transcheck.patterns import late_regex
from transcheck.text import Span

STRING = late_regex(r"\"[^\"]*\"|'[^']*'|`[^`]*`")
"""What a tag has in quotes."""

_SMART = late_regex(r"[“”„‟«»‹›‘’‚‛「」『』＂＇]")  # noqa: RUF001 - these are meant


class Argument(Struct, frozen=True):
    """A parameter of a tag.

    Args:
        key: Its name, None for one that has its place for a name.
        value: Without quotes; an expression with its braces.
        quoted: It stands in quotes.
        key_span: Its name in the source, empty at the value where it has none.
        span: The value in the source, without quotes.
    """

    key: str | None
    value: str
    quoted: bool
    key_span: Span
    span: Span


class Tag(Struct, frozen=True):
    """A tag.

    Args:
        family: What messages call it: ``element``, ``component``, ``shortcode``,
            ``tag``, ``placeholder``, ``directive``,
            ``include`` or ``formula``.
        name: What it has in common with its counterpart; of a closing tag the name of
            what it closes.
        name_span: The name in the source.
        span: The tag.
        source: The same as it is written.
        delimiters: What it begins and ends with.
        closes: It closes another.
        void: It needs no other that closes it.
        rest: Where its parameters are.
        arguments: Its parameters in their order.
    """

    family: str
    name: str
    name_span: Span
    span: Span
    source: str
    delimiters: tuple[str, str]
    closes: bool
    void: bool
    rest: Span
    arguments: tuple[Argument, ...] = ()

    @property
    def written(self) -> str:
        """Return its name as it is written."""
        start = self.name_span.start - self.span.start
        return self.source[start : start + self.name_span.end - self.name_span.start]

    def smart_quotes(self) -> list[Span]:
        """Return where quotes that no tool reads stand around a parameter."""
        base = self.span.start
        bare = STRING.sub(lambda found: " " * len(found[0]), self.source)
        return [
            Span(base + found.start(), base + found.end())
            for found in _SMART.finditer(
                bare, self.rest.start - base, self.rest.end - base
            )
        ]


class Balance(Struct, frozen=True):
    """The tags of a document that are paired.

    Args:
        paired: The names of what opens and closes in it, each as often.
        unclosed: Opening tags of what is closed somewhere, without their closing tag.
        stray: Closing tags that close nothing.
    """

    paired: frozenset[str]
    unclosed: tuple[Tag, ...]
    stray: tuple[Tag, ...]


def balance(tags: Sequence[Tag], known: frozenset[str]) -> Balance:
    """Return which tags of a document are paired.

    Args:
        tags: The tags in their order.
        known: Names of what opens and closes, besides what this document closes.
    """
    closed = {tag.name for tag in tags if tag.closes}
    counted = closed | known
    waiting: dict[str, list[Tag]] = {}
    stray = []
    for tag in tags:
        if tag.void or tag.name not in counted:
            continue
        opened = waiting.setdefault(tag.name, [])
        if not tag.closes:
            opened.append(tag)
        elif opened:
            opened.pop()
        else:
            stray.append(tag)
    unclosed = sorted(
        (tag for opened in waiting.values() for tag in opened),
        key=lambda tag: tag.span.start,
    )
    broken = {tag.name for tag in (*unclosed, *stray)}
    return Balance(frozenset(closed - broken), tuple(unclosed), tuple(stray))


def code_places(document: Document) -> list[Span]:
    """Return where a document has code, in which nothing is a tag."""
    return [
        *(one.span for one in document.code_spans),
        *(one.span for one in document.code_blocks),
    ]


def find_masks(document: Document, masker: Masker) -> Iterator[Mask]:
    """Yield what a masker finds in a document's text, in order.

    What stands in code, comments, metadata and the targets of links is left out.
    """
    text, matter = document.text, document.frontmatter
    skipped = sorted(
        (span.start, span.end)
        for span in (
            *(block.span for block in document.code_blocks),
            *(one.target_span for one in document.links),
            *(one.target_span for one in document.images),
        )
        if span is not None
    )
    starts = [start for start, _ in skipped]
    for mask in masker.find(text, matter.span.end if matter else 0):
        at = bisect_right(starts, mask.span.start) - 1
        if at < 0 or mask.span.end > skipped[at][1]:
            yield mask
