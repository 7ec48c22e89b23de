"""Regular expressions that are compiled when they are first used.

A run needs half of the hundreds there are, and a hook has no time for the rest.
"""

from __future__ import annotations

import re
from typing import Any, cast

# What a pattern is asked for.
_NAMES = (
    "findall",
    "finditer",
    "flags",
    "fullmatch",
    "groupindex",
    "groups",
    "match",
    "pattern",
    "scanner",
    "search",
    "split",
    "sub",
    "subn",
)


class _LatePattern:
    """Stands for a pattern, and takes its methods once one is asked for."""

    def __init__(self, source: str, flags: int) -> None:
        self._source, self._flags = source, flags

    def __getattr__(self, name: str) -> Any:
        if name not in _NAMES:
            raise AttributeError(name)
        compiled = re.compile(self._source, self._flags)
        # From now on they are found without coming here.
        vars(self).update((one, getattr(compiled, one)) for one in _NAMES)
        return getattr(compiled, name)


def late_regex(source: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern that is compiled when it is first used.

    Args:
        source: As for `re.compile`; what is wrong in it shows when it is used.
        flags: As for `re.compile`.
    """
    return cast("re.Pattern[str]", _LatePattern(source, flags))
