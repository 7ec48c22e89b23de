"""Typographic conventions of a site's languages, and the pages that do otherwise."""

from __future__ import annotations

import pytest

from transcheck.align.page import align_page
from transcheck.compare.conventions import (
    Deviation,
    Form,
    Habit,
    find_deviations,
    find_habits,
)
from transcheck.parse import parse
from transcheck.text import Span
from transcheck.typography import Convention


def habits(original: str, translation: str, language: str = "fr") -> list[Habit]:
    """Return the habits of a translation of English."""
    documents = [
        parse(original, path="en.md", tag="en", language="en"),
        parse(translation, path="x.md", tag=language, language=language),
    ]
    page = align_page("x", documents, "en")
    return [habit for habit in find_habits(page) if habit.path == "x.md"]


def counts(*found: Habit) -> dict[str, int]:
    """Return how often forms occur."""
    return {form.form: form.count for habit in found for form in habit.forms}


def habit(path: str, language: str = "fr", **times: int) -> Habit:
    """Return a habit by the numbers of straight and curly apostrophes."""
    signs = {"straight": "'", "curly": "’"}
    forms = (
        Form(signs[name], count, (Span(number, number + 1),), plain=True)
        for number, (name, count) in enumerate(times.items())
    )
    return Habit(Convention.APOSTROPHES, language, language, path, tuple(forms))


def paths(*found: Habit, share: float = 0.9) -> list[str]:
    """Return the documents that do otherwise."""
    return [one.habit.path for one in find_deviations(found, share)]


@pytest.mark.parametrize(
    ("original", "translation", "found"),
    [
        pytest.param("Air.", "L'air, **l’eau**.", {"'": 1, "’": 1}, id="in text"),
        pytest.param("It's Ann's.", "C’est Ann's.", {"’": 1}, id="names are copied"),
        pytest.param('Say "Go".', 'Dites "Go".', {}, id="and so are buttons"),
        pytest.param("Say go.", 'Dites "`go`".', {}, id="code is none of it"),
        pytest.param("A `x`.", "Un `l'air`.", {}, id="nor is what is in code"),
        pytest.param(
            "[Air](https://x.org/a)",
            "[L'air](https://x.org/a) d’ici",
            {"’": 1},
            id="nor the titles of other sites",
        ),
        pytest.param("", "", {}, id="nothing"),
    ],
)
def test_habits_are_a_translations_own(
    original: str, translation: str, found: dict[str, int]
) -> None:
    assert counts(*habits(original, translation)) == found


@pytest.mark.parametrize(
    ("translation", "found"),
    [
        pytest.param("看 Garden 软件", {" ": 2}, id="in text"),
        pytest.param("# Garden软件", {}, id="not in headings, which are names"),
        pytest.param("看 **Garden** 软件", {}, id="not beside markup"),
        pytest.param("看[[Garden软件]]。", {}, id="not in the name of a page"),
    ],
)
def test_spaces_count_where_the_writer_set_them(
    translation: str, found: dict[str, int]
) -> None:
    assert counts(*habits("", translation, "zh")) == found


def test_an_escaped_quotation_is_not_written_anew() -> None:
    (found,) = habits("Air.", 'Un «air» et \\"eau\\".')
    assert [(one.form, one.plain) for one in found.forms] == [
        ("«»", True),
        ('""', False),
    ]


def test_the_minority_is_reported_with_the_numbers() -> None:
    usual = [habit(f"{number}.md", straight=9) for number in range(9)]
    odd = habit("odd.md", straight=4, curly=1)
    assert list(find_deviations([*usual, odd], 0.9)) == [
        Deviation(odd, odd.forms[1], "'", 10, 10, 85 / 86)
    ]


@pytest.mark.parametrize(
    "found",
    [
        pytest.param(
            [habit(f"{n}.md", straight=5, curly=4) for n in range(9)], id="all mix"
        ),
        pytest.param(
            [
                *(habit(f"{n}.md", straight=9) for n in range(5)),
                *(habit(f"{n}-2.md", curly=9) for n in range(5)),
            ],
            id="each page has its own",
        ),
        pytest.param(
            [
                habit("a.md", straight=99),
                *(habit(f"{n}.md", curly=1) for n in range(5)),
            ],
            id="one large page is not most pages",
        ),
        pytest.param(
            [*(habit(f"{n}.md", straight=9) for n in range(3)), habit("a.md", curly=1)],
            id="few pages",
        ),
        pytest.param(
            [*(habit(f"{n}.md", straight=1) for n in range(9)), habit("a.md", curly=1)],
            id="few places",
        ),
        pytest.param(
            [
                *(habit(f"{n}.md", straight=9) for n in range(9)),
                *(habit(f"{n}.md", "it", curly=9) for n in range(9)),
            ],
            id="each language has its own",
        ),
        pytest.param([], id="nothing is known"),
    ],
)
def test_a_site_that_mixes_or_is_small_is_left_alone(found: list[Habit]) -> None:
    assert paths(*found) == []
