"""Every format, with the same few diagnostics."""

from __future__ import annotations

import json
import re

import pytest
from msgspec.structs import replace

from transcheck.diagnostic import Diagnostic
from transcheck.engine import Run
from transcheck.report import FORMATS, ReadLines, render

CODE = re.compile("\x1b\\[([0-9;]*)m")

FULL = """\
docs/ja/a.md:3:13: error[stray-punctuation] 「,.」が不正です
  |
3 | 最初に「ガイド」を読んで,.ください。
  |                         ^^

docs/pl/a.md:3:23: warning[link-targets] no link to /guide
  |
3 | Najpierw [przewodnik](/przewodnik),. potem.
  |                       ^^^^^^^^^^^
  ::: docs/en/a.md:3:18: the original's link
  |
3 | Read [the guide](/guide) first.
  |                  ------
  = help: link to the same page as the original

docs/pl/a.md:3:36: error[stray-punctuation] '.' after ','
  |
3 | Najpierw [przewodnik](/przewodnik),. potem.
  |                                    ^
  = fix: delete '.'

docs/pl/b\\u202e\\x1b[31m,:.md:2:1: info[inline-code] \
'\\x1b[2J\\u202e::error::' 100%\\r\\nhas no counterpart
  |
2 | \\x1b]0;owned\\x07 ::error::x 100%
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = help: delete \\u2066it

Found 2 errors, 1 warning, 1 info in 4 files, 2 pages, 3 languages (en, ja, pl); \
1 file skipped
"""

CONCISE = """\
docs/ja/a.md:3:13: error[stray-punctuation] 「,.」が不正です
docs/pl/a.md:3:23: warning[link-targets] no link to /guide
docs/pl/a.md:3:36: error[stray-punctuation] '.' after ','
docs/pl/b\\u202e\\x1b[31m,:.md:2:1: info[inline-code] \
'\\x1b[2J\\u202e::error::' 100%\\r\\nhas no counterpart
"""

GITHUB = """\
::error file=docs/ja/a.md,line=3,endLine=3,col=13,endColumn=15,\
title=stray-punctuation::「,.」が不正です
::warning file=docs/pl/a.md,line=3,endLine=3,col=23,endColumn=34,\
title=link-targets::no link to /guide
::error file=docs/pl/a.md,line=3,endLine=3,col=36,endColumn=37,\
title=stray-punctuation::'.' after ','
::notice file=docs/pl/b\\u202e\\x1b[31m%2C%3A.md,line=2,endLine=3,\
title=inline-code::'\\x1b[2J\\u202e::error::' 100%25\\r\\nhas no counterpart
"""


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("full", FULL, id="full"),
        pytest.param("concise", CONCISE, id="concise"),
        pytest.param("github", GITHUB, id="github"),
    ],
)
def test_a_format_for_people_prints(
    name: str, expected: str, run: Run, read_lines: ReadLines
) -> None:
    assert "".join(render(name, run, color=False, read_lines=read_lines)) == expected


def test_json_prints_the_object_of_the_contract(
    run: Run, read_lines: ReadLines
) -> None:
    text = "".join(render("json", run, color=False, read_lines=read_lines))
    printed = json.loads(text)
    assert printed["version"] == 1
    assert printed["summary"] == {
        "files": 4,
        "pages": 2,
        "languages": ["en", "ja", "pl"],
        "skipped": 1,
        "errors": 2,
        "warnings": 1,
        "infos": 1,
        "fixable": 1,
    }
    assert printed["diagnostics"][1] == {
        "rule": "link-targets",
        "severity": "warning",
        "message": "no link to /guide",
        "help": "link to the same page as the original",
        "url": "https://example.org/link-targets",
        "path": "docs/pl/a.md",
        "language": "pl",
        "page": "a",
        "range": {
            "start": {"line": 3, "column": 23},
            "end": {"line": 3, "column": 34},
        },
        "related": [
            {
                "path": "docs/en/a.md",
                "range": {
                    "start": {"line": 3, "column": 18},
                    "end": {"line": 3, "column": 24},
                },
                "message": "the original's link",
            }
        ],
        "fix": None,
        "fingerprint": "1111",
    }
    assert printed["diagnostics"][2]["fix"] == {
        "safe": True,
        "description": "delete '.'",
        "edits": [
            {
                "path": "docs/pl/a.md",
                "range": {
                    "start": {"line": 3, "column": 36},
                    "end": {"line": 3, "column": 37},
                },
                "text": "",
            }
        ],
    }
    assert printed["skipped"] == [
        {"path": "docs/LICENSE.md", "reason": "no language in its path"}
    ]


