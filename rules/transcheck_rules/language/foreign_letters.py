"""The rule foreign-letters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from transcheck.compare.mention import shorten
from transcheck.compare.own_texts import own_texts
from transcheck.compare.spots import Spot, report_spots
from transcheck.language.alphabets import Unused, unused_letters
from transcheck.language.names import AUTONYMS, display_name
from transcheck.patterns import late_regex
from transcheck.rule import AlignedPage, Document, Finding, PageRule, Span

_WORD = late_regex(r"[^\W\d_]+")


class ForeignLetters(PageRule, frozen=True):
    """A text has the letters of its language, and none of its neighbours."""

    id: ClassVar[str] = "foreign-letters"
    category: ClassVar[str] = "language"
    fixable: ClassVar[bool] = True
    voting: ClassVar[bool] = False

    def check(self, page: AlignedPage) -> Iterator[Finding]:
        """Report letters that the language does not have, one finding a file."""

        def search(document: Document) -> Iterator[Spot]:
            return _search(page, document)

        yield from report_spots(
            page, search, "write the language's own letters", whole=True
        )


def _search(page: AlignedPage, document: Document) -> Iterator[Spot]:
    text, language = document.text, document.language
    unused = unused_letters(language) if language else None
    if unused is None or language is None or not unused.letters.search(text):
        return
    for span in own_texts(page, document):
        if not unused.letters.search(text, span.start, span.end):
            continue
        for word in _WORD.finditer(text, span.start, span.end):
            if word[0].casefold() not in AUTONYMS:
                yield from _spots(word, unused, display_name(language))


def _spots(word: re.Match[str], unused: Unused, language: str) -> Iterator[Spot]:
    for found in unused.letters.finditer(word.string, word.start(), word.end()):
        repair = "".join(unused.repairs.get(letter, "") for letter in found[0])
        named = f"'{found[0]}' (U+{ord(found[0][0]):04X}) in {shorten(word[0])}"
        yield Spot(
            Span(*found.span()),
            "unused",
            f"{named} is no letter of {language}",
            repair or None,
            safe=unused.safe,
        )
