"""The bars that transcheck is held to: data, beside which tables put what is measured.

They are for two processors, and for medians of five.
"""

from __future__ import annotations

from msgspec import Struct

from bench.figures import (
    Figures,
    Measure,
    SiteFigures,
    growth_exponent,
    ratio,
)

COLD = "cold, no cache"
WRITING = "cold, writing the cache"
WARM = "warm, nothing changed"
CHANGED = "warm, one translation changed"
HOOK = "two files named, nothing cached"
HOOK_CHANGED = "two files named, cached but changed"
VERSION = "--version"

# The translations that the bars of a hook name, where a site has them.
NAMED = ("docs/pt/docs/index.md", "docs/de/docs/async.md")

_MEGABYTE = 1_000_000


class Bar(Struct, frozen=True):
    """What a run may take at most.

    Args:
        site: The name of the folder of the site.
        run: The name of the run.
        what: `wall` and `cpu` are multiples of the unit that the run is held against,
            `memory` is in MB.
        most: The bar.
        aim: What is aimed at, None for the bar.
    """

    site: str
    run: str
    what: str
    most: float
    aim: float | None = None


BARS = (
    Bar("fastapi", COLD, "wall", 1.5, aim=1.0),
    Bar("fastapi", COLD, "cpu", 2.5),
    Bar("fastapi", WARM, "wall", 0.10, aim=0.05),
    Bar("fastapi", CHANGED, "wall", 0.12),
    Bar("embedded-docs", COLD, "wall", 1.5),
    Bar("embedded-docs", COLD, "memory", 400),
    Bar("fastapi", HOOK, "wall", 30),
    Bar("fastapi", HOOK_CHANGED, "wall", 12, aim=8),
)
GROWTH_BAR = 1.05


class Held(Struct, frozen=True):
    """A bar, and what was measured."""

    name: str
    bar: str
    measured: str
    met: bool


def hold(figures: Figures) -> list[Held]:
    """Return the bars of what was measured, in their order."""
    sites = {site.name: site for site in figures.sites}
    held = [
        one
        for bar in BARS
        if bar.site in sites and (one := _hold(bar, sites[bar.site])) is not None
    ]
    power = growth_exponent(figures.growth)
    if power is not None:
        first, last = figures.growth[0].files, figures.growth[-1].files
        name = f"growth from {first:,} to {last:,} files"
        held.append(
            Held(
                name,
                f"to the power of {GROWTH_BAR}",
                f"{power:.2f}",
                met=power <= GROWTH_BAR,
            )
        )
    return held


def _hold(bar: Bar, site: SiteFigures) -> Held | None:
    name = f"{bar.site}, {bar.run}"
    if bar.what == "memory":
        megabytes = site.memory / _MEGABYTE
        return Held(
            f"{name}, peak memory",
            f"{bar.most:.0f} MB",
            f"{megabytes:.0f} MB",
            met=megabytes <= bar.most,
        )
    unit, measure = _find(bar.run, site)
    found = ratio(measure, unit, bar.what) if measure else None
    if found is None:
        return None
    base = "reference" if unit is site.reference else "bare start"
    aim = f" (aim {bar.aim:g})" if bar.aim is not None else ""
    return Held(
        f"{name}, {'CPU' if bar.what == 'cpu' else bar.what}",
        f"{bar.most:g} times the {base}{aim}",
        f"{found.median:.2f}",
        met=found.median <= bar.most,
    )


def _find(run: str, site: SiteFigures) -> tuple[Measure, Measure | None]:
    """Return the unit of a run, and what it took."""
    for unit, measures in ((site.reference, site.runs), (site.bare, site.starts)):
        for measure in measures:
            if measure.name == run:
                return unit, measure
    return site.reference, None
