"""What is done with fixes that stood the proof: written to files, or shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import unified_diff
from pathlib import Path

from transcheck.errors import InputError
from transcheck.files import replace_file
from transcheck.patterns import late_regex
from transcheck.text import decode, printable

_LINES = late_regex(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+")


def write(contents: Mapping[str, tuple[bytes, bytes]]) -> list[str]:
    """Write what files are to hold, each whole or not at all.

    Args:
        contents: For each path what it held, and what it is to hold.

    Returns:
        The files that no longer hold what they held, and are left as they are.

    Raises:
        InputError: A file cannot be written; those before it are.
    """
    changed = []
    for path, (before, after) in contents.items():
        try:
            if Path(path).read_bytes() != before:
                changed.append(path)
                continue
            replace_file(Path(path), after)
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise InputError(f"cannot write {path}: {reason}") from None
    return changed


def render_diff(contents: Mapping[str, tuple[bytes, bytes]]) -> Iterator[str]:
    """Yield what would change, as a unified diff.

    Line ends are shown as one, and control characters as escapes.

    Args:
        contents: As in `write`.
    """
    for path, (before, after) in contents.items():
        old, new = (_LINES.findall(decode(data)) for data in (before, after))
        name = printable(path)
        for line in unified_diff(old, new, f"a/{name}", f"b/{name}", lineterm=""):
            bare = line.rstrip("\r\n")
            yield "\t".join(map(printable, bare.split("\t"))) + "\n"
            if bare == line and not line.startswith(("---", "+++", "@@")):
                yield "\\ No newline at end of file\n"
