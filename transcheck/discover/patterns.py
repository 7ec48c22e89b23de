"""gitignore patterns: --include, --exclude, and what git itself leaves out."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from transcheck.config import Settings
from transcheck.discover.root import git_top
from transcheck.errors import InputError

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

IGNORE_NAME = ".gitignore"


class Filter(Struct, frozen=True):
    """What --include and --exclude say of files.

    A pattern with a slash counts from the root, or from the folder of the
    configuration (without one, the working folder), whichever fits: people write what
    they see from where they stand.

    Args:
        bases: How paths below the root begin, seen from each of these folders.
        include: Files must match one of these, when there are any.
        exclude: Files must match none of these.
    """

    bases: tuple[str, ...]
    include: GitIgnoreSpec | None
    exclude: GitIgnoreSpec | None
    patterns: tuple[str, ...]

    def reason(self, path: str) -> str | None:
        """Return why a file is left out, None when it is not."""
        if self.include is None and self.exclude is None:
            return None
        seen = [base + path for base in self.bases]
        if self.include and not any(map(self.include.match_file, seen)):
            return "not among the files to include"
        if self.exclude is None:
            return None
        for candidate in seen:
            result = self.exclude.check_file(candidate)
            if result.include and result.index is not None:
                return f"excluded by '{self.patterns[result.index]}'"
        return None


def make_filter(root: Path, settings: Settings) -> Filter:
    """Return the filter of the settings for files below a root.

    Raises:
        InputError: A pattern is no gitignore pattern.
    """
    return Filter(
        seen_from(root, settings),
        _compile("include", settings.include),
        _compile("exclude", settings.exclude),
        settings.exclude,
    )


def seen_from(root: Path, settings: Settings) -> tuple[str, ...]:
    """Return how paths below a root begin from where the user may have looked."""
    place = settings.source.parent if settings.source else Path.cwd()
    place = Path(os.path.abspath(place))  # noqa: PTH100 - resolve() follows links
    if root == place or not root.is_relative_to(place):
        return ("",)
    return ("", root.relative_to(place).as_posix() + "/")


def _compile(option: str, patterns: Sequence[str]) -> GitIgnoreSpec | None:
    if not patterns:
        return None
    from pathspec import GitIgnoreSpec  # noqa: PLC0415 - start-up counts

    try:
        return GitIgnoreSpec.from_lines(patterns)
    except ValueError as error:
        raise InputError(f"{option}: {error}") from None


class Ignored(Struct, frozen=True):
    """The .gitignore files that apply in a folder, the nearest last.

    Args:
        specs: The folder each stands in, absolute, what it matches, and its lines.
    """

    specs: tuple[tuple[str, GitIgnoreSpec, tuple[str, ...]], ...] = ()

    def within(self, folder: Path) -> Ignored:
        """Return what applies in a folder that has a .gitignore of its own."""
        from pathspec import GitIgnoreSpec  # noqa: PLC0415 - start-up counts

        try:
            lines = (folder / IGNORE_NAME).read_text("utf-8", "replace").splitlines()
            spec = GitIgnoreSpec.from_lines(lines)
        except (OSError, ValueError):
            return self  # git itself passes over what it cannot read
        return Ignored((*self.specs, (str(folder), spec, tuple(lines))))

    def matches(self, path: str, *, folder: bool) -> bool:
        """Tell whether git ignores a path in the folder; the path is absolute."""
        end = "/" if folder else ""
        for base, spec, _ in reversed(self.specs):
            # Not pathlib: this is asked of every file.
            name = path.removeprefix(base).replace(os.sep, "/").lstrip("/") + end
            verdict = spec.check_file(name).include
            if verdict is not None:
                return verdict
        return False


def ignored_above(root: Path) -> Ignored:
    """Return the .gitignore files between a root and the top of its repository.

    A root that is ignored itself was named on purpose, and nothing above it counts.
    """
    top = git_top(root)
    found = Ignored()
    if top is None or top == root:
        return found
    for folder in reversed(root.parents):
        if folder.is_relative_to(top) and (folder / IGNORE_NAME).is_file():
            found = found.within(folder)
    return Ignored() if found.matches(str(root), folder=True) else found
