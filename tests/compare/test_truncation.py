"""Where a translation stops before its original does."""

from __future__ import annotations

import pytest

from transcheck.align.model import Pair
from transcheck.align.page import align_pair
from transcheck.compare.mention import name_block
from transcheck.compare.truncation import broken_sentence, lost_tail
from transcheck.parse import parse

START = """\
# Bread

Use the best `flour`.

## Water

Take `water` from the well.

## Salt

Take `salt` from the sea.

## Hands
"""
PARTS = [
    START,
    "Read `bread` first, and wash your hands before you touch the dough.\n",
    "## Dough\n",
    "Knead it with `knead` for ten minutes, until it is smooth, and let it rest.\n",
    "## Oven\n",
    "Heat it to `230` degrees, and put a bowl of water on its floor before you bake.\n",
    "## Crust\n",
    "Knock on the bottom with `knock`: a loaf that is done sounds hollow.\n",
]
ORIGINAL = "\n".join(PARTS)


def pair(translation: str, original: str = ORIGINAL, language: str = "sk") -> Pair:
    return align_pair(
        parse(original, path="en.md", tag="en", language="en"),
        parse(translation, path="sk.md", tag=language, language=language),
    )


def first_lost(translation: str, original: str = ORIGINAL) -> str | None:
    tail = lost_tail(pair(translation, original))
    return name_block(tail.first) if tail else None


@pytest.mark.parametrize(
    ("translation", "expected"),
    [
        pytest.param(
            "\n".join(PARTS[:4]), "paragraph 'Oven'", id="two sections are lost"
        ),
        pytest.param(
            "\n".join(PARTS[:2]) + "\nKnead",
            "paragraph 'Knead it with knead for ten minutes, until it is smooth, an…'",
            id="most is lost after a sentence that breaks off",
        ),
        pytest.param("\n".join(PARTS[:2]), None, id="most is lost, and may be new"),
        pytest.param("\n".join(PARTS[:6]), None, id="one section may be new"),
        pytest.param(
            "\n".join(PARTS[:5]) + "\nHeat it to `230` degrees,\n",
            "paragraph 'Crust'",
            id="one section after a sentence that breaks off",
        ),
        pytest.param(
            "\n".join(PARTS[:2] + PARTS[4:]), None, id="a section in the midst"
        ),
        pytest.param(
            "\n".join(PARTS[:4]) + "\n## Jam\n\n- [Jam](jam.md)\n",
            None,
            id="the page goes on with something else",
        ),
        pytest.param(
            "\n".join(PARTS[:4]) + "\n```text\n\n" + "\n".join(PARTS[4:]),
            None,
            id="the rest is in a code block that is not closed",
        ),
    ],
)
def test_a_page_stops_where_all_after_it_is_lost(
    translation: str, expected: str | None
) -> None:
    assert first_lost(translation) == expected


def test_the_end_of_a_list_is_lost_after_an_item_that_breaks_off() -> None:
    items = [f"- Take `{name}` from the shelf, and put it back.\n" for name in "abcdef"]
    original = "".join([*PARTS[:2], "\n", *items])
    stops = "".join([*PARTS[:2], "\n", *items[:3]])
    assert first_lost(stops, original) is None
    assert first_lost(f"{stops}- Take `d` from\n", original) == (
        "list item 'Take e from the shelf, and put it back.'"
    )


@pytest.mark.parametrize(
    ("end", "language", "breaks"),
    [
        pytest.param("Zaklopte `knock`: ak je", "sk", True, id="without a full stop"),
        pytest.param("Zaklopte `knock`.", "sk", False, id="with a full stop"),
        pytest.param("Zaklopte `knock` na spodok,", "sk", True, id="after a comma"),
        pytest.param("Zaklopte `knock` 🍞", "sk", False, id="with an emoji"),
        pytest.param(
            "Zaklopte `knock`\n\n## Koniec\n\nČau",
            "sk",
            False,
            id="before a new section",
        ),
        pytest.param("เคาะ `knock`", "th", False, id="in Thai, which has none"),
        pytest.param(
            "Zaklopte `knock` na spodok: bochník, ktorý je hotový, znie naozaj duto",
            "sk",
            False,
            id="long enough",
        ),
    ],
)
def test_a_sentence_breaks_off_where_it_is_short_and_has_no_end(
    end: str, language: str, *, breaks: bool
) -> None:
    both = pair("\n".join([*PARTS[:7], end]), language=language)
    assert (broken_sentence(both) is not None) is breaks


def test_markup_at_the_end_tells_nothing_of_where_the_text_stops() -> None:
    start = [*PARTS[:2], "\n## Tools\n\n- {{tool('a')}}\n"]
    lost = "".join([*start, *(f"- {{{{tool('{name}')}}}}\n" for name in "bcdef")])
    assert first_lost("".join([*start, "- Miska\n"]), lost) is None


def test_nothing_is_said_of_an_empty_page() -> None:
    assert lost_tail(pair("")) is None
    assert broken_sentence(pair("")) is None
