"""The rule script-mix."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar
from unicodedata import category

from transcheck.compare.mention import shorten
from transcheck.compare.own_texts import own_texts
from transcheck.compare.spots import Spot, report_spots
from transcheck.document import characters
from transcheck.language.alphabets import foreign_letters, foreign_runs
from transcheck.language.names import AUTONYMS, display_name
from transcheck.language.scripts import scripts_of
from transcheck.rule import AlignedPage, Document, Finding, PageRule, Span


class ScriptMix(PageRule, frozen=True):
    """A text has no words in a script that neither it nor its original is in."""

    id: ClassVar[str] = "script-mix"
    category: ClassVar[str] = "language"
    voting: ClassVar[bool] = False

    def check(self, page: AlignedPage) -> Iterator[Finding]:
        """Report words in another script, one finding for each block and script."""
        original = page.original

        def search(document: Document) -> Iterator[Spot]:
            if original is None or document is original:
                return iter(())
            return _search(page, document, original)

        yield from report_spots(page, search)


def _search(
    page: AlignedPage, document: Document, original: Document
) -> Iterator[Spot]:
    text, language = document.text, document.language
    if language is None or text.isascii():
        return
    own, name = scripts_of(language), display_name(language)
    letters = foreign_letters(characters(document), own)
    if letters is None:
        return
    for span in own_texts(page, document):
        if not letters.search(text, span.start, span.end):
            continue
        source = span.cut(text)
        found = list(foreign_runs(source, own))
        strange = sum(run.end - run.start for run in found)
        if not found or 2 * strange > sum(map(_is_of_word, source)):
            continue  # a text that is foreign as a whole, or a name
        for run in found:
            word = source[run.start : run.end]
            if word not in original.text and word.casefold() not in AUTONYMS:
                yield Spot(
                    Span(span.start + run.start, span.start + run.end),
                    run.script,
                    f"{shorten(word)} is in {run.name}, in {name} text",
                )


def _is_of_word(character: str) -> bool:
    """Tell whether a character is a letter, or a mark that is written with one."""
    return character.isalpha() or category(character).startswith("M")
