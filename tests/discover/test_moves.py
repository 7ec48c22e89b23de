"""Originals that are at other paths than their translations in a container."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from transcheck.discover.moves import Move, find_moves
from transcheck.site import Site

Find = Callable[..., Site]

DOCS = "docusaurus-plugin-content-docs"
PLUGIN = "i18n/pl/docusaurus-plugin-content"
OLD = "versioned_docs/version"
CURRENT = f"i18n/pl/{DOCS}/current"


def pairs(site: Site) -> dict[str, str]:
    """Return translation to original."""
    return {
        path: page.files[page.original]
        for page in site.pages
        if page.original is not None
        for tag, path in page.files.items()
        if tag != page.original
    }


@pytest.mark.parametrize(
    "expected",
    [
        pytest.param({f"{CURRENT}/a/rake.md": "docs/a/rake.md"}, id="the usual folder"),
        pytest.param(
            {
                f"website/{CURRENT}/rake.md": "docs/rake.md",
                f"website/{CURRENT}/hoe.md": "docs/hoe.md",
            },
            id="a folder above the site",
        ),
        pytest.param(
            {
                f"docs/{CURRENT}/use/{name}.md": f"docs/modules/use/{name}.md"
                for name in ("rake", "hoe", "spade")
            },
            id="a folder of another name",
        ),
        pytest.param(
            {
                f"{CURRENT}/rake.md": "docs/rake.md",
                f"i18n/pl/{DOCS}/version-1.0/rake.md": f"{OLD}-1.0/rake.md",
                f"i18n/pl/{DOCS}/version-2.0/rake.md": f"{OLD}-2.0/rake.md",
            },
            id="each version its own",
        ),
        pytest.param(
            {
                f"{CURRENT}/rake.md": "docs/rake.md",
                f"i18n/pl/{DOCS}-tools/current/rake.md": "tools/rake.md",
                f"{PLUGIN}-blog/2024/rake.md": "blog/2024/rake.md",
                f"{PLUGIN}-pages/rake.md": "src/pages/rake.md",
            },
            id="the same name in every instance",
        ),
        pytest.param(
            {
                f"translations/pl/garden/{name}.md": f"handbook/garden/{name}.md"
                for name in ("rake", "hoe", "spade")
            },
            id="another generator",
        ),
    ],
)
def test_originals_are_found_by_the_ends_of_their_paths(
    find: Find, expected: Mapping[str, str]
) -> None:
    site = find(
        {**dict.fromkeys(expected, "pl"), **dict.fromkeys(expected.values(), "en")}
    )
    assert pairs(site) == expected


@pytest.mark.parametrize(
    ("translation", "other"),
    [
        pytest.param(
            f"i18n/pl/{DOCS}/version-1.0/rake.md", "docs/rake.md", id="a newer version"
        ),
        pytest.param(
            f"i18n/pl/{DOCS}/version-1.0/rake.md",
            "versioned_docs/version-2.0/rake.md",
            id="another version",
        ),
        pytest.param(
            f"{CURRENT}/rake.md",
            "versioned_docs/version-2.0/rake.md",
            id="a version of what was removed",
        ),
        pytest.param(
            f"i18n/pl/{DOCS}/version-stable/rake.md",
            "docs/rake.md",
            id="a version with a name",
        ),
        pytest.param(
            "i18n/pl/docusaurus-plugin-content-pages/rake.md",
            "content/rake.md",
            id="a folder that is alike in a word of the generator",
        ),
        pytest.param(
            f"{CURRENT}/rake.md", "src/parts/rake.md", id="a folder of another name"
        ),
        pytest.param(
            f"{CURRENT}/index.md", "packages/core/index.md", id="a name all have"
        ),
        pytest.param(
            f"one/{CURRENT}/rake.md",
            "two/i18n/de/x/y.md two/docs/rake.md",
            id="a site beside it",
        ),
    ],
)
def test_what_has_the_same_name_elsewhere_is_no_original(
    find: Find, translation: str, other: str
) -> None:
    site = find({translation: "pl", **dict.fromkeys(other.split(), "en")})
    assert site.pages == ()


def test_a_page_that_is_gone_is_not_paired_with_one_of_its_name(find: Find) -> None:
    names = ("a/rake", "a/hoe", "a/spade")
    site = find(
        {
            **dict.fromkeys((f"{CURRENT}/{name}.md" for name in names), "pl"),
            **dict.fromkeys((f"docs/{name}.md" for name in names), "en"),
            f"{CURRENT}/b/rope.md": "pl",
            "docs/c/rope.md": "en",
        }
    )
    assert pairs(site) == {f"{CURRENT}/{name}.md": f"docs/{name}.md" for name in names}
    assert [page.name for page in site.pages if page.original is None] == [
        "docs/b/rope"
    ]


def test_a_small_version_is_found_beside_a_large_one(find: Find) -> None:
    names = ("rake", "hoe", "spade", "rope", "pot")
    expected = {
        **{f"{CURRENT}/{name}.md": f"docs/{name}.md" for name in names},
        f"i18n/pl/{DOCS}/version-1.0/rake.md": f"{OLD}-1.0/rake.md",
    }
    files = {**dict.fromkeys(expected, "pl"), **dict.fromkeys(expected.values(), "en")}
    site = find({**files, f"i18n/pl/{DOCS}/version-1.0/hoe.md": "pl"})
    assert pairs(site) == expected
    assert [page.name for page in site.pages if page.original is None] == [
        "versioned_docs/version-1.0/hoe"
    ]


def test_what_a_container_holds_are_languages_before_they_are_translated(
    find: Find,
) -> None:
    tags = ("cs", "tr")
    files = {f"i18n/{tag}/{DOCS}/current/rake.md": "en" for tag in tags}
    site = find({**files, "docs/rake.md": "en"})
    assert [sorted(page.files) for page in site.pages] == [["cs", "en", "tr"]]


def test_the_nearest_of_two_folders_that_answer_alike_is_taken() -> None:
    names = ("rake", "hoe", "spade")
    paths = [
        f"{folder}/{name}" for folder in ("site/docs", "old/docs") for name in names
    ]
    assert find_moves("site/i18n", [f"x/{name}" for name in names], paths) == (
        Move("x", "site/docs"),
    )


@pytest.mark.parametrize(
    ("move", "residual", "original"),
    [
        pytest.param(Move("", "docs"), "a/b", "docs/a/b", id="no prefix"),
        pytest.param(Move("x", ""), "x/b", "b", id="no root"),
        pytest.param(Move("x", "docs"), "xy/b", None, id="a folder that begins alike"),
    ],
)
def test_a_move_tells_where_the_original_is(
    move: Move, residual: str, original: str | None
) -> None:
    assert move.original(residual) == original
