"""Settings: what the configuration file and the command line say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from transcheck.diagnostic import Severity
from transcheck.errors import ConfigError, InputError
from transcheck.table import Table, expected, parse_toml
from transcheck.terms import ReadFile, Terms, read_terms

CONFIG_NAME = ".transcheck.toml"
PYPROJECT_NAME = "pyproject.toml"
CACHE_NAME = ".transcheck_cache"
CACHE_TAG = "CACHEDIR.TAG"

_SEVERITIES = tuple(severity.value for severity in Severity)
_NEVER = "never"
_DETECTORS = ("langdetect", "lingua", "py3langid")


class RuleSettings(Struct, frozen=True, kw_only=True):
    """What the configuration says of one rule.

    Args:
        options: Option name (snake_case) to value; types are checked by the registry.
        severity: Replaces the rule's own, None to keep it.
        languages: BCP 47 languages or tags the rule is limited to, None for all.
    """

    options: dict[str, Any] = field(default_factory=dict)
    severity: Severity | None = None
    languages: tuple[str, ...] | None = None


class Settings(Struct, frozen=True, kw_only=True):
    """Everything a run depends on besides the files.

    Args:
        source: The configuration file, None when there is none.
        original: The tag of the original, None to find out.
        languages: Only these tags or languages are checked, None for all.
        layout: Template of a translation's path with ``{lang}`` and ``{path}``,
            None to find out.
        include: gitignore patterns; when there are any, other files are left out.
        exclude: gitignore patterns of files to leave out.
        select: Rule ids, categories or ``all``; None for the default.
        extend_select: Added to the selection.
        ignore: Taken from the selection.
        min_severity: Diagnostics below it are not shown.
        fail_on: The least severity that makes the run fail, None for never.
        baseline: The file of findings that are not shown, None for none.
        cache: Results of pages are kept for the next run.
        cache_dir: The folder they are kept in, None for the usual one.
        detector: What is asked in which language a text is: ``langdetect``, or one
            of the optional packages ``lingua`` and ``py3langid``.
        terms: What things are to be called.
        rules: Rule id to what the configuration says of it.
    """

    source: Path | None = None
    original: str | None = None
    languages: tuple[str, ...] | None = None
    layout: str | None = None
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    min_severity: Severity = Severity.WARNING
    fail_on: Severity | None = Severity.ERROR
    baseline: Path | None = None
    cache: bool = True
    cache_dir: Path | None = None
    detector: str = "langdetect"
    terms: Terms = field(default_factory=Terms)
    rules: dict[str, RuleSettings] = field(default_factory=dict)


def load(
    root: Path,
    *,
    config_file: Path | None = None,
    isolated: bool = False,
    check: Callable[[Settings], Iterable[str]] = lambda _: (),
) -> Settings:
    """Return the settings of the nearest configuration file, upward from a root.

    In each folder ``.transcheck.toml`` comes before a ``pyproject.toml`` with a
    table ``[tool.transcheck]``; a ``pyproject.toml`` without one is passed over.

    Args:
        root: Where the search starts: a folder, or a file in it.
        config_file: Read this file and search for none.
        isolated: Read no file at all.
        check: Returns what else is wrong with settings, a sentence each that
            starts with the key: what is known only above this module, such as
            the names of rules and their options.

    Raises:
        InputError: The file named cannot be read, or is named in isolation.
        ConfigError: The file is wrong; every mistake in it is told at once.
    """
    if isolated:
        if config_file is not None:
            raise InputError("--config and --isolated exclude each other")
        return Settings()
    found = _find(root) if config_file is None else _read_named(config_file)
    if found is None:
        return Settings()
    path, table = found
    settings, problems = read_table(table, source=path)
    problems += check(settings)
    if problems:
        raise ConfigError([f"{_shown(path)}: {problem}" for problem in problems])
    return settings


def override(  # noqa: PLR0913 - one argument for each option
    settings: Settings,
    *,
    original: str | None = None,
    languages: tuple[str, ...] | None = None,
    layout: str | None = None,
    include: tuple[str, ...] = (),
    exclude: tuple[str, ...] = (),
    select: tuple[str, ...] = (),
    extend_select: tuple[str, ...] = (),
    ignore: tuple[str, ...] = (),
    min_severity: str | None = None,
    fail_on: str | None = None,
    baseline: Path | None = None,
) -> Settings:
    """Return settings with what the command line says in place of the file's.

    Args:
        settings: What the configuration file says.
        original: As in `Settings`; None keeps the file's. So the next four, for
            which empty keeps the file's.
        languages: See there.
        layout: See there.
        include: See there.
        exclude: See there.
        select: Takes the place of everything the file says of the selection.
        extend_select: Added to the file's; what it names is no longer ignored.
        ignore: Added to the file's.
        min_severity: ``info``, ``warning`` or ``error``; None keeps the file's.
        fail_on: The same or ``never``; None keeps the file's.
        baseline: As in `Settings`; None keeps the file's.
    """
    if select:
        settings = replace(settings, select=select, extend_select=(), ignore=())
    kept = tuple(name for name in settings.ignore if name not in extend_select)
    return replace(
        settings,
        original=settings.original if original is None else original,
        languages=languages or settings.languages,
        layout=layout or settings.layout,
        include=include or settings.include,
        exclude=exclude or settings.exclude,
        extend_select=settings.extend_select + extend_select,
        ignore=kept + ignore,
        min_severity=Severity(min_severity) if min_severity else settings.min_severity,
        fail_on=_failing(fail_on) if fail_on else settings.fail_on,
        baseline=baseline or settings.baseline,
    )


def concerns(languages: Iterable[str], tag: str | None, language: str | None) -> bool:
    """Tell whether a list of languages means a file.

    A name means the tag it spells, the language it spells, and the narrower ones:
    ``pt`` means ``pt-BR`` too (basic filtering of RFC 4647 section 3.3.1).

    Args:
        languages: Tags or BCP 47 languages, in any case, with ``-`` or ``_``.
        tag: The file's tag, None when it has none.
        language: The file's language, None when it is unknown.
    """
    wanted = [_plain(name) for name in languages]
    actual = [_plain(name) for name in (tag, language) if name]
    return any(
        name == one or name.startswith(one + "-") for one in wanted for name in actual
    )


def _plain(name: str) -> str:
    return name.replace("_", "-").lower()


# --- files ------------------------------------------------------------------------


def _find(root: Path) -> tuple[Path, dict[str, Any]] | None:
    start = root.resolve()
    for folder in (start, *start.parents):
        own = folder / CONFIG_NAME
        if own.is_file():
            return own, _read(own)
        shared = folder / PYPROJECT_NAME
        if shared.is_file():
            table = _tool_table(shared, _read(shared))
            if table is not None:
                return shared, table
    return None


def _read_named(path: Path) -> tuple[Path, dict[str, Any]]:
    table = _read(path)
    if path.name == PYPROJECT_NAME:
        own = _tool_table(path, table)
        if own is None:
            raise ConfigError([f"{_shown(path)}: no table [tool.transcheck]"])
        return path, own
    return path, table


def _tool_table(path: Path, table: dict[str, Any]) -> dict[str, Any] | None:
    tools = table.get("tool")
    own = tools.get("transcheck") if isinstance(tools, dict) else None
    if own is None or isinstance(own, dict):
        return own
    raise ConfigError([f"{_shown(path)}: tool.transcheck: {expected('a table', own)}"])


def _read(path: Path) -> dict[str, Any]:
    try:
        return parse_toml(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise InputError(f"cannot read the configuration {path}: {reason}") from None
    except UnicodeDecodeError:
        raise ConfigError([f"{_shown(path)}: not UTF-8"]) from None
    except ConfigError as error:
        problems = [f"{_shown(path)}: {problem}" for problem in error.problems]
        raise ConfigError(problems) from None


def _shown(path: Path) -> Path:
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


# --- tables -----------------------------------------------------------------------


def read_table(
    values: Mapping[str, Any],
    *,
    source: Path | None = None,
    read: ReadFile | None = None,
) -> tuple[Settings, list[str]]:
    """Return the settings of a configuration, and what is wrong with it.

    Args:
        values: The content of ``.transcheck.toml`` or ``[tool.transcheck]``.
        source: The file it stands in.
        read: Gives the bytes of a file it names, None for the disk's.

    Returns:
        Settings without what is wrong, and one sentence for each mistake that
        starts with its key.
    """
    problems: list[str] = []
    table = Table(values, problems)
    rules = table.table("rules")
    baseline = table.text("baseline")
    cache = table.truth("cache")
    cache_dir = table.text("cache-dir")
    folder = source.parent if source else Path()
    settings = Settings(
        source=source,
        original=table.text("original"),
        languages=table.texts("languages"),
        layout=table.text("layout"),
        include=table.texts("include") or (),
        exclude=table.texts("exclude") or (),
        select=table.texts("select"),
        extend_select=table.texts("extend-select") or (),
        ignore=table.texts("ignore") or (),
        min_severity=Severity(table.choice("min-severity", _SEVERITIES) or "warning"),
        fail_on=_failing(table.choice("fail-on", (*_SEVERITIES, _NEVER)) or "error"),
        baseline=folder / baseline if baseline else None,
        cache=cache is not False,
        cache_dir=folder / cache_dir if cache_dir else None,
        detector=table.choice("detector", _DETECTORS) or "langdetect",
        terms=read_terms(
            table.table("terms"), read or (lambda path: (folder / path).read_bytes())
        ),
        rules=dict(_read_rules(rules)) if rules else {},
    )
    table.finish()
    return settings, problems


def _read_rules(rules: Table) -> Iterator[tuple[str, RuleSettings]]:
    for name, table in rules.tables():
        severity = table.choice("severity", _SEVERITIES)
        languages = table.texts("languages")
        yield (
            name,
            RuleSettings(
                options=table.options(),
                severity=Severity(severity) if severity else None,
                languages=languages,
            ),
        )


def _failing(name: str) -> Severity | None:
    return None if name == _NEVER else Severity(name)
