"""One line for each diagnostic, for editors, for grep and for rule pages."""

from __future__ import annotations

from collections.abc import Iterator

from transcheck.engine import Run
from transcheck.report import ReadLines
from transcheck.report.counts import statistics
from transcheck.report.style import headline, palette


def render(run: Run, *, color: bool, read_lines: ReadLines) -> Iterator[str]:
    """Yield ``path:line:column: severity[rule] message`` for each diagnostic."""
    del read_lines  # no source is shown
    colors = palette(color=color)
    for diagnostic in run.diagnostics:
        yield f"{headline(diagnostic, colors)}\n"


def render_statistics(run: Run, *, color: bool) -> Iterator[str]:
    """Yield how often each rule fired."""
    yield from statistics(run, color=color)
