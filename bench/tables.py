"""The figures as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bench.bars import hold
from bench.figures import (
    Figures,
    Measure,
    Ratio,
    SiteFigures,
    growth_exponent,
    middle,
    ratio,
)

_MEGABYTE = 1_000_000
_HEAD = ("run", "wall", "wall, s", "CPU", "CPU, s", "largest process, MB", "rounds")


def render(figures: Figures, plot: str | None) -> str:
    """Return a page of tables.

    Args:
        figures: What was measured.
        plot: The name of the picture beside the page, None without one.
    """
    return "\n".join(_page(figures, plot)).rstrip() + "\n"


def _page(figures: Figures, plot: str | None) -> Iterator[str]:
    yield "# What transcheck costs"
    yield ""
    yield f"Measured on {figures.taken} by `python -m bench` ([README](README.md))."
    yield f"{figures.version}; {figures.machine}."
    yield "Ratios are medians with the least and the most, of rounds in which each"
    yield "command ran once, beside the reference: one parse of the same files by"
    yield "mistune in one process."
    yield ""
    if plot:
        yield f"![Wall time as a multiple of the reference, and growth]({plot})"
        yield ""
    held = hold(figures)
    if held:
        yield "## Bars"
        yield ""
        yield from table(
            ("run", "bar", "measured", "met"),
            [
                (one.name, one.bar, one.measured, "yes" if one.met else "**no**")
                for one in held
            ],
        )
    for site in figures.sites:
        yield from _site(site, figures)
    if figures.growth:
        yield from _growth(figures)


def _site(site: SiteFigures, figures: Figures) -> Iterator[str]:
    yield f"## {site.name}"
    yield ""
    yield f"{site.files:,} files of Markdown, {site.size / _MEGABYTE:.1f} MB."
    yield f"A cold run took {site.memory / _MEGABYTE:.0f} MB at its peak, all processes"
    yield "together; the tables have the largest process of each command."
    yield ""
    yield from table(
        _HEAD,
        [
            _row("reference", site.reference, site.reference),
            *(
                _row(f"transcheck, {one.name}", one, site.reference)
                for one in site.runs
            ),
            *(
                _row(_peer(one.name, figures), one, site.reference)
                for one in site.peers
            ),
        ],
    )
    yield "What a hook runs, as multiples of the start of a bare interpreter:"
    yield ""
    yield from table(
        _HEAD,
        [
            _row("`python -c pass`", site.bare, site.bare),
            *(_row(f"transcheck, {one.name}", one, site.bare) for one in site.starts),
        ],
    )
    for name, reason in figures.left_out.items():
        yield f"{name} was left out: {reason.splitlines()[-1] if reason else '?'}"
        yield ""


def _peer(name: str, figures: Figures) -> str:
    return f"{name} ({figures.versions[name]})"


def _row(name: str, measure: Measure, unit: Measure) -> tuple[str, ...]:
    wall, cpu = (ratio(measure, unit, attribute) for attribute in ("wall", "cpu"))
    if wall is None or cpu is None:
        return (name, *["not run"] * (len(_HEAD) - 1))
    rounds = list(measure.rounds.values())
    return (
        name,
        _ratio(wall),
        f"{middle(rounds, 'wall'):.2f}",
        _ratio(cpu),
        f"{middle(rounds, 'cpu'):.2f}",
        f"{middle(rounds, 'memory') / _MEGABYTE:.0f}",
        str(len(rounds)),
    )


def _ratio(value: Ratio) -> str:
    return f"**{value.median:.2f}** ({value.least:.2f} to {value.most:.2f})"


def _growth(figures: Figures) -> Iterator[str]:
    yield "## Growth"
    yield ""
    yield f"Cold runs, no cache, on pages of {figures.grown} repeated under new names."
    yield ""
    yield from table(
        ("files", "wall, s", "ms a file", "CPU, s", "largest process, MB", "rounds"),
        [
            (
                f"{one.files:,}",
                f"{(wall := middle(one.rounds, 'wall')):.2f}",
                f"{1000 * wall / one.files:.2f}",
                f"{middle(one.rounds, 'cpu'):.2f}",
                f"{middle(one.rounds, 'memory') / _MEGABYTE:.0f}",
                str(len(one.rounds)),
            )
            for one in figures.growth
        ],
    )
    power = growth_exponent(figures.growth)
    if power is not None:
        yield f"The wall time grows by the number of files to the power of {power:.2f}."
        yield ""


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield the lines of a table, and an empty one."""
    yield f"| {' | '.join(head)} |"
    yield f"|{' --- |' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(cell.replace('|', '&#124;') for cell in row)} |"
    yield ""
