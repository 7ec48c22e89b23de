"""How long texts are beside their originals, and which of them stand out."""

from __future__ import annotations

from codecs import encode

import pytest

from transcheck.align.page import align_pair
from transcheck.compare.lengths import Measured, MeasuredPair, measure, outliers
from transcheck.parse import parse
from transcheck.text import Span

WORDS = "The keeper of the lighthouse climbs the stairs and winds up the old clock. "
TEXT = WORDS * 4


def measured(original: str, translation: str, language: str = "is") -> list[Measured]:
    pair = measure(
        align_pair(
            parse(original, path="en.md", tag="en", language="en"),
            parse(translation, path="is.md", tag=language, language=language),
        )
    )
    return list(pair.texts) if pair else []


def text(
    first: int, second: int, language: str = "is", path: str = "is.md"
) -> MeasuredPair:
    one = Measured(
        name="section 'A'",
        key="a",
        here=Span(0, 0),
        there=Span(0, 0),
        original=first,
        translation=second,
    )
    return MeasuredPair(
        languages=("en", language),
        labels=("en", language),
        here=path,
        there="en.md",
        texts=(one,),
    )


def far(*texts: MeasuredPair) -> list[int]:
    return [one.measured.translation for one in outliers(texts) if one.is_far]


def test_the_characters_of_whole_sections_are_counted() -> None:
    section = f"## A `a`\n\n{TEXT}\n\n## B `b`\n\nShort `c`.\n"
    other = section.replace(TEXT, encode(TEXT, "rot13")).replace("Short", "Cut")
    (one,) = measured(f"# T\n\n{section}", f"# Þ\n\n{other}")
    assert (one.name, one.original, one.translation) == ("section 'A a'", 244, 244)


@pytest.mark.parametrize(
    "translation",
    [
        pytest.param(f"# Þ\n\n## A\n\n{TEXT}\n\nMeira.\n\n`c`\n", id="a block more"),
        pytest.param(
            f"# Þ\n\n## A\n\n{TEXT}\n\n## Z\n\n- [z](z.md)\n\n## B\n\n`c`\n",
            id="a section more beside it",
        ),
    ],
)
def test_what_is_not_whole_is_told_by_other_rules(translation: str) -> None:
    assert measured(f"# T\n\n## A\n\n{TEXT}\n\n## B\n\n`c`\n", translation) == []


@pytest.mark.parametrize(
    ("language", "letters", "stands_out"),
    [
        pytest.param("is", 400, False, id="as long"),
        pytest.param("is", 150, False, id="much shorter, for all that is known"),
        pytest.param("is", 90, True, id="a quarter"),
        pytest.param("zh-Hans", 160, False, id="Chinese"),
        pytest.param("zh-Hans", 400, False, id="long for Chinese, but not surely"),
        pytest.param("ko", 1000, True, id="far too long for Korean"),
    ],
)
def test_few_texts_are_held_against_what_is_usual(
    language: str, letters: int, *, stands_out: bool
) -> None:
    assert bool(far(text(400, letters, language))) is stands_out


def test_many_texts_show_what_is_usual() -> None:
    usual = [text(400, 190 + number) for number in range(20)]
    assert far(*usual, text(400, 105)) == []
    assert far(*usual, text(400, 90), text(400, 420)) == [90, 420]


def test_texts_that_differ_much_show_that_much_is_usual() -> None:
    varied = [text(400, 100 * (1 + number % 8)) for number in range(24)]
    assert far(*varied, text(400, 120)) == []
