"""One JSON object, for programs; its shape is a contract.

Every character beyond ASCII is escaped, so the object is the same in every
encoding, and nothing that came from a file can steer a terminal.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from transcheck.diagnostic import Diagnostic, EditRange, FixRange, RelatedRange
from transcheck.engine import Run, Summary
from transcheck.report import ReadLines
from transcheck.report.counts import by_rule
from transcheck.text import Position, Range

VERSION = 1


def render(run: Run, *, color: bool, read_lines: ReadLines) -> Iterator[str]:
    """Yield one object, each diagnostic and each skipped file on its own line."""
    del color, read_lines  # programs need neither
    yield from _object(run)
    yield "}\n"


def render_statistics(run: Run, *, color: bool) -> Iterator[str]:
    """Yield the same object with ``statistics``: how often each rule fired."""
    del color
    yield from _object(run)
    yield ',\n "statistics": ['
    yield from _items(
        {
            "rule": rule.rule,
            "severity": rule.severity.value,
            "count": rule.count,
            "fixable": rule.fixable,
        }
        for rule in by_rule(run.diagnostics)
    )
    yield "]}\n"


def _object(run: Run) -> Iterator[str]:
    """Yield the object without its closing brace."""
    yield f'{{"version": {VERSION},\n'
    yield f' "summary": {json.dumps(_summary(run.summary))},\n'
    yield ' "diagnostics": ['
    yield from _items(map(_diagnostic, run.diagnostics))
    yield '],\n "skipped": ['
    yield from _items(
        {"path": skipped.path, "reason": skipped.reason} for skipped in run.skipped
    )
    yield "]"
    if run.facts is not None:
        yield f',\n "shard": {run.facts}'


def _items(items: Iterable[dict[str, Any]]) -> Iterator[str]:
    separator = "\n  "
    for item in items:
        yield f"{separator}{json.dumps(item)}"
        separator = ",\n  "


def _summary(summary: Summary) -> dict[str, Any]:
    counts = {
        "files": summary.files,
        "pages": summary.pages,
        "languages": list(summary.languages),
        "skipped": summary.skipped,
        "errors": summary.errors,
        "warnings": summary.warnings,
        "infos": summary.infos,
        "fixable": summary.fixable,
    }
    if summary.baseline is None:
        return counts
    known = {"hidden": summary.baseline.hidden, "gone": summary.baseline.gone}
    return {**counts, "baseline": known}


def _diagnostic(diagnostic: Diagnostic) -> dict[str, Any]:
    return {
        "rule": diagnostic.rule,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message,
        "help": diagnostic.help,
        "url": diagnostic.url,
        "path": diagnostic.path,
        "language": diagnostic.language,
        "page": diagnostic.page,
        "range": _range(diagnostic.range),
        "related": [_related(related) for related in diagnostic.related],
        "fix": None if diagnostic.fix is None else _fix(diagnostic.fix),
        "fingerprint": diagnostic.fingerprint,
    }


def _related(related: RelatedRange) -> dict[str, Any]:
    return {
        "path": related.path,
        "range": _range(related.range),
        "message": related.message,
    }


def _fix(fix: FixRange) -> dict[str, Any]:
    return {
        "safe": fix.safe,
        "description": fix.description,
        "edits": [_edit(edit) for edit in fix.edits],
    }


def _edit(edit: EditRange) -> dict[str, Any]:
    return {"path": edit.path, "range": _range(edit.range), "text": edit.text}


def _range(where: Range) -> dict[str, Any]:
    return {"start": _position(where.start), "end": _position(where.end)}


def _position(position: Position) -> dict[str, int]:
    return {"line": position.line, "column": position.column}
