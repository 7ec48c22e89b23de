"""The figures as a picture."""

from __future__ import annotations

from pathlib import Path

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter

from bench.figures import (
    Figures,
    SiteFigures,
    Size,
    growth_exponent,
    middle,
    ratio,
)

_OURS, _THEIRS = "#1f6feb", "#8c959f"


def draw(figures: Figures, path: Path) -> None:
    """Write an SVG: wall times of each site against the reference, and the growth."""
    panels = len(figures.sites) + bool(figures.growth)
    bars = max(len(site.runs) + len(site.peers) for site in figures.sites)
    # The same figures give the same file, and its text is text.
    style = mpl.rc_context(
        {"svg.hashsalt": "transcheck", "svg.fonttype": "none", "font.size": 9}
    )
    with style:
        figure = Figure(figsize=(6 * panels, 1.5 + 0.3 * bars), layout="constrained")
        axes = figure.subplots(1, panels, squeeze=False)[0]
        for site, one in zip(figures.sites, axes, strict=False):
            _draw_site(site, one)
        if figures.growth:
            _draw_growth(figures.growth, figures.grown, axes[-1])
        figure.savefig(path, format="svg", metadata={"Date": None})


def _draw_site(site: SiteFigures, axes: Axes) -> None:
    found = [
        (prefix + measure.name, value.median, colour)
        for prefix, measures, colour in (
            ("transcheck, ", site.runs, _OURS),
            ("", site.peers, _THEIRS),
        )
        for measure in measures
        if (value := ratio(measure, site.reference, "wall"))
    ]
    names, medians, colours = zip(*found, strict=True)
    rows = axes.barh(names, medians, color=colours)
    axes.bar_label(rows, fmt="%.2f", padding=3)
    axes.margins(x=0.12)
    axes.invert_yaxis()
    axes.axvline(1, color="black", linewidth=0.8)
    axes.set_title(f"{site.name}, {site.files:,} files")
    axes.set_xlabel("wall time, multiples of one parse by mistune")


def _draw_growth(growth: list[Size], name: str, axes: Axes) -> None:
    files = [one.files for one in growth]
    walls = [middle(one.rounds, "wall") for one in growth]
    axes.loglog(files, walls, marker="o", color=_OURS)
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,.0f}"))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:g}"))
    power = growth_exponent(growth)
    exponent = "" if power is None else f", exponent {power:.2f}"
    axes.set_title(f"Pages of {name} repeated{exponent}")
    axes.set_xlabel("files")
    axes.set_ylabel("cold, wall time in seconds")
