"""What the user can get wrong: exit code 2 and a sentence for each mistake."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Files, Transcheck, Workspace


@pytest.mark.parametrize(
    ("extra", "arguments", "problems"),
    [
        pytest.param(
            {},
            ["docs", "--format", "xml"],
            ["Invalid value for '--format': 'xml' is not one of"],
            id="an unknown format",
        ),
        pytest.param({}, ["--formt", "json"], ["No such option"], id="no such option"),
        pytest.param(
            {},
            ["missing", "gone"],
            ["no such file or folder: gone", "no such file or folder: missing"],
            id="paths that are not there",
        ),
        pytest.param(
            {},
            ["docs", "--select", "stray-punctation", "--ignore", "lnks"],
            [
                "--select: no rule or category 'stray-punctation'; did you mean",
                "--ignore: no rule or category 'lnks'; did you mean 'links'?",
            ],
            id="unknown rules",
        ),
        pytest.param(
            {".transcheck.toml": "orignal = 'en'\n"},
            ["docs", "--min-severity", "bad", "--fail-on", "worse"],
            ["'--min-severity': 'bad'", "'--fail-on': 'worse'", "orignal"],
            id="wrong options and a wrong configuration at once",
        ),
        pytest.param(
            {},
            ["docs", "--config", "none.toml"],
            ["none.toml"],
            id="a configuration that is not there",
        ),
        pytest.param(
            {
                ".transcheck.toml": "[terms]\nglossary = ['a.csv', 'b.csv']\n",
                "a.csv": "en,pl\nbed,grządka,zagon\n",
            },
            ["docs"],
            [
                ".transcheck.toml: terms.glossary: a.csv:2: a row of 3 cells",
                ".transcheck.toml: terms.glossary: cannot read b.csv: no such file",
            ],
            id="wrong glossaries",
        ),
        pytest.param(
            {"lone/en/only.md": "# Only\n"},
            ["lone"],
            ["nothing to compare in lone"],
            id="a page in one language",
        ),
        pytest.param(
            {"lone/notes.rst": "a\n"},
            ["lone", "--fail-on", "never"],
            ["nothing to compare in lone"],
            id="no content at all, whatever may fail",
        ),
        pytest.param(
            {},
            ["docs", "--output", "no/such/folder/report.txt"],
            ["cannot write no/such/folder/report.txt: no such file or directory"],
            id="a report that cannot be written",
        ),
        pytest.param(
            {},
            ["docs", "--statistics", "--format", "github"],
            ["--statistics cannot go with --format github"],
            id="annotations that count",
        ),
        pytest.param(
            {},
            ["docs", "--pair", "docs/en/a.md", "docs/pl/a.md", "--layout", "{lang}"],
            [
                "--pair names the two files itself: PATHS cannot go with it",
                "--pair names the two files itself: --layout cannot go with it",
            ],
            id="a pair and what finds pairs",
        ),
        pytest.param(
            {},
            ["--pair", "docs/en/a.md", "docs/pl/a.md", "--languages", "en,pl,de"],
            ["--languages with --pair takes"],
            id="a pair of three languages",
        ),
        pytest.param(
            {},
            ["--pair", "docs/en", "docs/pl/a.md", "--languages", "en,klingonish"],
            [
                "--pair takes two files, and docs/en is a folder",
                "--languages: 'klingonish' is no language",
            ],
            id="a folder in a pair, and no language",
        ),
        pytest.param(
            {}, ["--pair", "docs/en/a.md"], ["'--pair' requires 2"], id="half a pair"
        ),
    ],
)
def test_a_mistake_of_the_user_exits_with_two_and_a_sentence(
    extra: Files,
    arguments: list[str],
    problems: list[str],
    site: Files,
    workspace: Workspace,
    transcheck: Transcheck,
) -> None:
    workspace({**site, **extra})
    done = transcheck("check", *arguments)
    assert done.code == 2
    lines = done.err.splitlines()
    assert len(lines) == len(problems)
    for line, problem in zip(lines, problems, strict=True):
        assert line.startswith("error: ")
        assert problem in line
        assert not line.endswith(".")
