"""Which site generator renders a page."""

from __future__ import annotations

from transcheck.document import Callout, Document, blocks_of
from transcheck.patterns import late_regex
from transcheck.site import Surroundings

PYTHON_MARKDOWN = frozenset({"mkdocs", "zensical"})
"""The generators that render with Python-Markdown, which is not CommonMark."""

# Callouts that nothing but extensions of Python-Markdown reads, and how they begin.
_PYTHON_CALLOUTS = frozenset({"bangs", "slashes", "tab"})
_BEGINNINGS = ("!!!", "???", "///", "===")
# An attribute list as its users write it, with a space: `## Beds { #beds }`.
_ATTRIBUTES = late_regex(r"\{ [#.][A-Za-z][^{}\n]{0,200}\}")


def renderer_of(document: Document, site: Surroundings | None) -> str | None:
    """Return the generator that renders a page, None where it is not known.

    Args:
        document: The page; where no configuration was found, its markup may tell.
        site: The site around it.
    """
    generator = site.generator_of(document.path) if site is not None else None
    if generator is not None:
        return generator.name
    return "mkdocs" if document.once(_is_python_markdown) else None


def _is_python_markdown(document: Document) -> bool:
    """Tell whether a document has what only Python-Markdown reads."""
    if _ATTRIBUTES.search(document.text):
        return True
    return any(mark in document.text for mark in _BEGINNINGS) and any(
        block.syntax in _PYTHON_CALLOUTS for block in blocks_of(document, Callout)
    )
