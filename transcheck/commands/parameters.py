"""The options of the commands as click declares them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from transcheck.report import FORMATS

if TYPE_CHECKING:  # start-up counts
    from msgspec import Struct

T = TypeVar("T", bound="Struct")
Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

_MISTAKES = "transcheck.mistakes"


class _Choice(click.Choice[str]):
    """A choice that notes a wrong value, so that all mistakes are told at once."""

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Any:
        """Return the value; None where it is none of the choices."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter as error:
            if ctx is None:
                raise
            message = error.format_message().rstrip(".")
            ctx.meta.setdefault(_MISTAKES, []).append(message)
            return None


def mistakes(context: click.Context) -> list[str]:
    """Return what is wrong with the values of choices, a sentence each."""
    found: list[str] = context.meta.get(_MISTAKES, [])
    return list(found)


def take(kind: type[T], options: Mapping[str, Any]) -> T:
    """Return the options that a struct has fields for, as one."""
    return kind(**{name: options[name] for name in kind.__struct_fields__})


def _split(
    _context: click.Context, _parameter: click.Parameter, values: tuple[str, ...]
) -> tuple[str, ...]:
    """Return what stands between commas, in all values of a repeated option."""
    parts = (part.strip() for value in values for part in value.split(","))
    return tuple(part for part in parts if part)


def _auto(
    _context: click.Context, _parameter: click.Parameter, value: int | None
) -> int | None:
    """Return a number, None for 0."""
    return value or None


def _listed(name: str, metavar: str, help_text: str) -> Decorator:
    return click.option(
        name, metavar=f"{metavar},…", multiple=True, callback=_split, help=help_text
    )


def _all(
    function: Callable[..., Any], decorators: list[Decorator]
) -> Callable[..., Any]:
    for decorate in reversed(decorators):
        function = decorate(function)
    return function


def site_parameters(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add PATHS and the options of `SiteOptions`."""
    return _all(
        function,
        [
            click.argument("paths", nargs=-1, metavar="[PATHS]…"),
            click.option(
                "--original",
                metavar="LANG",
                help="The language the pages were written in.",
            ),
            _listed("--languages", "LANG", "Only these languages."),
            click.option(
                "--layout",
                metavar="TEMPLATE",
                help="Where a translation lies, as in 'docs/{lang}/{path}.md'.",
            ),
            click.option(
                "--config",
                metavar="FILE",
                type=click.Path(path_type=Path),
                help="Read this configuration, and search for none.",
            ),
            click.option("--isolated", is_flag=True, help="Read no configuration."),
            click.option(
                "--include",
                metavar="GLOB",
                multiple=True,
                help="Only files that match, in gitignore syntax; repeatable.",
            ),
            click.option(
                "--exclude",
                metavar="GLOB",
                multiple=True,
                help="No files that match, in gitignore syntax; repeatable.",
            ),
        ],
    )


def check_parameters(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options of `CheckOptions`, and those of the report."""
    return _all(
        function,
        [
            click.option(
                "--pair",
                nargs=2,
                metavar="ORIGINAL TRANSLATION",
                help="Check this translation alone; --languages is then the language of"
                " the original and that of the translation.",
            ),
            _listed("--select", "RULE", "Only these rules or categories, or all."),
            _listed("--extend-select", "RULE", "These rules as well."),
            _listed("--ignore", "RULE", "Not these rules."),
            *_severities(),
            click.option(
                "--whole-page",
                is_flag=True,
                help="Show what is found in all files of the pages of named files.",
            ),
            click.option(
                "--fix",
                is_flag=True,
                help="Make the fixes that are safe, and report what is left.",
            ),
            click.option(
                "--unsafe-fixes",
                is_flag=True,
                help="With --fix or --diff, the fixes that need a look as well.",
            ),
            click.option(
                "--diff",
                is_flag=True,
                help="Show what --fix would change, and write nothing.",
            ),
            *_reports(),
            click.option(
                "--jobs",
                "-j",
                metavar="N",
                type=click.IntRange(min=0),
                callback=_auto,
                help="Check pages on N processes; 0 for as many as there are"
                " processors, where that is worth it.  [default: 0]",
            ),
            click.option(
                "--executor",
                metavar="URL",
                help="Check pages on a cluster that runs: dask://HOST:PORT. With"
                " ?files=shared its workers read the files themselves.",
            ),
            click.option(
                "--shard",
                metavar="K/N",
                help="Check the Kth of N shares of the pages; 'transcheck merge' makes"
                " one report of all that were written with --format json.",
            ),
            click.option(
                "--no-cache",
                is_flag=True,
                help="Neither use nor keep what is known of pages from other runs.",
            ),
        ],
    )


def merge_parameters(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add FILES and those options of a check that say what is made of its findings."""
    return _all(
        function,
        [
            click.argument("files", nargs=-1, required=True, metavar="FILES…"),
            *_severities(),
            *_reports(),
        ],
    )


def _severities() -> list[Decorator]:
    return [
        click.option(
            "--min-severity",
            type=_Choice(("info", "warning", "error")),
            help="Show nothing below it.  [default: warning]",
        ),
        click.option(
            "--fail-on",
            type=_Choice(("error", "warning", "info", "never")),
            help="Exit with 1 from this severity on.  [default: error]",
        ),
    ]


def _reports() -> list[Decorator]:
    return [
        click.option(
            "--baseline",
            metavar="FILE",
            type=click.Path(path_type=Path),
            help="Show only what is not in this file of known findings.",
        ),
        click.option(
            "--update-baseline",
            is_flag=True,
            help="Write what is found to the baseline; it is known from then on.",
        ),
        click.option(
            "--format",
            "format_name",
            type=_Choice(FORMATS),
            default=FORMATS[0],
            show_default=True,
            help="How the report is written.",
        ),
        click.option(
            "--output",
            metavar="FILE",
            type=click.Path(path_type=Path),
            help="Write the report to a file.",
        ),
        click.option(
            "--statistics",
            is_flag=True,
            help="Count by rule, in place of every diagnostic.",
        ),
    ]


def format_parameter(*names: str) -> Decorator:
    """Return an option --format with other formats than a report's."""
    return click.option(
        "--format",
        "format_name",
        type=click.Choice(names),
        default=names[0],
        show_default=True,
        help="How it is written.",
    )
