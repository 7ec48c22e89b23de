"""Terms that an original sets off, and what its translations call them."""

from __future__ import annotations

import pytest

from transcheck.align.page import align_page
from transcheck.compare.renderings import Rendering, renderings
from transcheck.parse import parse


def facts(original: str, translation: str, language: str = "de") -> list[Rendering]:
    """Return what a page of two languages gives."""
    documents = [
        parse(original, path="en/beds.md", tag="en", language="en"),
        parse(translation, path=f"{language}/beds.md", tag=language, language=language),
    ]
    page = align_page("beds", documents, "en")
    return [one for found in renderings(page) for one in found.terms]


def terms(original: str, translation: str, language: str = "de") -> dict[str, str]:
    """Return what stands for what is set off."""
    return {
        one.term: one.answer
        for one in facts(original, translation, language)
        if not one.is_title
    }


@pytest.mark.parametrize(
    ("original", "translation", "found"),
    [
        pytest.param(
            "Use *drip lines* and **Great Care**.",
            "Mit **großer Sorgfalt** nimm *Tropfschläuche*.",
            {"drip lines": "Tropfschläuche", "Great Care": "großer Sorgfalt"},
            id="emphases of two strengths, in any order",
        ),
        pytest.param(
            "Use __drip lines__.",
            "Nimm **Tropfschläuche**.",
            {"drip lines": "Tropfschläuche"},
            id="other signs of one strength",
        ),
        pytest.param(
            "*Drip lines* or *soaker hoses*.",
            "*Perlschläuche* oder *Tropfschläuche*.",
            {},
            id="two of one strength cannot be told apart",
        ),
        pytest.param(
            "See [tools](tools.md) and [the shed](shed.md).",
            "Siehe [Schuppen](shed.md) und [Werkzeug](tools.md).",
            {"tools": "Werkzeug", "the shed": "Schuppen"},
            id="links that lead to the same",
        ),
        pytest.param(
            "See [tools](tools.md) and [rakes](tools.md#rakes).",
            "Siehe [Harken](tools.md#rakes) und [Werkzeug](tools.md).",
            {},
            id="two links to one page cannot be told apart",
        ),
        pytest.param(
            "It is *not* so. See [below](#tools).",
            "Es ist *nicht* so. Siehe [unten](#werkzeug).",
            {},
            id="single words, and places in the page, tell nothing",
        ),
        pytest.param(
            "Run *the `dig` tool* or [`hoe`](hoe.md) at [https://x.org](https://x.org).",
            "Starte *das Werkzeug `dig`* oder [`hoe`](hoe.md) auf"
            " [https://x.org](https://x.org).",
            {},
            id="code and addresses are no words",
        ),
        pytest.param(
            "Lay drip lines (*soaking hoses*).",
            "Lege Tropfschläuche (*drip lines*).",
            {},
            id="a gloss in brackets is left out",
        ),
        pytest.param(
            "See [**Great Care**](care.md).",
            "Siehe [**Große Sorgfalt**](care.md).",
            {"Great Care": "Große Sorgfalt"},
            id="an emphasised link counts once",
        ),
    ],
)
def test_what_is_set_off_has_its_counterpart(
    original: str, translation: str, found: dict[str, str]
) -> None:
    assert terms(original, translation) == found


def test_what_recurs_is_counted() -> None:
    original = "Use **Drip Lines**.\n\nLay **Drip Lines**.\n"
    [one] = facts(original, "Nimm **Tropfschläuche**.\n\nLege **Tropfschläuche**.\n")
    assert (one.answer, one.number) == ("Tropfschläuche", 2)


def test_places_are_those_of_the_words() -> None:
    original, translation = "Use **Drip Lines**.", "使用**滴灌管**。"
    [one] = facts(original, translation, "zh")
    assert one.here.cut(translation) == "滴灌管"
    assert one.there.cut(original) == "Drip Lines"


@pytest.mark.parametrize(
    ("original", "translation", "title"),
    [
        pytest.param("# Beds\n", "# Beete\n", ("Beds", "Beete"), id="headings"),
        pytest.param(
            "---\ntitle: Beds\n---\n## What\n",
            "---\ntitle: Beete\n---\n## Was\n",
            ("Beds", "Beete"),
            id="the frontmatter",
        ),
        pytest.param(
            "---\ntitle: Beds\n---\n## What\n", "# Was\n", None, id="not two things"
        ),
        pytest.param("## What\n", "## Was\n", None, id="not any heading"),
    ],
)
def test_pages_have_titles(
    original: str, translation: str, title: tuple[str, str] | None
) -> None:
    text = "\nThe beds are high and full of beans.\n"
    german = "\nDie Beete sind hoch und voller Bohnen.\n"
    found = [
        (one.term, one.answer)
        for one in facts(original + text, translation + german)
        if one.is_title
    ]
    assert found == ([title] if title else [])


@pytest.mark.parametrize(
    ("term", "told"),
    [
        pytest.param("Drip Line", False, id="a name"),
        pytest.param("Try it out", True, id="a phrase"),
    ],
)
def test_a_phrase_that_was_left_is_told_by_others(term: str, told: bool) -> None:
    [one] = facts(f"**{term}** now.", f"**{term}** gleich jetzt.")
    assert one.is_told is told
