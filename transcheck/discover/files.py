"""Walking a root: which files are content, and why others are not."""

from __future__ import annotations

import os
import re
from pathlib import Path

from msgspec import Struct

from transcheck.config import CACHE_NAME, CACHE_TAG, Settings
from transcheck.discover.generators import FILE_NAMES
from transcheck.discover.patterns import (
    IGNORE_NAME,
    Filter,
    Ignored,
    ignored_above,
    make_filter,
)
from transcheck.discover.programs import hidden_configuration, is_configuration

MARKDOWN = (".md", ".markdown", ".mdx")
_TEXT = ".txt"
_NOT_WALKED = frozenset({"node_modules"})
_LINK = "symbolic link, not followed"

# Frontmatter is looked for in the first bytes; longer ones were never met.
_HEAD = 65536
_OPENING = re.compile(rb"(?:\xef\xbb\xbf)?(---|\+\+\+|\{)[ \t]*\r?\n")
# The line that closes what a line opened, and a line that a mapping has.
_CLOSING = {
    b"---": re.compile(rb"^---[ \t]*\r?$", re.MULTILINE),
    b"+++": re.compile(rb"^\+\+\+[ \t]*\r?$", re.MULTILINE),
    b"{": re.compile(rb"^\}[ \t]*\r?$", re.MULTILINE),
}
_KEY_LINE = {
    b"---": re.compile(rb"^[^\s#:-][^:\n]*:(?:\s|$)", re.MULTILINE),
    b"+++": re.compile(rb"^[^\s#=][^=\n]*=", re.MULTILINE),
    b"{": re.compile(rb"^\s*\"[^\"\n]*\"[ \t]*:", re.MULTILINE),
}


class Tree(Struct, frozen=True):
    """The files below a folder, each relative to it, ``/`` between folders, sorted.

    Args:
        folder: Absolute.
        content: Content files.
        skipped: Files left out, with the reason.
        configurations: Files named like a site generator's configuration.
        files: Every file, whatever it holds, but those that git ignores.
        unseen: Folders whose files are not among them.
        ignores: The lines of each .gitignore below the folder or above it, with the
            absolute path of the folder that it stands in.
    """

    folder: Path
    content: tuple[str, ...]
    skipped: tuple[tuple[str, str], ...]
    configurations: tuple[str, ...]
    files: tuple[str, ...]
    unseen: tuple[str, ...]
    ignores: tuple[tuple[str, tuple[str, ...]], ...]


def walk(folder: Path, settings: Settings) -> Tree:
    """Return the files below a folder; links are not followed.

    Hidden folders, ``node_modules`` and folders that git ignores are not entered.

    Raises:
        InputError: --include or --exclude is no gitignore pattern.
    """
    walker = _Walker(folder, make_filter(folder, settings))
    walker.walk()
    return Tree(
        folder,
        tuple(sorted(walker.content)),
        tuple(sorted(walker.skipped)),
        tuple(sorted(walker.configurations)),
        tuple(sorted(walker.files)),
        tuple(sorted(walker.unseen)),
        tuple(sorted(walker.ignores.items())),
    )


def is_content_name(name: str) -> bool:
    """Tell whether a file name has one of the extensions of content."""
    return name.lower().endswith((*MARKDOWN, _TEXT))


def why_not_walked(path: str) -> str:
    """Return why a named file was not met on the walk."""
    *folders, name = path.split("/")
    for folder in folders:
        if _is_hidden(folder):
            return f"in the folder {folder}, which is not searched"
    if not is_content_name(name):
        return "not .md, .markdown, .mdx, or .txt with frontmatter"
    return "in a folder that git ignores or that cannot be read"


class _Walker:
    """Goes through the folders below a root, and sorts what is there."""

    def __init__(self, root: Path, filters: Filter) -> None:
        self._root = root
        self._filters = filters
        self.content: list[str] = []
        self.skipped: list[tuple[str, str]] = []
        self.configurations: list[str] = []
        self.files: list[str] = []
        self.unseen: list[str] = []
        self.ignores: dict[str, tuple[str, ...]] = {}

    def walk(self) -> None:
        """Go through all folders."""
        above = ignored_above(self._root)
        self.ignores.update((folder, lines) for folder, _, lines in above.specs)
        pending = [("", above)]
        while pending:
            prefix, ignored = pending.pop()
            folder = os.path.join(self._root, prefix)  # noqa: PTH118 - a str
            try:
                entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
            except OSError as error:
                path = prefix.rstrip("/") or "."
                self.skipped.append(
                    (prefix or ".", f"folder cannot be read: {error.strerror}")
                )
                self.unseen.append(path)
                continue
            names = {entry.name for entry in entries}
            if prefix and CACHE_TAG in names:
                continue
            if IGNORE_NAME in names:
                ignored = ignored.within(Path(folder))
                self.ignores.update((at, lines) for at, _, lines in ignored.specs[-1:])
            for entry in entries:
                path = prefix + entry.name
                if entry.name == CACHE_NAME:
                    continue
                if not entry.is_dir(follow_symlinks=False):
                    self._add(path, entry, ignored)
                elif self._enters(path, entry, ignored):
                    pending.append((path + "/", ignored))

    def _enters(self, path: str, entry: os.DirEntry[str], ignored: Ignored) -> bool:
        """Tell whether a folder is searched, and note it where it is not."""
        hidden = _is_hidden(entry.name)
        if not hidden and not ignored.matches(entry.path, folder=True):
            return True
        self.unseen.append(path)
        if hidden and (found := hidden_configuration(Path(entry.path))):
            self.configurations.append(f"{path}/{found}")
        return False

    def _add(self, path: str, entry: os.DirEntry[str], ignored: Ignored) -> None:
        name = entry.name
        if _links_to_folder(entry):
            if not _is_hidden(name):
                self.skipped.append((path, _LINK))
            self.unseen.append(path)
            return
        unknown = ignored.matches(entry.path, folder=False)
        if not unknown:
            self.files.append(path)
        if name in FILE_NAMES or is_configuration(name):
            self.configurations.append(path)
        if is_content_name(name):
            reason = self._reason(path, entry, ignored=unknown)
            if reason is None:
                self.content.append(path)
            else:
                self.skipped.append((path, reason))

    def _reason(
        self, path: str, entry: os.DirEntry[str], *, ignored: bool
    ) -> str | None:
        """Return why a file with the name of content is none, None when it is."""
        if entry.is_symlink():
            return _LINK
        if not entry.is_file(follow_symlinks=False):
            return "not a regular file"
        if ignored:
            return "ignored by .gitignore"
        if reason := self._filters.reason(path):
            return reason
        return _why_no_page(entry.path) if path.lower().endswith(_TEXT) else None


def _is_hidden(name: str) -> bool:
    return name.startswith(".") or name in _NOT_WALKED


def _links_to_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_symlink() and entry.is_dir()
    except OSError:  # a loop
        return False


def _why_no_page(path: str) -> str | None:
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - a str from scandir
            head = file.read(_HEAD)
    except OSError as error:
        return f".txt that cannot be read: {error.strerror}"
    return None if _has_frontmatter(head) else ".txt without frontmatter"


def _has_frontmatter(head: bytes) -> bool:
    opening = _OPENING.match(head)
    if opening is None:
        return False
    closing = _CLOSING[opening[1]].search(head, opening.end())
    return closing is not None and bool(
        _KEY_LINE[opening[1]].search(head, opening.end(), closing.start())
    )
