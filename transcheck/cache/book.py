"""The file that keeps results: how it is read and written."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from zlib import crc32

import msgspec

from transcheck.cache.folder import prepare
from transcheck.cache.stamps import Stamp
from transcheck.files import replace_file

_MAGIC = b"transcheck cache 1\n"
_SUM_BYTES = 4
_SUFFIX = ".results"
# There is a file for each way in which the rules were set; old ones are removed.
_FILES_KEPT = 4


class Entry(msgspec.Struct, array_like=True, frozen=True, gc=False):
    """The result of a page.

    Args:
        stamps: Its files, sorted by tag.
        asked: What it asked of the site; see `transcheck.check.source`.
        result: The result, coded.
    """

    stamps: dict[str, Stamp]
    asked: msgspec.Raw
    result: msgspec.Raw


class Book(msgspec.Struct, array_like=True, frozen=True):
    """All results that are kept.

    Args:
        code: What made them; see `transcheck.cache.version`.
        site: The site around them; see `transcheck.cache.index`.
        entries: The results; see `transcheck.cache.mapper`.
    """

    code: bytes
    site: bytes
    entries: dict[bytes, Entry]


_DECODER = msgspec.msgpack.Decoder(Book)


class BookFile(msgspec.Struct, frozen=True):
    """A file that keeps a book.

    Args:
        folder: The folder it is in.
        name: What tells it from others, without an extension.
    """

    folder: Path
    name: str

    def load(self, code: bytes) -> Book | None:
        """Return what the file keeps; None where it keeps nothing that can be used.

        Args:
            code: What is to have made it.
        """
        try:
            data = memoryview(self._path.read_bytes())
            start = len(_MAGIC) + _SUM_BYTES
            content = data[start:]
            if data[:start] != _MAGIC + _sum(content):
                return None
            book = _DECODER.decode(content)
        except (OSError, msgspec.MsgspecError):
            return None
        return book if book.code == code else None

    def save(self, book: Book) -> None:
        """Put a book in the place of what the file keeps, where that can be done."""
        content = msgspec.msgpack.encode(book)
        with suppress(OSError):
            prepare(self.folder)
            replace_file(self._path, _MAGIC + _sum(content) + content)
            self._remove_others()

    @property
    def _path(self) -> Path:
        return self.folder / f"{self.name}{_SUFFIX}"

    def _remove_others(self) -> None:
        files = list(self.folder.glob(f"*{_SUFFIX}"))
        files.sort(key=lambda file: file.stat().st_mtime_ns, reverse=True)
        for file in files[_FILES_KEPT:]:
            file.unlink()


def _sum(content: bytes | memoryview) -> bytes:
    return crc32(content).to_bytes(_SUM_BYTES, "big")
