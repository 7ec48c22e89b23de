"""Identifiers are found in prose, and patterns of a configuration cannot hang."""

from __future__ import annotations

from time import perf_counter

import pytest

from transcheck.align.page import align_pair
from transcheck.compare.verbatim import changed_identifiers, compile_patterns
from transcheck.parse import parse


def changed(
    original: str, text: str, patterns: tuple[str, ...] = ()
) -> list[tuple[list[str], str | None]]:
    pair = align_pair(
        parse(original, path="en.md", tag="en", language="en"),
        parse(text, path="a.md", tag="fi", language="fi"),
    )
    return [
        ([one.text for one in change.before], change.after)
        for change in changed_identifiers(pair, patterns)
    ]


@pytest.mark.parametrize(
    ("original", "text", "found"),
    [
        pytest.param("Read main.py.", "Lue main.py:n.", [], id="an ending"),
        pytest.param("Read main.py.", "Lue `main.py`.", [], id="in backticks"),
        pytest.param("Read max\\_size.", "Lue max\\_size.", [], id="escaped"),
        pytest.param("Go to /path/to/it.", "Mene polku/sinne.", [], id="any path"),
        pytest.param(
            "Read main.py.", "Lue main. py.", [(["main.py"], "main. py")], id="a space"
        ),
        pytest.param(
            "Set --all.", "Aseta –all.", [(["--all"], "–all")], id="one dash for two"
        ),
        pytest.param(
            "Set MAX_SIZE.",
            "Aseta Max_size.",
            [(["MAX_SIZE"], "Max_size")],
            id="other capitals",
        ),
        pytest.param(
            "Set MAX_SIZE.", "Aseta SUURIN_KOKO.", [(["MAX_SIZE"], None)], id="gone"
        ),
        pytest.param(
            "Mail a@b.example, see /etc/hosts, 3f2a9c1 and CVE-2024-12345.",
            "Kirjoita.",
            [(["a@b.example", "/etc/hosts", "3f2a9c1", "CVE-2024-12345"], None)],
            id="several are one cause",
        ),
        pytest.param(
            "Front- and/or back-end, e.g. N/A, 24/7, I/O, example.com, GitHub, 1234567",
            "Ei mitään.",
            [],
            id="none of these is one",
        ),
        pytest.param(
            "See {user_name}, ${MAX_SIZE}, %(my_key)s and https://a.example/b_c.",
            "Ei mitään.",
            [],
            id="placeholders and addresses have rules of their own",
        ),
    ],
)
def test_identifiers_stay(
    original: str, text: str, found: list[tuple[list[str], str | None]]
) -> None:
    assert changed(original, text) == found


def test_a_pattern_finds_more() -> None:
    patterns = (r"TICKET-\d+",)
    assert changed("See TICKET-12.", "Katso LIPPU-12.", patterns) == [
        (["TICKET-12"], None)
    ]


def test_a_pattern_takes_linear_time() -> None:
    text = "a" * 50_000 + "!"
    started = perf_counter()
    assert changed(text, "b", (r"(a+)+b",)) == []
    assert perf_counter() - started < 20


@pytest.mark.parametrize(
    "pattern",
    [
        pytest.param("TICKET-(", id="a bracket too many"),
        pytest.param(r"(a)\1", id="what needs more than linear time"),
        pytest.param("a*", id="what matches nothing"),
    ],
)
def test_a_wrong_pattern_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="patterns: number 2"):
        compile_patterns(("fine", pattern))
