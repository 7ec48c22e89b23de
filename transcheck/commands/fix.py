"""The fixes of the command check: made or shown, and what is told of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from transcheck.baseline import Baseline, hide
from transcheck.check.job import read_bytes
from transcheck.commands.options import CheckOptions
from transcheck.diagnostic import Diagnostic
from transcheck.engine import Job, Run, judge, map_pages
from transcheck.report.style import count
from transcheck.workers.mapper import Mapper


class Fixed(Struct, frozen=True):
    """What came of fixes.

    Args:
        runs: For each job what is found afterwards; with ``--diff``, before.
        changes: With ``--diff``, what would change: for each path the content before
            and after; None without it.
        notes: What the user should know, a sentence each.
    """

    runs: list[Run]
    changes: dict[str, tuple[bytes, bytes]] | None
    notes: tuple[str, ...]


def make_fixes(
    jobs: Sequence[Job],
    baselines: Mapping[Path, Baseline],
    options: CheckOptions,
    progress: Callable[[int, int], None],
    mapper: Mapper,
) -> Fixed:
    """Check, and make the fixes of what is shown; with ``--diff`` write nothing.

    Args:
        jobs: What is to be checked.
        baselines: What is known, by the file that a job's settings name.
        options: Which fixes are wanted.
        progress: Called with the number of pages done and to do.
        mapper: Maps the pages.

    Raises:
        InputError: A file cannot be written, or vanished while the run went on.
        RuleError: A rule failed.
    """
    from transcheck.fix import RememberedReads, mend, write  # noqa: PLC0415 - start-up counts

    runs: list[Run] = []
    contents: dict[str, tuple[bytes, bytes]] = {}
    fixed: list[Diagnostic] = []
    withheld: list[Diagnostic] = []
    changed: set[str] = set()
    for job in jobs:
        read = RememberedReads(read_bytes)
        results = map_pages(job, progress=progress, read=read, mapper=mapper)
        run = judge(job, results, read=read)
        known = baselines.get(job.settings.baseline) if job.settings.baseline else None
        choose = _chooser(known, unsafe=options.unsafe_fixes)
        mended = mend(job, results, run, choose, read)
        runs.append(run if options.diff else mended.run)
        contents |= mended.contents
        fixed += mended.fixed
        withheld += mended.withheld
        changed.update(mended.changed)
    if not options.diff:
        left = set(write(contents))
        if left:  # what was to be found afterwards is not what there is
            runs = [
                judge(job, map_pages(job, progress=progress, mapper=mapper))
                for job in jobs
            ]
            contents = {path: one for path, one in contents.items() if path not in left}
            fixed = [one for one in fixed if one.path not in left]
            changed |= left
    return Fixed(
        runs=runs,
        changes=contents if options.diff else None,
        notes=(
            _count(fixed, len(contents), done=not options.diff),
            *_explain(withheld, changed),
        ),
    )


def _chooser(
    baseline: Baseline | None, *, unsafe: bool
) -> Callable[[Run], list[Diagnostic]]:
    """Return a function that names the diagnostics of a run to fix."""

    def choose(run: Run) -> list[Diagnostic]:
        shown = hide(run, baseline) if baseline else run
        return [
            one
            for one in shown.diagnostics
            if one.fix is not None and (unsafe or one.fix.safe)
        ]

    return choose


def _count(fixed: Sequence[Diagnostic], files: int, *, done: bool) -> str:
    where = f" in {count(files, 'file')}" if files else ""
    return f"{'fixed' if done else 'would fix'} {count(len(fixed), 'finding')}{where}"


def _explain(withheld: Sequence[Diagnostic], changed: set[str]) -> Iterator[str]:
    for one in withheld:
        yield (
            f"{one.path}:{one.range.start.line}: the fix of {one.rule} is withheld: it"
            " would not mend it, or do more than that"
        )
    for path in sorted(changed):
        yield f"{path} changed while it was checked, and is left as it is"
