"""The page of tables, and the bars on it."""

from __future__ import annotations

import pytest

from bench import bars
from bench.figures import Figures, Measure, SiteFigures, Size, Usage
from bench.tables import render, table


def measure(name: str, *walls: float, memory: int = 50_000_000) -> Measure:
    return Measure(
        name,
        {number: Usage(wall, wall, memory) for number, wall in enumerate(walls, 1)},
    )


def figures(
    site: str = "fastapi",
    *,
    cold: float = 4.0,
    memory: int = 100_000_000,
    growth: tuple[tuple[int, float], ...] = (),
    left_out: dict[str, str] | None = None,
) -> Figures:
    return Figures(
        taken="2026-01-02",
        machine="2 processors",
        version="transcheck 1.0",
        sites=[
            SiteFigures(
                name=site,
                files=1692,
                size=12_500_000,
                reference=measure("reference", 4.0, 4.0, 4.0),
                bare=measure("bare", 0.02, 0.02, 0.02),
                runs=[measure(bars.COLD, cold, cold + 1, cold - 1)],
                starts=[measure(bars.HOOK, 0.4, 0.4, 0.4)],
                memory=memory,
                peers=[measure("some | tool", 16.0), measure("too slow")],
            )
        ],
        grown=site,
        growth=[Size(files, [Usage(wall, wall, 90_000_000)]) for files, wall in growth],
        versions={"some | tool": "tool==1", "too slow": "slow@2"},
        left_out=left_out or {},
    )


def test_a_run_is_a_multiple_of_the_reference() -> None:
    assert (
        "| transcheck, cold, no cache | **1.00** (0.75 to 1.25) | 4.00 |"
        " **1.00** (0.75 to 1.25) | 4.00 | 50 | 3 |\n"
    ) in render(figures(), None)


def test_a_hook_is_a_multiple_of_the_bare_start() -> None:
    assert (
        "| transcheck, two files named, nothing cached | **20.00** (20.00 to 20.00) |"
    ) in render(figures(), None)


def test_a_peer_is_told_with_its_version() -> None:
    page = render(figures(), None)
    assert "| some &#124; tool (tool==1) | **4.00** (4.00 to 4.00) | 16.00 |" in page
    assert "| too slow (slow@2) | not run |" in page


@pytest.mark.parametrize(
    ("cold", "row"),
    [
        pytest.param(
            6.0,
            "| fastapi, cold, no cache, wall | 1.5 times the reference (aim 1) |"
            " 1.50 | yes |",
            id="met when it is just reached",
        ),
        pytest.param(
            6.1,
            "| fastapi, cold, no cache, wall | 1.5 times the reference (aim 1) |"
            " 1.52 | **no** |",
            id="not met when it is passed",
        ),
    ],
)
def test_a_bar_stands_beside_what_was_measured(cold: float, row: str) -> None:
    assert row in render(figures(cold=cold), None)


def test_a_bar_of_a_hook_is_held_against_the_bare_start() -> None:
    assert (
        "| fastapi, two files named, nothing cached, wall | 30 times the bare start |"
        " 20.00 | yes |"
    ) in render(figures(), None)


def test_a_bar_of_memory_is_in_megabytes() -> None:
    page = render(figures("embedded-docs", memory=401_000_000), None)
    assert (
        "| embedded-docs, cold, no cache, peak memory | 400 MB | 401 MB | **no** |"
    ) in page


def test_a_bar_without_a_measure_is_not_told() -> None:
    assert bars.WARM not in render(figures(), None)


def test_a_site_without_bars_has_none() -> None:
    assert "## Bars" not in render(figures("garden"), None)


def test_growth_has_its_sizes_and_its_power() -> None:
    page = render(figures("garden", growth=((1_000, 3.0), (10_000, 30.0))), None)
    assert "| growth from 1,000 to 10,000 files | to the power of 1.05 |" in page
    assert "| 10,000 | 30.00 | 3.00 | 30.00 | 90 | 1 |\n" in page
    assert "to the power of 1.00." in page


def test_a_peer_that_was_left_out_is_told_with_the_reason() -> None:
    page = render(figures(left_out={"textlint": "npm: a lot\nthere is no npm"}), None)
    assert "textlint was left out: there is no npm\n" in page


def test_a_picture_is_shown_where_there_is_one() -> None:
    assert "](results.svg)\n" in render(figures(), "results.svg")
    assert "](" not in render(figures(), None).replace("](README.md)", "")


def test_a_table_has_a_line_for_its_head_and_each_row() -> None:
    assert list(table(("a", "b"), [("1", "2")])) == [
        "| a | b |",
        "| --- | --- |",
        "| 1 | 2 |",
        "",
    ]
