"""Every layout in fixtures/layouts is found, as the pages.json beside it says."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from transcheck.config import Settings
from transcheck.discover import discover
from transcheck.site import Site

LAYOUTS = Path(__file__).parents[2] / "fixtures" / "layouts"


def as_json(site: Site, prefix: str) -> dict[str, Any]:
    return {
        "pages": [
            {
                "page": page.name,
                "original": page.original,
                "files": {
                    tag: path.removeprefix(prefix) for tag, path in page.files.items()
                },
            }
            for page in site.pages
        ],
        "skipped": [
            {"path": skip.path.removeprefix(prefix), "reason": skip.reason}
            for skip in site.skipped
        ],
    }


@pytest.fixture(params=sorted(path.name for path in LAYOUTS.iterdir()))
def layout(request: pytest.FixtureRequest) -> Path:
    return LAYOUTS / str(request.param)


def expected(layout: Path) -> tuple[list[str], dict[str, Any]]:
    """Return the roots to name, relative to the site, and what is to be found."""
    read = json.loads((layout / "pages.json").read_text("utf-8"))
    return read.pop("roots", ["."]), read


def test_the_pages_are_those_written_beside_the_site(layout: Path) -> None:
    root = layout / "site"
    roots, pages = expected(layout)
    site = discover([str(root / path) for path in roots], Settings())
    assert as_json(site, f"{root.as_posix()}/") == pages
    assert site.named == frozenset()


def test_the_same_is_found_from_within_with_relative_paths(
    layout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    roots, pages = expected(layout)
    monkeypatch.chdir(layout / "site")
    assert as_json(discover(roots[::-1], Settings()), "") == pages


def test_one_named_file_gives_its_page_and_no_other(
    layout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "site"
    shutil.copytree(layout / "site", root)
    monkeypatch.chdir(root)
    for page in discover(["."], Settings()).pages:
        for path in page.files.values():
            site = discover([path], Settings())
            assert site.pages == (page,)
            assert site.named == {path}
            assert site.skipped == ()


def test_what_git_ignores_and_links_lead_to_changes_nothing(
    layout: Path, tmp_path: Path
) -> None:
    root = tmp_path / "site"
    shutil.copytree(layout / "site", root)
    shutil.copytree(layout / "site", root / "pl" / "out")
    (root / ".git").mkdir()
    (root / ".gitignore").write_text("out/\ndraft.*\n")
    (root / "sv").symlink_to(layout / "site", target_is_directory=True)
    (root / "draft.uk.md").write_text("# x\n")
    roots, pages = expected(layout)
    site = discover([str(root / path) for path in roots], Settings())
    assert as_json(site, f"{root.as_posix()}/")["pages"] == pages["pages"]
