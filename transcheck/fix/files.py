"""What files held when they were read, and hold with the fixes made so far."""

from __future__ import annotations

from hashlib import blake2b

from transcheck.check.job import ReadBytes
from transcheck.diagnostic import Diagnostic
from transcheck.text import Lines, decode


class RememberedReads:
    """Reads files, and knows what they held when they were read first.

    Args:
        read: Gives the bytes of a file.
    """

    __slots__ = ("_digests", "_read")

    def __init__(self, read: ReadBytes) -> None:
        self._read = read
        self._digests: dict[str, bytes] = {}

    def __call__(self, path: str) -> bytes:
        """Return the bytes of a file."""
        data = self._read(path)
        self._digests.setdefault(path, blake2b(data).digest())
        return data

    def is_unchanged(self, path: str, data: bytes) -> bool:
        """Tell whether bytes are what a file held when it was read first."""
        return self._digests.get(path) == blake2b(data).digest()


class EditedFiles:
    """The files of a run while fixes are made in them; none is written.

    Args:
        read: What the run was checked with.
    """

    def __init__(self, read: RememberedReads) -> None:
        self.changed: set[str] = set()
        self._read = read
        self._before: dict[str, bytes] = {}
        self._now: dict[str, bytes] = {}

    def read(self, path: str) -> bytes:
        """Return what a file holds with the fixes that were taken."""
        return self._now[path] if path in self._now else self._read(path)

    def read_with(self, contents: dict[str, bytes]) -> ReadBytes:
        """Return a reader of the files as they would be with other contents."""
        return lambda path: contents[path] if path in contents else self.read(path)

    def lines(self, path: str) -> Lines:
        """Return the lines of what a file holds now."""
        return Lines(decode(self.read(path)))

    def take(self, contents: dict[str, bytes]) -> None:
        """Let files hold something else from now on."""
        self._now |= contents

    def edited(self) -> dict[str, tuple[bytes, bytes]]:
        """Return the files that fixes changed: what they held, and hold."""
        return {
            path: (self._before[path], data)
            for path, data in sorted(self._now.items())
            if data != self._before[path]
        }

    def is_touchable(self, diagnostic: Diagnostic) -> bool:
        """Tell whether the files of a fix are as they were when they were checked."""
        for edit in diagnostic.fix.edits if diagnostic.fix else ():
            if edit.path not in self._before:
                try:
                    data = self._read(edit.path)
                except OSError:
                    self.changed.add(edit.path)
                    return False
                if not self._read.is_unchanged(edit.path, data):
                    self.changed.add(edit.path)
                self._before[edit.path] = self._now[edit.path] = data
            if edit.path in self.changed:
                return False
        return True
