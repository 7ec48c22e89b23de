"""What discovery tells of the site around the pages: its files and its generators."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from pathlib import Path

import pytest

from transcheck.config import Settings
from transcheck.discover.programs import read_generator
from transcheck.site import Generator, Site, Surroundings, surround

Find = Callable[..., Site]

SITE = {"en/a.md": "en", "pl/a.md": "pl"}


def around(site: Site) -> Surroundings:
    assert site.surroundings is not None
    return site.surroundings


def test_every_file_is_known_whatever_it_holds(find: Find) -> None:
    files = {
        **SITE,
        "img/a.png": "",
        "pl/notes.txt": "",
        "zażółć.pdf": "",
        "en/b.md": "",
    }
    assert around(find(files)).files == frozenset(files)


def test_what_git_ignores_is_not_known(find: Find) -> None:
    ignored = {".gitignore": "*.log\n/out/\n!keep.log\n"}
    files = {**SITE, **ignored, "en/a.log": "", "keep.log": "", "out/a.png": ""}
    site = around(find(files))
    assert site.files == {*SITE, ".gitignore", "keep.log"}
    assert site.unseen == {"out"}


def test_what_is_excluded_is_there_all_the_same(find: Find) -> None:
    site = find({**SITE, "en/b.md": "en"}, settings=Settings(exclude=("b.md",)))
    assert "en/b.md" in around(site).files


def test_folders_that_are_not_searched_are_named(find: Find, tmp_path: Path) -> None:
    (tmp_path / "pl").mkdir()
    (tmp_path / "pl" / "link").symlink_to(tmp_path, target_is_directory=True)
    site = find({**SITE, ".github/x.md": "", "node_modules/x/y.md": ""})
    assert around(site).unseen == {".github", "node_modules", "pl/link"}


def test_link_to_a_file_is_a_file(find: Find, tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "b.md").symlink_to(tmp_path / "en" / "a.md")
    assert "en/b.md" in around(find(SITE)).files


def test_pages_that_were_not_named_are_known(find: Find) -> None:
    files = {**SITE, "en/b.md": "en", "pl/b.md": "pl", "en/c.md": "en"}
    site = find(files, "pl/a.md")
    assert len(site.pages) == 1
    page, tag = around(site).pages["pl/b.md"]
    assert tag == "pl"
    assert page.files == {"en": "en/b.md", "pl": "pl/b.md"}


@pytest.mark.parametrize(
    ("paths", "complete"),
    [
        pytest.param(["pl/a.md"], False, id="one page is named"),
        pytest.param(["pl/a.md", "en/b.md"], True, id="every page is named"),
        pytest.param(["."], True, id="a folder is named"),
        pytest.param([".", "pl/a.md"], True, id="a folder, and a file in it"),
    ],
)
def test_site_is_complete_when_every_page_is_in_it(
    find: Find, paths: list[str], complete: bool
) -> None:
    assert find({**SITE, "en/b.md": "en"}, *paths).complete is complete


def test_languages_that_are_not_asked_for_are_known(find: Find) -> None:
    files = {**SITE, "de/a.md": "de"}
    site = find(files, settings=Settings(original="en", languages=("pl",)))
    assert site.pages[0].files.keys() == {"en", "pl"}
    assert around(site).pages["de/a.md"].tag == "de"


@pytest.mark.parametrize(
    ("paths", "roots", "file"),
    [
        pytest.param(["."], ("",), "docs/pl/a.md", id="the working folder"),
        pytest.param(["docs"], ("docs",), "docs/pl/a.md", id="a folder"),
        pytest.param(["./docs/"], ("docs",), "docs/pl/a.md", id="spelled otherwise"),
        pytest.param(["docs/pl", "docs/en"], ("docs",), "docs/pl/a.md", id="sisters"),
    ],
)
def test_paths_are_as_diagnostics_print_them(
    find: Find, paths: list[str], roots: tuple[str, ...], file: str
) -> None:
    site = find({f"docs/{path}": text for path, text in SITE.items()}, *paths)
    assert file in site.pages[0].files.values()
    assert file in around(site).files
    assert file in around(site).pages
    assert set(roots) <= set(around(site).roots)


def test_absolute_paths_stay_absolute(find: Find, tmp_path: Path) -> None:
    site = find({**SITE, "mkdocs.yml": "a: b\n"}, str(tmp_path))
    top = tmp_path.as_posix()
    assert f"{top}/pl/a.md" in around(site).files
    assert around(site).generators == (Generator("mkdocs", top, f"{top}/mkdocs.yml"),)


def test_surroundings_can_go_to_another_process(find: Find) -> None:
    site = around(find({**SITE, "mkdocs.yml": ""}))
    assert pickle.loads(pickle.dumps(site)) == site  # noqa: S301 - our own bytes


# --- site generators --------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("docusaurus.config.js", "", ("docusaurus", "", "")),
        (
            "web/docusaurus.config.ts",
            "  url: 'https://garden.example.org',\n  baseUrl: '/plants/',\n",
            ("docusaurus", "web", "https://garden.example.org/plants/"),
        ),
        ("docusaurus.config.js", "  baseUrl: '/a/',\n", ("docusaurus", "", "/a/")),
        (
            "mkdocs.yml",
            "site_url: https://shop.example.org/docs/\n",
            ("mkdocs", "", "https://shop.example.org/docs/"),
        ),
        ("mkdocs.yml", "# site_url: https://a.example\n", ("mkdocs", "", "")),
        (
            "hugo.toml",
            'baseURL = "https://a.example/"\n',
            ("hugo", "", "https://a.example/"),
        ),
        (
            "a/config/_default/hugo.yaml",
            "baseURL: https://a.example\n",
            ("hugo", "a", "https://a.example"),
        ),
        ("config/_default/hugo.toml", "", ("hugo", "", "")),
        (
            "config.toml",
            "baseURL = 'https://a.example'",
            ("hugo", "", "https://a.example"),
        ),
        (
            "config.toml",
            'base_url = "https://b.example"',
            ("zola", "", "https://b.example"),
        ),
        ("config.toml", "[server]\nport = 80\n", None),
        ("astro.config.mjs", "integrations: [starlight()]", ("starlight", "", "")),
        (
            "astro.config.mjs",
            '  site: "https://a.example",\n',
            ("astro", "", "https://a.example"),
        ),
        (".vitepress/config.mts", "  base: '/v/',\n", ("vitepress", "", "/v/")),
        ("docs/.vitepress/config/index.ts", "", ("vitepress", "docs", "")),
        ("docs/.vuepress/config.js", "", ("vuepress", "docs", "")),
        ("docs/.vitepress/theme/config.js", "", None),
        ("book.toml", '[output.html]\nsite-url = "/b/"\n', ("mdbook", "", "/b/")),
        ("mint.json", "{}", ("mintlify", "", "")),
        (
            "docs.json",
            '{"$schema": "https://mintlify.com/docs.json"}',
            ("mintlify", "", ""),
        ),
        ("docs.json", "{}", None),
        (
            "_config.yml",
            "url: https://a.example\nbaseurl: /j\n",
            ("jekyll", "", "https://a.example/j"),
        ),
        ("_config.yml", "new_post_name: :title.md\n", ("hexo", "", "")),
        ("docs/conf.py", "extensions = ['myst_parser']\n", ("sphinx", "docs", "")),
        ("app/conf.py", "PORT = 80\n", None),
        ("next.config.mjs", "import nextra from 'nextra'", ("nextra", "", "")),
        ("README.md", "hugo", None),
    ],
)
def test_generator_is_known_by_its_configuration(
    path: str, text: str, expected: tuple[str, str, str] | None
) -> None:
    made = read_generator(path, lambda: text)
    assert (made and (made.name, made.folder, made.url)) == expected


def test_generators_in_the_tree_are_found(find: Find) -> None:
    files = {**SITE, "web/hugo.toml": "", "docs/.vitepress/config.ts": "", "a.toml": ""}
    found = around(find(files)).generators
    assert found == (
        Generator("vitepress", "docs", "docs/.vitepress/config.ts"),
        Generator("hugo", "web", "web/hugo.toml"),
    )


def test_generators_above_the_root_are_found_in_the_repository(find: Find) -> None:
    files = {
        ".git/config": "",
        "mkdocs.yml": "",
        ".vitepress/config.js": "",
        **{f"docs/{path}": text for path, text in SITE.items()},
    }
    found = around(find(files, "docs")).generators
    assert [(one.name, one.folder) for one in found] == [
        ("vitepress", ""),
        ("mkdocs", ""),
    ]


def test_generators_above_are_not_looked_for_outside_a_repository(find: Find) -> None:
    files = {"mkdocs.yml": "", **{f"docs/{path}": text for path, text in SITE.items()}}
    assert around(find(files, "docs")).generators == ()


@pytest.mark.parametrize(
    ("folders", "path", "expected"),
    [
        pytest.param(["", "web"], "web/pl/a.md", "web", id="the nearest of two"),
        pytest.param(["", "web"], "webs/pl/a.md", "", id="not one of a like name"),
        pytest.param(["web"], "docs/a.md", None, id="none beside it"),
        pytest.param([".."], "docs/a.md", "..", id="above the working folder"),
        pytest.param(["..", "../.."], "a.md", "..", id="the nearer one above"),
        pytest.param([".."], "../a.md", "..", id="a path above as well"),
        pytest.param([".."], "../../a.md", None, id="a path further up"),
        pytest.param(["../web"], "../web/a.md", "../web", id="a folder beside"),
        pytest.param(["/srv"], "/srv/docs/a.md", "/srv", id="absolute paths"),
        pytest.param([""], "/srv/a.md", None, id="no relative one of an absolute"),
    ],
)
def test_generator_of_a_file_is_the_nearest_around_it(
    folders: list[str], path: str, expected: str | None
) -> None:
    site = surround(
        files=[path],
        pages=(),
        roots=("",),
        generators=(Generator("hugo", at, f"{at}/hugo.toml") for at in folders),
    )
    found = site.generator_of(path)
    assert (found and found.folder) == expected
