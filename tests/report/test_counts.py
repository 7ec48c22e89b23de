"""The table above fifty findings, and the statistics."""

from __future__ import annotations

import json

from msgspec.structs import replace

from transcheck.diagnostic import Diagnostic, Severity
from transcheck.engine import Run
from transcheck.report import render_statistics
from transcheck.report.counts import table


def many(diagnostic: Diagnostic, **numbers: int) -> list[Diagnostic]:
    """Return as many diagnostics as are asked for of ``rule__tag``."""
    made = []
    for name, number in numbers.items():
        rule, tag = name.split("__")
        made += [
            replace(diagnostic, rule=rule, tag=tag or None, language=None)
        ] * number
    return made


def test_the_table_counts_by_rule_and_language(diagnostic: Diagnostic) -> None:
    found = many(diagnostic, few__pl=1, lots__pl=10, lots__ja=1234, few__=2)
    assert table(found).splitlines() == [
        "       ?    ja  pl  total",
        "lots   .  1234  10   1244",
        "few    2     .   1      3",
        "total  2  1234  11   1247",
    ]


def test_a_wide_table_goes_on_below(diagnostic: Diagnostic) -> None:
    tags = [f"{first}{second}-latn" for first in "abcd" for second in "abcdef"]
    found = [replace(diagnostic, tag=tag) for tag in tags]
    lines = table(found).splitlines()
    assert max(map(len, lines)) <= 100
    heads = [tag for line in lines for tag in line.split() if tag.endswith("-latn")]
    assert heads == tags
    assert sum(line.startswith("stray-punctuation ") for line in lines) == 3


def test_statistics_count_by_rule_the_most_first(
    clean_run: Run, diagnostic: Diagnostic
) -> None:
    found = [
        replace(diagnostic, rule="a", severity=Severity.WARNING, fix=None),
        diagnostic,
        replace(diagnostic, severity=Severity.INFO),
        replace(diagnostic, rule="b", severity=Severity.INFO, fix=None),
    ]
    run = replace(clean_run, diagnostics=tuple(found))
    assert "".join(render_statistics("concise", run, color=False)) == (
        "     1  warning  a\n"
        "     1  info     b\n"
        "     1  error    stray-punctuation (1 fixable)\n"
        "     1  info     stray-punctuation (1 fixable)\n"
    )


def test_full_closes_the_statistics_with_the_counts(run: Run) -> None:
    text = "".join(render_statistics("full", run, color=False))
    lines = text.splitlines()
    assert lines[:4] == [
        "     2  error    stray-punctuation (1 fixable)",
        "     1  info     inline-code",
        "     1  warning  link-targets",
        "",
    ]
    assert lines[4].startswith("Found 2 errors, 1 warning, 1 info in 4 files")


def test_json_adds_the_statistics_to_its_object(run: Run) -> None:
    printed = json.loads("".join(render_statistics("json", run, color=False)))
    assert len(printed["diagnostics"]) == 4
    assert printed["statistics"] == [
        {"rule": "stray-punctuation", "severity": "error", "count": 2, "fixable": 1},
        {"rule": "inline-code", "severity": "info", "count": 1, "fixable": 0},
        {"rule": "link-targets", "severity": "warning", "count": 1, "fixable": 0},
    ]


def test_full_names_the_rules_that_could_not_run(run: Run) -> None:
    partial = replace(run, diagnostics=(), withheld=("link-existence", "duplicates"))
    text = "".join(render_statistics("full", partial, color=False))
    assert text.splitlines()[-1] == (
        "Not every page was read, as these rules need: link-existence, duplicates"
    )
