"""What the search for layouts hands on: pages without a chosen original."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field


class Draft(Struct, frozen=True, kw_only=True):
    """One page as a layout groups it.

    Args:
        name: Its path without language and extension.
        marked: Tag to file, for the files whose path tells their language.
        unmarked: The file whose path tells no language, None when there is none.
    """

    name: str
    marked: Mapping[str, str]
    unmarked: str | None = None

    @property
    def size(self) -> int:
        """Return the number of files."""
        return len(self.files())

    def files(self) -> list[str]:
        """Return the files, the unmarked one first."""
        unmarked = [] if self.unmarked is None else [self.unmarked]
        return [*unmarked, *self.marked.values()]


class Layout(Struct, frozen=True, kw_only=True):
    """A layout that was found, with its pages.

    Args:
        template: A translation's path with ``{lang}`` and ``{path}``, for people.
        pages: Sorted by name.
        duplicates: File to the file that has its place on the page.
        unmarked_tag: The tag of unmarked files, None when no page has one.
    """

    template: str
    pages: tuple[Draft, ...]
    duplicates: Mapping[str, str] = field(default_factory=dict)
    unmarked_tag: str | None = None

    def files(self) -> set[str]:
        """Return the files that are taken: on a page, or as a duplicate."""
        taken = set(self.duplicates)
        for page in self.pages:
            taken.update(page.files())
        return taken
