"""What the keys of frontmatter mean."""

from __future__ import annotations

import pytest

from transcheck.align.page import align_page
from transcheck.compare.frontmatter import link_entries, shared_entries, wrong_language
from transcheck.compare.page_titles import left_heading, left_title
from transcheck.document import Image
from transcheck.parse import parse
from transcheck.rule import Pair


def pair_of(first: str, second: str, *, language: str = "uk", tag: str = "ua") -> Pair:
    """Return an English page and a translation of it."""
    documents = [
        parse(f"---\n{first}\n---\n\nText.\n", path="en.md", tag="en", language="en"),
        parse(f"---\n{second}\n---\n\nТ.\n", path="t.md", tag=tag, language=language),
    ]
    return align_page("a", documents, "en").pairs[0]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        pytest.param("lang: en", "lang: en", "ua", id="left"),
        pytest.param("lang: en", "lang: pl", "ua", id="of another language"),
        pytest.param("lang: en-US", "locale: en", None, id="another key"),
        pytest.param("lang: en", "lang: uk", None, id="by its code"),
        pytest.param("lang: en", "lang: ua", None, id="as the path spells it"),
        pytest.param("lang: en", "lang: uk-UA", None, id="with its region"),
        pytest.param("language: python", "language: python", None, id="of programs"),
        pytest.param("hero: {lang: en}", "hero: {lang: en}", None, id="of a part"),
        pytest.param("lang: pl", "lang: pl", None, id="not the original's own"),
    ],
)
def test_the_language_of_a_page(first: str, second: str, expected: str | None) -> None:
    pair = pair_of(first, second)
    found = [wrong_language(pair, *both) for both in shared_entries(pair)]
    assert [one for one in found if one] == ([expected] if expected else [])


def test_links_and_images_are_told_by_their_keys() -> None:
    text = "---\nnext: ./a.md\ncover: {image: ./b.png}\nnote: ./c.md\n---\n"
    entries = link_entries(parse(text, path="en.md"))
    assert [(type(one) is Image, one.target) for one in entries] == [
        (False, "./a.md"),
        (True, "./b.png"),
    ]


@pytest.mark.parametrize(
    ("title", "heading", "left"),
    [
        pytest.param("Winter visits", "Зимові відвідини", "title", id="the title"),
        pytest.param("Зимові відвідини", "Winter visits", "heading", id="the heading"),
        pytest.param(
            "Winter visits", "Winter visits", None, id="both: other rules say"
        ),
        pytest.param("Взимку", "Зимові відвідини", None, id="none"),
        pytest.param("Winter visits", "Взимку: winter visits", None, id="a name kept"),
    ],
)
def test_what_was_left_of(title: str, heading: str, left: str | None) -> None:
    documents = [
        parse(f"---\ntitle: {one}\n---\n\n# {two}\n\nText.\n", path=path, tag=path[:2])
        for path, one, two in (
            ("en.md", "Winter visits", "Winter visits"),
            ("uk.md", title, heading),
        )
    ]
    pair = align_page("a", documents, "en").pairs[0]
    found = {"title": left_title(pair), "heading": left_heading(pair)}
    assert [name for name, one in found.items() if one] == ([left] if left else [])
