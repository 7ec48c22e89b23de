"""The same few diagnostics for every format."""

from __future__ import annotations

import pytest

from transcheck.diagnostic import (
    Diagnostic,
    EditRange,
    FixRange,
    RelatedRange,
    Severity,
)
from transcheck.engine import Run, Summary
from transcheck.report import ReadLines
from transcheck.site import Skipped
from transcheck.text import Lines, Position, Range

FILES = {
    "docs/en/a.md": "# Install\n\nRead [the guide](/guide) first.\n",
    "docs/ja/a.md": "# インストール\n\n最初に「ガイド」を読んで,.ください。\n",
    "docs/pl/a.md": "# Instalacja\n\nNajpierw [przewodnik](/przewodnik),. potem.\n",
    "docs/pl/b\u202e\x1b[31m,:.md": "ok\n\x1b]0;owned\x07 ::error::x 100%\n",
}


def between(line: int, start: int, end: int) -> Range:
    return Range(Position(line, start), Position(line, end))


RELATED = Diagnostic(
    rule="link-targets",
    severity=Severity.WARNING,
    message="no link to /guide",
    help="link to the same page as the original",
    url="https://example.org/link-targets",
    path="docs/pl/a.md",
    tag="pl",
    language="pl",
    page="a",
    range=between(3, 23, 34),
    related=(RelatedRange("docs/en/a.md", between(3, 18, 24), "the original's link"),),
    fix=None,
    fingerprint="1111",
)
FIXABLE = Diagnostic(
    rule="stray-punctuation",
    severity=Severity.ERROR,
    message="'.' after ','",
    help=None,
    url="https://example.org/stray-punctuation",
    path="docs/pl/a.md",
    tag="pl",
    language="pl",
    page="a",
    range=between(3, 36, 37),
    related=(),
    fix=FixRange(
        "delete '.'",
        (EditRange("docs/pl/a.md", between(3, 36, 37), ""),),
        safe=True,
    ),
    fingerprint="2222",
)
JAPANESE = Diagnostic(
    rule="stray-punctuation",
    severity=Severity.ERROR,
    message="「,.」が不正です",
    help=None,
    url="https://example.org/stray-punctuation",
    path="docs/ja/a.md",
    tag="ja",
    language="ja",
    page="a",
    range=between(3, 13, 15),
    related=(),
    fix=None,
    fingerprint="3333",
)
HOSTILE = Diagnostic(
    rule="inline-code",
    severity=Severity.INFO,
    message="'\x1b[2J\u202e::error::' 100%\r\nhas no counterpart",
    help="delete \u2066it",
    url="https://example.org/inline-code",
    path="docs/pl/b\u202e\x1b[31m,:.md",
    tag="pl",
    language=None,
    page="b\u202e",
    range=Range(Position(2, 1), Position(3, 1)),
    related=(),
    fix=None,
    fingerprint="4444",
)


@pytest.fixture
def run() -> Run:
    diagnostics = (JAPANESE, RELATED, FIXABLE, HOSTILE)
    return Run(
        diagnostics=diagnostics,
        elsewhere=(),
        summary=Summary(
            files=4,
            pages=2,
            languages=("en", "ja", "pl"),
            skipped=1,
            errors=2,
            warnings=1,
            infos=1,
            fixable=1,
        ),
        skipped=(Skipped("docs/LICENSE.md", "no language in its path"),),
    )


@pytest.fixture
def clean_run() -> Run:
    return Run((), (), Summary(1, 1, ("en",), 0, 0, 0, 0, 0), ())


@pytest.fixture
def diagnostic() -> Diagnostic:
    """Return one to make many of, with `dataclasses.replace`."""
    return FIXABLE


@pytest.fixture
def read_lines() -> ReadLines:
    return lambda path: Lines(FILES[path]) if path in FILES else None
