"""What is measured, and what is made of it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from statistics import fmean, median

from msgspec import Struct


class Usage(Struct, frozen=True):
    """What one run took.

    Args:
        wall: Seconds until the command ended.
        cpu: Seconds of processor time, of all its processes together.
        memory: Bytes at the peak of the largest of its processes, or of all together
            where that was asked for.
    """

    wall: float
    cpu: float
    memory: int


class Measure(Struct, frozen=True):
    """What one command took, each time that it ran.

    Args:
        name: What was run.
        rounds: By the round that it ran in; not every command runs in every round.
    """

    name: str
    rounds: dict[int, Usage]


class Ratio(Struct, frozen=True):
    """A measure as a multiple of another one."""

    median: float
    least: float
    most: float


class SiteFigures(Struct, frozen=True):
    """What was measured on one site.

    Args:
        name: The name of its folder.
        files: The number of its Markdown files.
        size: Their bytes.
        reference: One parse of them.
        bare: The start of an interpreter that does nothing.
        runs: Those of transcheck on the site.
        starts: Those of transcheck that are held against the bare interpreter.
        memory: Bytes at the peak of a cold run, all processes together.
        peers: Other tools.
    """

    name: str
    files: int
    size: int
    reference: Measure
    bare: Measure
    runs: list[Measure]
    starts: list[Measure]
    memory: int
    peers: list[Measure]


class Size(Struct, frozen=True):
    """What a cold run took on so many files."""

    files: int
    rounds: list[Usage]


class Figures(Struct, frozen=True):
    """All that one run of the benchmarks measured.

    Args:
        taken: The day, in ISO 8601.
        machine: Its processors and system, in a line.
        version: Of transcheck, with the commit where there is one.
        sites: In the order they were named.
        grown: The site whose pages were repeated.
        growth: By ascending number of files.
        versions: Of the peers, by name.
        left_out: Why a peer was not measured, by name.
    """

    taken: str
    machine: str
    version: str
    sites: list[SiteFigures]
    grown: str
    growth: list[Size]
    versions: dict[str, str]
    left_out: dict[str, str]


def ratio(measure: Measure, unit: Measure, attribute: str) -> Ratio | None:
    """Return a measure as a multiple of what the unit took in the same rounds.

    Args:
        measure: What is told.
        unit: What it is a multiple of; it ran in every round.
        attribute: `wall` or `cpu`.

    Returns:
        None when it never ran.
    """
    ratios = [
        getattr(usage, attribute) / getattr(unit.rounds[number], attribute)
        for number, usage in measure.rounds.items()
    ]
    return Ratio(median(ratios), min(ratios), max(ratios)) if ratios else None


def middle(rounds: Sequence[Usage], attribute: str) -> float:
    """Return the median of what some runs took.

    Args:
        rounds: At least one.
        attribute: `wall`, `cpu` or `memory`.
    """
    return float(median(getattr(usage, attribute) for usage in rounds))


def exponent(points: Sequence[tuple[float, float]]) -> float | None:
    """Return the power of x by which y grows: the slope of a line through the logs.

    Args:
        points: Pairs of x and y, all above 0.

    Returns:
        The least-squares fit; None where there are not two different x.
    """
    logs = [(math.log(x), math.log(y)) for x, y in points]
    if len({x for x, _ in logs}) < 2:  # noqa: PLR2004 - a line needs two points
        return None
    mean_x = fmean(x for x, _ in logs)
    mean_y = fmean(y for _, y in logs)
    steepness = sum((x - mean_x) * (y - mean_y) for x, y in logs)
    return steepness / sum((x - mean_x) * (x - mean_x) for x, _ in logs)


def growth_exponent(growth: Sequence[Size]) -> float | None:
    """Return the power of the number of files by which the wall time grows."""
    return exponent([(one.files, middle(one.rounds, "wall")) for one in growth])
