"""The detector that the configuration chooses, from the file to the findings."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from transcheck.language.detectors import DETECTORS

if TYPE_CHECKING:
    from tests.cli.conftest import Files, Python, Transcheck, Workspace

EN = """\
# The garden

You water the plants every morning before it gets too hot in the greenhouse.

The tools are in the shed behind the house, next to the old watering cans.
"""
DE = """\
# Der Garten

Du gießt die Pflanzen jeden Morgen, bevor es im Gewächshaus zu heiß wird.

Narzędzia są w szopie za domem, tuż obok starych konewek i worków z ziemią.
"""
PL = """\
# Ogród

Podlewasz rośliny każdego ranka, zanim w szklarni zrobi się zbyt gorąco.

Narzędzia są w szopie za domem, obok starych konewek.
"""


@pytest.fixture
def garden() -> Files:
    """Return a page whose last paragraph in German is in Polish, and two sentences."""
    return {
        "docs/en/a.md": EN,
        "docs/de/a.md": DE,
        "docs/pl/a.md": PL,
        "one.md": "The roses bloom in June, and the apples ripen in September.\n",
        "two.md": "Die Rosen blühen im Juni, und die Äpfel reifen im September.\n",
    }


@pytest.mark.parametrize("name", list(DETECTORS))
@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["docs"], id="about the blocks of a site"),
        pytest.param(["--pair", "one.md", "two.md"], id="about two files"),
    ],
)
def test_the_chosen_detector_is_the_only_one_that_is_asked(
    arguments: list[str],
    name: str,
    garden: Files,
    workspace: Workspace,
    python: Python,
) -> None:
    workspace({**garden, ".transcheck.toml": f'detector = "{name}"\n'})
    code = (
        "import sys; from transcheck.cli import main; main(sys.argv[1:]);"
        "print(*sys.modules, sep='\\n', file=sys.stderr)"
    )
    done = python("-c", code, "check", *arguments, "--format", "concise")
    assert DETECTORS.keys() & set(done.stderr.decode().split()) == {name}


def test_langdetect_is_not_imported_to_tell_which_languages_it_knows(
    python: Python,
) -> None:
    code = (
        "import sys; from transcheck.language.detectors import DETECTORS;"
        "print('de' in DETECTORS['langdetect'].languages, 'langdetect' in sys.modules)"
    )
    assert python("-c", code).stdout.split() == [b"True", b"False"]


@pytest.mark.parametrize("name", list(DETECTORS))
def test_a_block_in_another_language_is_found(
    name: str, garden: Files, workspace: Workspace, transcheck: Transcheck
) -> None:
    workspace({**garden, ".transcheck.toml": f'detector = "{name}"\n'})
    done = transcheck("check", "docs", "--format", "concise")
    assert done.out.startswith("docs/de/a.md:5:1: warning[wrong-language]")
    assert done.out.count("\n") == 1


@pytest.mark.parametrize("name", ["lingua", "py3langid"])
def test_a_detector_that_is_not_installed_is_a_mistake_of_the_user(
    name: str,
    garden: Files,
    workspace: Workspace,
    transcheck: Transcheck,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    workspace({**garden, ".transcheck.toml": f'detector = "{name}"\nignore = ["x"]\n'})
    monkeypatch.setitem(sys.modules, name, None)  # Python's way to say it is not there
    done = transcheck("check", "docs")
    assert done.code == 2
    assert done.err == (
        "error: .transcheck.toml: ignore: no rule or category 'x'\n"
        f"error: .transcheck.toml: detector: {name} is not installed;"
        f" 'pip install transcheck[{name}]' installs it\n"
    )


def test_a_detector_that_is_not_chosen_need_not_be_installed(
    garden: Files,
    workspace: Workspace,
    transcheck: Transcheck,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    workspace(garden)
    for name in ("lingua", "py3langid"):
        monkeypatch.setitem(sys.modules, name, None)
    done = transcheck("check", "docs", "--format", "concise", "--fail-on", "never")
    assert (done.code, done.err) == (0, "")
    assert "docs/de/a.md:5:1: warning[wrong-language]" in done.out
