"""Questions and exclamations that are not opened, or not closed, as Spanish has it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct

from transcheck.document import CODE, MARKUP
from transcheck.patterns import late_regex
from transcheck.typography import CLOSING

# A mark in an address or in code has a letter after it; after `!(` comes no word.
_MARK = late_regex(r"[¿¡]|[?!]+(?![\w=/&(<>#%*+?!-])")
_QUOTES = late_regex('["“”„«»]')
# A number, an emoji, an opening bracket or quotation mark before a sentence.
_LEAD = late_regex(rf"(?:[^\w{CODE}¿¡]|\d+[.)]\s)*")
# Where a sentence may begin, or a part of one that is a question by itself.
_BREAK = late_regex("[.?!…:;,](?=\\s)|\\((?![^()]*\\))|[\n\u2013\u2014]|--")
_WORD = late_regex(r"[^\W\d_]")
_LAST_TWO, _LAST, _NEXT = (
    late_regex(r"\S+\s+\S+\Z"),
    late_regex(r"\S+\Z"),
    late_regex(r"\s+\S+"),
)
_LONGEST_NAME = 80


class Unpaired(Struct, frozen=True):
    """A mark without its other half.

    Args:
        offset: Where it is in the text.
        mark: The mark.
        start: Where its other half would be, None where that is not known.
        sure: It is surely there.
    """

    offset: int
    mark: str
    start: int | None = None
    sure: bool = False


def find_unpaired(
    text: str, openings: Mapping[str, str], original: str
) -> Iterator[Unpaired]:
    """Yield the marks of a text that lack their other half.

    Args:
        text: The text of a block.
        openings: For each mark that closes the one that opens.
        original: The text that it translates, "" where there is none: what stands
            there too is a name or a quotation.
    """
    opened: Unpaired | None = None
    end = 0
    for match in _MARK.finditer(text):
        mark, at = match[0], match.start()
        if mark in openings.values():
            if opened is not None and at > opened.offset + 1:
                yield opened
            opened = Unpaired(at, mark)
            continue
        if opened is None and _is_sentence(text, end, match, original):
            yield _unopened(text, end, match)
        opened, end = None, match.end()
    if opened is not None:
        yield opened


def _is_sentence(text: str, end: int, match: re.Match[str], original: str) -> bool:
    """Tell whether a mark ends a sentence of this language.

    Args:
        text: The text.
        end: Where the mark before it ends.
        match: The mark.
        original: The text in the original.
    """
    said = text[end : match.start()]
    if not _WORD.search(said) or text[match.end() :].lstrip()[:1].islower():
        return False  # code alone; a name as in `Yahoo! is`
    if not (said[-1].isalnum() or said[-1] in CLOSING or said[-1] in (CODE, MARKUP)):
        return False  # a face
    if any(name in original for name in _names(text, said, match)):
        return False
    # Within quotation marks it belongs to what is quoted.
    return len(_QUOTES.findall(text[: match.start()])) % 2 == 0


def _names(text: str, said: str, match: re.Match[str]) -> Iterator[str]:
    """Yield what is around a mark: in the original too it is a name or a quotation."""
    said = said[-_LONGEST_NAME:]
    two, last = _LAST_TWO.search(said), _LAST.search(said)
    following = _NEXT.match(text, match.end())
    if two is not None:
        yield two[0] + match[0]
    if last is not None and following is not None:
        yield last[0] + match[0] + following[0]


def _unopened(text: str, end: int, match: re.Match[str]) -> Unpaired:
    """Return a mark with the place where it should be opened."""
    at = match.start()
    breaks = [found.end() for found in _BREAK.finditer(text, end, at)]
    lead = _LEAD.match(text, end)
    first = lead.end() if lead else end
    later = [place for place in breaks if place > first]
    sure = not (later or end or text[match.end() :].strip()) and MARKUP not in text
    lead = _LEAD.match(text, later[-1] if later else end)
    start = lead.end() if lead else first
    return Unpaired(at, match[0][:1], start if start < at else None, sure=sure)
