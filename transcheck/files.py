"""Writing a file whole or not at all."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path


def replace_file(path: Path, data: bytes, *, durable: bool = True) -> None:
    """Put bytes in the place of what a file holds, or make the file.

    The new content is written beside it and takes its place in one step, so that
    whoever reads the file, or ends this program, never meets half of it. Its mode and,
    where that is allowed, its owner stay; a link stays one.

    Args:
        path: The file.
        data: What it shall hold.
        durable: It holds that even when the machine fails right after.

    Raises:
        OSError: It cannot be written; what was there is untouched.
    """
    import tempfile  # noqa: PLC0415 - start-up counts

    target = path.resolve()
    before = target.stat() if target.exists() else None
    new = None
    try:
        # Without the ending of a page: what a killed run leaves is never taken for one.
        with tempfile.NamedTemporaryFile(
            dir=target.parent, prefix=".transcheck-", delete=False
        ) as file:
            new = Path(file.name)
            file.write(data)
            if durable:
                file.flush()
                os.fsync(file.fileno())
        if before is None:
            new.chmod(_usual_mode())
        else:
            with suppress(OSError, AttributeError):  # not ours to give, or Windows
                os.chown(new, before.st_uid, before.st_gid)
            new.chmod(before.st_mode & 0o7777)
        new.replace(target)
    except BaseException:
        if new is not None:
            with suppress(OSError):
                new.unlink()
        raise


def _usual_mode() -> int:
    """Return the mode that a new file has."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
