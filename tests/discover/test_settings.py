"""--layout, --original, --languages, --include and --exclude."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from transcheck.config import Settings
from transcheck.errors import InputError
from transcheck.site import Site

Find = Callable[..., Site]

SITE = [f"docs/{tag}/{name}.md" for tag in ("de", "en", "pl") for name in ("a", "b")]


def reasons(site: Site) -> dict[str, str]:
    return {skip.path: skip.reason for skip in site.skipped}


# --- layout -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("template", "files", "name"),
    [
        pytest.param(
            "docs/{lang}/{path}", ["docs/pl/x/a.md", "docs/en/x/a.md"], "docs/x/a",
            id="a folder",
        ),
        pytest.param(
            "docs/{lang}/{path}.md", ["docs/pl/a.md", "docs/en/a.md"], "docs/a",
            id="with an extension",
        ),
        pytest.param(
            "./{path}.{lang}.md", ["x/a.pl.md", "x/a.en.md"], "x/a", id="a suffix"
        ),
        pytest.param(
            "{path}/{lang}", ["Node/pl.md", "Node/en.md"], "Node", id="a file name"
        ),
        pytest.param(
            "{path}_{lang}", ["a_pt_BR.md", "a_en.md"], "a", id="an underscore in a tag"
        ),
        pytest.param(
            "{path}_{lang}", ["no_api_pt_BR.md", "no_api_pl.md"], "no_api",
            id="words before the tag",
        ),
        pytest.param(
            "{lang}-{path}", ["pl-our-bed.md", "en-our-bed.md"], "our-bed", id="prefix"
        ),
        pytest.param(
            "*/{lang}/{path}", ["x/pl/a.md", "x/en/a.md"], "x/a", id="any folder"
        ),
        pytest.param(
            "**/{lang}/{path}", ["x/y/pl/a.md", "x/y/en/a.md"], "x/y/a", id="folders"
        ),
        pytest.param(
            "{lang}/{path}", ["haw/a.md", "en/a.md"], "a", id="a rare language"
        ),
    ],
)  # fmt: skip
def test_a_template_tells_the_pages(
    find: Find, template: str, files: list[str], name: str
) -> None:
    site = find([*files, "other.md"], settings=Settings(layout=template))
    assert [page.name for page in site.pages] == [name]
    assert sorted(site.pages[0].files.values()) == sorted(files)
    assert reasons(site)["other.md"].startswith("not in layout '")


@pytest.mark.parametrize(
    ("template", "translation", "original"),
    [
        pytest.param(
            "i18n/{lang}/{path}", "i18n/pl/x/a.md", "x/a.md", id="a container"
        ),
        pytest.param(
            "docs/{lang}/{path}", "docs/pl/x/a.md", "docs/x/a.md", id="in place"
        ),
        pytest.param("{path}.{lang}", "x/a.pl.md", "x/a.md", id="no suffix"),
        pytest.param("tr_{lang}/{path}", "tr_pl/x/a.md", "x/a.md", id="alone"),
    ],
)
def test_an_original_may_stand_at_the_path_without_language(
    find: Find, template: str, translation: str, original: str
) -> None:
    files = {translation: "pl", original: "de"}
    page = find(files, settings=Settings(layout=template)).pages[0]
    assert page.files == {"de": original, "pl": translation}
    assert page.original == "de"


def test_a_template_counts_from_the_root_or_the_working_folder(find: Find) -> None:
    for template in ("docs/{lang}/{path}", "{lang}/{path}"):
        site = find(SITE, "docs", settings=Settings(layout=template))
        assert [page.name for page in site.pages] == ["a", "b"]


def test_a_template_counts_from_the_folder_of_the_configuration(
    find: Find, tmp_path: Path
) -> None:
    settings = Settings(layout="docs/{lang}/{path}", source=tmp_path / "x.toml")
    site = find(SITE, str(tmp_path / "docs"), settings=settings)
    assert len(site.pages) == 2


@pytest.mark.parametrize(
    "template",
    [
        "docs/{lang}",
        "{path}",
        "{lang}/{lang}/{path}",
        "{lang}/{path}/{name}",
        "",
        "docs",
    ],
)
def test_a_template_needs_both_fields_once(find: Find, template: str) -> None:
    with pytest.raises(InputError, match=r"must have \{lang\} and \{path\}, each once"):
        find(SITE, settings=Settings(layout=template))


# --- original ---------------------------------------------------------------------


@pytest.mark.parametrize("name", ["pl", "PL", "polish", "pl-PL"])
def test_the_original_is_what_the_settings_say(find: Find, name: str) -> None:
    site = find([*SITE, "docs/en/c.md"], settings=Settings(original=name))
    assert [page.original for page in site.pages] == ["pl", "pl", None]
    assert name in site.original_reason


def test_the_settings_name_an_unmarked_original(find: Find) -> None:
    site = find({"a.md": "", "a.pl.md": ""}, settings=Settings(original="uk"))
    assert site.pages[0].files == {"pl": "a.pl.md", "uk": "a.md"}
    assert site.pages[0].original == "uk"


def test_a_translation_may_be_chosen_over_an_unmarked_file(find: Find) -> None:
    site = find({"a.md": "en", "a.pl.md": "pl"}, settings=Settings(original="pl"))
    assert site.pages[0].original == "pl"
    assert set(site.pages[0].files) == {"en", "pl"}


# --- languages --------------------------------------------------------------------


def test_only_the_languages_asked_for_are_left_beside_the_original(find: Find) -> None:
    settings = Settings(languages=("PL",), original="en")
    site = find([*SITE, "docs/de/c.md"], settings=settings)
    assert [page.files for page in site.pages] == [
        {"en": "docs/en/a.md", "pl": "docs/pl/a.md"},
        {"en": "docs/en/b.md", "pl": "docs/pl/b.md"},
    ]
    assert site.languages == {"en": "en", "pl": "pl"}
    assert reasons(site) == dict.fromkeys(
        ("docs/de/a.md", "docs/de/b.md", "docs/de/c.md"),
        "in de, not a language to check",
    )


def test_the_order_of_languages_does_not_matter(find: Find) -> None:
    first = find(SITE, settings=Settings(languages=("pl", "de")))
    second = find(SITE, settings=Settings(languages=("de", "pl")))
    assert first == second


def test_every_wrong_language_is_told(find: Find) -> None:
    settings = Settings(languages=("pl", "klingon"), original="engl")
    with pytest.raises(InputError) as caught:
        find(SITE, settings=settings)
    assert str(caught.value).split("\n") == [
        "'klingon' is no language",
        "'engl' is no language",
    ]


# --- include, exclude -------------------------------------------------------------


@pytest.mark.parametrize(
    "pattern",
    [
        pytest.param("de/", id="a folder anywhere"),
        pytest.param("/docs/de", id="from the root"),
        pytest.param("docs/de/*.md", id="a star"),
        pytest.param("**/de/**", id="stars"),
    ],
)
def test_excluded_files_are_skipped_with_the_pattern(find: Find, pattern: str) -> None:
    site = find(SITE, settings=Settings(exclude=(pattern,)))
    assert list(site.languages) == ["en", "pl"]
    assert reasons(site) == dict.fromkeys(
        ("docs/de/a.md", "docs/de/b.md"), f"excluded by '{pattern}'"
    )


def test_a_later_pattern_takes_a_file_back(find: Find) -> None:
    site = find(SITE, settings=Settings(exclude=("b.md", "!docs/pl/b.md")))
    assert set(reasons(site)) == {"docs/de/b.md", "docs/en/b.md"}


def test_only_included_files_are_content(find: Find) -> None:
    site = find(SITE, settings=Settings(include=("docs/en/", "docs/pl/")))
    assert list(site.languages) == ["en", "pl"]
    assert reasons(site) == dict.fromkeys(
        ("docs/de/a.md", "docs/de/b.md"), "not among the files to include"
    )


def test_a_pattern_counts_from_the_root_or_the_working_folder(find: Find) -> None:
    for pattern in ("/de/", "/docs/de/"):
        site = find(SITE, "docs", settings=Settings(exclude=(pattern,)))
        assert list(site.languages) == ["en", "pl"]


def test_a_named_file_may_be_excluded(find: Find) -> None:
    site = find(SITE, "docs/de/a.md", settings=Settings(exclude=("de/",)))
    assert site.pages == ()
    assert reasons(site) == {"docs/de/a.md": "excluded by 'de/'"}


def test_a_pattern_that_is_none_is_refused(find: Find) -> None:
    with pytest.raises(InputError, match="exclude: "):
        find(SITE, settings=Settings(exclude=("!",)))
