"""One file, one page: duplicates, names, layouts side by side."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from transcheck.config import Settings
from transcheck.discover import discover
from transcheck.site import Site

Find = Callable[..., Site]


@pytest.mark.parametrize(
    ("files", "skipped", "first"),
    [
        pytest.param(
            ["en/a.md", "pl/a.md", "pl/a.mdx"], "pl/a.mdx", "pl/a.md", id="in a folder"
        ),
        pytest.param(
            ["a.md", "a.pl.md", "a_pl.md"], "a_pl.md", "a.pl.md", id="two separators"
        ),
        pytest.param(["a.md", "a.mdx", "a.pl.md"], "a.mdx", "a.md", id="two originals"),
        pytest.param(
            ["N/en.md", "N/pl.md", "N/pl.mdx"], "N/pl.mdx", "N/pl.md", id="as a name"
        ),
    ],
)
def test_a_second_file_in_a_language_is_a_duplicate(
    find: Find, files: list[str], skipped: str, first: str
) -> None:
    site = find(files)
    assert [(skip.path, skip.reason) for skip in site.skipped] == [
        (skipped, f"duplicate: {first} is this page in the same language")
    ]


def test_a_copy_of_the_original_in_a_container_is_a_duplicate(find: Find) -> None:
    site = find(
        {
            **{f"{name}.md": "en" for name in "abc"},
            **{f"translations/en/{name}.md": "en" for name in "abc"},
            **{f"translations/pl/{name}.md": "pl" for name in "abc"},
        }
    )
    assert [page.files for page in site.pages] == [
        {"en": f"{name}.md", "pl": f"translations/pl/{name}.md"} for name in "abc"
    ]
    assert [skip.path for skip in site.skipped] == [
        f"translations/en/{name}.md" for name in "abc"
    ]


def test_a_page_of_the_repository_is_no_original_of_a_site_in_its_language(
    find: Find,
) -> None:
    site = find(
        {"docs/index.md": "en", "docs/en/index.md": "en", "docs/pl/index.md": "pl"}
    )
    assert site.pages[0].files == {"en": "docs/en/index.md", "pl": "docs/pl/index.md"}
    assert [skip.path for skip in site.skipped] == ["docs/index.md"]


def test_two_spellings_of_a_language_are_kept_apart(find: Find) -> None:
    site = find([f"{tag}/{name}.md" for tag in ("en", "nb", "no") for name in "abc"])
    assert site.languages == {"en": "en", "nb": "nb", "no": "no"}


def test_layouts_that_give_one_name_are_told_apart(find: Find) -> None:
    site = find(["docs/en/a.md", "docs/pl/a.md", "docs/a.ja.md", "docs/a.ko.md"])
    assert [page.name for page in site.pages] == [
        "docs/a (docs/{lang}/{path})",
        "docs/a ({path}.{lang})",
    ]


def test_the_page_in_the_root_itself_is_named_by_its_folder(
    find: Find, tmp_path: Path
) -> None:
    site = find({"en.md": "en", "pl.md": "pl"})
    assert [page.name for page in site.pages] == [tmp_path.name]


def test_readmes_in_several_folders_have_one_original_each(find: Find) -> None:
    files = {"README.md": "en", "a/README.pl.md": "pl", "b/README.de.md": "de"}
    site = find(files)
    assert [page.files for page in site.pages] == [
        {"de": "b/README.de.md", "en": "README.md", "pl": "a/README.pl.md"}
    ]


def test_a_readme_that_links_to_its_translations_is_their_original(find: Find) -> None:
    site = find(
        {
            "README.md": "# Spade\n\n[日本語](docs/ja/README.md)\n",
            "docs/rake.md": "en",
            "docs/ja/README.md": "ja",
            "docs/ja/rake.md": "ja",
        }
    )
    assert [page.files for page in site.pages] == [
        {"en": "README.md", "ja": "docs/ja/README.md"},
        {"en": "docs/rake.md", "ja": "docs/ja/rake.md"},
    ]


def test_a_readme_above_is_not_the_first_page_of_a_site(find: Find) -> None:
    readmes = {f"docs/{tag}/README.md": tag for tag in ("ja", "pl")}
    site = find({**readmes, "docs/ja/a.md": "ja", "README.md": "en"})
    assert [skip.path for skip in site.skipped] == ["README.md"]


@pytest.mark.parametrize(
    "files",
    [
        pytest.param(
            {"README.md": "en", "docs/README-JP.md": "ja", "docs/README_CS.md": "cs"},
            id="beside other pages",
        ),
        pytest.param(
            {"README.md": "en", "docs/i18n/README.ja.md": "ja"}, id="in a container"
        ),
        pytest.param(
            {
                "README.md": "en",
                "docs/ja/README-ja.md": "ja",
                "docs/pl/README-pl.md": "pl",
            },
            id="in language folders, named by the language",
        ),
        pytest.param(
            {"README.md": "en", "docs/ja/README.md": "ja", "docs/pl/README.md": "pl"},
            id="in language folders",
        ),
        pytest.param(
            {"README.md": "en", "docs/ja/README.md": "ja"}, id="in one language folder"
        ),
        pytest.param(
            {"CONTRIBUTING.md": "en", "docs/ja/CONTRIBUTING.md": "ja"},
            id="of contributing",
        ),
        pytest.param(
            {"CODE_OF_CONDUCT.md": "en", "docs/CODE_OF_CONDUCT-ja.md": "ja"},
            id="of conduct",
        ),
        pytest.param(
            {"SECURITY.md": "en", "docs/SECURITY.ja.md": "ja"}, id="of security"
        ),
        pytest.param(
            {"CHANGELOG.md": "en", "docs/CHANGELOG.ja.md": "en"},
            id="of changes, not yet translated",
        ),
    ],
)
def test_a_page_of_the_repository_is_translated_below_it(
    find: Find, files: dict[str, str]
) -> None:
    site = find(files)
    assert [page.original for page in site.pages] == ["en"]
    assert sorted(site.pages[0].files.values()) == sorted(files)


def test_a_translated_readme_beside_a_site_belongs_to_the_one_above(find: Find) -> None:
    site = find(
        {
            **{f"docs/en/{name}.md": "en" for name in "abc"},
            **{f"docs/ja/{name}.md": "ja" for name in "abc"},
            "README.md": "en",
            "docs/ja/README-ja.md": "ja",
        }
    )
    assert [page.files for page in site.pages if page.name == "README"] == [
        {"en": "README.md", "ja": "docs/ja/README-ja.md"}
    ]
    assert len(site.pages) == 4


@pytest.mark.parametrize(
    "files",
    [
        pytest.param(
            {"docs/ja/README.md": "ja", "docs/ja/a.md": "ja"}, id="among other pages"
        ),
        pytest.param(
            {"docs/en/README.md": "en", "docs/ja/README.md": "ja"},
            id="with an original of its own",
        ),
        pytest.param({"tools/ja/README.md": "ja"}, id="elsewhere"),
        pytest.param({"docs/it/README.md": "en"}, id="of a department"),
    ],
)
def test_a_readme_of_a_folder_is_no_translation_of_the_repositorys(
    find: Find, files: dict[str, str]
) -> None:
    site = find({"README.md": "en", **files})
    assert "README.md" in [skip.path for skip in site.skipped]


DEMOS = [
    f"src/{part}/demos/{tag}/{name}.md"
    for part in ("bed", "hose", "pot", "rake", "shed")
    for tag in ("enUS", "zhCN")
    for name in ("index", "basic")
]


def test_language_folders_in_many_places_are_one_layout(find: Find) -> None:
    site = find(DEMOS)
    assert site.layouts == ("src/*/demos/{lang}/{path}",)
    assert len(site.pages) == 10
    assert {frozenset(page.files) for page in site.pages} == {
        frozenset({"enUS", "zhCN"})
    }


def test_one_of_many_places_may_lack_a_language(find: Find) -> None:
    site = find([*DEMOS, "src/x/tree/demos/enUS/a.md", "src/yard/demos/zhCN/b.md"])
    assert site.layouts == ("**/demos/{lang}/{path}",)
    assert [page.files for page in site.pages if len(page.files) == 1] == [
        {"enUS": "src/x/tree/demos/enUS/a.md"},
        {"zhCN": "src/yard/demos/zhCN/b.md"},
    ]


@pytest.mark.parametrize(
    "path",
    [
        pytest.param("src/yard/tests/zhCN/b.md", id="below a folder of another name"),
        pytest.param("src/yard/demos/plPL/b.md", id="in a language of its own"),
    ],
)
def test_what_is_not_repeated_does_not_join_the_many(find: Find, path: str) -> None:
    site = find([*DEMOS, path])
    assert [skip.path for skip in site.skipped] == [path]


def test_countries_in_many_places_are_no_languages(find: Find) -> None:
    files = [
        f"events/{year}/fairs/{country}/{name}.md"
        for year in range(2015, 2022)
        for country in ("de", "fr")
        for name in ("index", "venue")
    ]
    assert find(dict.fromkeys(files, "en")).pages == ()


def test_a_translation_without_its_original_is_a_page_of_its_own(find: Find) -> None:
    site = find(["a.md", "a.pl.md", "b.pl.md"])
    assert {page.name: page.original for page in site.pages} == {"a": "en", "b": None}


# --- what always holds ------------------------------------------------------------

SEGMENTS = [
    "en",
    "pl",
    "zh-CN",
    "it",
    "docs",
    "docs-pl",
    "i18n",
    "x",
    "README",
    "index",
    "a.pl",
    "b_en",
    "pl_x",
]
TEXTS = [
    "# Title\n",
    "---\nlang: pl\nref: a\n---\n",
    "---\nlang: en\nref: a\npermalink: /en/b/\n---\n",
    "---\npermalink: /b/\n---\n",
    "+++\ntranslationKey = 'c'\n+++\n",
    "## pl\n\n## en\n",
]
PATHS = st.dictionaries(
    st.lists(st.sampled_from(SEGMENTS), min_size=1, max_size=3).map("/".join),
    st.sampled_from(TEXTS),
    min_size=1,
    max_size=12,
)


def write(root: Path, texts: Mapping[str, str]) -> set[str]:
    written = set()
    for path, text in texts.items():
        target = root / f"{path}.md"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text)
        written.add(f"{path}.md")
    return written


def taken(site: Site) -> list[str]:
    return [path for page in site.pages for path in page.files.values()]


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(paths=PATHS)
def test_every_file_is_on_one_page_or_skipped(
    tmp_path_factory: pytest.TempPathFactory, paths: dict[str, str]
) -> None:
    root = tmp_path_factory.mktemp("site")
    written = write(root, paths)
    site = discover([str(root)], Settings())
    prefix = f"{root.as_posix()}/"
    on_pages = [path.removeprefix(prefix) for path in taken(site)]
    skipped = [skip.path.removeprefix(prefix) for skip in site.skipped]
    assert sorted(on_pages + skipped) == sorted(written)
    assert len({page.name for page in site.pages}) == len(site.pages)
    assert all(page.original in (None, *page.files) for page in site.pages)
    tags = {tag for page in site.pages for tag in page.files}
    assert set(site.languages) == tags


@settings(
    deadline=None,
    max_examples=30,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(paths=PATHS, data=st.data())
def test_neither_order_nor_company_matters(
    tmp_path_factory: pytest.TempPathFactory,
    paths: dict[str, str],
    data: st.DataObject,
) -> None:
    root = tmp_path_factory.mktemp("site")
    write(root, {**paths, ".git/x": ""})
    whole = discover([str(root)], Settings())
    files = sorted(taken(whole))
    for page in whole.pages[:3]:
        path = min(page.files.values())
        assert discover([path], Settings()).pages == (page,)
    if files:
        shuffled = data.draw(st.permutations(files))
        assert discover(shuffled, Settings()) == discover(files, Settings())
        assert discover(shuffled, Settings()).pages == whole.pages


@pytest.mark.parametrize(
    "files", [{}, {"a.md": "en"}, {f"{n}.md": "en" for n in range(60)}]
)
def test_a_site_in_one_language_has_no_pages(
    find: Find, files: Mapping[str, str]
) -> None:
    site = find(files)
    assert site.pages == ()
    assert site.languages == {}
    assert site.original_reason == ""
    assert len(site.skipped) == len(files)
