"""Walking a root: which files are content, and why others are not."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from transcheck.config import Settings
from transcheck.discover.generators import FILE_NAMES
from transcheck.discover.patterns import (
    IGNORE_NAME,
    Filter,
    Ignored,
    ignored_above,
    make_filter,
)

MARKDOWN = (".md", ".markdown", ".mdx")
_TEXT = ".txt"
_NOT_WALKED = frozenset({"node_modules"})

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


@dataclass(frozen=True, slots=True)
class Tree:
    """The files below a folder.

    Args:
        folder: Absolute.
        content: Content files, relative to the folder, ``/`` between folders, sorted.
        skipped: Files left out, relative as well, with the reason, sorted.
        configurations: Files named like a site generator's configuration, relative
            as well.
    """

    folder: Path
    content: tuple[str, ...]
    skipped: tuple[tuple[str, str], ...]
    configurations: tuple[str, ...]


def walk(folder: Path, settings: Settings) -> Tree:
    """Return the files below a folder; links are not followed.

    Hidden folders, ``node_modules`` and folders that git ignores are not entered.

    Raises:
        InputError: --include or --exclude is no gitignore pattern.
    """
    filters = make_filter(folder, settings)
    content: list[str] = []
    skipped: list[tuple[str, str]] = []
    configurations: list[str] = []
    for path, reason in _walk(folder, filters):
        if path.rpartition("/")[2] in FILE_NAMES:
            configurations.append(path)
        elif reason is None:
            content.append(path)
        else:
            skipped.append((path, reason))
    return Tree(
        folder,
        tuple(sorted(content)),
        tuple(sorted(skipped)),
        tuple(sorted(configurations)),
    )


def is_content_name(name: str) -> bool:
    """Tell whether a file name has one of the extensions of content."""
    return name.lower().endswith((*MARKDOWN, _TEXT))


def why_not_walked(path: str) -> str:
    """Return why a named file was not met on the walk."""
    *folders, name = path.split("/")
    for folder in folders:
        if folder.startswith(".") or folder in _NOT_WALKED:
            return f"in the folder {folder}, which is not searched"
    if not is_content_name(name):
        return "not .md, .markdown, .mdx, or .txt with frontmatter"
    return "in a folder that git ignores or that cannot be read"


def _walk(root: Path, filters: Filter) -> Iterator[tuple[str, str | None]]:
    pending = [("", ignored_above(root))]
    while pending:
        prefix, ignored = pending.pop()
        folder = root / prefix
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            yield prefix or ".", f"folder cannot be read: {error.strerror}"
            continue
        if any(entry.name == IGNORE_NAME for entry in entries):
            ignored = ignored.within(folder)
        for entry in entries:
            path = prefix + entry.name
            if entry.is_dir(follow_symlinks=False):
                if _enters(entry.name) and not (
                    ignored.specs and ignored.matches(folder / entry.name, folder=True)
                ):
                    pending.append((path + "/", ignored))
            elif entry.name in FILE_NAMES:
                yield path, None
            elif is_content_name(entry.name) or _links_to_folder(entry):
                yield path, _reason(path, entry, ignored, filters)


def _enters(name: str) -> bool:
    return not name.startswith(".") and name not in _NOT_WALKED


def _links_to_folder(entry: os.DirEntry[str]) -> bool:
    if not entry.is_symlink() or not _enters(entry.name):
        return False
    try:
        return entry.is_dir()
    except OSError:  # a loop
        return False


def _reason(
    path: str, entry: os.DirEntry[str], ignored: Ignored, filters: Filter
) -> str | None:
    if entry.is_symlink():
        return "symbolic link, not followed"
    if not entry.is_file(follow_symlinks=False):
        return "not a regular file"
    if ignored.specs and ignored.matches(Path(entry.path), folder=False):
        return "ignored by .gitignore"
    if reason := filters.reason(path):
        return reason
    if path.lower().endswith(_TEXT):
        return _why_no_page(entry.path)
    return None


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
