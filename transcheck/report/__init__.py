"""From a run to what the user reads: one module for each format."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:  # the engine is heavy, and the names of the formats are needed always
    from transcheck.engine import Run
    from transcheck.text import Lines

ReadLines = Callable[[str], "Lines | None"]
"""Gives the lines of a file that a diagnostic names, None when it has none."""

# A format's module is imported when it is asked for: start-up counts.
_MODULES = {
    "full": "transcheck.report.full",
    "concise": "transcheck.report.concise",
    "json": "transcheck.report.json",
    "github": "transcheck.report.github",
}

FORMATS: tuple[str, ...] = tuple(_MODULES)
"""The names of all formats, the default first."""


WITH_STATISTICS: tuple[str, ...] = ("full", "concise", "json")
"""The names of the formats that can count in place of reporting."""


class _Format(Protocol):
    """What the module of a format offers."""

    def render(
        self, run: Run, *, color: bool, read_lines: ReadLines
    ) -> Iterator[str]: ...


class _Counting(Protocol):
    """What the module of a format in `WITH_STATISTICS` offers besides."""

    def render_statistics(self, run: Run, *, color: bool) -> Iterator[str]: ...


def render(
    format_name: str, run: Run, *, color: bool, read_lines: ReadLines
) -> Iterator[str]:
    r"""Yield a report in chunks; the last one ends in ``\n``.

    Args:
        format_name: One of `FORMATS`.
        run: What to report.
        color: Terminal colours may be used.
        read_lines: Gives the lines of a file by its path in a diagnostic.

    Raises:
        KeyError: There is no such format.
    """
    module = cast("_Format", import_module(_MODULES[format_name]))
    return module.render(run, color=color, read_lines=read_lines)


def render_statistics(format_name: str, run: Run, *, color: bool) -> Iterator[str]:
    r"""Yield how often each rule fired, in chunks that end in ``\n``.

    Args:
        format_name: One of `WITH_STATISTICS`.
        run: What to count.
        color: Terminal colours may be used.
    """
    module = cast("_Counting", import_module(_MODULES[format_name]))
    return module.render_statistics(run, color=color)
