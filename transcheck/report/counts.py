"""How many diagnostics there are: in all, by rule, and by language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from transcheck.diagnostic import Diagnostic, Severity
from transcheck.engine import BaselineCounts, Run
from transcheck.report.style import count, counts, palette
from transcheck.text import printable

_WIDTH = 100
_NO_LANGUAGE = "?"


def closing(run: Run) -> str:
    """Return the end of a report for people: what was found, in how much."""
    summary = run.summary
    found = counts(
        {
            Severity.ERROR: summary.errors,
            Severity.WARNING: summary.warnings,
            Severity.INFO: summary.infos,
        }
    )
    languages = count(len(summary.languages), "language")
    if summary.languages:
        languages += f" ({printable(', '.join(summary.languages))})"
    return (
        f"Found {found or 'no problems'} in {count(summary.files, 'file')}, "
        f"{count(summary.pages, 'page')}, {languages}; "
        f"{count(summary.skipped, 'file')} skipped\n"
        f"{_known(summary.baseline)}"
        f"{_withheld(run)}"
    )


def known(counts: BaselineCounts) -> str:
    """Return what became of the findings of a baseline, a sentence."""
    return f"Baseline: {count(counts.hidden, 'old finding')} hidden, {counts.gone} gone"


def _known(counts: BaselineCounts | None) -> str:
    return "" if counts is None else f"{known(counts)}\n"


def _withheld(run: Run) -> str:
    if not run.withheld:
        return ""
    rules = ", ".join(run.withheld)
    return f"Not every page was read, as these rules need: {rules}\n"


def table(diagnostics: Sequence[Diagnostic]) -> str:
    """Return the number of diagnostics of each rule in each language.

    Rules are sorted by how often they fired, languages by name. Where the columns
    do not fit side by side, the table goes on below with the next languages.
    """
    cells = Counter((item.rule, _language(item)) for item in diagnostics)
    totals = Counter(item.rule for item in diagnostics)
    rules = sorted(totals, key=lambda rule: (-totals[rule], rule))
    languages = sorted({language for _, language in cells})
    columns = [("", [*rules, "total"])]
    for language in languages:
        numbers = [cells[rule, language] for rule in rules]
        column = [str(number or ".") for number in (*numbers, sum(numbers))]
        columns.append((printable(language), column))
    sums = [totals[rule] for rule in rules]
    columns.append(("total", [str(number) for number in (*sums, sum(sums))]))
    return "\n".join(_lay_out(columns))


def _lay_out(columns: Sequence[tuple[str, list[str]]]) -> Iterator[str]:
    """Yield the rows of columns, each a head and its cells; the first names rows."""
    head, names = columns[0]
    margin = max(map(len, (head, *names)))
    widths = [max(map(len, (head, *cells))) for head, cells in columns]
    start = 1
    while start < len(columns):
        stop, used = start + 1, margin + 2 + widths[start]
        while stop < len(columns) and used + 2 + widths[stop] <= _WIDTH:
            used += 2 + widths[stop]
            stop += 1
        shown = list(zip(columns[start:stop], widths[start:stop], strict=True))
        heads = "  ".join(f"{head:>{width}}" for (head, _), width in shown)
        yield f"{'':{margin}}  {heads}"
        for row, name in enumerate(names):
            cells = "  ".join(f"{cells[row]:>{width}}" for (_, cells), width in shown)
            yield f"{name:{margin}}  {cells}"
        yield ""
        start = stop


class RuleCount(Struct, frozen=True):
    """How often a rule fired at one severity.

    Args:
        rule: Its id.
        severity: How grave the diagnostics are.
        count: How many they are.
        fixable: Those that carry a fix.
    """

    rule: str
    severity: Severity
    count: int
    fixable: int


def by_rule(diagnostics: Iterable[Diagnostic]) -> list[RuleCount]:
    """Return the counts of the rules that fired, severities apart, the most first."""
    counts: Counter[tuple[str, Severity]] = Counter()
    fixable: Counter[tuple[str, Severity]] = Counter()
    for one in diagnostics:
        counts[one.rule, one.severity] += 1
        fixable[one.rule, one.severity] += one.fix is not None
    rules = [
        RuleCount(rule, severity, count, fixable[rule, severity])
        for (rule, severity), count in counts.items()
    ]
    return sorted(rules, key=lambda one: (-one.count, one.rule, -one.severity.rank))


def statistics(run: Run, *, color: bool) -> Iterator[str]:
    """Yield a line for each rule that fired, and each severity it fired at."""
    colors = palette(color=color)
    for rule in by_rule(run.diagnostics):
        severity = rule.severity.value
        shown = colors.paint(f"{severity:7}", severity)
        note = f" ({rule.fixable} fixable)" if rule.fixable else ""
        yield f"{rule.count:>6}  {shown}  {rule.rule}{note}\n"


def _language(diagnostic: Diagnostic) -> str:
    return diagnostic.tag or diagnostic.language or _NO_LANGUAGE
