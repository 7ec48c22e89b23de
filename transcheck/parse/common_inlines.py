"""Texts that can be read in one pass, as nearly all can.

Code, links, images and emphasis that are written in the usual way, and nothing that
could be anything else: a text with a lone star or bracket, an escape or a tag is left
to `transcheck.parse.inlines`, which knows what mistune makes of it.
"""

from __future__ import annotations

import re

from transcheck.document import (
    Break,
    CodeSpan,
    Emphasis,
    Image,
    Inline,
    Link,
    Text,
    prose,
)
from transcheck.parse.emphasis import flanks
from transcheck.parse.masks import MASK
from transcheck.patterns import late_regex
from transcheck.text import Span

_SHOWN = r"(?!\^)(?:[^\[\]\\`\n]|`[^`\n]+`)+"
_TARGET = rf"[^\s<>()\\&\"'{MASK}]+"
# A match without a group is left to others. Each alternative starts with a character,
# by which `re` finds it fast.
_PART = late_regex(
    rf"`(?P<code>[^`\n{MASK}]+)`(?!`)"
    r"|\*(?P<marks>\*?)(?!\*)"
    rf"|\[(?P<link_text>{_SHOWN})\]\((?P<link>{_TARGET})\)"
    rf"|!\[(?P<image_text>{_SHOWN})\]\((?P<image>{_TARGET})\)"
    r"|\n(?<! \n)(?P<line_end>\s*)"
    r"|_(?!(?<=[A-Za-z0-9]_)[A-Za-z0-9])|<(?=[A-Za-z/!?])"
    rf"|`|\*|\[|\]|\n|!(?=\[)|\\|~~|==|\^\^|&(?=#?\w{{1,31}};)|{MASK}"
)

# Its marker, the number of the inlines before it, and where it starts in the text.
_Opened = tuple[str, int, int]


def read_common(source: str, at: int, *, in_table: bool) -> tuple[Inline, ...] | None:
    r"""Return the inlines of a text, None where it is not a common one.

    Args:
        source: The text, not empty, as it is in the file.
        at: Where it starts there.
        in_table: It is a cell, where ``\|`` in code is a pipe.
    """
    made: list[Inline] = []
    opened: list[_Opened] = []
    done = 0
    for found in _PART.finditer(source):
        kind = found.lastgroup
        start, end = found.span()
        if start > done:
            span = Span(at + done, at + start)
            made.append(Text(span=span, value=source[done:start]))
        done = end
        if kind == "code":
            span = Span(at + start, at + end)
            code = code_value(found[1], in_table=in_table)
            made.append(CodeSpan(span=span, value=code))
        elif kind == "marks":
            if not _take_marks(found, at, opened, made):
                return None
        else:
            inline = _read(found, kind, at, in_table=in_table)
            if inline is None:
                return None
            made.append(inline)
    if opened:
        return None
    if done < len(source):
        span = Span(at + done, at + len(source))
        made.append(Text(span=span, value=source[done:]))
    return tuple(made)


def _take_marks(
    found: re.Match[str], at: int, opened: list[_Opened], made: list[Inline]
) -> bool:
    """Open or close emphasis; tell whether it is sure that the marks do that.

    Args:
        found: The marks.
        at: Where the text starts in the file.
        opened: What is open, if something is.
        made: The inlines before the marks.
    """
    start, end = found.span()
    source, marker = found.string, found[0]
    before, after = source[start - 1 : start], source[end : end + 1]
    opens, closes = flanks(marker, before or "\n", after or "\n")
    if not opened:
        opened.append((marker, len(made), start))
        return opens
    opener, number, start = opened.pop()
    children = tuple(made[number:])
    span = Span(at + start, at + end)
    made[number:] = [Emphasis(span=span, children=children, marker=marker)]
    return closes and opener == marker


def _read(
    found: re.Match[str], kind: str | None, at: int, *, in_table: bool
) -> Inline | None:
    """Return a line end, a link or an image, None where it may be something else."""
    span = Span(at + found.start(), at + found.end())
    if kind == "line_end":
        return Break(span=span, hard=False)
    if kind is None:
        return None
    place = found.span(kind)
    target = Span(at + place[0], at + place[1])
    shown = "link_text" if kind == "link" else "image_text"
    children = read_common(found[shown], at + found.start(shown), in_table=in_table)
    if children is None:
        return None
    if kind == "link":
        return Link(
            span=span, children=children, target=found[kind], target_span=target
        )
    return Image(
        span=span,
        children=children,
        target=found[kind],
        target_span=target,
        alt=prose(*children),
    )


def code_value(source: str, *, in_table: bool) -> str:
    r"""Return what a code span says (CommonMark 6.1).

    Args:
        source: What is between the backticks.
        in_table: It is in a cell, where ``\|`` is a pipe.
    """
    code = source.replace("\n", " ")
    if code.strip(" ") and code.startswith(" ") and code.endswith(" "):
        code = code[1:-1]
    return code.replace("\\|", "|") if in_table else code
