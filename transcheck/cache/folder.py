"""The folder in which results are kept."""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path

from transcheck.config import CACHE_TAG

# What programs that make copies look for: https://bford.info/cachedir/
_SIGNATURE = "Signature: 8a477f597d28d172789f06886806bc55"
_TAG = f"""\
{_SIGNATURE}
# This file is a cache directory tag created by transcheck.
# For information about cache directory tags see https://bford.info/cachedir/
"""
_IGNORE = """\
# Made by transcheck; it may be deleted at any time.
*
"""


def prepare(folder: Path) -> None:
    """Make the folder, so that neither git nor copies take it for work.

    Raises:
        OSError: It cannot be made.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in ((CACHE_TAG, _TAG), (".gitignore", _IGNORE)):
        path = folder / name
        if not path.exists():
            path.write_text(text, encoding="utf-8")


def clean(folder: Path) -> bool:
    """Remove the folder with all in it; tell whether there was one.

    A folder that this module has not made is left alone.

    Raises:
        OSError: It cannot be removed.
    """
    tag = folder / CACHE_TAG
    with suppress(OSError, UnicodeDecodeError):
        if tag.read_text(encoding="utf-8") == _TAG:
            shutil.rmtree(folder)
            return True
    return False
