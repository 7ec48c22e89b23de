"""Walking: which files are content, and why others are not."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from transcheck.config import Settings
from transcheck.discover import discover
from transcheck.site import Site

Find = Callable[..., Site]

SITE = {"en/a.md": "en", "pl/a.md": "pl"}


def reasons(site: Site) -> dict[str, str]:
    return {skip.path: skip.reason for skip in site.skipped}


def test_files_of_other_types_are_not_listed(find: Find) -> None:
    site = find({**SITE, "en/a.png": "", "pl/a.py": "", "Makefile": "", "a.html": ""})
    assert site.skipped == ()


@pytest.mark.parametrize("name", ["a.md", "a.MD", "a.markdown", "a.mdx"])
def test_markdown_is_content_by_its_extension(find: Find, name: str) -> None:
    assert len(find([f"en/{name}", f"pl/{name}"]).pages) == 1


@pytest.mark.parametrize(
    "head",
    [
        pytest.param("---\ntitle: A\n---\n", id="YAML"),
        pytest.param("---\r\ntitle: A\r\n---\r\n", id="YAML with CRLF"),
        pytest.param(
            "\ufeff---\ntitle:\n  - A\n---\n", id="YAML after a byte order mark"
        ),
        pytest.param('---\n# note\n"a b": 1\n---\n', id="YAML with a comment first"),
        pytest.param('+++\ntitle = "A"\n+++\n', id="TOML"),
        pytest.param('{\n  "title": "A"\n}\n\nText\n', id="JSON"),
    ],
)
def test_text_with_frontmatter_is_content(find: Find, head: str) -> None:
    site = find({"en/a.txt": head + "Text\n", "pl/a.txt": head + "Tekst\n"})
    assert [page.name for page in site.pages] == ["a"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("requests>=2\n", id="a list of packages"),
        pytest.param("---\nA line under a rule\n---\n", id="two rules"),
        pytest.param("---\ntitle: A\nno end\n", id="no end"),
        pytest.param("\n---\ntitle: A\n---\n", id="not at the start"),
        pytest.param('{"a": 1}\n', id="JSON on one line"),
    ],
)
def test_text_without_frontmatter_is_skipped(find: Find, text: str) -> None:
    site = find({"en/a.txt": text, "pl/a.txt": text})
    assert reasons(site) == dict.fromkeys(
        ("en/a.txt", "pl/a.txt"), ".txt without frontmatter"
    )


@pytest.mark.parametrize("folder", [".git", ".venv", "node_modules", "x/.cache"])
def test_hidden_folders_and_dependencies_are_not_searched(
    find: Find, folder: str
) -> None:
    site = find({**SITE, f"{folder}/en/b.md": "en", f"{folder}/pl/b.md": "pl"})
    assert [page.name for page in site.pages] == ["a"]
    assert site.skipped == ()


def test_links_are_not_followed(find: Find, tmp_path: Path) -> None:
    find(SITE)
    (tmp_path / "pl" / "b.md").symlink_to("a.md")
    (tmp_path / "en" / "gone.md").symlink_to("nowhere.md")
    (tmp_path / "en" / "self.md").symlink_to("self.md")
    (tmp_path / "de").symlink_to("en")
    (tmp_path / "en" / "up").symlink_to("..")
    (tmp_path / "en" / "loop").symlink_to("loop")
    (tmp_path / "en" / "gone.png").symlink_to("nowhere.png")
    site = discover(["."], Settings())
    assert [page.files for page in site.pages] == [{"en": "en/a.md", "pl": "pl/a.md"}]
    assert reasons(site) == dict.fromkeys(
        ("de", "en/gone.md", "en/self.md", "en/up", "pl/b.md"),
        "symbolic link, not followed",
    )


def test_a_named_link_is_skipped_like_any_other(find: Find, tmp_path: Path) -> None:
    find(SITE)
    (tmp_path / "pl" / "gone.md").symlink_to("nowhere.md")
    site = discover(["pl/gone.md"], Settings())
    assert site.pages == ()
    assert reasons(site) == {"pl/gone.md": "symbolic link, not followed"}


def test_a_pipe_named_like_a_page_is_not_opened(find: Find, tmp_path: Path) -> None:
    find(SITE)
    os.mkfifo(tmp_path / "pl" / "b.md")
    os.mkfifo(tmp_path / "pl" / "b.txt")
    assert reasons(discover(["."], Settings())) == dict.fromkeys(
        ("pl/b.md", "pl/b.txt"), "not a regular file"
    )


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"\xff\xfe\x00", id="not UTF-8"),
        pytest.param(b"# A\0\n", id="a NUL"),
        pytest.param(b"\xef\xbb\xbf# A\r", id="a byte order mark and a lone CR"),
        pytest.param(b"---\ntitle: [\n---\n", id="broken YAML"),
    ],
)
def test_a_file_stays_on_its_page_whatever_it_holds(
    find: Find, tmp_path: Path, data: bytes
) -> None:
    find({**SITE, "guide.md": "en", "guide.pl.md": "pl"})
    (tmp_path / "pl" / "a.md").write_bytes(data)
    (tmp_path / "guide.md").write_bytes(data)
    site = discover(["."], Settings())
    assert {path for page in site.pages for path in page.files.values()} == {
        "en/a.md",
        "pl/a.md",
        "guide.md",
        "guide.pl.md",
    }


def test_a_folder_that_cannot_be_read_is_told(
    find: Find, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    find({**SITE, "locked/a.md": "en"})
    scandir = os.scandir

    def refuse(path: str | Path) -> object:
        if Path(path) == tmp_path / "locked":
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    site = discover(["."], Settings())
    assert len(site.pages) == 1
    assert reasons(site) == {"locked/": "folder cannot be read: Permission denied"}


def test_what_git_ignores_is_left_out(find: Find) -> None:
    files = {
        **SITE,
        ".git/HEAD": "",
        ".gitignore": "site/\n/en/draft.md\n*.local.md\n",
        "site/en/a.md": "en",
        "site/pl/a.md": "pl",
        "en/draft.md": "en",
        "pl/draft.md": "pl",
        "pl/.gitignore": "!kept.local.md\n",
        "pl/kept.local.md": "pl",
        "en/kept.local.md": "en",
    }
    site = find(files)
    assert [page.name for page in site.pages] == ["a", "draft", "kept.local"]
    assert reasons(site) == dict.fromkeys(
        ("en/draft.md", "en/kept.local.md"), "ignored by .gitignore"
    )


def test_what_git_ignores_above_a_named_folder_counts(find: Find) -> None:
    files = {f"docs/{path}": text for path, text in SITE.items()}
    files |= {".git/HEAD": "", ".gitignore": "docs/old/\n", "docs/old/pl/a.md": "pl"}
    assert find(files, "docs").skipped == ()


def test_a_named_folder_is_searched_though_git_ignores_it(find: Find) -> None:
    files = {f"build/{path}": text for path, text in SITE.items()}
    files |= {".git/HEAD": "", ".gitignore": "build/\n"}
    assert len(find(files, "build").pages) == 1
    assert find(files, ".").pages == ()


def test_names_in_every_script_are_kept(find: Find) -> None:
    names = ["руководство", "οδηγός", "دليل", "מדריך", "गाइड", "คู่มือ", "指南", "😀 a b"]
    site = find([f"{tag}/{name}.md" for tag in ("en", "pl") for name in names])
    assert [page.name for page in site.pages] == sorted(names)
