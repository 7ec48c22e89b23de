"""Who is to blame: translations, or the text they are held against."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from msgspec.structs import replace

from transcheck.align.model import AlignedPage, Pair, PairState
from transcheck.check.vote import Judged, collapse, vote
from transcheck.diagnostic import Finding, Place, Related, Severity
from transcheck.document import Document
from transcheck.parse import parse
from transcheck.text import Span

TAGS = ["ar", "de", "el", "he", "hi", "ja", "pl", "ru", "th", "zh"]
ORIGINAL = parse("# A\n\n[b](c)\n", path="en.md", tag="en", language="en")
BLOCK = "block"


def finding(tag: str, *, cause: str = "link", block: str | None = BLOCK) -> Finding:
    return Finding(
        Place(f"{tag}.md", Span(3, 3)),
        f"{tag} lacks a link",
        cause=(cause,),
        block=block,
        related=(Related(Place("en.md", Span(5, 11)), "the link"),),
        blame="only the original has this link",
    )


def judged(
    showing: Sequence[str], silent: Sequence[str] = (), without: Sequence[str] = ()
) -> list[Judged]:
    """Return pairs that show a finding, that have its block, and that lack it."""
    return [
        Judged(pair(tag, has_block=tag not in without), found)
        for tag in (*showing, *silent, *without)
        for found in [(finding(tag),) if tag in showing else ()]
    ]


def pair(tag: str, *, has_block: bool) -> Pair:
    return Pair(
        original=ORIGINAL,
        translation=parse("# A\n", path=f"{tag}.md", tag=tag, language=tag),
        state=PairState.PARALLEL,
        similarity=1.0,
        owed=0.0,
        untranslated=0.0,
        sections=(),
        aligned_keys=frozenset({BLOCK} if has_block else ()),
    )


def page(
    pairs: Sequence[Judged], *, original: Document | None = ORIGINAL
) -> AlignedPage:
    return AlignedPage(
        name="page",
        original=original,
        reference=ORIGINAL,
        documents=(ORIGINAL, *(one.pair.translation for one in pairs)),
        pairs=tuple(one.pair for one in pairs),
    )


def blamed(pairs: list[Judged], *, original: Document | None = ORIGINAL) -> list[str]:
    return [one.place.path for one in vote(page(pairs, original=original), pairs)]


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        pytest.param(judged(TAGS[:3]), ["en.md"], id="three of three"),
        pytest.param(judged(TAGS[:2]), ["ar.md", "de.md"], id="two are too few"),
        pytest.param(
            judged(TAGS[:4], TAGS[4:5]), ["en.md"], id="four of five are 80 %"
        ),
        pytest.param(
            judged(TAGS[:3], TAGS[3:4]),
            ["ar.md", "de.md", "el.md"],
            id="three of four are 75 %",
        ),
        pytest.param(
            judged(TAGS[:3], without=TAGS[3:]),
            ["en.md"],
            id="translations without the block have no vote",
        ),
    ],
)
def test_original_is_blamed_by_most_translations(
    pairs: list[Judged], expected: list[str]
) -> None:
    assert blamed(pairs) == expected


def test_translations_that_lost_the_block_count_when_that_is_the_cause() -> None:
    pairs = [
        *(Judged(pair(tag, has_block=False), (finding(tag),)) for tag in TAGS[:3]),
        *(Judged(pair(tag, has_block=True), ()) for tag in TAGS[3:]),
    ]
    assert blamed(pairs) == ["ar.md", "de.md", "el.md"]


def test_finding_about_no_block_is_judged_by_all_translations() -> None:
    pairs = [
        *(
            Judged(pair(tag, has_block=False), (finding(tag, block=None),))
            for tag in TAGS[:3]
        ),
        *(Judged(pair(tag, has_block=False), ()) for tag in TAGS[3:]),
    ]
    assert blamed(pairs) == ["ar.md", "de.md", "el.md"]


def test_each_cause_is_voted_on_by_itself() -> None:
    pairs = [
        Judged(pair(tag, has_block=True), (finding(tag, cause=f"link {tag}"),))
        for tag in TAGS[:3]
    ]
    assert blamed(pairs) == ["ar.md", "de.md", "el.md"]


def test_blame_shows_the_original_and_the_first_translations() -> None:
    pairs = judged(TAGS)
    (found,) = vote(page(pairs), pairs)
    assert found.place == Place("en.md", Span(5, 11))
    assert found.message == "only the original has this link"
    assert [one.place.path for one in found.related] == [
        f"{tag}.md" for tag in TAGS[:5]
    ]
    assert found.help == (
        "10 of 10 translations agree against it: ar, de, el, he, hi and 5 more"
    )


def test_finding_without_a_place_in_the_original_stays() -> None:
    pairs = [
        Judged(
            pair(tag, has_block=True),
            (Finding(Place(f"{tag}.md", Span(0, 0)), "wrong", cause=("x",)),),
        )
        for tag in TAGS[:3]
    ]
    assert blamed(pairs) == ["ar.md", "de.md", "el.md"]


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        pytest.param(judged(TAGS[:1]), Severity.ERROR, id="one alone"),
        pytest.param(judged(TAGS[:2], TAGS[2:4]), Severity.ERROR, id="half of them"),
        pytest.param(judged(TAGS[:2], TAGS[2:3]), Severity.INFO, id="two of three"),
        pytest.param(judged(TAGS[:3]), Severity.INFO, id="all, and the original's"),
    ],
)
def test_what_most_translations_show_has_a_severity_of_its_own(
    pairs: list[Judged], expected: Severity
) -> None:
    graver = [
        Judged(
            one.pair,
            tuple(
                replace(found, severity=Severity.ERROR, shared=Severity.INFO)
                for found in one.findings
            ),
        )
        for one in pairs
    ]
    assert {one.severity for one in vote(page(graver), graver)} == {expected}


# --- without an original ----------------------------------------------------------


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        pytest.param(judged(TAGS[:2]), ["en.md"], id="two of the two others"),
        pytest.param(
            judged(TAGS[:1], TAGS[1:2]), ["ar.md"], id="one of the two others"
        ),
        pytest.param(
            judged(TAGS[:2], TAGS[2:4]), ["ar.md", "de.md"], id="half is no majority"
        ),
        pytest.param(judged(TAGS[:3], TAGS[3:5]), ["en.md"], id="three of five"),
    ],
)
def test_majority_is_right(pairs: list[Judged], expected: list[str]) -> None:
    assert blamed(pairs, original=None) == expected


def test_two_documents_that_differ_give_an_info_with_both_places() -> None:
    pairs = judged(["pl"])
    (found,) = vote(page(pairs, original=None), pairs)
    assert (found.severity, found.place.path) == (Severity.INFO, "pl.md")
    assert found.related[0].place.path == "en.md"


def test_texts_that_were_written_apart_give_infos() -> None:
    everyone = judged(TAGS[:1], TAGS[1:])
    found = vote(page(everyone, original=None), everyone[:3])
    assert [(one.severity, one.place.path) for one in found] == [
        (Severity.INFO, "ar.md")
    ]


# --- one cause, one finding -------------------------------------------------------


def test_one_cause_in_one_file_is_one_finding() -> None:
    later = Finding(Place("pl.md", Span(9, 9)), "again", cause=("link",))
    other_file = finding("ru")
    other_cause = finding("pl", cause="code")
    found = collapse([later, finding("pl"), other_cause, other_file])
    assert found == [finding("pl"), other_cause, other_file]


def test_a_pair_that_a_rule_does_not_look_at_has_a_say_about_whole_pages() -> None:
    everyone = judged(TAGS)
    few = [
        Judged(one.pair, (finding(tag, block=None),))
        for one, tag in zip(everyone[:3], TAGS, strict=False)
    ]
    found = vote(page(everyone), few)
    assert [one.place.path for one in found] == ["ar.md", "de.md", "el.md"]
