"""Where a site begins, and what of it was named."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from transcheck.config import Settings
from transcheck.discover import discover, find_root
from transcheck.errors import InputError
from transcheck.site import Site

Find = Callable[..., Site]

SITE = {f"docs/{tag}/{name}.md": tag for tag in ("en", "pl") for name in ("a", "b")}


def write(root: Path, *paths: str) -> None:
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text("[tool.transcheck]\n" * path.endswith(".toml"))


@pytest.mark.parametrize(
    ("files", "root"),
    [
        pytest.param(
            ["docs/.transcheck.toml", "docs/a.md"],
            "docs",
            id="the configuration's folder",
        ),
        pytest.param(
            ["docs/pyproject.toml", "docs/a.md"],
            "docs",
            id="a pyproject with our table",
        ),
        pytest.param([".git/HEAD", "docs/a.md"], ".", id="the top of the repository"),
        pytest.param([".git", "docs/a.md"], ".", id="the top of a worktree"),
        pytest.param(
            [".git/HEAD", "docs/.transcheck.toml", "docs/a.md"],
            "docs",
            id="the configuration before the repository",
        ),
        pytest.param(
            [".transcheck.toml", "docs/.git", "docs/a.md"],
            "docs",
            id="a configuration above the repository is another's",
        ),
        pytest.param(["docs/a.md"], "docs", id="else the file's folder"),
    ],
)
def test_the_root_of_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, files: list[str], root: str
) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "site").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    write(tmp_path / "site", *files)
    assert find_root(tmp_path / "site" / "docs" / "a.md") == tmp_path / "site" / root


def test_a_pyproject_of_another_tool_is_no_configuration(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "docs/a.md")
    (tmp_path / "docs" / "pyproject.toml").write_text("[tool.other]\n")
    monkeypatch.chdir(tmp_path)
    assert find_root(Path("docs/a.md")) == tmp_path


def test_the_working_folder_is_the_root_of_a_file_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "docs/en/a.md")
    monkeypatch.chdir(tmp_path)
    assert find_root(Path("docs/en/a.md")) == tmp_path
    monkeypatch.chdir(tmp_path / "docs" / "en")
    assert find_root(Path("../en/a.md")) == tmp_path / "docs" / "en"


def test_a_folder_is_a_root_itself(tmp_path: Path) -> None:
    write(tmp_path, ".git/HEAD", ".transcheck.toml", "docs/en/a.md")
    assert find_root(tmp_path / "docs") == tmp_path / "docs"


def test_a_folder_in_one_language_has_nothing_to_compare(find: Find) -> None:
    site = find(SITE, "docs/pl")
    assert site.pages == ()
    assert [skip.path for skip in site.skipped] == ["docs/pl/a.md", "docs/pl/b.md"]


@pytest.mark.parametrize("paths", [("docs/en", "docs/pl"), ("docs/pl", "docs/en")])
def test_folders_without_pages_of_their_own_are_searched_together(
    find: Find, paths: tuple[str, ...]
) -> None:
    site = find({**SITE, "docs/de/a.md": "de"}, *paths)
    assert [page.name for page in site.pages] == ["a", "b"]
    assert list(site.languages) == ["en", "pl"]
    assert site.named == frozenset()


def test_sites_named_together_keep_their_own_originals(find: Find) -> None:
    files = {
        "one/a.md": "en",
        "one/a.pl.md": "pl",
        "two/a.md": "de",
        "two/a.pl.md": "pl",
    }
    site = find(files, "two", "one")
    assert [(page.name, page.original) for page in site.pages] == [
        ("one/a", "en"),
        ("two/a", "de"),
    ]


@pytest.mark.parametrize(
    "paths",
    [("docs", "docs/pl/a.md"), ("docs/pl/a.md", "docs"), ("docs", "docs", "docs/pl")],
)
def test_what_is_in_a_named_folder_need_not_be_named(
    find: Find, paths: tuple[str, ...]
) -> None:
    assert find(SITE, *paths) == find(SITE, "docs")


def test_a_file_beside_a_folder_is_named_with_the_files_in_it(find: Find) -> None:
    files = {**SITE, "README.md": "en", "README.pl.md": "pl"}
    site = find(files, "docs/pl", "README.pl.md")
    assert site.named == {"docs/pl/a.md", "docs/pl/b.md", "README.pl.md"}
    assert [page.name for page in site.pages] == ["README", "docs/a", "docs/b"]


def test_paths_stay_as_they_were_given(find: Find, tmp_path: Path) -> None:
    site = find(SITE, "./docs//en/a.md")
    assert site.pages[0].files == {"en": "docs/en/a.md", "pl": "docs/pl/a.md"}
    assert site.named == {"docs/en/a.md"}
    root = tmp_path.as_posix()
    absolute = find(SITE, f"{root}/docs/en/a.md")
    assert absolute.pages[0].files["pl"] == f"{root}/docs/pl/a.md"
    assert absolute.named == {f"{root}/docs/en/a.md"}


def test_paths_above_the_working_folder_stay_relative(
    find: Find, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    find({**SITE, ".git/HEAD": "x"})
    monkeypatch.chdir(tmp_path / "docs" / "pl")
    site = discover(["a.md"], Settings())
    assert site.pages[0].files == {
        "en": "../../docs/en/a.md",
        "pl": "../../docs/pl/a.md",
    }
    assert site.named == {"../../docs/pl/a.md"}


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        pytest.param(
            "docs/about.md", "no other language of this page was found", id="alone"
        ),
        pytest.param(
            "logo.svg",
            "not .md, .markdown, .mdx, or .txt with frontmatter",
            id="a picture",
        ),
        pytest.param(
            ".github/pull.md",
            "in the folder .github, which is not searched",
            id="hidden",
        ),
        pytest.param(
            "node_modules/x/a.md",
            "in the folder node_modules, which is not searched",
            id="a dependency",
        ),
        pytest.param("notes.txt", ".txt without frontmatter", id="plain text"),
    ],
)
def test_a_named_file_on_no_page_is_skipped_with_a_reason(
    find: Find, path: str, reason: str
) -> None:
    site = find({**SITE, path: "text"}, path)
    assert site.pages == ()
    assert [(skip.path, skip.reason) for skip in site.skipped] == [(path, reason)]
    assert site.named == {path}


def test_every_missing_path_is_told(find: Find) -> None:
    with pytest.raises(InputError) as caught:
        find(SITE, "docs", "nowhere", "docs/en/z.md", "")
    assert str(caught.value).split("\n") == [
        "no such file or folder: ''",
        "no such file or folder: docs/en/z.md",
        "no such file or folder: nowhere",
    ]


def test_a_folder_named_through_a_link_is_searched(find: Find, tmp_path: Path) -> None:
    find(SITE)
    (tmp_path / "link").symlink_to("docs")
    site = discover(["link"], Settings())
    assert [page.files["pl"] for page in site.pages] == ["link/pl/a.md", "link/pl/b.md"]
