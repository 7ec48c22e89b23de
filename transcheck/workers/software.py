"""What must be the same wherever pages of one run are mapped."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from importlib import metadata

from transcheck import __version__
from transcheck.plugins import entry_point
from transcheck.rule import Rule
from transcheck.ruleset import RuleSet

# What decides what is found in a page, of the distributions that transcheck needs.
_DISTRIBUTIONS = (
    "babel",
    "langcodes",
    "langdetect",
    "mistune",
    "Pygments",
    "python-frontmatter",
    "PyYAML",
    "rapidfuzz",
)


_NONE = "none"


def software(extra: Iterable[str] = ()) -> dict[str, str]:
    """Return the versions of what decides what is found, by name.

    Args:
        extra: Further distributions.
    """
    return {
        **{name: _version(name) for name in (*_DISTRIBUTIONS, *extra)},
        "Python": f"{sys.version_info.major}.{sys.version_info.minor}",
        "transcheck": __version__,
    }


def _version(distribution: str) -> str:
    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return _NONE


def plugins_of(rules: Iterable[Rule]) -> tuple[str, ...]:
    """Return the distributions that brought some rules, transcheck left out."""
    names = RuleSet.of(rules).names
    entries = (entry_point(one.module, one.name) for one in names)
    return tuple(sorted({entry.dist.name for entry in entries if entry and entry.dist}))


def tell_apart(here: Mapping[str, str], there: Mapping[str, str]) -> str:
    """Return in which versions software differs, "" where in none."""
    return ", ".join(
        f"{name} {there.get(name, _NONE)} (here {here.get(name, _NONE)})"
        for name in sorted({*here, *there})
        if here.get(name, "none") != there.get(name, "none")
    )
