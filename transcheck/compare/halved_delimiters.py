"""Delimiters of bold text that were torn in two: ``* *bold* *``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from transcheck.compare.loose_delimiters import Run
from transcheck.compare.text_source import OPENING


class Halved(Struct, frozen=True):
    """What was meant to be bold.

    Args:
        runs: The stars, in the order of the text.
        opening: The start and end of the two that open it, in the text; the start is
            negative where the first of them became the mark of a list item.
        closing: The same of the two that close it.
    """

    runs: tuple[Run, ...]
    opening: tuple[int, int]
    closing: tuple[int, int]


def find_halved(text: str, runs: Sequence[Run], before: str) -> Iterator[Halved]:
    """Yield what was meant to be bold, and became italic between two stars.

    Args:
        text: The source of a block's text.
        runs: Its `loose_runs`.
        before: What stands before it in its document.
    """
    stars = [run for run in runs if run.marks == "*"]
    if len(stars) > 2 and stars[0].start == 0 and before.endswith("* "):  # noqa: PLR2004
        opener, closer, last = stars[:3]
        if _is_closed(text, opener, closer, last):
            yield Halved((opener, closer, last), (-2, 1), (closer.start, last.end))
    for four in zip(stars, stars[1:], stars[2:], stars[3:], strict=False):
        first, opener, closer, last = four
        if (
            first.is_loose
            and _is_space(text[first.end : opener.start])
            and _is_closed(text, opener, closer, last)
        ):
            yield Halved(four, (first.start, opener.end), (closer.start, last.end))


def _is_closed(text: str, opener: Run, closer: Run, last: Run) -> bool:
    """Tell whether a star without another one stands behind an emphasis."""
    return (
        not opener.is_loose
        and not closer.is_loose
        and last.is_loose
        and _is_space(text[closer.end : last.start])
        and text[last.end :].lstrip()[:1] not in ("*", OPENING)  # a product
    )


def _is_space(text: str) -> bool:
    return text.isspace() and "\n" not in text
