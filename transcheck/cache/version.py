"""What the results of pages depend on besides pages: code, settings and the site."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b
from pathlib import Path
from typing import Any

import msgspec

from transcheck import __version__
from transcheck.check.job import PageJob
from transcheck.rule import Rule
from transcheck.ruleset import RuleSet

_OWN = ("transcheck", "transcheck_rules")
_CODE = (".py", ".so", ".pyd")
_INSTALLED = (".dist-info", ".egg-info", ".egg-link")


def digest_code(rules: Iterable[Rule]) -> bytes:
    """Return a digest of the code that makes results: ours, rules' and libraries'.

    Of ours and of the packages of rules it has what is known of each file without
    reading it; of libraries, which distributions are installed.

    Args:
        rules: The rules that run.

    Raises:
        OSError: There is code that is no file.
    """
    packages = {one.module.partition(".")[0] for one in RuleSet.of(rules).names}
    return _digest(
        (
            __version__,
            sys.version,
            sys.platform,
            [list(_files(name)) for name in sorted({*packages, *_OWN})],
            sorted(_distributions()),
        )
    )


def digest_settings(job: PageJob, folder: Path) -> str:
    """Return a digest of what pages share, except the files and pages of the site.

    Args:
        job: What they share.
        folder: Where results are kept; paths count from the working folder, which may
            be elsewhere another time.
    """
    site = job.surroundings
    return _digest(
        (
            _way_to(folder),
            RuleSet.of(job.rules).names,
            job.detector.name,
            job.terms,
            site
            and (
                site.roots,
                sorted(site.unseen),
                site.generators,
                site.ignores,
                sorted(site.tags),
            ),
        )
    ).hex()


def _way_to(folder: Path) -> str:
    """Return where a folder is from the working folder, so that both may move."""
    try:
        return os.path.relpath(folder)
    except ValueError:  # on another drive
        return f"{Path.cwd()} {folder}"


def _digest(value: object) -> bytes:
    data = msgspec.msgpack.encode(value, enc_hook=_plain, order="deterministic")
    return blake2b(data, digest_size=8).digest()


def _plain(value: Any) -> Any:
    """Return what encodes a value that msgspec does not know."""
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"no setting: {value!r}")


def _files(package: str) -> Iterator[tuple[str, int, int]]:
    """Yield the files of a package that hold code, with size and time."""
    module = sys.modules.get(package)
    folders = list(getattr(module, "__path__", ()))
    file = getattr(module, "__file__", None)
    if not folders and file:
        yield _stat(file)
    while folders:
        with os.scandir(folders.pop()) as entries:
            for entry in sorted(entries, key=lambda one: one.name):
                if entry.name.endswith(_CODE):
                    yield _stat(entry.path)
                elif entry.is_dir() and entry.name != "__pycache__":
                    folders.append(entry.path)


def _stat(path: str) -> tuple[str, int, int]:
    found = os.stat(path)  # noqa: PTH116 - a str from scandir
    return path, found.st_size, found.st_mtime_ns


def _distributions() -> Iterator[str]:
    """Yield the names and versions of what is installed, as files on the disk."""
    for folder in sys.path:
        try:
            names = os.listdir(folder or ".")  # noqa: PTH208 - a str
        except OSError:
            continue
        yield from (name for name in names if name.endswith(_INSTALLED))
