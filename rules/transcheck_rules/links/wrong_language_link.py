"""The rule wrong-language-link."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from transcheck.compare.link_languages import (
    ForeignLink,
    foreign_links,
    names_own_language,
)
from transcheck.compare.mention import place, shorten
from transcheck.rule import Finding, Pair, PairRule, Rewrite, label


class WrongLanguageLink(PairRule, frozen=True):
    """A link leads to the page in the language of the text it stands in."""

    id: ClassVar[str] = "wrong-language-link"
    category: ClassVar[str] = "links"
    voting: ClassVar[bool] = False

    def check(self, pair: Pair) -> Iterator[Finding]:
        """Report links to another language's version of a page."""
        for foreign in foreign_links(pair):
            yield _report(pair, foreign)

    def written(self, pair: Pair) -> Iterator[str]:
        """Return the language, where addresses begin with it."""
        if names_own_language(pair.translation):
            yield label(pair.translation)


def _report(pair: Pair, foreign: ForeignLink) -> Finding:
    document, link = pair.translation, foreign.link
    own, other, target = label(document), foreign.tag, shorten(link.target)
    return Finding(
        place(document, link.target_span or link.span),
        f"link to {target} leads to the page in {other}, not in {own}"
        if other
        else f"link to {target} does not lead to the page in {own}",
        cause=("language", link.target),
        help=(
            f"The page in {own} is {foreign.file}."
            if foreign.file is not None
            else "Addresses of this site begin with their language."
        ),
        rewrites=(Rewrite((own,), (other or "",)),),
    )
