"""Words in paths that look like languages and are none, met in real repositories."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from transcheck.site import Site

Find = Callable[..., Site]


@pytest.mark.parametrize(
    "files",
    [
        pytest.param(
            ["ibmcloud.md", "ibmcloud-ks.md", "ibmcloud-cr.md"],
            id="products with a hyphen",
        ),
        pytest.param(
            ["blog/kubecon-eu.md", "blog/kubecon-na.md"], id="Europe and North America"
        ),
        pytest.param(
            ["tokens-pt.md", "tokens-tf.md", "tokens.md"], id="PyTorch and TensorFlow"
        ),
        pytest.param(
            ["number.md", "number_lt.md", "number_gt.md"], id="less than, greater than"
        ),
        pytest.param(
            [f"{name}.md" for name in ("ar", "tr", "ps", "cat", "ls", "sed", "awk")],
            id="commands among other commands",
        ),
        pytest.param(
            ["localization.md", "localization-portuguese.md"],
            id="a page about a language",
        ),
        pytest.param(
            [f"models/{tag}/README.md" for tag in ("de", "es", "fr", "ja", "pl", "ru")],
            id="folders about languages",
        ),
        pytest.param(
            [f"docs/{word}/index.md" for word in ("is", "no", "id", "my")],
            id="English words as folders",
        ),
        pytest.param(
            [
                f"{code}/{name}.md"
                for code in ("cs", "ts")
                for name in ("run", "ship", "x")
            ],
            id="programming languages as folders",
        ),
        pytest.param(
            ["handbook/hr/index.md", "handbook/it/index.md", "handbook/index.md"],
            id="departments as folders",
        ),
        pytest.param(
            [
                f"offices/{code}/{name}.md"
                for code in ("de", "es", "fr", "it", "pl")
                for name in ("address", "holidays", "people")
            ],
            id="folders of countries",
        ),
        pytest.param(
            [f"{word}_{name}.md" for word in ("de", "en", "el") for name in "abc"],
            id="words before a name",
        ),
        pytest.param(["sign.md", "sign-in.md", "log.md", "log-in.md"], id="sign in"),
        pytest.param(
            ["install-ce.md", "install-ee.md", "install.md"], id="editions of a product"
        ),
        pytest.param(
            [
                f"kubecon-{code}/{name}.md"
                for code in ("eu", "na")
                for name in ("venue", "talks", "tickets")
            ],
            id="folders of continents",
        ),
        pytest.param(
            [
                f"{folder}/{name}.md"
                for folder in ("sign", "sign-in", "app", "app-ee", "shop", "shop.be")
                for name in ("run", "ship", "x")
            ],
            id="folders that end like a language",
        ),
        pytest.param(
            [
                f"driver{end}/{name}.md"
                for end in ("", "-cs", "-ts", "_pl", "-da")
                for name in ("run", "ship", "x")
            ],
            id="folders of programming languages",
        ),
        pytest.param(["notes_17.2.md", "notes_1.8.1.md", "notes.md"], id="versions"),
        pytest.param(["todo.md", "to-do.md", "as-is.md", "as.md"], id="as is, to do"),
        pytest.param(["lib.ts.md", "lib.cs.md", "lib.md"], id="file types with a dot"),
        pytest.param(["src/be/README.md", "src/README.md"], id="a back end"),
        pytest.param(["a.md", "b.md", "sub/c.md", "sub/deep/d.md"], id="one language"),
        pytest.param(["q7x.md", "-.md", "_.md", "...md", "x-.md", "-pl.md"], id="odd"),
    ],
)
def test_english_pages_are_not_taken_for_translations(
    find: Find, files: list[str]
) -> None:
    site = find(dict.fromkeys(files, "en"))
    assert site.pages == ()
    assert [skip.path for skip in site.skipped] == sorted(files)
    assert {skip.reason for skip in site.skipped} == {
        "no other language of this page was found"
    }


def test_two_pages_about_hardware_do_not_make_a_language_of_a_folder(
    find: Find,
) -> None:
    files = [f"docs/{tag}/{name}.md" for tag in ("en", "de") for name in "abc"]
    site = find({**dict.fromkeys(files, "en"), "docs/io/ports.md": "en"})
    assert site.languages == {"de": "de", "en": "en"}
    assert [skip.path for skip in site.skipped] == ["docs/io/ports.md"]


def test_folders_of_products_are_walked_like_any_other(find: Find) -> None:
    site = find(
        [f"{tag}/{name}/a.md" for tag in ("en", "pl") for name in ("build", "dist")]
    )
    assert [page.name for page in site.pages] == ["build/a", "dist/a"]


@pytest.mark.parametrize(
    ("files", "tags"),
    [
        pytest.param(
            {"README.md": "en", "README.it.md": "it"},
            {"en", "it"},
            id="an Italian README",
        ),
        pytest.param(
            {"README.md": "en", "README.cs.md": "", "README.de.md": ""},
            {"en", "cs", "de"},
            id="Czech in the company of German",
        ),
        pytest.param(
            {"guide.md": "en", "guide_tr.md": "tr"},
            {"en", "tr"},
            id="Turkish by its text",
        ),
        pytest.param(
            {"guide.md": "en", "guide-zh_TW.md": "en"},
            {"en", "zh_TW"},
            id="a pair of language and region, not yet translated",
        ),
        pytest.param(
            {"docs/index.md": "en", "docs/tr/index.md": "tr"},
            {"en", "tr"},
            id="one Turkish folder",
        ),
        pytest.param(
            {"docs/index.md": "# Hi", "docs/pl/index.md": "# Cześć"},
            {"en", "pl"},
            id="too short to tell",
        ),
        pytest.param(
            {"x/index.zh-hant-tw.md": "zh", "x/index.md": "en"},
            {"en", "zh-hant-tw"},
            id="three subtags",
        ),
        pytest.param(
            {"docs/gj/a.md": "gu", "docs/en/a.md": "en"},
            {"en", "gj"},
            id="Gujarati, misspelled",
        ),
        pytest.param(
            {"docs/en/a.md": "en", "docs/pl/a.md": "en"},
            {"en", "pl"},
            id="a copy not yet translated",
        ),
        pytest.param(
            {"demo/enUS/a.md": "en", "demo/zhCN/a.md": "zh"},
            {"enUS", "zhCN"},
            id="glued tags",
        ),
        pytest.param(
            {"docs/README.md": "en", "docs/ja/README-ja.md": "ja"},
            {"en", "ja"},
            id="the language twice",
        ),
        pytest.param(
            {"notes.md": "zh", "notes_en.md": "en"},
            {"zh-Hans", "en"},
            id="a Chinese original",
        ),
        pytest.param(
            {"Guide.md": "en", "guide.PL.md": "pl"}, {"en", "PL"}, id="case differs"
        ),
        pytest.param(
            {"en/a.md": "en", "pl/a.mdx": "pl"}, {"en", "pl"}, id="extensions differ"
        ),
        pytest.param(
            {"docs/a.md": "en", "docs-zh/a.md": "zh"},
            {"en", "zh"},
            id="a folder with a hyphen",
        ),
        pytest.param(
            {"docs/a.md": "en", "docs_cn/a.md": "zh"},
            {"en", "cn"},
            id="a folder by its text",
        ),
        pytest.param(
            {"docs/a.md": "", "docs-zh_CN/a.md": ""},
            {"en", "zh_CN"},
            id="a folder too short to tell",
        ),
        pytest.param(
            {"pages/a.md": "en", "pages.pl/a.md": "pl", "pages.tr/a.md": "tr"},
            {"en", "pl", "tr"},
            id="folders with a dot",
        ),
        pytest.param(
            {"x/en_a.md": "en", "x/de_a.md": "de"},
            {"en", "de"},
            id="a prefix",
        ),
        pytest.param(
            {"docs-en/a.md": "en", "docs-ja/a.md": "ja"},
            {"en", "ja"},
            id="a folder for every language",
        ),
    ],
)
def test_a_doubtful_spelling_is_still_found(
    find: Find, files: Mapping[str, str], tags: set[str]
) -> None:
    site = find(files)
    assert len(site.pages) == 1
    assert set(site.pages[0].files) == tags
    assert set(site.languages) == tags
    assert site.skipped == ()


def test_a_folder_not_yet_translated_is_one_of_languages_beside_another(
    find: Find,
) -> None:
    texts = {"docs": "en", "docs-zh": "zh", "docs-pl": "en", "docs-it": "en"}
    site = find(
        {f"{folder}/{n}.md": text for folder, text in texts.items() for n in "abc"}
    )
    assert list(site.languages) == ["en", "pl", "zh"]
    assert site.layouts == ("docs-{lang}/{path}",)
    assert [skip.path for skip in site.skipped] == [f"docs-it/{n}.md" for n in "abc"]


def test_commands_named_like_languages_are_few_among_many(find: Find) -> None:
    commands = [
        f"pages/{name}.md" for name in ("ar", "de", "pl", "cat", "ls", "cp", "mv")
    ]
    translated = [path.replace("pages/", "pages.de/") for path in commands]
    site = find([*commands, *translated])
    assert list(site.languages) == ["de", "en"]
    assert {page.files["en"]: page.files["de"] for page in site.pages} == dict(
        zip(commands, translated, strict=True)
    )
    assert find(commands, "pages").pages == ()


def test_the_same_names_in_many_folders_need_no_text(find: Find) -> None:
    files = [f"{node}/{tag}.md" for node in "abcde" for tag in ("en", "tr", "zh")]
    site = find([*files, "f/tr.md", "f/README.md"])
    assert [page.name for page in site.pages] == list("abcdef")
    assert list(site.languages) == ["en", "tr", "zh"]
    assert site.pages[5].files == {"tr": "f/tr.md"}
