"""Annotations of GitHub Actions.

The commands and their escaping are those of the runner's
``@actions/core``: in a value ``%``, carriage return and line feed are
percent-encoded, in a property ``:`` and ``,`` as well.
"""

from __future__ import annotations

from collections.abc import Iterator

from transcheck.diagnostic import Diagnostic, Severity
from transcheck.engine import Run
from transcheck.report import ReadLines
from transcheck.text import printable

_COMMANDS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "notice",
}
_VALUE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = _VALUE | str.maketrans({":": "%3A", ",": "%2C"})


def render(run: Run, *, color: bool, read_lines: ReadLines) -> Iterator[str]:
    """Yield one workflow command for each diagnostic."""
    del color, read_lines  # the runner shows the lines itself
    for diagnostic in run.diagnostics:
        properties = ",".join(
            f"{name}={printable(str(value)).translate(_PROPERTY)}"
            for name, value in _properties(diagnostic).items()
        )
        message = printable(diagnostic.message).translate(_VALUE)
        yield f"::{_COMMANDS[diagnostic.severity]} {properties}::{message}\n"


def _properties(diagnostic: Diagnostic) -> dict[str, str | int]:
    start, end = diagnostic.range.start, diagnostic.range.end
    properties: dict[str, str | int] = {
        "file": diagnostic.path,
        "line": start.line,
        "endLine": end.line,
    }
    if start.line == end.line:  # the runner takes columns only within one line
        properties |= {"col": start.column, "endColumn": end.column}
    return properties | {"title": diagnostic.rule}
