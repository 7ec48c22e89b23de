"""Sections held against sections."""

from __future__ import annotations

import pytest

from transcheck.align.model import BlockPair, BlockState, Pair, SectionPair
from transcheck.align.page import align_pair
from transcheck.document import block_prose
from transcheck.parse import parse


def hold(original: str, translation: str, suffix: str = "md") -> Pair:
    return align_pair(
        parse(original, path=f"en.{suffix}", tag="en", language="en"),
        parse(translation, path=f"de.{suffix}", tag="de", language="de"),
    )


def line(pair: SectionPair, original: str, translation: str) -> str:
    """Return a section pair as ``original = translation``, by their headings."""
    sides = ((pair.original, original), (pair.translation, translation))
    one, other = (
        section.heading.span.cut(text) if section and section.heading else ""
        for section, text in sides
    )
    return f"{one} = {other}{' (under)' if pair.under_gap else ''}"


A = "## A {#a}\n\nOne [a](a.md).\n\n"
B = "## B {#b}\n\nTwo [b](b.md).\n\n"
C = "## C {#c}\n\nThree [c](c.md).\n\n"
D = "### D {#d}\n\nFour [d](d.md).\n\n"


@pytest.mark.parametrize(
    ("original", "translation", "expected"),
    [
        pytest.param(
            A + B + C,
            A + C,
            ["## A {#a} = ## A {#a}", "## B {#b} = ", "## C {#c} = ## C {#c}"],
            id="a lost section disturbs nothing",
        ),
        pytest.param(
            "## A\n\nTwo ways there are:\n\nGo [by hand](hand.md) and count.\n\n"
            "Take `counter`, or [a tool](tool.md).\n",
            "## X\n\nZwei Wege gibt es:\n\n### Y\n\nZähle [von Hand](hand.md) nach."
            "\n\n### Z\n\nNimm `counter`, oder [ein Werkzeug](tool.md).\n",
            ["## A = ## X", " = ### Y", " = ### Z"],
            id="headings that were added below one do not take its place",
        ),
        pytest.param(
            A + C,
            A + B + C,
            ["## A {#a} = ## A {#a}", " = ## B {#b}", "## C {#c} = ## C {#c}"],
            id="an added section disturbs nothing",
        ),
        pytest.param(
            A + B + D + C,
            A + C,
            [
                "## A {#a} = ## A {#a}",
                "## B {#b} = ",
                "### D {#d} =  (under)",
                "## C {#c} = ## C {#c}",
            ],
            id="a lost section takes those below it along",
        ),
        pytest.param(
            A + B + D,
            A + D,
            ["## A {#a} = ## A {#a}", "## B {#b} = ", "### D {#d} = ### D {#d}"],
            id="a section stays though the one above it is lost",
        ),
        pytest.param(
            A + "## Rain {#rain}\n\nSee [rain](rain.md) and [hail](hail.md).\n\n" + D,
            A + "## Snow {#snow}\n\nSee [snow](snow.md) and [ice](ice.md).\n\n" + D,
            [
                "## A {#a} = ## A {#a}",
                "## Rain {#rain} = ## Snow {#snow}",
                "### D {#d} = ### D {#d}",
            ],
            id="sections answer each other by what is below them",
        ),
        pytest.param(
            "## 1. Why?\n\nIn.\n\n## 2. How?\n\nBy foot.\n\n## 3. Who?\n\nAll of us.\n",
            "## 1. लल?\n\nलल।\n\n## 2. ललल?\n\nलललल ल लल।\n",
            [
                "## 1. Why? = ## 1. लल?",
                "## 2. How? = ## 2. ललल?",
                "## 3. Who? = ",
            ],
            id="the numbers of questions tell them apart",
        ),
        pytest.param(
            A + B + C,
            A + "#" + B + C,
            [
                "## A {#a} = ## A {#a}",
                "## B {#b} = ### B {#b}",
                "## C {#c} = ## C {#c}",
            ],
            id="a wrong level loses no section",
        ),
        pytest.param(
            A + B + C,
            B + C + D,
            [
                "## A {#a} = ",
                "## B {#b} = ## B {#b}",
                "## C {#c} = ## C {#c}",
                " = ### D {#d}",
            ],
            id="one lost and one added do not shift the rest",
        ),
        pytest.param(
            "## Getting started\n\nText.\n\n## Usage\n\nText.",
            "## Benutzung {#usage}\n\nText.",
            ["## Getting started = ", "## Usage = ## Benutzung {#usage}"],
            id="a pinned id may be the one of the original's text",
        ),
        pytest.param(
            "# Title\n\nAll [new](new.md) text `a` here.",
            "# Titel\n\nGanz [alter](old.md) Text `b` und `c` hier.",
            ["# Title = # Titel"],
            id="the title stays though all under it was rewritten",
        ),
    ],
)
def test_sections_are_aligned(
    original: str, translation: str, expected: list[str]
) -> None:
    pair = hold(original, translation)
    root, *found = pair.sections
    assert root.key == "root"
    assert [line(section, original, translation) for section in found] == expected


def test_a_lost_heading_does_not_lose_what_stood_under_it() -> None:
    pair = hold(A + B + C, A + B.partition("\n\n")[2] + C)
    lost = [pair_.key for pair_ in pair.sections if pair_.translation is None]
    assert len(lost) == 1
    states = [block.state for block in pair.walk_blocks()]
    assert states == [BlockState.TRANSLATED] * 5
    assert pair.owed == pytest.approx(1 / 6)


