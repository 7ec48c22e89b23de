"""A title that the frontmatter and the first heading share."""

from __future__ import annotations

from msgspec import Struct

from transcheck.align.model import Pair
from transcheck.compare.readable import titles
from transcheck.document import Document, Entry, Heading, block_prose
from transcheck.text import fold

# A title of fewer words may be a name.
_LEAST_WORDS = 2


class PageTitle(Struct, frozen=True):
    """The title of a page, and its first heading.

    Args:
        entry: The title in the frontmatter.
        heading: The heading.
    """

    entry: Entry
    heading: Heading


def left_title(pair: Pair) -> Entry | None:
    """Return a title that was left beside a heading that was translated.

    The original says the same in both, so that they mean the same. A heading with a
    word of the title keeps a name, and a single word may be one, or be the same in
    both languages.
    """
    both = _both(pair)
    if both is None:
        return None
    theirs, ours = both
    title, heading = fold(ours.entry.value or ""), fold(_text(ours.heading))
    left = title == fold(theirs.entry.value or "")
    return ours.entry if left and not _shares_words(title, heading) else None


def left_heading(pair: Pair) -> Heading | None:
    """Return a first heading that was left beside a title that was translated."""
    both = _both(pair)
    if both is None:
        return None
    theirs, ours = both
    title, heading = fold(ours.entry.value or ""), fold(_text(ours.heading))
    left = heading == fold(_text(theirs.heading))
    return ours.heading if left and not _shares_words(heading, title) else None


def page_title(document: Document) -> str | None:
    """Return the title in the frontmatter of a document, None where it has none."""
    entry = _title(document)
    return entry.value if entry else None


def _both(pair: Pair) -> tuple[PageTitle, PageTitle] | None:
    """Return the titles of both documents where the original's are one."""
    first, second = _read(pair.original), _read(pair.translation)
    if first is None or second is None:
        return None
    if fold(first.entry.value or "") != fold(_text(first.heading)):
        return None
    return first, second


def _read(document: Document) -> PageTitle | None:
    entry = _title(document) if document.headings else None
    return PageTitle(entry, document.headings[0]) if entry else None


def _title(document: Document) -> Entry | None:
    if document.frontmatter is None:
        return None
    return next((one for one in titles(document) if one.path == ("title",)), None)


def _text(heading: Heading) -> str:
    return block_prose(heading)


def _shares_words(first: str, second: str) -> bool:
    """Tell whether a text has a word of another, or is in it."""
    return first in second or not set(first.split()).isdisjoint(second.split())


def is_name(text: str) -> bool:
    """Tell whether a title may be a name: one word, or each with a capital."""
    words = [word for word in text.split() if word[0].isalpha()]
    return len(words) < _LEAST_WORDS or not any(word[0].islower() for word in words)
