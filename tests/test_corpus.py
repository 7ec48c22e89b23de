"""Small sites, checked as a user would check them, and all that is said of them."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from transcheck import cli

CORPUS = Path(__file__).parents[1] / "fixtures" / "corpus"

Check = Callable[..., str]


def cases(folder: str) -> list[Path]:
    """Return the folders of a kind that hold a site."""
    return sorted(site.parent for site in (CORPUS / folder).glob("*/site"))


def sentence(case: Path) -> str:
    return case.name.replace("-", " ")


@pytest.fixture
def check(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Check:
    """Return a function that checks a copy of a site, and returns what it prints."""
    for name in ("NO_COLOR", "CLICOLOR_FORCE", "TRANSCHECK_TRACEBACK"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)

    def run(case: Path, *arguments: str) -> str:
        shutil.copytree(case / "site", tmp_path / "site")
        code = cli.main(["check", "site", "--min-severity", "info", *arguments])
        printed = capsys.readouterr()
        assert (code, printed.err) == (0, "")
        return printed.out

    return run


@pytest.mark.parametrize("case", cases("clean"), ids=sentence)
def test_nothing_is_said_of_a_clean_site_and_no_file_is_left_out(
    case: Path, check: Check
) -> None:
    said = check(case, "--fail-on", "info", "--format", "full")
    assert said.count("\n") == 1, said
    assert said.startswith("Found no problems in ")
    assert said.endswith("; 0 files skipped\n")


@pytest.mark.parametrize("case", cases("broken") + cases("known-false"), ids=sentence)
def test_this_is_said_of_a_site_and_nothing_else(
    case: Path, check: Check, request: pytest.FixtureRequest
) -> None:
    said = check(case, "--fail-on", "never", "--format", "concise")
    report = case / "report.txt"
    if request.config.getoption("--update-examples"):
        report.write_bytes(said.encode())
    assert said == report.read_bytes().decode()
    assert said, "a site of which nothing is said belongs to the clean ones"


@pytest.mark.parametrize("folder", ["clean", "broken", "known-false"])
def test_every_folder_is_a_case(folder: str) -> None:
    assert cases(folder) == sorted(CORPUS.glob(f"{folder}/*"))
