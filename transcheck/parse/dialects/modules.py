"""The ``import`` and ``export`` of MDX.

In a file that ends in ``.md``, as Docusaurus and React's documentation have them, only
what can be nothing else is read: ``import Tabs from "@theme/Tabs"``.
"""

from __future__ import annotations

from transcheck.parse.state import PositionedState
from transcheck.patterns import late_regex

PATTERN = r"(?:import|export)[ \t{*'\"][^\n]*"

_BLANK_LINE = late_regex(r"\n[ \t]*(?=\n)")
_NAMES = r"(?:[\w$*][^\n'\"{]{0,200}|[\w$*, \t]{0,200}\{[^{}'\"]{0,2000}\})"
_SURELY = late_regex(
    rf"import[ \t]+(?:{_NAMES}\s*from[ \t]*)?(?P<quote>['\"])[^'\"\n]+(?P=quote)"
    r"[ \t]*;?[ \t]*(?:\n|\Z)"
    r"|export[ \t]+(?:const|let|function|default|async|class)[ \t]"
    r"[^\n]*[={(][^\n]*(?:\n|\Z)"
)


def module_end(state: PositionedState, start: int, *, in_mdx: bool) -> int | None:
    """Return where the module code that starts at an offset ends.

    Args:
        state: What is parsed; a paragraph does not end there.
        start: The start of a line that `PATTERN` matches.
        in_mdx: The file is MDX, where no prose starts like that.
    """
    src = state.src
    at = start
    if not in_mdx:
        sure = _SURELY.match(src, start)
        if sure is None:
            return None
        while following := _SURELY.match(src, sure.end()):
            sure = following
        at = sure.end() - 1
        if src.startswith("import", sure.start()):
            return sure.end()
    while blank := _BLANK_LINE.search(src, at):
        mask = state.masks.at(state.map.to_file(blank.end()))
        if mask is None:
            return blank.end() + 1
        # A blank line within braces ends nothing.
        at = max(blank.end(), _past(state, blank.end(), mask.span.end))
    return state.cursor_max


def _past(state: PositionedState, at: int, file_end: int) -> int:
    """Return the start of the first line from an offset on that starts past a place."""
    while at < len(state.src) and state.map.to_file(at) < file_end:
        at = state.find_line_end_at(at)
    return at - 1
