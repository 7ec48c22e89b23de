"""Settings: what the configuration file and the command line say."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from transcheck.diagnostic import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSettings:
    """What the configuration says of one rule.

    Args:
        options: Option name (snake_case) to value; types are checked by the registry.
        severity: Replaces the rule's own, None to keep it.
        languages: BCP 47 languages or tags the rule is limited to, None for all.
    """

    options: dict[str, Any] = field(default_factory=dict)
    severity: Severity | None = None
    languages: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
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
    rules: dict[str, RuleSettings] = field(default_factory=dict)
