"""Rules of other distributions: find, sort, load, check."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from importlib import metadata
from inspect import isabstract
from typing import Any, get_type_hints

from transcheck.errors import PluginError
from transcheck.options import KINDS
from transcheck.patterns import late_regex
from transcheck.rule import Rule

GROUP = "transcheck.rules"
CATEGORIES = (
    "structure",
    "links",
    "code",
    "markup",
    "metadata",
    "language",
    "terms",
    "characters",
    "punctuation",
    "files",
)
ALL = "all"

_ID = late_regex(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


def plugin_rules() -> Iterator[tuple[str, type[Rule]]]:
    """Yield the rules that installed distributions bring, with their owners' names.

    They come in the order of the distributions' names, so that the order in which
    they were installed decides nothing.

    Raises:
        PluginError: One cannot be loaded or is no rule.
    """
    for entry in _entry_points():
        yield owner(entry), _load(entry)


def entry_point(rule: type[Rule]) -> metadata.EntryPoint | None:
    """Return the entry point a rule was loaded from, None for a built-in one."""
    value = f"{rule.__module__}:{rule.__qualname__}"
    return next((entry for entry in _entry_points() if entry.value == value), None)


def owner(entry: metadata.EntryPoint) -> str:
    """Return the name of the distribution that declares an entry point."""
    return entry.dist.name if entry.dist else entry.module


def defects(rule: Any) -> Iterator[str]:
    """Yield what keeps an object from being a rule, as ends of "X …"."""
    if not isinstance(rule, type) or not issubclass(rule, Rule):
        yield "is no subclass of Rule"
        return
    if isabstract(rule):
        yield "is abstract: it lacks a method of its base, such as check"
    for name in ("id", "category"):
        if not isinstance(getattr(rule, name, None), str):
            yield f"has no {name}"
            return
    if not _ID.fullmatch(rule.id) or rule.id in (ALL, *CATEGORIES):
        yield f"has the id '{rule.id}', which is not kebab-case or means a category"
    if rule.category not in CATEGORIES:
        yield f"has the category '{rule.category}', none of {', '.join(CATEGORIES)}"
    if "__dataclass_fields__" not in vars(rule):
        yield "is not decorated as a frozen dataclass"
        return
    hints = get_type_hints(rule)
    for field in fields(rule):
        if hints[field.name] not in KINDS:
            kinds = ", ".join(KINDS.values())
            yield f"has the option '{field.name}', which is none of: {kinds}"


def _entry_points() -> list[metadata.EntryPoint]:
    found = metadata.entry_points(group=GROUP)
    return sorted(found, key=lambda entry: (owner(entry), entry.name, entry.value))


def _load(entry: metadata.EntryPoint) -> type[Rule]:
    try:
        rule = entry.load()
        problems = list(defects(rule))
    except Exception as error:
        reason = f"{type(error).__name__}: {error}"
        raise PluginError(
            f"{owner(entry)}: cannot load {entry.value}: {reason}"
        ) from error
    if problems:
        raise PluginError(f"{owner(entry)}: {entry.value} {problems[0]}")
    checked: type[Rule] = rule
    return checked
