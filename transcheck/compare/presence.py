"""Which languages a page is in: what the whole site must know of each page."""

from __future__ import annotations

from msgspec import Struct

from transcheck.align.model import AlignedPage
from transcheck.align.traits import Traits
from transcheck.compare.mention import page_place
from transcheck.compare.originals import Original, original_of
from transcheck.diagnostic import Place


class Lone(Struct, frozen=True, array_like=True, gc=False):
    """A translation of a page that has no original.

    Args:
        tag: Its language.
        place: Its first line.
        traits: What it is known by.
    """

    tag: str
    place: Place
    traits: Traits


class Presence(Struct, frozen=True, array_like=True, gc=False):
    """A page by its languages.

    Args:
        name: Its path without language and extension.
        tags: The tags of all its files, those that could not be read included.
        tag: The tag of its original, None when it has none.
        original: The original, None when it has none.
        lone: The translations of a page without an original.
    """

    name: str
    tags: frozenset[str]
    tag: str | None
    original: Original | None
    lone: tuple[Lone, ...]


def presence(page: AlignedPage) -> Presence | None:
    """Return the languages of a page, None when its original cannot be told.

    It could not be read, or its language is not known.
    """
    original = original_of(page)
    if original is None and page.unread:
        return None
    tags = [document.tag for document in page.documents]
    if None in tags:
        return None
    return Presence(
        name=page.name,
        tags=frozenset(tag for tag in tags if tag) | page.unread,
        tag=page.original.tag if page.original else None,
        original=original,
        lone=tuple(
            Lone(document.tag, page_place(document), page.traits[document.path])
            for document in page.documents
            if original is None and document.tag
        ),
    )
