"""Rules of other distributions: find, sort, load, check."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from importlib.machinery import PathFinder
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_type_hints

from transcheck.errors import PluginError
from transcheck.options import KINDS
from transcheck.patterns import late_regex
from transcheck.rule import Rule

if TYPE_CHECKING:  # start-up counts
    from importlib import metadata

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


def entry_point(module: str, name: str) -> metadata.EntryPoint | None:
    """Return the entry point a rule was loaded from, None for a built-in one.

    Args:
        module: The module that its class is in.
        name: The class's name there.
    """
    value = f"{module}:{name}"
    return next((entry for entry in _entry_points() if entry.value == value), None)


def owner(entry: metadata.EntryPoint) -> str:
    """Return the name of the distribution that declares an entry point."""
    return entry.dist.name if entry.dist else entry.module


def defects(rule: Any) -> Iterator[str]:
    """Yield what keeps an object from being a rule, as ends of "X …"."""
    if not isinstance(rule, type) or not issubclass(rule, Rule):
        yield "is no subclass of Rule"
        return
    for name in _abstract(rule):
        yield f"is abstract: it lacks the method {name} of its base"
    for name in ("id", "category"):
        if not isinstance(getattr(rule, name, None), str):
            yield f"has no {name}"
            return
    if not _ID.fullmatch(rule.id) or rule.id in (ALL, *CATEGORIES):
        yield f"has the id '{rule.id}', which is not kebab-case or means a category"
    if rule.category not in CATEGORIES:
        yield f"has the category '{rule.category}', none of {', '.join(CATEGORIES)}"
    if not rule.__struct_config__.frozen:
        yield "is not frozen"
    hints = get_type_hints(rule)
    for name in rule.__struct_fields__:
        if hints[name] not in KINDS:
            kinds = ", ".join(KINDS.values())
            yield f"has the option '{name}', which is none of: {kinds}"


def _abstract(rule: type[Rule]) -> Iterator[str]:
    """Yield the methods that a rule does not have but must."""
    for name in dir(rule):
        if getattr(getattr(rule, name, None), "__isabstractmethod__", False):
            yield name


def _entry_points() -> list[metadata.EntryPoint]:
    if not _may_have_any():
        return []
    from importlib import metadata  # noqa: PLC0415 - start-up counts

    found = metadata.entry_points(group=GROUP)
    return sorted(found, key=lambda entry: (owner(entry), entry.name, entry.value))


def _may_have_any() -> bool:
    """Tell whether there may be rules, without `importlib.metadata`, which is slow.

    It only looks for the group's name where metadata of distributions are in folders;
    where they may be elsewhere, there may be rules.
    """
    others = (one for one in sys.meta_path if one is not PathFinder)
    return any(hasattr(one, "find_distributions") for one in others) or any(
        _may_hold_any(path or ".") for path in dict.fromkeys(sys.path)
    )


def _may_hold_any(folder: str) -> bool:
    if folder.lower().endswith(".egg"):
        return True
    try:
        names = os.listdir(folder)  # noqa: PTH208 - only the names are looked at
    except NotADirectoryError:
        return True  # an archive
    except OSError:
        return False
    for name in names:
        if name.lower().endswith((".dist-info", ".egg-info")):
            with suppress(OSError):
                file = Path(folder, name, "entry_points.txt")
                if GROUP.encode() in file.read_bytes():
                    return True
    return False


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
