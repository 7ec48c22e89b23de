"""The rule twin-languages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from transcheck.compare.language_twins import LanguageTwin, language_twins
from transcheck.compare.mention import page_place
from transcheck.language.names import display_name
from transcheck.rule import AlignedPage, Finding, PageRule, Related, label


class TwinLanguages(PageRule, frozen=True):
    """The files of two languages of a page have different texts."""

    id: ClassVar[str] = "twin-languages"
    category: ClassVar[str] = "language"
    voting: ClassVar[bool] = False

    def check(self, page: AlignedPage) -> Iterator[Finding]:
        """Report each file with another language's text."""
        for twin in page.once(language_twins):
            told, advice = _describe(twin)
            yield Finding(
                page_place(twin.document),
                told,
                cause=("twin", label(twin.other)),
                related=(
                    Related(
                        page_place(twin.other), f"the same text in {label(twin.other)}"
                    ),
                ),
                help=advice,
            )


def _describe(twin: LanguageTwin) -> tuple[str, str]:
    """Return what is wrong, and what to do about it."""
    own, other = label(twin.document), label(twin.other)
    if twin.language is None:
        told = f"page has the same text in {own} as in {other}"
        return told, "one of the two was saved in the wrong place"
    found = f"{display_name(twin.language)} ({twin.language})"
    expected = display_name(twin.document.language or "")
    told = f"page is in {found}, not in {expected} ({twin.document.language})"
    return told, f"the text of {other} was saved in the place of {own}"
