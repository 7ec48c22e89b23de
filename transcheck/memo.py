"""What is made of a value, made once however many ask for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import force_setattr

T = TypeVar("T")


class _Kept:
    """Room beside the fields of a struct: empty again in a copy and after pickling."""

    __slots__ = ("_made",)
    _made: dict[object, Any]


class Memoized(_Kept, Struct, frozen=True):
    """Keeps what was made of it for as long as it lives.

    What makes it depends on the value and the arguments alone, so that nobody can tell
    who asked first.
    """

    def once(self, make: Callable[..., T], *arguments: object) -> T:
        """Return what a function makes of this value.

        Args:
            make: Called with the value and the arguments, the first time.
            arguments: What else it depends on, hashable.
        """
        key = (make, *arguments)
        found: T
        try:
            found = self._made[key]
        except AttributeError:
            force_setattr(self, "_made", {})
        except KeyError:
            pass
        else:
            return found
        found = make(self, *arguments)
        self._made[key] = found
        return found

    def forget(self) -> None:
        """Drop what was made; it is made again for who asks later.

        Most of it refers to the value, and Python finds such circles only by looking
        through all there is.
        """
        force_setattr(self, "_made", {})
