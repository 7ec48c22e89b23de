"""Shortcodes that are opened in one notation and closed in the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transcheck.compare.tags import Tag


def mixed_delimiters(
    ours: Sequence[Tag], theirs: Sequence[Tag]
) -> Iterator[tuple[Tag, Tag, Tag]]:
    """Yield the pairs of a translation, one of them with other delimiters.

    The notation tells whether Hugo reads what is between as Markdown.

    Args:
        ours: The tags of the original in their order.
        theirs: Those of the translation.

    Yields:
        The tag that is not written as in the original, its partner, and the original's.
    """
    mixed = {opening.name for opening, _ in _mixed(ours)}
    for opening, closing in _mixed(theirs):
        first = next((one for one in ours if one.name == opening.name), None)
        if first is not None and opening.name not in mixed:
            is_opening = opening.delimiters != first.delimiters
            wrong, other = (opening, closing) if is_opening else (closing, opening)
            yield wrong, other, first


def _mixed(tags: Sequence[Tag]) -> Iterator[tuple[Tag, Tag]]:
    waiting: dict[str, list[Tag]] = {}
    for tag in tags:
        if tag.family != "shortcode" or tag.void:
            continue
        opened = waiting.setdefault(tag.name, [])
        if not tag.closes:
            opened.append(tag)
        elif opened:
            opening = opened.pop()
            if opening.delimiters != tag.delimiters:
                yield opening, tag
