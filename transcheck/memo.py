"""What is made of a value, made once however many ask for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")


class Memo:
    """Keeps what was made of the value that it belongs to, for as long as that lives.

    What makes it depends on the value and the arguments alone, so that nobody can tell
    who asked first. It is empty again in a copy and after pickling.
    """

    __slots__ = ("_made",)

    def __init__(self) -> None:
        self._made: dict[object, Any] = {}

    def __reduce__(self) -> tuple[type[Memo], tuple[()]]:
        """Pickle it empty: what was made can be made again."""
        return Memo, ()

    def get(self, make: Callable[..., T], value: object, *arguments: object) -> T:
        """Return what a function makes of a value.

        Args:
            make: Called with the value and the arguments, the first time.
            value: The one that the memo belongs to.
            arguments: What else it depends on, hashable.
        """
        key = (make, *arguments)
        found: T
        try:
            found = self._made[key]
        except KeyError:
            found = make(value, *arguments)
            self._made[key] = found
        return found

    def clear(self) -> None:
        """Drop what was made; it is made again for who asks later.

        Most of it refers to the value, and Python finds such circles only by looking
        through all there is.
        """
        self._made.clear()
