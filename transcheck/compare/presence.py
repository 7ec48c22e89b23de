"""Which languages a page is in: what the whole site must know of each page."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from transcheck.align.model import AlignedPage
from transcheck.compare.mention import page_place
from transcheck.diagnostic import Place


@dataclass(frozen=True, slots=True)
class Presence:
    """A page by its languages.

    Args:
        name: Its path without language and extension.
        original: The tag of its original, None when it has none.
        place: The first line of the original, None when it has none.
        translations: The first lines of its documents, by their tags, where it has
            no original.
        tags: The tags of all its files, those that could not be read included.
    """

    name: str
    original: str | None
    place: Place | None
    translations: tuple[tuple[str, Place], ...]
    tags: frozenset[str]


def presence(page: AlignedPage) -> Presence | None:
    """Return the languages of a page, None when its original cannot be told.

    It could not be read, or its language is not known.
    """
    original = page.original
    if original is None and page.unread:
        return None
    tags = [document.tag for document in page.documents]
    if None in tags:
        return None
    return Presence(
        name=page.name,
        original=original.tag if original else None,
        place=page_place(original) if original else None,
        translations=tuple(
            (document.tag, page_place(document))
            for document in page.documents
            if original is None and document.tag
        ),
        tags=frozenset(tag for tag in tags if tag) | page.unread,
    )


def only_presences(facts: Iterable[Hashable]) -> list[Presence]:
    """Return the facts that are presences."""
    return [fact for fact in facts if isinstance(fact, Presence)]
