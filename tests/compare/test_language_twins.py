"""Files of two languages with one text, and which of them is to blame."""

from __future__ import annotations

import pytest

from transcheck.align.model import AlignedPage
from transcheck.align.page import align_page
from transcheck.compare.language_twins import language_twins, twin_paths
from transcheck.parse import parse

ENGLISH = """\
# The watering can

Fill the watering can in the evening, so that the water is warm when you need it.

Water the roots and not the leaves, or else they burn when the sun comes out.
"""
GERMAN = """\
# Die Gießkanne

Füllen Sie die Gießkanne am Abend, damit das Wasser warm ist, wenn Sie es brauchen.

Gießen Sie die Wurzeln und nicht die Blätter, sonst verbrennen sie in der Sonne.
"""
HINDI = """\
# पानी का डिब्बा

शाम को डिब्बे में पानी भर लें ताकि जब आपको उसकी जरूरत हो तब पानी गुनगुना हो।

पौधे की जड़ों को पानी दें और पत्तियों को नहीं, क्योंकि वे धूप में जल जाती हैं।
"""
# No language at all, and so none that can be told.
NONSENSE = """\
# Zwog

Blorf quimsel drabbin tostrel vommik sherpal grontis wembly frankop zistle.

Quandor pliskit hoovrum stramble jektol vinshaw murble krentos abbolix drum.
"""
SHORT = "# Die Kanne\n\nSie ist voll und sie ist sehr schwer, wenn man sie trägt.\n"


def page(original: str | None, **texts: str) -> AlignedPage:
    documents = [
        parse(text, path=f"{tag}.md", tag=tag, language=tag.replace("_", "-"))
        for tag, text in sorted(texts.items())
    ]
    return align_page("can", documents, original)


@pytest.mark.parametrize(
    ("aligned", "expected"),
    [
        pytest.param(
            page("en", en=ENGLISH, de=GERMAN, it=GERMAN),
            [("it", "de", "de")],
            id="the one whose language it is not",
        ),
        pytest.param(
            page("en", en=ENGLISH, hi=HINDI, de=HINDI, el=HINDI),
            [("de", "hi", "hi"), ("el", "hi", "hi")],
            id="each of two that have a third one's text",
        ),
        pytest.param(
            page("en", en=ENGLISH, de=GERMAN, it=GERMAN.replace("Abend", "Morgen")),
            [("it", "de", "de")],
            id="a word differs",
        ),
        pytest.param(
            page("en", en=ENGLISH, de=GERMAN, it=GERMAN.replace("# ", "## `it` ")),
            [("it", "de", "de")],
            id="code and markup do not count",
        ),
        pytest.param(
            page("en", en=GERMAN, de=GERMAN, hi=HINDI),
            [("en", "de", "de")],
            id="the original has a translation's text",
        ),
        pytest.param(
            page("en", en=ENGLISH, cs=NONSENSE, pl=NONSENSE),
            [("pl", "cs", None)],
            id="the later tag where the language cannot be told",
        ),
        pytest.param(
            page(None, de=GERMAN, fr=GERMAN),
            [("fr", "de", "de")],
            id="a page without an original",
        ),
        pytest.param(
            page("en", en=ENGLISH, de=ENGLISH, fr=ENGLISH),
            [],
            id="both were left in the original's language",
        ),
        pytest.param(
            page("hi", hi=HINDI, de=ENGLISH, fr=ENGLISH),
            [],
            id="both are in a third language",
        ),
        pytest.param(
            page("en", en=NONSENSE, pl=NONSENSE),
            [],
            id="a language that cannot be told, left as in the original",
        ),
        pytest.param(
            page("en", en=ENGLISH, de=GERMAN, de_AT=GERMAN), [], id="one language"
        ),
        pytest.param(
            page("en", en=ENGLISH, nb=GERMAN, da=GERMAN), [], id="near languages"
        ),
        pytest.param(page("en", en=ENGLISH, de=SHORT, it=SHORT), [], id="too little"),
        pytest.param(
            page("en", en=ENGLISH, de=GERMAN, it=GERMAN.partition("Gießen Sie")[0] * 2),
            [],
            id="a half of it",
        ),
    ],
)
def test_one_file_of_two_with_one_text_is_blamed(
    aligned: AlignedPage, expected: list[tuple[str, str, str | None]]
) -> None:
    assert [
        (twin.document.tag, twin.other.tag, twin.language)
        for twin in language_twins(aligned)
    ] == expected


def test_either_may_be_in_the_wrong_place_where_the_language_cannot_be_told() -> None:
    unknown = page("en", en=ENGLISH, cs=NONSENSE, pl=NONSENSE)
    known = page("en", en=ENGLISH, de=GERMAN, it=GERMAN)
    assert twin_paths(unknown) == {"cs.md", "pl.md"}
    assert twin_paths(known) == {"it.md"}
