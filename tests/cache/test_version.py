"""What all pages depend on makes them new when it changes."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, ClassVar

import pytest
from msgspec.structs import replace

from transcheck.cache.version import digest_code, digest_settings
from transcheck.check.job import PageJob
from transcheck.language.detectors import DETECTORS
from transcheck.rule import Document, DocumentRule, Finding
from transcheck.site import Generator, IgnoreFile, Surroundings, surround
from transcheck.terms import Terms
from transcheck.terms.model import Entry

FOLDER = Path(".transcheck_cache")


class Strict(DocumentRule, frozen=True):
    """Has an option."""

    id: ClassVar[str] = "strict"
    category: ClassVar[str] = "structure"

    words: Annotated[tuple[str, ...], "Words."] = ("a", "b")

    def check(self, document: Document) -> Iterator[Finding]:
        """Find nothing."""
        del document
        yield from ()


SITE = surround(files=("a.md",), pages=(), roots=("",))
JOB = PageJob(languages={"en": "en"}, rules=(Strict(),), surroundings=SITE)


def around(**told: object) -> PageJob:
    return replace(JOB, surroundings=replace(SITE, **told))


@pytest.mark.parametrize(
    "job",
    [
        pytest.param(replace(JOB, rules=()), id="rules"),
        pytest.param(replace(JOB, rules=(Strict(("a",)),)), id="options"),
        pytest.param(replace(JOB, detector=DETECTORS["lingua"]), id="detector"),
        pytest.param(replace(JOB, terms=Terms(keep=("a",))), id="terms"),
        pytest.param(
            replace(JOB, terms=Terms(entries=(Entry({"en": ("a",)}),))), id="glossary"
        ),
        pytest.param(around(roots=("docs",)), id="roots"),
        pytest.param(around(unseen=frozenset({"build"})), id="folders not searched"),
        pytest.param(
            around(generators=(Generator("hugo", "", "hugo.toml"),)), id="generators"
        ),
        pytest.param(around(ignores=(IgnoreFile("", "", ("a",)),)), id="ignored files"),
        pytest.param(around(tags=frozenset({"en"})), id="languages of the site"),
    ],
)
def test_other_settings_have_another_digest(job: PageJob) -> None:
    assert digest_settings(job, FOLDER) != digest_settings(JOB, FOLDER)


def test_same_settings_have_the_same_digest() -> None:
    job = replace(JOB, rules=(Strict(),), terms=Terms())

    assert digest_settings(job, FOLDER) == digest_settings(JOB, FOLDER)


def test_settings_count_from_the_working_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "docs").mkdir()
    monkeypatch.chdir(tmp_path)
    above = digest_settings(JOB, tmp_path / FOLDER)
    monkeypatch.chdir("docs")

    assert digest_settings(JOB, tmp_path / FOLDER) != above
    assert digest_settings(JOB, tmp_path / "docs" / FOLDER) == above


def test_everything_that_pages_share_is_told() -> None:
    """A field that is new here is to be told by `digest_settings`, or by a page."""
    assert PageJob.__struct_fields__ == (
        "languages",  # by each page, as far as it has them
        "rules",
        "surroundings",
        "known",  # by each page
        "detector",
        "terms",
        "reported",  # nothing is kept where there is any
    )
    assert Surroundings.__struct_fields__ == (
        "files",  # by what a page asks; so pages and folders
        "pages",
        "roots",
        "unseen",
        "generators",
        "ignores",
        "folders",
        "tags",
    )


@pytest.mark.parametrize("name", ["plugin.py", "plugin/__init__.py", "plugin/a/b.py"])
def test_code_of_a_plugin_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.parent != tmp_path:
        (tmp_path / "plugin" / "__init__.py").touch()
    path.write_text("")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "plugin", raising=False)
    __import__("plugin")
    rule = type("Rule", (Strict,), {"__module__": "plugin.rules"})()
    before = digest_code((rule,))

    path.write_text("# changed")

    assert digest_code((rule,)) != before
    assert digest_code((Strict(),)) == digest_code((Strict(),))


def test_what_is_installed_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = digest_code(())
    (tmp_path / "mistune-99.0.dist-info").mkdir()

    monkeypatch.syspath_prepend(tmp_path)

    assert digest_code(()) != before
