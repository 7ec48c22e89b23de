"""The rule terminology."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from transcheck.compare.mention import place, related_at, shorten
from transcheck.compare.terminology import WrongTerm, forbidden_terms, wrong_terms
from transcheck.language.names import display_name
from transcheck.rule import (
    AlignedPage,
    Document,
    Finding,
    PageRule,
    PairState,
    Related,
    label,
)

_STATES = frozenset({PairState.PARALLEL, PairState.OUTDATED})


class Terminology(PageRule, frozen=True):
    """Things are called what the configuration and its glossaries call them."""

    id: ClassVar[str] = "terminology"
    category: ClassVar[str] = "terms"
    voting: ClassVar[bool] = False

    def check(self, page: AlignedPage) -> Iterator[Finding]:
        """Report names that were not kept, or not translated as they should be."""
        if not page.terms:
            return
        for document in page.documents:
            for number, wrong in enumerate(forbidden_terms(page, document)):
                yield _report(document, None, wrong, number)
        if page.original is None:
            return
        for pair in page.pairs:
            if pair.state in _STATES:
                for wrong in wrong_terms(page.terms, pair):
                    yield _report(pair.translation, pair.original, wrong, wrong.number)


def _report(
    document: Document, original: Document | None, wrong: WrongTerm, number: int
) -> Finding:
    related: tuple[Related, ...] = ()
    if original is not None and wrong.there is not None:
        related = related_at(original, "the name", wrong.there)
    return Finding(
        place(document, wrong.span),
        _message(document, wrong),
        cause=(wrong.kind, wrong.name, wrong.key, number),
        block=wrong.key,
        related=related,
    )


def _message(document: Document, wrong: WrongTerm) -> str:
    name, written = shorten(wrong.name), shorten(wrong.written)
    if wrong.kind == "kept":
        return f"{name} is a name that stays, and is not here"
    if wrong.kind == "left":
        return f"{written} is to be translated"
    if wrong.kind == "forbidden":
        return (
            f"{written} is not to be written in {display_name(document.language or '')}"
        )
    where = label(document)
    if not wrong.wanted:
        return f"{written} is not what {name} is called in {where}"
    if wrong.written:
        return f"{written} is to be {shorten(wrong.wanted)}, for {name}"
    return f"{name} is called {shorten(wrong.wanted)} in {where}, and is not here"
