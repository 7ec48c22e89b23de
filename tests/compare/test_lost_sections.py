"""Sections that a translation lacks, and what became of their text."""

from __future__ import annotations

import pytest

from transcheck.align.page import align_pair
from transcheck.compare.lost_sections import LostSection, lost_sections
from transcheck.parse import parse

RAIN = "## Rain\n\nSee [rain](rain.md) before you go out without a coat.\n\n"
SNOW = "## Snow\n\nSee [snow](snow.md), and take the shovel with you.\n\n"
HAIL = "## Hail\n\nSee [hail](hail.md), and stay under the roof till noon.\n\n"
FOG = "## Fog\n\nWalk slowly, and keep to the right side of the road.\n\n"


def lost(original: str, translation: str, *, has_original: bool = True) -> LostSection:
    """Return the one section that is lost."""
    pair = align_pair(
        parse(f"# A\n\n{original}", path="en.md", tag="en", language="en"),
        parse(f"# A\n\n{translation}", path="gb.md", tag="gb", language="en"),
        has_original=has_original,
    )
    (one,) = lost_sections(pair)
    assert one.gap.start == one.gap.end
    return one


@pytest.mark.parametrize(
    ("original", "translation", "sure"),
    [
        pytest.param(
            RAIN + SNOW + HAIL, RAIN + HAIL, True, id="its link tells that it is gone"
        ),
        pytest.param(
            RAIN + FOG + HAIL,
            RAIN + HAIL,
            True,
            id="the links of those around it tell that it is gone",
        ),
        pytest.param(
            FOG + FOG.replace("Fog", "Mist") + FOG.replace("Fog", "Haze"),
            FOG + FOG.replace("Fog", "Haze"),
            False,
            id="without links any of several may be gone",
        ),
        pytest.param(
            FOG + RAIN + SNOW + HAIL,
            FOG
            + RAIN
            + HAIL.replace("noon", "noon, and take the long shovel with you"),
            False,
            id="the one after it took its text in",
        ),
        pytest.param(
            RAIN + SNOW + HAIL,
            RAIN + "## Wind\n\n- [wind](wind.md)\n- [gust](gust.md)\n\n" + HAIL + FOG,
            False,
            id="another section stands in its place",
        ),
        pytest.param(
            RAIN + "## Snow\n\n[x](x.md)\n\n" + HAIL,
            RAIN + HAIL,
            False,
            id="there is hardly a text in it",
        ),
    ],
)
def test_a_lost_section_is_sure_where_its_text_is_nowhere(
    original: str, translation: str, sure: bool
) -> None:
    one = lost(original, translation)
    assert not one.heading_only
    assert one.sure is sure
    assert not lost(original, translation, has_original=False).sure


def test_a_text_under_the_heading_of_another_section_is_surely_wrong() -> None:
    translation = RAIN + SNOW.partition("\n\n")[2] + HAIL
    one = lost(RAIN + SNOW + HAIL, translation)
    assert one.heading_only
    assert one.sure
    assert f"# A\n\n{translation}"[one.gap.start :].startswith("\n\nSee [snow]")


def test_a_text_right_under_the_heading_above_may_be_meant() -> None:
    one = lost(SNOW + HAIL, SNOW.partition("\n\n")[2] + HAIL)
    assert one.heading_only
    assert not one.sure
