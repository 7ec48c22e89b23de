"""The rule language-mix."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar

from transcheck.compare.mention import place, related_at, shorten
from transcheck.compare.mixed_phrases import MixedPhrase, find_mixed
from transcheck.language.names import display_name
from transcheck.rule import (
    AlignedPage,
    Document,
    Finding,
    PageRule,
    Severity,
)


class LanguageMix(PageRule, frozen=True):
    """A translated text has no phrase that nobody translated."""

    id: ClassVar[str] = "language-mix"
    category: ClassVar[str] = "language"
    voting: ClassVar[bool] = False

    attest: Annotated[tuple[str, ...], "Words and phrases that stay as they are."] = ()

    def check(self, page: AlignedPage) -> Iterator[Finding]:
        """Report a phrase of the original in each block that is translated else."""
        attested = (*self.attest, *page.terms.keep)
        for document in page.documents:
            if document is not page.original:
                for one in find_mixed(page, document, attested):
                    yield _report(page, document, one)


def _report(page: AlignedPage, document: Document, one: MixedPhrase) -> Finding:
    still = "still " if page.original else ""
    return Finding(
        place(document, one.phrase.span),
        f"{shorten(one.phrase.text)} is {still}in {display_name(one.language)}",
        cause=("mix", one.key or " ".join(one.phrase.said)),
        block=one.key,
        related=related_at(page.original, "the phrase", one.source)
        if page.original and one.source
        else (),
        severity=None if one.sure and not page.written_apart else Severity.INFO,
    )
