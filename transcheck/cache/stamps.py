"""By what a file is known to hold what it held."""

from __future__ import annotations

import os
from pathlib import Path
from time import time_ns

import msgspec

from transcheck.check.source import digest

# A file that was changed so short a time before may have been changed since without a
# trace: some file systems count in steps of two seconds.
_DOUBT = 2_000_000_000


class Stamp(msgspec.Struct, array_like=True, frozen=True, gc=False):
    """What is known of a file.

    Args:
        size: In bytes.
        modified: When its content was changed, in nanoseconds since 1970.
        changed: When anything of it was.
        sure: All this tells the content.
        digest: What `transcheck.check.source.digest` makes of the content, b"" where
            that is not known.
    """

    size: int
    modified: int
    changed: int
    sure: bool
    digest: bytes


def look_at(path: str) -> Stamp | None:
    """Return what is known of a file without reading it, None where it is not there."""
    now = time_ns()
    try:
        found = os.stat(path)  # noqa: PTH116 - a hundred thousand times
    except OSError:
        return None
    latest = max(found.st_mtime_ns, found.st_ctime_ns)
    return Stamp(
        found.st_size,
        found.st_mtime_ns,
        found.st_ctime_ns,
        latest < now - _DOUBT,
        b"",
    )


def renew(path: str, stamp: Stamp) -> Stamp | None:
    """Return the stamp of a file as it is, None where it holds something else now.

    Args:
        path: The file.
        stamp: What was known of it; it is returned itself where all of that holds.
    """
    now = look_at(path)
    if now is None or now.size != stamp.size:
        return None
    if stamp.sure and (now.modified, now.changed) == (stamp.modified, stamp.changed):
        return stamp
    try:
        content = digest(Path(path).read_bytes())
    except OSError:
        return None
    return with_digest(now, content) if content == stamp.digest else None


def with_digest(stamp: Stamp, content: bytes) -> Stamp:
    """Return a stamp with the digest of the content."""
    return Stamp(stamp.size, stamp.modified, stamp.changed, stamp.sure, content)
