"""What the site around the pages was when results were made, and what has changed."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from transcheck.check.source import (
    EVERYTHING,
    about_content,
    about_file,
    number_questions,
)
from transcheck.site import PageFiles, Surroundings, surround


class _Index(msgspec.Struct, array_like=True, frozen=True):
    files: tuple[str, ...]
    pages: tuple[PageFiles, ...]


def describe(site: Surroundings) -> bytes:
    """Return the files and pages of a site as data, the same for the same site."""
    pages = {id(member.page): member.page for member in site.pages.values()}
    index = _Index(tuple(sorted(site.files)), tuple(pages.values()))
    return msgspec.msgpack.encode(index)


def find_changes(before: bytes, now: bytes) -> frozenset[int]:
    """Return the numbers of the questions that have other answers now.

    Args:
        before: What `describe` returned.
        now: The same for the site as it is.

    Raises:
        msgspec.MsgspecError: It is no description.
    """
    old, new = _read(before), _read(now)
    changed = {EVERYTHING}
    changed.update(map(about_file, old.files ^ new.files))
    changed.update(map(about_file, _differing(old.pages, new.pages)))
    changed.update(map(about_content, _differing(old.folders, new.folders)))
    changed.update(map(about_file, old.folders.keys() ^ new.folders.keys()))
    return frozenset(array("I", number_questions(changed)))


def _read(description: bytes) -> Surroundings:
    index = msgspec.msgpack.decode(description, type=_Index)
    return surround(files=index.files, pages=index.pages, roots=())


def _differing(old: Mapping[str, object], new: Mapping[str, object]) -> Iterator[str]:
    paths: Iterable[str] = old.keys() | new.keys()
    return (path for path in paths if old.get(path) != new.get(path))
