"""Pages found by what files say, where no path tells."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from transcheck.site import Site

Find = Callable[..., Site]


def article(prose: str, target: str, number: int, code: str) -> str:
    first, last = prose[:8], prose[-8:-1]
    return (
        f"# {first}\n\n{prose}\n\n## {last}\n\n"
        f"{prose} [{first}]({target}) {number}.\n\n```sh\n{code}\n```\n"
    )


ONE = ("/rain-gauge", 2024, "rain --week")
TWO = ("/bean-jar", 1987, "sow --all")


def test_translations_share_what_nobody_translates(
    find: Find, prose: Mapping[str, str]
) -> None:
    site = find(
        {
            "x1.md": article(prose["pl"], *ONE),
            "x2.md": article(prose["de"], *ONE),
            "x3.md": article(prose["ja"], *ONE),
            "x4.md": article(prose["pl"], *TWO),
            "x5.md": article(prose["tr"], *TWO),
        }
    )
    assert [(page.name, page.original, page.files) for page in site.pages] == [
        ("x1", None, {"de": "x2.md", "ja": "x3.md", "pl": "x1.md"}),
        ("x4", None, {"pl": "x4.md", "tr": "x5.md"}),
    ]
    assert site.skipped == ()


def test_links_into_language_folders_are_the_same_link(
    find: Find, prose: Mapping[str, str]
) -> None:
    polish = article(prose["pl"], "/pl/rain/", 2024, "rain")
    german = article(prose["de"], "/de/rain/", 2024, "rain")
    assert len(find({"x1.md": polish, "x2.md": german}).pages) == 1


def test_texts_that_share_nothing_stay_alone(
    find: Find, prose: Mapping[str, str]
) -> None:
    site = find(
        {"x1.md": article(prose["pl"], *ONE), "x2.md": article(prose["de"], *TWO)}
    )
    assert site.pages == ()
    assert [skip.path for skip in site.skipped] == ["x1.md", "x2.md"]


def test_a_second_file_in_a_language_is_left_alone(
    find: Find, prose: Mapping[str, str]
) -> None:
    site = find(
        {
            "x1.md": article(prose["pl"], *ONE),
            "x2.md": article(prose["de"], *ONE),
            "x3.md": article(prose["pl"], *ONE),
        }
    )
    assert len(site.pages) == 1
    assert set(site.pages[0].files) == {"de", "pl"}
    assert len(site.skipped) == 1


@pytest.mark.parametrize("text", ["", "#\n", "---\n---\n", "```\n```\n", "\0", "> \n"])
def test_short_texts_are_left_alone(
    find: Find, prose: Mapping[str, str], text: str
) -> None:
    site = find({"x1.md": text, "x2.md": prose["pl"], "x3.md": prose["de"]})
    assert site.pages == ()


def test_content_is_not_asked_where_a_path_tells(
    find: Find, prose: Mapping[str, str]
) -> None:
    site = find(
        {
            "en/a.md": "en",
            "pl/a.md": "pl",
            "x1.md": article(prose["pl"], *ONE),
            "x2.md": article(prose["de"], *ONE),
        }
    )
    assert [page.name for page in site.pages] == ["a"]
