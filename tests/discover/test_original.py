"""Which language a site was written in, and why."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from transcheck.site import Site

Find = Callable[..., Site]

PAIR = ["content/de/a.md", "content/pl/a.md", "content/de/b.md", "content/pl/b.md"]


def originals(site: Site) -> set[str | None]:
    return {page.original for page in site.pages}


def test_the_widest_language_with_pages_of_its_own_is_the_original(find: Find) -> None:
    site = find([*PAIR, "content/de/c.md"])
    assert originals(site) == {"de"}
    assert (
        site.original_reason == "de, which has nearly every page and pages of its own"
    )


def test_a_page_that_lacks_the_original_has_none(find: Find) -> None:
    files = [f"{tag}/{name}.md" for tag in ("de", "en", "pl") for name in "abcdefgh"]
    site = find([*files, "de/only.md", "en/late.md", "pl/late.md"])
    assert {page.name: page.original for page in site.pages} == {
        **dict.fromkeys("abcdefgh", "de"),
        "only": "de",
        "late": None,
    }


def test_the_only_language_with_every_page_is_the_original(find: Find) -> None:
    french = [f"content/{tag}/{name}.md" for tag in ("de", "fr") for name in "cde"]
    site = find([*PAIR, *french])
    assert originals(site) == {"de"}
    assert site.original_reason == "de, which alone has every page"


def test_languages_that_have_the_same_pages_have_no_original(find: Find) -> None:
    site = find(PAIR)
    assert originals(site) == {None}
    assert site.original_reason.startswith("none: ")


def test_two_languages_with_as_many_pages_of_their_own_have_no_original(
    find: Find,
) -> None:
    assert originals(find([*PAIR, "content/de/c.md", "content/pl/d.md"])) == {None}


def test_many_pages_named_in_one_language_are_written_in_it(find: Find) -> None:
    names = ["apple-tree", "bee-house", "compost", "drip-hose", "earth-worm", "fence"]
    titles = {
        "en": [
            "Apple tree",
            "Bee house",
            "Compost",
            "Drip hose",
            "Earth worm",
            "Fence",
        ],
        "pl": ["Jabłoń", "Ul", "Kompost", "Wąż kroplujący", "Dżdżownica", "Płot"],
        "fr": ["Pommier", "Ruche", "Compost", "Tuyau", "Ver de terre", "Clôture"],
    }
    site = find(
        {
            f"docs/{tag}/{name}.md": f"# {title} {{#{name}}}\n"
            for tag in titles
            for name, title in zip(names, titles[tag], strict=True)
        }
    )
    assert originals(site) == {"en"}
    assert site.original_reason == "en, the language that the names of the pages are in"


@pytest.mark.parametrize(
    ("text", "language"),
    [("de", "de"), ("zh", "zh-Hans"), ("ja", "ja"), ("en", "en")],
)
def test_an_unmarked_original_has_the_language_of_its_text(
    find: Find, text: str, language: str
) -> None:
    site = find({"a.md": text, "a.pl.md": "pl"})
    assert originals(site) == {language}
    assert site.languages == {language: language, "pl": "pl"}


@pytest.mark.parametrize(
    ("files", "tag"),
    [
        pytest.param({"a.md": "", "a.pl.md": ""}, "en", id="English"),
        pytest.param(
            {"a.md": "", "a.en.md": ""}, "und", id="not English, if that is one"
        ),
        pytest.param(
            {"a.md": "", "a.en.md": "", "mkdocs.yml": "  default_language: nl\n"},
            "nl",
            id="the default of the site generator",
        ),
    ],
)
def test_an_unmarked_original_too_short_to_tell_is_taken_for(
    find: Find, files: Mapping[str, str], tag: str
) -> None:
    assert originals(find(files)) == {tag}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("docusaurus.config.js", "  i18n: { defaultLocale: 'pl', locales: ['pl'] },"),
        ("docusaurus.config.ts", "    defaultLocale: 'pl',\n"),
        ("astro.config.mjs", '  "defaultLocale": "pl",\n'),
        ("next.config.js", "  defaultLocale: 'pl' // the first\n"),
        ("rspress.config.ts", "  lang: 'pl',\n"),
        ("hugo.toml", "defaultContentLanguage = 'pl'\n"),
        ("config.yaml", "title: X\ndefaultContentLanguage: pl\n"),
        ("config.json", '{\n  "defaultContentLanguage": "pl",\n}\n'),
        ("config/_default/hugo.toml", 'defaultContentLanguage = "pl"\n'),
        ("config.toml", 'default_language = "pl"\n'),
        ("_config.yml", "default_lang: pl\n"),
        ("LANGS.md", "# Languages\n\n* [Polski](pl/)\n* [Deutsch](de/)\n"),
        (
            "mkdocs.yml",
            """plugins:
  - i18n:
      languages:
        - locale: de
          name: Deutsch
        - locale: pl
          default: true
""",
        ),
    ],
)
def test_the_site_generator_names_the_original(
    find: Find, name: str, text: str
) -> None:
    site = find({**dict.fromkeys(PAIR, ""), "content/de/c.md": "", name: text})
    assert originals(site) == {"pl", None}
    assert (
        site.original_reason == f"pl, the default language in {name.rpartition('/')[2]}"
    )


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("astro.config.mjs", "// defaultLocale: 'pl',\n", id="a comment"),
        pytest.param("astro.config.mjs", "defaultLocale: 'root',\n", id="no language"),
        pytest.param(
            "astro.config.mjs", "defaultLocale: LOCALES[0],\n", id="a program"
        ),
        pytest.param(
            "hugo.toml", 'defaultContentLanguage = "fr"\n', id="no such files"
        ),
        pytest.param("hugo.toml", "\0", id="no text"),
    ],
)
def test_a_configuration_that_does_not_tell_is_passed_over(
    find: Find, name: str, text: str
) -> None:
    site = find({**dict.fromkeys([*PAIR, "content/de/c.md"], ""), name: text})
    assert originals(site) == {"de"}


def test_a_readme_does_not_decide_for_a_site(find: Find) -> None:
    files = dict.fromkeys([*PAIR, "content/de/c.md"], "")
    site = find({**files, "README.md": "en", "README.pl.md": "pl"})
    assert {page.name: page.original for page in site.pages} == {
        "README": "en",
        "content/a": "de",
        "content/b": "de",
        "content/c": "de",
    }


def test_an_unmarked_root_decides_for_readmes_beside_it(find: Find) -> None:
    files = {f"docs/{name}.md": "de" for name in "abc"}
    files |= {f"docs/pl/{name}.md": "pl" for name in "abc"}
    site = find({**files, "i/README.de.md": "de", "i/README.pl.md": "pl"})
    assert originals(site) == {"de"}
