"""The command clean: away with what is kept from one run to the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from transcheck import cache
from transcheck.commands.options import SiteOptions
from transcheck.commands.settings import plan
from transcheck.errors import InputError


def clean(paths: Sequence[str]) -> Iterator[str]:
    """Remove the folders in which results of pages are kept; tell each, in a line.

    Args:
        paths: Files and folders; none means the working folder.

    Raises:
        ConfigError: A path or a configuration is wrong.
        InputError: A folder cannot be removed.
    """
    for folder in dict.fromkeys(part.cache for part in plan(paths, SiteOptions())):
        if _clean(folder):
            yield f"removed {_shown(folder)}\n"


def _clean(folder: Path) -> bool:
    try:
        return cache.clean(folder)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise InputError(f"cannot remove {_shown(folder)}: {reason}") from None


def _shown(folder: Path) -> Path:
    here = Path.cwd()
    return folder.relative_to(here) if folder.is_relative_to(here) else folder
