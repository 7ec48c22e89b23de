"""Taking paths apart: stems, and the names that mean little."""

from __future__ import annotations

from collections.abc import Iterable

# Every folder may have these: that two folders both do says nothing.
_GENERIC_WORDS = (
    "readme index _index license changelog changes contributing code_of_conduct "
    "security support home summary"
)
GENERIC = frozenset(_GENERIC_WORDS.split())

# Files of a repository itself, known by their names in any folder.
_COMMUNITY_WORDS = (
    "readme contributing code_of_conduct security changelog support governance "
    "maintainers pull_request_template issue_template license"
)
COMMUNITY = frozenset(_COMMUNITY_WORDS.split())

_EXTENSIONS = (".md", ".mdx", ".markdown", ".txt")
_LONGEST_EXTENSION = max(map(len, _EXTENSIONS))


def stem(path: str) -> str:
    """Return a path without its extension."""
    if path[-_LONGEST_EXTENSION:].lower().endswith(_EXTENSIONS):
        return path.rpartition(".")[0]
    return path


def split(path: str) -> tuple[str, str]:
    """Return the folder of a path and the last part."""
    folder, _, name = path.rpartition("/")
    return folder, name


def is_telling(residual: str) -> bool:
    """Tell whether two files at this path are likely to have to do with each other."""
    return residual.lower() not in GENERIC


def by_stem(paths: Iterable[str]) -> dict[str, list[str]]:
    """Group paths that differ in their extension alone, in order."""
    found: dict[str, list[str]] = {}
    for path in sorted(paths):
        found.setdefault(stem(path), []).append(path)
    return found
