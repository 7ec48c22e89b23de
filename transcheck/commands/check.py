"""The command check: discover, parse, align and check, and what it comes to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from transcheck import registry
from transcheck.baseline import (
    Baseline,
    hide,
    known_states,
    read_baseline,
    renew,
    write_baseline,
)
from transcheck.check.page_result import PageResult
from transcheck.commands.conflicts import conflicts, read_shard
from transcheck.commands.fix import make_fixes
from transcheck.commands.join import join_runs
from transcheck.commands.mapper import start_mapper, with_cache
from transcheck.commands.options import CheckOptions, SiteOptions
from transcheck.commands.pair import find_pair
from transcheck.commands.settings import Part, plan
from transcheck.discover import discover
from transcheck.engine import Job, Run, judge, map_pages
from transcheck.errors import ConfigError, InputError
from transcheck.language.detectors import DETECTORS
from transcheck.report import ReadLines
from transcheck.report.counts import known
from transcheck.report.style import count
from transcheck.site import Site
from transcheck.text import Lines, UndecodableError, decode

if TYPE_CHECKING:  # start-up counts
    from transcheck.shards import Shards

Progress = Callable[[int, int], None]

_FILES_KEPT = 64


class Outcome(Struct, frozen=True):
    """What a check came to.

    Args:
        run: What to report.
        failed: A diagnostic is as grave as ``--fail-on``.
        known: What became of the findings of a baseline, a sentence; None without one.
        notes: What the user should know besides, a sentence each.
        error: Why the run is worth nothing, None when it is worth something.
        changes: What fixes would change, for ``--diff``: for each path the content
            before and after; None without it.
    """

    run: Run
    failed: bool
    known: str | None
    notes: tuple[str, ...]
    error: str | None
    changes: dict[str, tuple[bytes, bytes]] | None = None


def check(  # noqa: PLR0913 - each by its name
    paths: Sequence[str],
    site_options: SiteOptions,
    check_options: CheckOptions,
    *,
    mistakes: Sequence[str],
    progress: Progress,
    shards: Shards | None = None,
) -> Outcome:
    """Check what the user named.

    Args:
        paths: Files and folders; none means the working folder.
        site_options: What decides which files are pages.
        check_options: What decides what is shown, and how the run ends.
        mistakes: What is known to be wrong already, a sentence each.
        progress: Called with the number of pages done and to do.
        shards: What shards tell of all pages, so that none need be mapped.

    Raises:
        ConfigError: A path, an option or the configuration is wrong.
        InputError: So is something that only the run could tell.
        PluginError: A third-party rule cannot be used.
        RuleError: A rule failed.
        WorkerError: What checks pages broke down.
    """
    named = check_options.pair or paths or (".",)
    parts = plan(
        named,
        site_options,
        check_options,
        [*mistakes, *conflicts(paths, site_options, check_options)],
    )
    baselines = _read_baselines(parts, check_options)
    sites = [_site(part, site_options, check_options) for part in parts]
    jobs = [
        _job(part, site, baselines, check_options)
        for part, site in zip(parts, sites, strict=True)
    ]
    notes: list[str] = []
    changes: dict[str, tuple[bytes, bytes]] | None = None
    facts: str | None = None
    with start_mapper(check_options) as mapper:
        if check_options.fixing:
            fixed = make_fixes(jobs, baselines, check_options, progress, mapper)
            runs, changes = fixed.runs, fixed.changes
            notes += fixed.notes
        else:
            mappers = (
                [with_cache(mapper, part, check_options) for part in parts]
                if shards is None
                else shards.mappers(jobs)
            )
            results = [
                map_pages(job, progress=progress, mapper=each)
                for job, each in zip(jobs, mappers, strict=True)
            ]
            runs = list(map(judge, jobs, results))
            if check_options.shard:
                facts = _tell_facts(paths, site_options, check_options, jobs, results)
    error = _nothing_to_compare(named, sites)
    if check_options.update_baseline and error is None:
        notes += _update_baselines(baselines, parts, runs)
    runs = [
        hide(run, baselines[part.settings.baseline]) if part.settings.baseline else run
        for part, run in zip(parts, runs, strict=True)
    ]
    merged = join_runs(runs)
    counts = merged.summary.baseline
    return Outcome(
        run=replace(merged, facts=facts),
        failed=any(map(_fails, runs, parts)),
        known=None if counts is None else known(counts),
        notes=(*notes, *_broken_elsewhere(runs, sites), *_no_originals(sites)),
        error=error,
        changes=changes,
    )


def lines_reader() -> ReadLines:
    """Return a function that gives the lines of a file, and keeps the last few.

    Of a file that is no text it gives what precedes the first wrong byte; of one that
    cannot be read, None.
    """

    @lru_cache(maxsize=_FILES_KEPT)
    def read_lines(path: str) -> Lines | None:
        try:
            return Lines(decode(Path(path).read_bytes()))
        except UndecodableError as error:
            return Lines(error.before)
        except OSError:
            return None

    return read_lines


def _read_baselines(
    parts: Sequence[Part], options: CheckOptions
) -> dict[Path, Baseline]:
    """Return the baseline of each part that has one, by its file."""
    problems: list[str] = []
    baselines: dict[Path, Baseline] = {}
    for part in parts:
        path = part.settings.baseline
        if path is None:
            if options.update_baseline:
                problems.append("--update-baseline needs --baseline FILE")
        elif path not in baselines:
            try:
                baselines[path] = read_baseline(
                    path, missing_ok=options.update_baseline
                )
            except InputError as error:
                problems.append(str(error))
    if problems:
        raise ConfigError(list(dict.fromkeys(problems)))
    return baselines


def _update_baselines(
    baselines: dict[Path, Baseline], parts: Sequence[Part], runs: Sequence[Run]
) -> Iterator[str]:
    """Write each baseline anew, put the new in the place of the old, and tell it."""
    for path, old in baselines.items():
        new = renew(
            old,
            [
                run
                for part, run in zip(parts, runs, strict=True)
                if part.settings.baseline == path
            ],
        )
        write_baseline(path, new)
        baselines[path] = new
        added, removed = new.entries - old.entries, old.entries - new.entries
        yield (
            f"{path}: {count(len(new.entries), 'finding')},"
            f" {len(added)} added, {len(removed)} removed"
        )


def _job(
    part: Part, site: Site, baselines: dict[Path, Baseline], options: CheckOptions
) -> Job:
    rules = registry.configure(part.settings)
    path = part.settings.baseline
    return Job(
        site,
        part.settings,
        rules,
        whole_page=options.whole_page,
        known=known_states(baselines[path], site, rules) if path else None,
        thorough=options.fixing or path is not None,
        shard=read_shard(options.shard) if options.shard else None,
    )


def _tell_facts(
    paths: Sequence[str],
    site_options: SiteOptions,
    check_options: CheckOptions,
    jobs: Sequence[Job],
    results: Sequence[Sequence[PageResult]],
) -> str:
    """Return what a shard tells to the command merge."""
    from transcheck.commands.command import encode_command  # noqa: PLC0415 - start-up counts
    from transcheck.shards import tell_facts  # noqa: PLC0415 - as above

    command = encode_command(tuple(paths), site_options, check_options)
    return tell_facts(command, jobs, results)


def _site(part: Part, site_options: SiteOptions, options: CheckOptions) -> Site:
    if options.pair is None:
        return discover(part.paths, part.settings)
    return find_pair(
        *options.pair, site_options.languages, DETECTORS[part.settings.detector]
    )


def _fails(run: Run, part: Part) -> bool:
    least = part.settings.fail_on
    return least is not None and any(
        diagnostic.severity.rank >= least.rank for diagnostic in run.diagnostics
    )


def _broken_elsewhere(runs: Sequence[Run], sites: Sequence[Site]) -> Iterator[str]:
    """Yield what named originals broke in translations that were not named."""
    tags = []
    for run, site in zip(runs, sites, strict=True):
        changed = {
            page.name
            for page in site.pages
            if page.original and page.files[page.original] in site.named
        }
        tags += [one.tag or "?" for one in run.elsewhere if one.page in changed]
    if tags:
        them = "it" if len(tags) == 1 else "them"
        yield (
            f"{count(len(tags), 'finding')} in {', '.join(sorted(set(tags)))}: "
            f"--whole-page shows {them}"
        )


def _no_originals(sites: Sequence[Site]) -> Iterator[str]:
    """Yield what it means that all pages have two languages, and no original."""
    compared = [page for site in sites for page in site.pages if len(page.files) > 1]
    if compared and all(
        len(page.files) == 2 and page.original is None  # noqa: PLR2004 - two languages
        for page in compared
    ):
        yield (
            "no original is known, and what two languages differ in is only an info:"
            " --original LANG names it"
        )


def _nothing_to_compare(paths: Sequence[str], sites: Sequence[Site]) -> str | None:
    if any(len(page.files) > 1 for site in sites for page in site.pages):
        return None
    folders = [path for path in paths if Path(path).is_dir()]
    if not folders:
        return None
    shown = " ".join(folders)
    return (
        f"nothing to compare in {shown}: no page in two languages was found;"
        f" 'transcheck pages {shown}' shows what was"
    )
