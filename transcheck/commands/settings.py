"""From what the user typed to the settings of each part of a run."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from transcheck import config, registry
from transcheck.commands.options import CheckOptions, SiteOptions
from transcheck.config import CACHE_NAME, Settings
from transcheck.discover.root import find_roots
from transcheck.errors import ConfigError, InputError
from transcheck.language.detectors import missing_package


class Part(Struct, frozen=True):
    """Paths that share their settings.

    Args:
        paths: Files and folders, as the user named them.
        settings: What the configuration nearest to them and the command line say.
        root: The folder of that configuration, where it was searched for and found;
            else the root of the first of the paths.
    """

    paths: tuple[str, ...]
    settings: Settings
    root: Path

    @property
    def cache(self) -> Path:
        """The folder in which results of pages are kept."""
        return self.settings.cache_dir or self.root / CACHE_NAME


def plan(
    paths: Sequence[str],
    site_options: SiteOptions,
    check_options: CheckOptions | None = None,
    mistakes: Sequence[str] = (),
) -> tuple[Part, ...]:
    """Return the parts of a run, one for each configuration file that holds.

    Args:
        paths: What the user named; none means the working folder.
        site_options: What decides which files are pages.
        check_options: What else a check was told.
        mistakes: What is known to be wrong already, a sentence each.

    Raises:
        ConfigError: A path, an option or a configuration file is wrong; every
            mistake in all of them is told at once.
    """
    check_options = check_options or CheckOptions()
    problems = [*mistakes, *_wrong_names(check_options)]
    parts: dict[Path | None, Part] = {}
    try:
        groups = _group(paths or (".",))
    except InputError as error:
        problems += str(error).split("\n")
        groups = [(Path.cwd(), ())]  # its configuration may be wrong as well
    for root, named in groups:
        try:
            settings = config.load(
                root,
                config_file=site_options.config,
                isolated=site_options.isolated,
                check=_check,
            )
        except ConfigError as error:
            problems += error.problems
            continue
        except InputError as error:
            problems.append(str(error))
            continue
        told = _override(settings, site_options, check_options)
        found = None if site_options.config else settings.source
        home = found.parent if found else root
        before = parts.get(settings.source, Part((), told, home))
        parts[settings.source] = replace(before, paths=(*before.paths, *named))
    if problems:
        raise ConfigError(list(dict.fromkeys(problems)))
    return tuple(parts.values())


def _group(paths: Sequence[str]) -> list[tuple[Path, tuple[str, ...]]]:
    """Return the roots with the paths below each, sorted by root."""
    absolute = {path: Path(os.path.abspath(path)) for path in paths}  # noqa: PTH100 - resolve() follows links
    return [
        (
            root.folder,
            tuple(path for path in paths if absolute[path].is_relative_to(root.folder)),
        )
        for root in find_roots(paths)
    ]


def _check(settings: Settings) -> Iterator[str]:
    """Yield what is wrong with the settings of a file, a sentence each with its key."""
    yield from registry.check(settings)
    if missing := missing_package(settings.detector):
        yield f"detector: {missing}"


def _wrong_names(options: CheckOptions) -> Iterator[str]:
    """Yield what is wrong with the names of rules on the command line."""
    chosen = Settings(
        select=options.select,
        extend_select=options.extend_select,
        ignore=options.ignore,
    )
    for problem in registry.check(chosen):
        yield f"--{problem}"


def _override(settings: Settings, site: SiteOptions, check: CheckOptions) -> Settings:
    told = config.override(
        settings,
        original=site.original,
        languages=site.languages or None,
        layout=site.layout,
        include=site.include,
        exclude=site.exclude,
        select=check.select,
        extend_select=check.extend_select,
        ignore=check.ignore,
        min_severity=check.min_severity,
        fail_on=check.fail_on,
        baseline=check.baseline,
    )
    failing = told.fail_on
    if check.fail_on and failing and failing.rank < told.min_severity.rank:
        # Nothing fails a run unseen.
        return replace(told, min_severity=failing)
    return told
