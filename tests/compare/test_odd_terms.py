"""Terms that a language calls one thing here and another thing there."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcheck.compare.odd_terms import odd_terms
from transcheck.compare.renderings import Rendering, Renderings
from transcheck.text import Span

USUAL = "план полива"
ODD = "график полива"


def rendering(
    page: int,
    answer: str,
    term: str = "watering plan",
    lead: str = "",
    *,
    number: int = 1,
    is_title: bool = False,
) -> Renderings:
    """Return a term as it is on a page."""
    one = Rendering(
        term=term,
        answer=answer,
        lead=lead,
        here=Span(0, len(answer)),
        there=Span(0, len(term)),
        number=number,
        is_title=is_title,
    )
    return Renderings("ru", f"ru/{page}.md", "en", f"en/{page}.md", (one,))


def title(answer: str, term: str = "Watering plans") -> Renderings:
    """Return the title of the page `plan`."""
    return rendering(0, answer, term, lead="page plan", is_title=True)


def test_the_rest_is_held_against_most() -> None:
    facts = [
        *(rendering(page, USUAL, number=2) for page in range(3)),
        rendering(9, ODD),
    ]
    [odd] = odd_terms(facts)
    assert (odd.use.rendering.answer, odd.use.document.path) == (ODD, "ru/9.md")
    assert (odd.usual.rendering.answer, odd.number, odd.total) == (USUAL, 6, 7)


@pytest.mark.parametrize(
    "facts",
    [
        pytest.param(
            [*(rendering(page, USUAL) for page in range(3)), rendering(9, ODD)],
            id="too few places",
        ),
        pytest.param(
            [rendering(1, USUAL, number=6), rendering(2, ODD)], id="too few pages"
        ),
        pytest.param(
            [rendering(page, (USUAL, ODD)[page % 2]) for page in range(8)],
            id="no clear majority",
        ),
        pytest.param(
            [
                rendering(page, ("план полива", "Плана полива")[page % 2])
                for page in range(8)
            ],
            id="other forms",
        ),
        pytest.param(
            [
                *(rendering(page, USUAL) for page in range(4)),
                *(rendering(page, ODD, "garden plan") for page in range(4)),
            ],
            id="other terms",
        ),
        pytest.param(
            [
                *(rendering(page, USUAL, lead="page a") for page in range(4)),
                rendering(9, ODD, lead="page b"),
            ],
            id="other pages that links lead to",
        ),
    ],
)
def test_what_proves_nothing_is_not_told(facts: list[Renderings]) -> None:
    assert list(odd_terms(facts)) == []


def test_a_page_is_told_once_for_each_answer() -> None:
    usual = [rendering(page, USUAL) for page in range(9)]
    odd = [rendering(9, ODD), rendering(9, ODD), rendering(9, "расписание")]
    found = [one.use.rendering.answer for one in odd_terms(usual + odd)]
    assert found == [ODD, "расписание"]


def test_the_title_of_its_page_is_what_a_link_says() -> None:
    [odd] = odd_terms([rendering(1, ODD, lead="page plan"), title(USUAL)])
    assert (odd.use.rendering.answer, odd.usual.rendering.answer) == (ODD, USUAL)
    assert odd.usual.rendering.is_title


@pytest.mark.parametrize(
    "facts",
    [
        pytest.param(
            [rendering(1, "здесь", "here", lead="page plan"), title(USUAL)],
            id="the link is not the title in the original",
        ),
        pytest.param(
            [
                *(rendering(page, ODD, lead="page plan") for page in range(5)),
                title(USUAL),
            ],
            id="links agree on something else",
        ),
        pytest.param(
            [rendering(1, "план полива", lead="page plan"), title("План полива (2)")],
            id="the title has a gloss",
        ),
        pytest.param(
            [rendering(1, "ЧЗВ", lead="page plan"), title("Часто задаваемые вопросы")],
            id="an abbreviation of the title",
        ),
    ],
)
def test_titles_do_not_count_everywhere(
    facts: list[Renderings],
) -> None:
    assert list(odd_terms(facts)) == []


@given(
    st.lists(st.sampled_from([USUAL, ODD, "плана полива", "", "水"]), max_size=12),
    st.randoms(use_true_random=False),
)
def test_numbers_are_those_of_the_facts(
    answers: list[str], order: random.Random
) -> None:
    facts = [rendering(page, answer) for page, answer in enumerate(answers)]
    found = list(odd_terms(facts))
    order.shuffle(facts)
    assert {one.use for one in odd_terms(facts)} == {one.use for one in found}
    for one in found:
        assert one.total == len(facts)
        assert one.number + len(found) <= one.total
