"""The command line; the only module that prints, exits or reads the environment."""

from __future__ import annotations

import atexit
import gc
import io
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from transcheck import __version__
from transcheck.commands.parameters import (
    check_parameters,
    format_parameter,
    merge_parameters,
    mistakes,
    site_parameters,
    take,
)
from transcheck.errors import ConfigError, InputError, RuleError, TranscheckError
from transcheck.report import WITH_STATISTICS, render, render_statistics

if TYPE_CHECKING:  # heavy
    from transcheck.commands.check import Outcome

_CLEAN, _FOUND, _WRONG, _INTERRUPTED = 0, 1, 2, 130
_TRACEBACK = "TRANSCHECK_TRACEBACK"
_ISSUES = "https://github.com/transcheck/transcheck/issues"
_GARBAGE = (500_000, 20, 100)
"""When to look for objects that refer to each other, as `gc.set_threshold`: the trees
of documents do not, and to go through them time and again takes a part of a run."""
_PATIENCE = 1.0
"""Seconds that a run takes before its progress is shown."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run transcheck and return its exit code.

    Args:
        arguments: The command line after the program's name, None for the process's.
    """
    _never_fail_to_encode()
    usual = gc.get_threshold()
    gc.set_threshold(*_GARBAGE)
    # As it ends, Python would go through all there is once more, to free what the
    # process gives back anyway.
    atexit.register(gc.freeze)
    try:
        code = transcheck.main(
            args=None if arguments is None else list(arguments),
            prog_name="transcheck",
            standalone_mode=False,
        )
    except (KeyboardInterrupt, click.Abort):
        code = _INTERRUPTED
    except ConfigError as error:
        code = _complain(error.problems)
    except click.ClickException as error:
        code = _complain([error.format_message().rstrip(".")])
    except RuleError as error:
        cause = error.__cause__ or error
        code = _apologise(str(error), f"to the authors of {error.distribution}", cause)
    except TranscheckError as error:
        code = _complain(str(error).split("\n"))
    except Exception as error:  # noqa: BLE001 - the last resort tells the user
        code = _apologise(f"{type(error).__name__}: {error}", f"at {_ISSUES}", error)
    finally:
        gc.set_threshold(*usual)
    return code or _CLEAN


@click.group(
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, message="%(prog)s %(version)s")
@click.pass_context
def transcheck(context: click.Context, /) -> int:
    """Find what is broken, missing or left untranslated in Markdown content.

    Exit codes: 0 nothing was found at or above --fail-on, 1 something was, 2 an option,
    the configuration or a path is wrong, or transcheck itself failed.
    """
    if context.invoked_subcommand is None:
        for line in context.get_help().splitlines():
            _tell(line)
        return _WRONG
    return _CLEAN


@transcheck.command()
@site_parameters
@check_parameters
@click.pass_context
def check(context: click.Context, /, paths: tuple[str, ...], **options: Any) -> int:
    """Check the pages in PATHS, folders or files; without any, the working folder.

    A file's page-mates are found even when they are not named. What is found is shown
    for the named files only; --whole-page shows all of it.
    """
    from transcheck.commands.check import check  # noqa: PLC0415 - heavy
    from transcheck.commands.options import CheckOptions, SiteOptions  # noqa: PLC0415 - as above

    wrong = [*mistakes(context), *_wrong_statistics(options)]
    if options["statistics"] and options["diff"]:
        wrong.append("--statistics cannot go with --diff")
    with _progress() as progress:
        outcome = check(
            paths,
            take(SiteOptions, options),
            take(CheckOptions, options),
            mistakes=wrong,
            progress=progress,
        )
    return _report(outcome, options)


@transcheck.command()
@merge_parameters
@click.pass_context
def merge(context: click.Context, /, files: tuple[str, ...], **options: Any) -> int:
    """Report what the shards of a check found, as if it had been one run.

    FILES are what 'check --shard K/N --format json' wrote, for each K. What is said of
    the pages is as the shards were told; run it in the same folder, on the same files.
    """
    from transcheck.commands.merge import merge  # noqa: PLC0415 - heavy

    if wrong := [*mistakes(context), *_wrong_statistics(options)]:
        raise ConfigError(wrong)
    with _progress() as progress:
        outcome = merge(files, options, progress=progress)
    return _report(outcome, options)


@transcheck.command()
@site_parameters
@click.option("--explain", is_flag=True, help="Show why, and the path of every file.")
@format_parameter("text", "json")
def pages(paths: tuple[str, ...], format_name: str, **options: Any) -> None:
    """Show which files in PATHS are one page, and which files are left out and why.

    The original of a page is marked with an asterisk.
    """
    from transcheck.commands.options import SiteOptions  # noqa: PLC0415 - heavy
    from transcheck.commands.pages import as_json, as_text, find_sites  # noqa: PLC0415 - as above

    sites = find_sites(paths, take(SiteOptions, options))
    if format_name == "json":
        _write(as_json(sites))
    else:
        _write(as_text(sites, explain=options["explain"]))