def test_an_added_heading_does_not_lose_what_stands_under_it() -> None:
    whole = "## W\n\nOne [a](a.md).\n\nTwo [b](b.md).\n\n"
    split = "## V\n\nEins [a](a.md).\n\n## X\n\nZwei [b](b.md).\n\n"
    pair = hold(A + whole + C, A + split + C)
    found = [
        line(part, pair.original.text, pair.translation.text) for part in pair.sections
    ]
    assert found[2:4] == ["## W = ## V", " = ## X"]
    assert {block.state for block in pair.walk_blocks()} == {BlockState.TRANSLATED}


INTRO = "A greenhouse keeps the frost out and the plants warm.\n\n"
INTRO_DE = "Ein Gewächshaus hält den Frost ab und die Pflanzen warm.\n\n"
LINKS = "![A](a.png)\n\n[Glass](glass.md), [ice](ice.md), [roof](roof.md)\n\n"
USE = "## Use\n\nOpen the roof in summer, and close it at night.\n\n"
USE_DE = "## Nutzung\n\nÖffne das Dach im Sommer und schließe es bei Nacht.\n\n"
CARE = "## Care\n\nWash the panes twice a year, in spring and in autumn.\n"
CARE_DE = "## Pflege\n\nPutze die Scheiben zweimal im Jahr, im Mai und im Herbst.\n"


@pytest.mark.parametrize(
    ("original", "translation", "expected"),
    [
        pytest.param(
            INTRO + USE + CARE,
            "## Was ist das?\n\n" + INTRO_DE + USE_DE + CARE_DE,
            [" = ", " = ## Was ist das?", "## Use = ## Nutzung", "## Care = ## Pflege"],
            id="a heading was added above the first text",
        ),
        pytest.param(
            "# Greenhouse\n\n### Overview\n\n" + INTRO + USE + CARE,
            "# Gewächshaus\n\n" + INTRO_DE + USE_DE + CARE_DE,
            [
                " = ",
                "# Greenhouse = # Gewächshaus",
                "### Overview = ",
                "## Use = ## Nutzung",
                "## Care = ## Pflege",
            ],
            id="the heading above the first text was lost, below a title",
        ),
        pytest.param(
            INTRO + USE + CARE,
            USE_DE + CARE_DE,
            [" = ", "## Use = ## Nutzung", "## Care = ## Pflege"],
            id="the first text itself was lost",
        ),
        pytest.param(
            "# Greenhouse\n\n" + INTRO + LINKS + USE + CARE,
            "# Das Gewächshaus\n\nWas ist das?\n\n## Sein Zweck\n\n"
            + INTRO_DE
            + LINKS
            + USE_DE
            + CARE_DE,
            [
                " = ",
                "# Greenhouse = # Das Gewächshaus",
                " = ## Sein Zweck",
                "## Use = ## Nutzung",
                "## Care = ## Pflege",
            ],
            id="another text and a heading were added above the first text",
        ),
    ],
)
def test_the_text_that_a_page_opens_with_may_have_a_heading(
    original: str, translation: str, expected: list[str]
) -> None:
    pair = hold(original, translation)
    assert [line(part, original, translation) for part in pair.sections] == expected
    opening = next(part for part in pair.walk_blocks() if "frost" in _text(part))
    assert (opening.translation is None) is (INTRO_DE not in translation)


def _text(pair: BlockPair) -> str:
    return block_prose(pair.original) if pair.original else ""


def test_as_many_sections_in_one_order_are_the_same_whatever_became_of_them() -> None:
    table = "| Name | Note |\n| --- | --- |\n"
    note = INTRO.strip() + " See `sow` and `rake`."
    original = (
        f"# Beds\n\n## In\n\n{table}| Seed | {note} |\n\n"
        f"## Out\n\n{table}| Crop | Carrots |\n"
    )
    translation = (
        f"# Beete\n\n## Hinein\n\n{table}| Saat | Samen |\n\n"
        f"## Heraus\n\n{table}| Ernte | Möhren |\n"
    )
    found = [
        line(part, original, translation)
        for part in hold(original, translation).sections
    ]
    assert found[2:] == ["## In = ## Hinein", "## Out = ## Heraus"]


def test_a_page_wrapped_in_an_element_has_its_sections() -> None:
    original = A + B + C
    wrapped = f'<div dir="rtl">\n\n{original}</div>\n'
    pair = hold(original, wrapped, "mdx")
    states = {part.state for part in pair.sections}
    states |= {block.state for block in pair.walk_blocks()}
    assert states == {BlockState.TRANSLATED}
    assert len(pair.sections) == 4


def test_a_lost_section_is_placed_after_what_is_there_before_it() -> None:
    pair = hold(A + B + C, A + C)
    [lost] = [part for part in pair.sections if part.state is BlockState.MISSING]
    assert lost.gap is not None
    assert pair.translation.text[: lost.gap.start].endswith("One [a](a.md).")
    assert lost.blocks == ()
    assert lost.heading is None


def test_the_key_of_a_section_survives_a_change_of_level() -> None:
    keys = [part.key for part in hold(A + B, A).sections]
    assert [part.key for part in hold("#" + A + B, A).sections] == keys


def test_a_long_page_of_equal_sections_is_aligned_in_order() -> None:
    text = "## Step\n\nDo it.\n\n" * 400
    pair = hold(text, text)
    assert {part.state for part in pair.sections} == {BlockState.TRANSLATED}


def test_equal_sections_in_equal_sections_have_keys_of_their_own() -> None:
    text = "# a\n\n## b\n\n## b\n\n# a\n\n## b\n"
    page = parse(text, path="pl.md")
    keys = [section.key for section in align_pair(page, page).sections]
    assert len(set(keys)) == len(keys) == 6
