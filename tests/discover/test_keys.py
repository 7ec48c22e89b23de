"""Pages whose file names are translated, found by their frontmatter."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from transcheck.discover.metadata import Metadata, read_metadata
from transcheck.site import Site

Find = Callable[..., Site]


def front(prose: Mapping[str, str], language: str, **keys: str) -> str:
    lines = "".join(f"{key}: {value}\n" for key, value in keys.items())
    return f"---\n{lines}---\n\n# x\n\n{prose[language]}\n"


def pages(site: Site) -> list[dict[str, str]]:
    return [page.files for page in site.pages]


@pytest.mark.parametrize(
    ("head", "found"),
    [
        pytest.param("# Title\n", Metadata(None, ()), id="no frontmatter"),
        pytest.param(
            '---\nlang: "pl"\npermalink: /pl/ogrod/\n---\n',
            Metadata("pl", (("permalink", "ogrod"),)),
            id="a permalink without its language",
        ),
        pytest.param(
            "---\nlang: pl\npermalink: /pl/\n---\n",
            Metadata("pl", (("permalink", "/"),)),
            id="the home page",
        ),
        pytest.param(
            "+++\ntranslationKey = 'seeds'\n+++\n",
            Metadata(None, (("translationKey", "seeds"),)),
            id="TOML",
        ),
        pytest.param(
            "---\nlocale: pt_BR # of Brazil\nref: a\ntranslation_key: b\n---\n",
            Metadata("pt_BR", (("translation_key", "b"), ("ref", "a"))),
            id="the most telling key first",
        ),
        pytest.param(
            "---\nlanguage: python\npermalink: /:categories/:title/\n---\n",
            Metadata(None, ()),
            id="no language, and a style of permalinks",
        ),
        pytest.param(
            "---\npermalink: pretty\nmenu:\n  lang: pl\n  ref: x\n---\n",
            Metadata(None, ()),
            id="keys of something else",
        ),
        pytest.param(
            "---\nref: [a, b]\nlang:\n---\nlang: pl\n",
            Metadata(None, ()),
            id="no plain value",
        ),
    ],
)
def test_the_frontmatter_tells_language_and_page(head: str, found: Metadata) -> None:
    assert read_metadata(head) == found


def test_a_translated_name_joins_the_page_that_has_its_key(
    find: Find, prose: Mapping[str, str]
) -> None:
    texts = {
        f"{tag}/{name}.md": front(prose, tag, permalink=name)
        for tag in ("en", "pl", "de")
        for name in ("a", "b", "c", "d")
    }
    del texts["de/d.md"]
    texts["de/garten.md"] = front(prose, "de", permalink="d")
    site = find(texts)
    assert [page.name for page in site.pages] == ["a", "b", "c", "d"]
    assert site.pages[3].files == {
        "de": "de/garten.md",
        "en": "en/d.md",
        "pl": "pl/d.md",
    }
    assert site.skipped == ()


def test_a_suffix_may_tell_the_language_of_a_translated_name(
    find: Find, prose: Mapping[str, str]
) -> None:
    site = find(
        {
            "seeds.en.md": front(prose, "en", translationKey="seeds"),
            "nasiona.pl.md": front(prose, "pl", translationKey="seeds"),
        }
    )
    assert pages(site) == [{"en": "seeds.en.md", "pl": "nasiona.pl.md"}]
    assert site.layouts == ("by frontmatter",)


def test_a_language_is_spelled_as_its_folder_is(
    find: Find, prose: Mapping[str, str]
) -> None:
    site = find(
        {
            "zh_cn/yi.md": front(prose, "zh", lang="zh-CN", ref="one"),
            "en/one.md": front(prose, "en", lang="en", ref="one"),
        }
    )
    assert pages(site) == [{"en": "en/one.md", "zh_cn": "zh_cn/yi.md"}]
    assert [page.name for page in site.pages] == ["one"]


@pytest.mark.parametrize(
    "files",
    [
        pytest.param(
            {
                "one-cs.md": {"lang": "cs", "ref": "one"},
                "one-ts.md": {"lang": "ts", "ref": "one"},
            },
            id="programming languages",
        ),
        pytest.param(
            {
                "one.md": {"ref": "main"},
                "two.md": {"ref": "main"},
                "three.md": {"ref": "main"},
            },
            id="a branch of the repository",
        ),
        pytest.param(
            {
                "one.md": {"lang": "en", "permalink": "/:title/"},
                "two.md": {"lang": "pl", "permalink": "/:title/"},
            },
            id="a style of permalinks",
        ),
        pytest.param(
            {
                "one.md": {"lang": "en", "ref": "page"},
                "two.md": {"lang": "en", "ref": "page"},
                "three.md": {"lang": "pl", "ref": "page"},
            },
            id="two files of one language",
        ),
        pytest.param(
            {
                "one.md": {"permalink": "/one/"},
                "two.md": {"lang": "en", "permalink": "/en/one/"},
            },
            id="the unmarked language marked",
        ),
    ],
)
def test_a_value_in_common_does_not_make_a_page(
    find: Find, prose: Mapping[str, str], files: Mapping[str, Mapping[str, str]]
) -> None:
    site = find({path: front(prose, "en", **keys) for path, keys in files.items()})
    assert site.pages == ()
    assert [skip.path for skip in site.skipped] == sorted(files)


def test_the_frontmatter_is_not_asked_where_paths_tell(
    find: Find, prose: Mapping[str, str]
) -> None:
    site = find(
        {
            f"{tag}/{name}.md": front(prose, tag, permalink=f"{name}{tag}"[::-1])
            for tag in ("en", "pl")
            for name in ("a", "b", "c")
        }
    )
    assert [page.name for page in site.pages] == ["a", "b", "c"]
    assert site.layouts == ("{lang}/{path}",)


def test_a_page_in_frontmatter_is_the_same_for_one_file(
    find: Find, prose: Mapping[str, str], tmp_path: Path
) -> None:
    texts = {
        "about.md": front(prose, "en", permalink="/about/"),
        "o-nas.md": front(prose, "pl", lang="pl", permalink="/pl/about/"),
    }
    whole = find(texts)
    (tmp_path / ".git").mkdir()
    for path in texts:
        assert find(texts, path).pages == whole.pages
    assert [page.original for page in whole.pages] == ["en"]
