"""Which original a text is a translation of, by what is in it."""

from __future__ import annotations

import pytest

from transcheck.align.page import align_page
from transcheck.align.traits import Traits
from transcheck.compare.originals import Original, Originals, original_of
from transcheck.parse import parse

TOMATOES = """\
# Tomatoes

See the [calendar](https://example.org/calendar) and [pests](/pests).

- Run `sow tomatoes`
- Run `water --daily`
"""
BEANS = """\
# Beans

They climb. See [poles](/poles).

> Run `sow beans` in May.
"""
# The furniture of every page, and the same build as tomatoes.
PEAS = """\
# Peas

See the [forum](https://example.org/forum) and [prices](/prices).

- Run `help`
- Run `quit`
"""


def original(name: str, text: str) -> Original:
    document = parse(text, path=f"en/{name}.md", tag="en", language="en")
    found = original_of(align_page(name, [document], "en"))
    assert found is not None
    return found


def traits(text: str) -> Traits:
    document = parse(text, path="el/x.md", tag="el", language="el")
    return align_page("x", [document], None).traits["el/x.md"]


ALL = [
    original("tomatoes", TOMATOES),
    original("beans", BEANS),
    *(original(f"peas{number}", PEAS) for number in range(4)),
]
GREEK = """\
# Ντομάτες

Δείτε το [ημερολόγιο](https://example.org/calendar) και τα [παράσιτα](/pests).

- Εκτελέστε `sow tomatoes`
- Εκτελέστε `water --daily`
"""


def match(text: str, *, but: str = "", floor: float = 0.0) -> str | None:
    found = Originals(ALL).match(traits(text), lambda one: one.page != but, floor)
    return found.page if found else None


def test_a_translation_is_known_by_its_links_and_code() -> None:
    assert match(GREEK, floor=0.2) == "tomatoes"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("# Ντομάτες\n\nΚείμενο.\n", id="no link or code"),
        pytest.param(
            "# Φασόλια\n\nΔείτε [πασσάλους](/poles).\n\n> `sow beans` τον Μάιο.\n",
            id="the same build and two things in common",
        ),
        pytest.param(PEAS.replace("Peas", "Αρακάς"), id="furniture of the site"),
        pytest.param(
            GREEK + "".join(f"## {x}\n\n```sh\nx {x}\n```\n\n" for x in range(9)),
            id="a page that has much else",
        ),
    ],
)
def test_without_evidence_no_original_is_named(text: str) -> None:
    assert match(text) is None


def test_an_original_must_be_clearly_better_than_the_texts_own() -> None:
    assert match(GREEK, floor=0.71) is None


def test_of_two_originals_that_are_as_like_none_is_named() -> None:
    twins = Originals([*ALL, original("tomatoes-again", TOMATOES)])
    assert twins.match(traits(GREEK), lambda _: True) is None


def test_only_originals_in_question_are_named() -> None:
    assert match(GREEK, but="tomatoes") is None


def test_a_page_without_an_original_has_none() -> None:
    document = parse(GREEK, path="el/x.md", tag="el", language="el")
    assert original_of(align_page("x", [document], "en")) is None
