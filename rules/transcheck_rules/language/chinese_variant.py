"""The rule chinese-variant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from transcheck.compare.own_texts import own_texts
from transcheck.compare.spots import Spot, report_spots
from transcheck.document import characters
from transcheck.language.alphabets import other_variant, own_variant
from transcheck.patterns import late_regex
from transcheck.rule import AlignedPage, Document, Finding, PageRule, Span

_NAMES = {"Hans": "simplified", "Hant": "traditional"}
# What the other way of writing is called, in its own characters.
_OTHERS = late_regex("[简簡][体體](?:中文|字|版)?|[繁正][体體](?:中文|字|版)?")
# Where the other way's characters are more than its own and this many, a text is in the
# other way as a whole.
_SLIPS = 1


class ChineseVariant(PageRule, frozen=True):
    """A text in Chinese keeps to one way of writing."""

    id: ClassVar[str] = "chinese-variant"
    category: ClassVar[str] = "language"
    voting: ClassVar[bool] = False

    def check(self, page: AlignedPage) -> Iterator[Finding]:
        """Report simplified characters in traditional text, and the reverse."""

        def search(document: Document) -> Iterator[Spot]:
            return _search(page, document)

        yield from report_spots(page, search)


def _search(page: AlignedPage, document: Document) -> Iterator[Spot]:
    text, language = document.text, document.language
    own = own_variant(language, text) if language else None
    if own is None:
        return
    other = "Hant" if own == "Hans" else "Hans"
    lacked = other_variant(own) & characters(document)
    if not lacked:
        return
    wrong, right = re.compile(f"[{''.join(sorted(lacked))}]+"), other_variant(other)
    for span in own_texts(page, document):
        found = wrong.search(text, span.start, span.end)
        if found is None:
            continue
        source = span.cut(text)
        excused = [match.span() for match in _OTHERS.finditer(source)]
        spots = [
            match.span()
            for match in wrong.finditer(source)
            if not any(start <= match.start() < end for start, end in excused)
        ]
        count = sum(end - start for start, end in spots)
        if count > _SLIPS + sum(one in right for one in source):
            continue  # a name, or a text that is wrong as a whole
        for start, end in spots:
            yield Spot(
                Span(span.start + start, span.start + end),
                _NAMES[other],
                f"{_NAMES[other]} '{source[start:end]}' in {_NAMES[own]} Chinese",
            )
