"""Where a site begins: the root of what the user named."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec import Struct

from transcheck.config import CONFIG_NAME, PYPROJECT_NAME
from transcheck.errors import InputError

_OWN_TABLE = re.compile(rb"^\s*\[\s*tool\s*\.\s*transcheck\s*[.\]]", re.MULTILINE)


class Root(Struct, frozen=True):
    """A folder that is searched for pages.

    Args:
        folder: Absolute, links in it as they are.
        shown: How paths below it begin: relative to the working folder where the
            user named something relative, ``.`` for the working folder itself.
        files: The files below it that were named one by one, relative to it.
        folders: The folders below it that were named, relative to it, ``.`` for the
            root itself.
    """

    folder: Path
    shown: str
    files: frozenset[str] = frozenset()
    folders: frozenset[str] = frozenset()

    def show(self, path: str) -> str:
        """Return a path below the root as it is printed."""
        return join("" if self.shown == "." else self.shown, path)

    def names(self, path: str) -> bool:
        """Tell whether a path below the root was named, by itself or by a folder."""
        return path in self.files or any(
            folder == "." or path.startswith(folder + "/") for folder in self.folders
        )


def join(folder: str, path: str) -> str:
    """Join two posix paths, either of which may be empty."""
    if not folder or not path:
        return folder or path
    return f"{folder.rstrip('/')}/{path}"


def find_root(path: Path) -> Path:
    """Return the root of a path that a user named, as an absolute path.

    A folder is a root itself. The root of a file is the folder of the configuration
    nearest upward, else the top level of its git repository, else the working folder
    if it holds the file, else the file's folder. A configuration above the top level
    of the repository is not the file's own.
    """
    absolute = _absolute(path)
    if absolute.is_dir():
        return absolute
    for folder in absolute.parents:
        if _configures(folder):
            return folder
        if (folder / ".git").exists():
            return folder
    here = Path.cwd()
    return here if absolute.is_relative_to(here) else absolute.parent


def find_roots(paths: Sequence[str]) -> list[Root]:
    """Return the roots of what the user named, outermost ones only, sorted.

    Args:
        paths: Files and folders, absolute or relative to the working folder.

    Raises:
        InputError: A path does not exist; all of them are named.
    """
    problems = [problem for path in paths if (problem := _problem(path))]
    if problems:
        raise InputError("\n".join(sorted(set(problems))))
    named = _outermost(_absolute(path) for path in paths if os.path.isdir(path))  # noqa: PTH112 - a str
    found = {}
    for path in paths:
        # What is in a named folder is named with it.
        within = [folder for folder in named if _absolute(path).is_relative_to(folder)]
        found[path] = within[0] if within else find_root(Path(path))
    return [
        _root(folder, [path for path in found if found[path].is_relative_to(folder)])
        for folder in _outermost(found.values())
    ]


def git_top(folder: Path) -> Path | None:
    """Return the top level of the git repository that holds a folder."""
    for candidate in (folder, *folder.parents):
        if (candidate / ".git").exists():
            return candidate
    return None


def _absolute(path: Path | str) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100 - resolve() follows links


def _problem(path: str) -> str | None:
    if os.path.isdir(path) or os.path.isfile(path) or os.path.islink(path):  # noqa: PTH112, PTH113, PTH114 - "" is no path, while Path("") is the working folder
        return None
    if path and os.path.lexists(path):
        return f"{path} is neither a file nor a folder"
    return f"no such file or folder: {path or repr(path)}"


def _configures(folder: Path) -> bool:
    if (folder / CONFIG_NAME).is_file():
        return True
    try:
        content = (folder / PYPROJECT_NAME).read_bytes()
    except OSError:
        return False
    return _OWN_TABLE.search(content) is not None


def _outermost(folders: Iterable[Path]) -> list[Path]:
    kept: list[Path] = []
    for folder in sorted(set(folders)):
        if not any(folder.is_relative_to(other) for other in kept):
            kept.append(folder)
    return kept


def _root(folder: Path, paths: list[str]) -> Root:
    below = {path: _absolute(path).relative_to(folder).as_posix() for path in paths}
    relative = any(not os.path.isabs(path) for path in paths)  # noqa: PTH117 - a str
    shown = os.path.relpath(folder) if relative else str(folder)
    folders = {below[path] for path in paths if os.path.isdir(path)}  # noqa: PTH112 - a str
    return Root(
        folder,
        shown.replace(os.sep, "/"),
        frozenset(below.values()) - folders,
        frozenset(folders),
    )