@transcheck.command()
@click.argument("original")
@click.argument("translation")
def align(original: str, translation: str) -> None:
    """Show which part of TRANSLATION answers which of ORIGINAL, two files."""
    from transcheck.commands.align import align  # noqa: PLC0415 - heavy

    _write(align(original, translation))


@transcheck.command()
@click.argument("paths", nargs=-1, metavar="[PATHS]…")
def clean(paths: tuple[str, ...]) -> None:
    """Remove what is kept of PATHS from one run to the next."""
    from transcheck.commands.clean import clean  # noqa: PLC0415 - heavy

    _write(clean(paths))


@transcheck.command()
def rules() -> None:
    """List all rules."""
    from transcheck.commands.rules import list_rules  # noqa: PLC0415 - heavy

    _write(list_rules())


@transcheck.command()
@click.argument("rule")
def explain(rule: str) -> None:
    """Show the page of RULE: what it reports, why, its options, examples."""
    from transcheck.commands.rules import explain  # noqa: PLC0415 - heavy

    _write(explain(rule))


# --- the report -------------------------------------------------------------------


def _wrong_statistics(options: dict[str, Any]) -> Iterator[str]:
    name = options["format_name"]
    if options["statistics"] and name and name not in WITH_STATISTICS:
        yield f"--statistics cannot go with --format {name}"


def _report(outcome: Outcome, options: dict[str, Any]) -> int:
    """Write what a check came to, and return the exit code."""
    from transcheck.commands.check import lines_reader  # noqa: PLC0415 - heavy

    name, output, counted = (
        options[key] for key in ("format_name", "output", "statistics")
    )
    color = output is None and _wants_color()
    if outcome.changes is not None:
        from transcheck.fix import render_diff  # noqa: PLC0415 - heavy

        report = render_diff(outcome.changes)
    elif counted:
        report = render_statistics(name, outcome.run, color=color)
    else:
        report = render(name, outcome.run, color=color, read_lines=lines_reader())
    _write(report, output)
    # The report in full ends with it.
    if outcome.known is not None and (name != "full" or outcome.changes is not None):
        _tell(outcome.known)
    for note in outcome.notes:
        _tell(note)
    if outcome.error is not None:
        return _complain([outcome.error])
    return _FOUND if outcome.failed else _CLEAN


# --- the terminal -----------------------------------------------------------------


@contextmanager
def _progress() -> Iterator[Callable[[int, int], None]]:
    """Show a bar on stderr, when that is a terminal and the run takes its time."""
    start = time.monotonic()
    shown = sys.stderr.isatty()
    bar: Any = None  # click does not export its type
    with ExitStack() as stack:

        def show(done: int, total: int) -> None:
            nonlocal bar
            if not shown or time.monotonic() - start < _PATIENCE:
                return
            if bar is None or bar.length != total:
                stack.close()
                bar = stack.enter_context(
                    click.progressbar(length=total, label="checking", file=sys.stderr)
                )
            bar.update(done - bar.pos)

        yield show


def _never_fail_to_encode() -> None:
    """Let what a terminal has no letters for become escapes."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _wants_color() -> bool:
    """Tell whether stdout takes colours (bixense.com/clicolors, no-color.org)."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("CLICOLOR_FORCE", "0") != "0":
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def _write(chunks: Iterable[str], output: Path | None = None) -> None:
    """Write results to stdout, or to a file.

    Raises:
        InputError: The file cannot be written.
    """
    if output is not None:
        try:
            with output.open(
                "w", encoding="utf-8", errors="backslashreplace", newline="\n"
            ) as file:
                file.writelines(chunks)
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise InputError(f"cannot write {output}: {reason}") from None
        return
    try:
        sys.stdout.writelines(chunks)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader has enough. Python would fail again when it flushes at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _tell(sentence: str) -> None:
    """Print a line to stderr."""
    from transcheck.text import printable  # noqa: PLC0415 - heavy

    print(printable(sentence), file=sys.stderr)  # noqa: T201 - the module that prints


def _complain(problems: Iterable[str]) -> int:
    """Tell the user's mistakes."""
    for problem in problems:
        _tell(f"error: {problem}")
    return _WRONG


def _apologise(what: str, whom: str, error: BaseException) -> int:
    """Tell that a maintainer made a mistake."""
    _tell(f"error: {what}")
    _tell(f"This is a bug, not a mistake of yours. Please report it {whom}")
    if os.environ.get(_TRACEBACK):
        import traceback  # noqa: PLC0415 - start-up counts

        for line in traceback.format_exception(error):
            for part in line.rstrip("\n").split("\n"):
                _tell(part)
    else:
        _tell(f"with what {_TRACEBACK}=1 shows in addition")
    return _WRONG
