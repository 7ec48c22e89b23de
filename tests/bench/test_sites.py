"""The copies of sites that are measured on."""

from __future__ import annotations

import json
from pathlib import Path, PurePosixPath

import pytest

from bench.sites import (
    Edits,
    Page,
    choose_changed,
    choose_named,
    choose_pages,
    copy_markdown,
    copy_site,
    make_site,
    read_pages,
    rename,
    repeat,
)
from transcheck.config import Settings
from transcheck.discover import discover


def page(original: str | None = "en", /, **files: str) -> Page:
    return Page({tag: PurePosixPath(path) for tag, path in files.items()}, original)


def write(folder: Path, *paths: str) -> None:
    for path in paths:
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(f"# {path}\n", "utf-8")


@pytest.mark.parametrize(
    ("files", "renamed"),
    [
        pytest.param(
            {"en": "docs/en/a/b.md", "de": "docs/de/a/b.md"},
            ["docs/en/a/b-2.md", "docs/de/a/b-2.md"],
            id="by its name, in folders of languages",
        ),
        pytest.param(
            {"en": "guide/b.md", "de": "guide/b.de.md"},
            ["guide/b-2.md", "guide/b-2.de.md"],
            id="before the language in its name",
        ),
        pytest.param(
            {"en": "docs/Node/en.md", "zh": "docs/Node/zh.md"},
            ["docs/Node-2/en.md", "docs/Node-2/zh.md"],
            id="by its folder, where the language is the name",
        ),
        pytest.param(
            {"en": "docs/b.md", "pt": "translations/pt/docs/b.md"},
            ["docs/b-2.md", "translations/pt/docs/b-2.md"],
            id="by its name, in folders of different depth",
        ),
        pytest.param(
            {"en": "b.mdx"}, ["b-2.mdx"], id="by its name, in one language alone"
        ),
        pytest.param(
            {"en": "en.md", "de": "de.md"},
            ["copy-2/en.md", "copy-2/de.md"],
            id="by a folder, where there is nothing else",
        ),
    ],
)
def test_a_page_is_renamed(files: dict[str, str], renamed: list[str]) -> None:
    found = [str(new) for _, new in rename(page("en", **files), 2)]
    assert found == renamed


def test_the_first_time_a_page_keeps_its_name() -> None:
    paths = list(rename(page(en="docs/en/b.md", de="docs/de/b.md"), 0))
    assert [str(new) for _, new in paths] == ["docs/en/b.md", "docs/de/b.md"]


@pytest.mark.parametrize(
    "layout",
    [
        pytest.param("docs/{}/page.md", id="in folders of languages"),
        pytest.param("docs/page/{}.md", id="in files of languages"),
        pytest.param("docs/page.{}.md", id="in suffixes"),
    ],
)
def test_repeated_pages_are_pages_of_as_many_languages(
    tmp_path: Path, layout: str
) -> None:
    tags = ("en", "de", "fr")
    files = {tag: layout.format(tag) for tag in tags}
    write(tmp_path / "site", *files.values())
    assert repeat(tmp_path / "site", [page("en", **files)], 3, tmp_path / "grown") == 9
    site = discover([str(tmp_path / "grown")], Settings())
    assert [set(one.files) for one in site.pages] == [set(tags)] * 3


def test_pages_are_chosen_from_all_over_a_site() -> None:
    pages = [page(en=f"en/{n}.md", de=f"de/{n}.md") for n in range(100)]
    chosen = choose_pages(pages, 50)
    assert len(chosen) == 25
    assert chosen[0] is pages[0]
    assert chosen[-1] is pages[96]
    assert choose_pages(pages, 200) == pages


def test_a_hook_is_given_translations_of_the_widest_pages() -> None:
    pages = [
        page(en="en/a.md", de="de/a.md"),
        page(en="en/b.md", de="de/b.md", fr="fr/b.md"),
        page(en="en/c.md", de="de/c.md", fr="fr/c.md"),
    ]
    assert choose_named(pages, ["fr/x.md"]) == ["de/b.md", "fr/c.md"]
    assert choose_named(pages, ["fr/b.md", "de/a.md"]) == ["fr/b.md", "de/a.md"]


def test_what_is_changed_is_a_translation_that_a_hook_is_not_given() -> None:
    pages = [page(en="en/a.md", de="de/a.md"), page(en="en/b.md", de="de/b.md")]
    assert choose_changed(pages, ["de/b.md"]) == "de/a.md"


def test_pages_are_read_as_the_command_prints_them() -> None:
    text = json.dumps(
        {"pages": [{"page": "a", "original": None, "files": {"de": "de/a.md"}}]}
    )
    assert read_pages(text) == [page(None, de="de/a.md")]


def test_a_copy_of_markdown_has_nothing_else_and_one_suffix(tmp_path: Path) -> None:
    write(tmp_path / "site", "a.md", "b/c.de.mdx", "b/d.markdown", "e.txt")
    copy = copy_markdown(tmp_path / "site", tmp_path / "copy")
    found = sorted(str(x.relative_to(copy)) for x in copy.rglob("*") if x.is_file())
    assert found == ["a.md", "b/c.de.md", "b/d.md"]


def test_a_copy_keeps_times_and_leaves_out_what_is_no_content(tmp_path: Path) -> None:
    write(tmp_path / "site", "a.md", "a.png", ".git/x.md", "node_modules/y/z.md")
    copy = copy_site(tmp_path / "site", tmp_path / "copy")
    found = sorted(x.name for x in copy.rglob("*"))
    assert found == ["a.md", "a.png"]
    before = (tmp_path / "site" / "a.md").stat().st_mtime_ns
    assert (copy / "a.md").stat().st_mtime_ns == before


def test_an_edit_is_another_one_each_time_and_is_undone(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"# A\r\n\n\xe4pfel und Birnen.\n")
    before = path.read_bytes()
    edits = Edits(tmp_path)
    seen = {before}
    for number in range(3):
        edits.change("a.md", number)
        seen.add(path.read_bytes())
    assert len(seen) == 4
    edits.undo()
    assert path.read_bytes() == before


def test_a_made_site_has_an_original_and_its_translations(tmp_path: Path) -> None:
    site = discover([str(make_site(tmp_path / "made", 5))], Settings())
    assert len(site.pages) == 5
    assert {one.original for one in site.pages} == {"en"}
    assert all(len(one.files) == 4 for one in site.pages)
