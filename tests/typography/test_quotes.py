"""Quotations in running text."""

from __future__ import annotations

import pytest

from transcheck.typography.quotes import find_quotations


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param('a "b" c', [('""', "b")], id="straight ones"),
        pytest.param(
            "„b” “c” „d“ ”e” »f« «g»",
            [
                ("„”", "b"),
                ("“”", "c"),
                ("„“", "d"),
                ("””", "e"),
                ("»«", "f"),
                ("«»", "g"),
            ],
            id="each language's own",
        ),
        pytest.param("「水」と『火』", [("「」", "水"), ("『』", "火")], id="Japanese"),
        pytest.param("«a “b” c»", [("«»", "a “b” c")], id="only the outer ones"),
        pytest.param("« mot »", [("«»", "mot")], id="without the spaces inside"),
        pytest.param('„b"', [('„"', "b")], id="the other half left straight"),
        pytest.param('a 5" disk, "b"', [('""', "b")], id="inches"),
        pytest.param('called "Area 5" here', [('""', "Area 5")], id="after a digit"),
        pytest.param('צה"ל "גן"', [('""', "גן")], id="Hebrew abbreviations"),
        pytest.param('a "b" and "c', [], id="nothing where one stands alone"),
        pytest.param("b” and “c”", [], id="nothing where one was not opened"),
        pytest.param("", [], id="nothing at all"),
    ],
)
def test_quotations_are_found(text: str, found: list[tuple[str, str]]) -> None:
    assert [(one.marks, one.said) for one in find_quotations(text)] == found


def test_a_quotation_tells_whether_there_are_others_in_it() -> None:
    assert [one.plain for one in find_quotations("«a “b” c» «d»")] == [False, True]
