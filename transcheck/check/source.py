"""What the result of a page was made from: contents of files, and answers of the site.

The result is the same for as long as they are. The site is asked whether files and
folders are there, which page a file belongs to, and what a folder holds.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from hashlib import blake2b
from typing import TypeVar
from zlib import crc32

from msgspec import Struct
from msgspec.structs import replace

from transcheck.site import Surroundings

T = TypeVar("T")
V = TypeVar("V")

EVERYTHING = "\0"
"""The question that has another answer whatever changes in the site."""


class Source(Struct, frozen=True):
    """What the result of a page was made from.

    Args:
        digests: For each file that was read, what `digest` makes of its content.
        asked: What the site was asked: see `number_questions`.
    """

    digests: dict[str, bytes]
    asked: bytes


class Recorder:
    """Notes what is read and asked while the result of a page is made.

    Args:
        read: Gives the bytes of a file.
        site: What is asked, None where nothing is known of the site.
    """

    def __init__(self, read: Callable[[str], bytes], site: Surroundings | None) -> None:
        self._read = read
        self._digests: dict[str, bytes] = {}
        self._asked: set[str] = set()
        self.site = None if site is None else self._listen(site)

    def read(self, path: str) -> bytes:
        """Return the bytes of a file.

        Raises:
            OSError: It cannot be read.
        """
        data = self._read(path)
        self._digests[path] = digest(data)
        return data

    def source(self) -> Source:
        """Return what was noted."""
        return Source(self._digests, number_questions(self._asked))

    def _listen(self, site: Surroundings) -> Surroundings:
        return replace(
            site,
            files=_Files(site.files, self._asked),
            pages=_Lookup(site.pages, self._asked, about_file),
            folders=_Lookup(site.folders, self._asked, about_content),
        )


def digest(data: bytes) -> bytes:
    """Return what tells the content of a file from any other."""
    return blake2b(data, digest_size=16).digest()


def about_file(path: str) -> str:
    """Return the question for a file or folder: is it there, and of which page?"""
    return path


def about_content(folder: str) -> str:
    """Return the question for what a folder holds."""
    return f"{folder}/"


def number_questions(questions: AbstractSet[str]) -> bytes:
    """Return questions as numbers of four bytes, sorted.

    Two questions may have the same number; then more is made anew than need be.
    """
    numbers = {crc32(one.encode(errors="surrogatepass")) for one in questions}
    return array("I", sorted(numbers)).tobytes()


def numbers_of(asked: bytes) -> frozenset[int]:
    """Return the numbers of questions."""
    return frozenset(array("I", asked))


class _Files(AbstractSet[str]):
    """The files of a site, which notes what it is asked."""

    __slots__ = ("_asked", "_files")

    def __init__(self, files: AbstractSet[str], asked: set[str]) -> None:
        self._files = files
        self._asked = asked

    def __contains__(self, path: object) -> bool:
        self._asked.add(path if isinstance(path, str) else EVERYTHING)
        return path in self._files

    def __iter__(self) -> Iterator[str]:
        self._asked.add(EVERYTHING)
        return iter(self._files)

    def __len__(self) -> int:
        self._asked.add(EVERYTHING)
        return len(self._files)


class _Lookup(Mapping[str, V]):
    """What is known of files or folders by their paths, which notes what it is asked.

    Args:
        known: What is known.
        asked: Takes the questions.
        question: Makes a question of a path whose value is asked for; whether it is
            there is what `about_file` asks.
    """

    __slots__ = ("_asked", "_known", "_question")

    def __init__(
        self, known: Mapping[str, V], asked: set[str], question: Callable[[str], str]
    ) -> None:
        self._known = known
        self._asked = asked
        self._question = question

    def __getitem__(self, path: str) -> V:
        self._asked.add(self._question(path))
        return self._known[path]

    def get(self, path: str, default: T = None) -> V | T:  # type: ignore[assignment]
        """Return what is known of a path."""
        self._asked.add(self._question(path))
        return self._known.get(path, default)

    def __contains__(self, path: object) -> bool:
        self._asked.add(about_file(path) if isinstance(path, str) else EVERYTHING)
        return path in self._known

    def __iter__(self) -> Iterator[str]:
        self._asked.add(EVERYTHING)
        return iter(self._known)

    def __len__(self) -> int:
        self._asked.add(EVERYTHING)
        return len(self._known)
