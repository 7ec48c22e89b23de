"""What is made of figures."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.figures import Measure, Ratio, Usage, exponent, middle, ratio

SIZES = (1_000, 2_000, 5_000, 10_000)


def usage(wall: float, cpu: float = 1.0, memory: int = 1) -> Usage:
    return Usage(wall, cpu, memory)


@given(st.floats(-1, 3), st.floats(0.001, 1000))
def test_a_power_is_found_whatever_the_factor(power: float, factor: float) -> None:
    found = exponent([(size, factor * size**power) for size in SIZES])
    assert found == pytest.approx(power, abs=1e-6)


def test_a_fixed_cost_makes_growth_look_slower() -> None:
    found = exponent([(size, 2 + size / 1000) for size in SIZES])
    assert found is not None
    assert 0 < found < 1


@pytest.mark.parametrize(
    "points",
    [
        pytest.param([], id="of nothing"),
        pytest.param([(1.0, 2.0)], id="of one point"),
        pytest.param([(3.0, 2.0), (3.0, 4.0)], id="of one size twice"),
    ],
)
def test_there_is_no_power(points: list[tuple[float, float]]) -> None:
    assert exponent(points) is None


def test_a_ratio_holds_each_round_against_its_own_unit() -> None:
    unit = Measure("reference", {1: usage(1.0), 2: usage(2.0), 3: usage(4.0)})
    measure = Measure("cold", {1: usage(2.0), 2: usage(2.0), 3: usage(12.0)})
    assert ratio(measure, unit, "wall") == Ratio(2.0, 1.0, 3.0)


def test_a_measure_may_lack_rounds() -> None:
    unit = Measure("reference", {1: usage(1.0, 2.0), 2: usage(9.0, 9.0)})
    measure = Measure("slow peer", {1: usage(5.0, 8.0)})
    assert ratio(measure, unit, "cpu") == Ratio(4.0, 4.0, 4.0)


def test_what_never_ran_has_no_ratio() -> None:
    unit = Measure("reference", {1: usage(1.0)})
    assert ratio(Measure("peer", {}), unit, "wall") is None


def test_a_median_is_that_of_one_attribute() -> None:
    rounds = [usage(1.0, memory=5), usage(3.0, memory=50), usage(2.0, memory=9)]
    assert middle(rounds, "wall") == 2.0
    assert middle(rounds, "memory") == 9
