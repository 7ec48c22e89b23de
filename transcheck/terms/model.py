"""The words that the configuration asks for, as values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from msgspec import Struct, field

from transcheck.memo import Memoized

T = TypeVar("T")

SOURCE, TARGET = "source", "target"
"""Stand in the place of a language in glossaries that name none."""


class Entry(Struct, frozen=True):
    """What one thing is called.

    Args:
        names: Language, `SOURCE` or `TARGET`, to the names it has there, the first
            being the one to write.
        forbidden: The same for names that it must not be given.
    """

    names: Mapping[str, tuple[str, ...]]
    forbidden: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


class Terms(Memoized, frozen=True, kw_only=True):
    """Everything the user says of words.

    Args:
        keep: Names that stay as they are in every language.
        translate: Words of the original that never stay.
        forbidden: Language to words that no text in it has.
        entries: The entries of all glossaries, in their order.
    """

    keep: tuple[str, ...] = ()
    translate: tuple[str, ...] = ()
    forbidden: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    entries: tuple[Entry, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether anything is said."""
        return bool(self.keep or self.translate or self.forbidden or self.entries)
