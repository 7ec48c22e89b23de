"""Formulas in TeX."""

from __future__ import annotations

from functools import lru_cache

from transcheck.compare.tags import Tag, find_masks
from transcheck.document import Document
from transcheck.parse.dialects import math
from transcheck.parse.masks import Masker
from transcheck.patterns import late_regex
from transcheck.text import Span

_SIGNS = late_regex(r"\$\$?|\\\\[\[(]")
# A lone number is as often written without signs.
_SAID = late_regex(r"[^\W\d]|[\\^_={}]")
# What is prose in a formula: its words, and what is remarked in it.
_WORDS = late_regex(
    r"(\\(?:text[a-z]*|mathrm|mbox|operatorname\*?|label|tag)\s*)\{[^{}]*\}|(?<!\\)%.*"
)


def read_formulas(document: Document) -> list[Tag]:
    """Return the formulas in a document's text, in order."""
    text = document.text
    if "$" not in text and "\\\\" not in text:
        return []
    found = []
    for mask in find_masks(document, _masker()):
        source = mask.span.cut(text)
        signs = _SIGNS.match(source)
        width = signs.end() if signs else 0
        inside = Span(mask.span.start + width, mask.span.end - width)
        name = _WORDS.sub(r"\1", inside.cut(text))
        if not _SAID.search(name):
            continue
        found.append(
            Tag(
                "formula",
                "".join(name.split()),
                inside,
                mask.span,
                source,
                (source[:width], source[-width:]),
                closes=False,
                void=True,
                rest=Span(inside.end, inside.end),
            )
        )
    return found


@lru_cache(maxsize=1)
def _masker() -> Masker:
    return Masker((math.DOLLARS, math.BACKSLASHES))
