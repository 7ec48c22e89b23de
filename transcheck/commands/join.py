"""Runs under several configurations as one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transcheck.diagnostic import Diagnostic
from transcheck.engine import BaselineCounts, Run, Summary


def join_runs(runs: Sequence[Run]) -> Run:
    """Return several runs as one, as if one configuration held for all."""
    if len(runs) == 1:
        return runs[0]
    summaries = [run.summary for run in runs]
    return Run(
        diagnostics=_sorted(one for run in runs for one in run.diagnostics),
        elsewhere=_sorted(one for run in runs for one in run.elsewhere),
        summary=Summary(
            files=sum(summary.files for summary in summaries),
            pages=sum(summary.pages for summary in summaries),
            languages=tuple(
                sorted({tag for summary in summaries for tag in summary.languages})
            ),
            skipped=sum(summary.skipped for summary in summaries),
            errors=sum(summary.errors for summary in summaries),
            warnings=sum(summary.warnings for summary in summaries),
            infos=sum(summary.infos for summary in summaries),
            fixable=sum(summary.fixable for summary in summaries),
            baseline=_join_counts([summary.baseline for summary in summaries]),
        ),
        skipped=tuple(
            sorted(
                (one for run in runs for one in run.skipped), key=lambda one: one.path
            )
        ),
        withheld=tuple(dict.fromkeys(rule for run in runs for rule in run.withheld)),
    )


def _join_counts(
    counts: Sequence[BaselineCounts | None],
) -> BaselineCounts | None:
    told = [one for one in counts if one is not None]
    if not told:
        return None
    return BaselineCounts(
        hidden=sum(one.hidden for one in told), gone=sum(one.gone for one in told)
    )


def _sorted(diagnostics: Iterator[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(
        sorted(
            diagnostics,
            key=lambda one: (one.path, one.range.start, one.rule, one.message),
        )
    )