def test_json_keeps_what_a_file_holds_and_prints_it_harmlessly(
    run: Run, read_lines: ReadLines
) -> None:
    text = "".join(render("json", run, color=False, read_lines=read_lines))
    hostile = json.loads(text)["diagnostics"][3]
    assert hostile["path"] == "docs/pl/b\u202e\x1b[31m,:.md"
    assert hostile["language"] is None
    assert text.isascii()
    assert text.replace("\n", "").isprintable()


@pytest.mark.parametrize("name", FORMATS)
def test_no_format_lets_a_file_steer_the_terminal(
    name: str, run: Run, read_lines: ReadLines
) -> None:
    text = "".join(render(name, run, color=False, read_lines=read_lines))
    assert not set(text) & set("\x1b\x07\r\u202e\u2066")


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        pytest.param("full", {"0", "1", "1;31", "1;33", "1;34", "1;36"}, id="full"),
        pytest.param("concise", {"0", "1", "1;31", "1;33", "1;36"}, id="concise"),
        pytest.param("json", set(), id="json has none"),
        pytest.param("github", set(), id="github has none"),
    ],
)
def test_colour_only_adds_codes(
    name: str, codes: set[str], run: Run, read_lines: ReadLines
) -> None:
    plain = "".join(render(name, run, color=False, read_lines=read_lines))
    colored = "".join(render(name, run, color=True, read_lines=read_lines))
    assert set(CODE.findall(colored)) == codes
    assert CODE.sub("", colored) == plain


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param(
            "full",
            "Found no problems in 1 file, 1 page, 1 language (en); 0 files skipped\n",
            id="full says so",
        ),
        pytest.param("concise", "", id="concise is silent"),
        pytest.param("github", "", id="github is silent"),
    ],
)
def test_a_clean_run(
    name: str, expected: str, clean_run: Run, read_lines: ReadLines
) -> None:
    text = "".join(render(name, clean_run, color=False, read_lines=read_lines))
    assert text == expected


def test_a_clean_run_in_json(clean_run: Run, read_lines: ReadLines) -> None:
    text = "".join(render("json", clean_run, color=False, read_lines=read_lines))
    printed = json.loads(text)
    assert printed["diagnostics"] == []
    assert printed["skipped"] == []


def test_full_prints_the_diagnostic_alone_when_the_file_has_gone(
    run: Run, diagnostic: Diagnostic
) -> None:
    gone = replace(run, diagnostics=(diagnostic,))
    text = "".join(render("full", gone, color=False, read_lines=lambda _: None))
    assert text.splitlines()[:2] == [
        "docs/pl/a.md:3:36: error[stray-punctuation] '.' after ','",
        "  = fix: delete '.'",
    ]


def test_full_adds_a_table_above_fifty_diagnostics(
    run: Run, diagnostic: Diagnostic, read_lines: ReadLines
) -> None:
    def last_lines(number: int) -> list[str]:
        many = replace(run, diagnostics=(diagnostic,) * number)
        text = "".join(render("full", many, color=False, read_lines=read_lines))
        return text.splitlines()[-6:]

    assert not any("total" in line for line in last_lines(50))
    assert last_lines(51)[1:5] == [
        "                   pl  total",
        "stray-punctuation  51     51",
        "total              51     51",
        "",
    ]
