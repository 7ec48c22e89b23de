"""What a run can see of a site, so that it may say that something is not there."""

from __future__ import annotations

from transcheck.site import IgnoreFile, Surroundings, holds


def is_ignored(site: Surroundings, path: str) -> bool:
    """Tell whether git would ignore a file, so that it is made when the site is."""
    for file in sorted(site.ignores, key=_nearness, reverse=True):
        if holds(file.folder, path):
            from pathspec import GitIgnoreSpec  # noqa: PLC0415 - start-up counts

            below = path[len(file.folder) :].lstrip("/")
            spec = GitIgnoreSpec.from_lines(file.lines)
            verdict = spec.check_file(file.prefix + below).include
            if verdict is not None:
                return verdict
    return False


def _nearness(file: IgnoreFile) -> tuple[int, int]:
    return len(file.folder), -len(file.prefix)


def is_inside(site: Surroundings, path: str) -> bool:
    """Tell whether a path is below the roots, and in no folder that was left unseen."""
    if not any(path == root or holds(root, path) for root in site.roots):
        return False
    while path:
        if path in site.unseen:
            return False
        path = path.rpartition("/")[0]
    return True
