"""Lines of template tags: what opens and closes something around the lines between.

Such a line is a block of its own, so that it is pulled into no paragraph or list item.
A tag that stands for a word, ``{{ version }}`` or ``{{< param name >}}``, is not one:
where lines are wrapped it may be alone on a line.
"""

from __future__ import annotations

from transcheck.parse.masks import MASK, Mask
from transcheck.parse.state import PositionedState
from transcheck.patterns import late_regex

PATTERN = rf"{MASK}[{MASK} \t]*"

_SHORTCODE = late_regex(r"\{\{[<%]\s*(?P<close>/)?\s*(?P<name>[^\s/<>%]+)")
_CLOSING = late_regex(r"\{\{[<%]\s*/\s*(?P<name>[^\s/<>%]+)")
_CODE_INDENT = 4


def read_tag_line(
    state: PositionedState, start: int, *, after_text: bool
) -> tuple[str, int] | None:
    """Read the tags that a line is made of.

    Args:
        state: What is parsed.
        start: Where the line starts; nothing but masks and white space is on it.
        after_text: The line would go on a paragraph.

    Returns:
        The form of the first tag, and where the lines of its tags end; None where it
        is no line of tags.
    """
    src = state.src
    first = src.index(MASK, start)
    mask = state.masks.at(state.map.to_file(first))
    if mask is None:
        return None
    end = _last_line_end(state, start, mask)
    if src[start:end].replace(MASK, "").strip():
        return None  # text follows on its last line
    indent = len(src[start:first].expandtabs(_CODE_INDENT))
    if indent >= _CODE_INDENT and not after_text:
        # Hugo reads shortcodes before Markdown; others are code that is shown.
        return (mask.form, end) if mask.form == "shortcode" else None
    return (mask.form, end) if _stands_alone(state, mask) else None


def _stands_alone(state: PositionedState, mask: Mask) -> bool:
    """Tell whether a tag that is alone on its line is a block of its own."""
    source = mask.span.cut(state.lines.text)
    if mask.form == "shortcode":
        found = _SHORTCODE.match(source)
        if found is None:
            return False
        return bool(found["close"]) or found["name"] in _closed(state)
    if mask.form == "template":
        return not source.startswith("{{")
    return mask.form == "include"


def _closed(state: PositionedState) -> frozenset[str]:
    """Return the names of the shortcodes that the file closes somewhere."""
    known: frozenset[str] | None = state.env.get("closed_shortcodes")
    if known is None:
        known = frozenset(_CLOSING.findall(state.lines.text))
        state.env["closed_shortcodes"] = known
    return known


def _last_line_end(state: PositionedState, start: int, mask: Mask) -> int:
    """Return the end of the line that a tag ends on; a line here is one in the file."""
    lines = state.lines
    count = lines.index(mask.span.end) - lines.index(mask.span.start)
    end = state.find_line_end_at(start)
    for _ in range(count):
        end = state.find_line_end_at(end)
    return end
