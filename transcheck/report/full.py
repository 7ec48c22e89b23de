"""Each diagnostic with its line, its counterpart's line, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterator

from transcheck.diagnostic import Diagnostic, RelatedRange
from transcheck.engine import Run
from transcheck.report import ReadLines
from transcheck.report.counts import closing, statistics, table
from transcheck.report.snippet import Snippet, snippet
from transcheck.report.style import Palette, headline, palette, place
from transcheck.text import printable

TABLE_ABOVE = 50
"""With more diagnostics than this a table sums them up."""


def render(run: Run, *, color: bool, read_lines: ReadLines) -> Iterator[str]:
    """Yield each diagnostic, the table when there are many, and the counts."""
    colors = palette(color=color)
    for diagnostic in run.diagnostics:
        yield _block(diagnostic, colors, read_lines)
    if len(run.diagnostics) > TABLE_ABOVE:
        yield f"{table(run.diagnostics)}\n"
    yield closing(run)


def render_statistics(run: Run, *, color: bool) -> Iterator[str]:
    """Yield how often each rule fired, and the counts."""
    yield from statistics(run, color=color)
    if run.diagnostics:
        yield "\n"
    yield closing(run)


def _block(diagnostic: Diagnostic, colors: Palette, read_lines: ReadLines) -> str:
    own = _read(diagnostic, read_lines)
    others = [(related, _read(related, read_lines)) for related in diagnostic.related]
    numbers = [shown.number for shown in (own, *(x for _, x in others)) if shown]
    margin = " " * len(str(max(numbers, default=0)))
    parts = [headline(diagnostic, colors)]
    if own:
        parts += _quote(own, margin, ("^", diagnostic.severity.value), colors)
    for related, shown in others:
        arrow = colors.paint(f"{margin} :::", "frame")
        where = place(related.path, related.range, colors)
        parts.append(f"{arrow} {where}: {printable(related.message)}")
        if shown:
            parts += _quote(shown, margin, ("-", "frame"), colors)
    bullet = colors.paint(f"{margin} =", "frame")
    if diagnostic.help is not None:
        parts.append(f"{bullet} help: {printable(diagnostic.help)}")
    if diagnostic.fix is not None:
        kind = "fix" if diagnostic.fix.safe else "unsafe fix"
        parts.append(f"{bullet} {kind}: {printable(diagnostic.fix.description)}")
    return "\n".join((*parts, "", ""))


def _read(at: Diagnostic | RelatedRange, read_lines: ReadLines) -> Snippet | None:
    lines = read_lines(at.path)
    return None if lines is None else snippet(lines, at.range)


def _quote(
    shown: Snippet, margin: str, mark: tuple[str, str], colors: Palette
) -> list[str]:
    """Return the line and the mark under it; `mark` is a character and its role."""
    character, role = mark
    bar = colors.paint(f"{margin} |", "frame")
    number = colors.paint(f"{shown.number:>{len(margin)}} |", "frame")
    under = colors.paint(character * shown.length, role)
    return [
        bar,
        f"{number} {shown.text}".rstrip(" "),
        f"{bar} {' ' * shown.indent}{under}",
    ]
