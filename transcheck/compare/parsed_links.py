"""What is wrong with links that parse: they lead nowhere, or are no images."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from transcheck.compare.link_source import find_damage
from transcheck.document import Image, Link
from transcheck.patterns import late_regex
from transcheck.text import Span

_BRACKETED = late_regex(r"\[(?P<text>[^\[\]]+)\]")
_PICTURE = late_regex(r"\.(?:png|jpe?g|gif|svg|webp|avif|bmp)(?:[#?]|$)", re.IGNORECASE)
_BANG = late_regex(r"(?:^|(?<=\s))![^\S\n]+\Z|\uff01[^\S\n]*\Z")
_LONGEST_BANG = 8
# Said only beside an original that has no such text.
IN_BRACKETS = "brackets within its text"
# Texts in brackets that are none of a link: a footnote, a task, a number of a source.
NO_TEXT = late_regex(r"\s*(?:\^.*|[xX]?|\d+)\s*", re.DOTALL)


class BrokenLink(Struct, frozen=True):
    """A link or image as it was meant, and what is wrong with it.

    Args:
        span: Its markup.
        wrong: The first characters that are wrong.
        target: Where it was meant to lead, as it is written.
        problem: What is wrong, as messages say it; equal in all languages.
        image: It was meant to be an image.
        repair: What its markup must be, None where that is not sure.
        node: The link that it became all the same, None where it is plain text.
    """

    span: Span
    wrong: Span
    target: str
    problem: str
    image: bool = False
    repair: str | None = None
    node: Link | Image | None = None


def broken_parsed(link: Link | Image, source: str, start: int) -> Iterator[BrokenLink]:
    """Yield what is wrong with a link that parses.

    Args:
        link: The link or image.
        source: The source of its document.
        start: Where the text of its block begins.
    """
    place = link.target_span
    if place is None or link.form == "autolink":
        return
    image = isinstance(link, Image)
    written = place.cut(source)
    if isinstance(link, Link) and link.form == "inline":
        yield from _bracketed(link, source)
    found = find_damage(written)
    if found is not None:
        problem, start, end, mended = found
        span, repair = place, mended
        wrong = Span(place.start + start, place.start + end)
        yield BrokenLink(
            span, wrong, written, problem, image=image, repair=repair, node=link
        )
    elif not image and link.form == "inline" and _PICTURE.search(link.target):
        before = source[max(start, link.span.start - _LONGEST_BANG) : link.span.start]
        bang = _BANG.search(before)
        if bang is not None:
            start = link.span.start - len(bang[0])
            mark = "space after '!'" if bang[0][0] == "!" else "'\uff01' for '!'"
            first = start + (bang[0][0] == "!")
            yield BrokenLink(
                Span(start, link.span.end),
                Span(first, link.span.start),
                written,
                mark,
                image=True,
                repair="!" + link.span.cut(source),
                node=link,
            )


def _bracketed(link: Link, source: str) -> Iterator[BrokenLink]:
    """Yield a link whose text is in brackets that its reader sees."""
    first = link.span.start + 1
    match = _BRACKETED.match(source, first, link.span.end)
    if (
        match is not None
        and source.startswith("](", match.end())
        and not NO_TEXT.fullmatch(match["text"])
    ):
        target = link.span.cut(source)[match.end() - link.span.start :]
        yield BrokenLink(
            link.span,
            Span(first, first + 1),
            link.target,
            IN_BRACKETS,
            repair=f"[{match['text']}{target}",
            node=link,
        )
