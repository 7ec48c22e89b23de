"""The rule shortcode."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from transcheck.compare.mention import place, related_at
from transcheck.compare.mixed_delimiters import mixed_delimiters
from transcheck.compare.tag_findings import report_tags
from transcheck.compare.tags import Tag
from transcheck.compare.template_tags import read_template_tags
from transcheck.rule import Document, Finding, Pair, PairRule, Span


class Shortcode(PairRule, frozen=True):
    """The shortcodes and template tags of a translation are those of its original."""

    id: ClassVar[str] = "shortcode"
    category: ClassVar[str] = "markup"
    fixable: ClassVar[bool] = True

    def check(self, pair: Pair) -> Iterator[Finding]:
        """Report tags that were renamed, mangled, left open or lost."""
        yield from report_tags(pair, _read)
        text = pair.translation.text
        if "{{<" not in text or "{{%" not in text:
            return
        found = mixed_delimiters(_read(pair.original), _read(pair.translation))
        for number, (wrong, other, first) in enumerate(found):
            yield _report_mixed(pair, wrong, other, first, number)


def _report_mixed(
    pair: Pair, wrong: Tag, other: Tag, first: Tag, number: int
) -> Finding:
    opening, closing = (other, wrong) if wrong.closes else (wrong, other)
    start = wrong.span.start
    return Finding(
        place(pair.translation, Span(start, start + len(wrong.delimiters[0]))),
        f"shortcode '{wrong.written}' is opened with '{opening.delimiters[0]}' and"
        f" closed with '{closing.delimiters[0]}'",
        cause=("mixed", wrong.name, wrong.closes, number),
        related=related_at(pair.original, "the shortcode", first.span),
        help="Hugo reads what is between '{{%' and '%}}' as Markdown, and other text"
        " as it stands.",
    )


def _read(document: Document) -> list[Tag]:
    return [tag for tag in read_template_tags(document) if tag.family != "placeholder"]
