"""Which site generator renders a page."""

from __future__ import annotations

from transcheck.document import Callout, Document, document_blocks
from transcheck.site import Surroundings

PYTHON_MARKDOWN = frozenset({"mkdocs", "zensical"})
"""The generators that render with Python-Markdown, which is not CommonMark."""

# Callouts that nothing but extensions of Python-Markdown reads, and how they begin.
_PYTHON_CALLOUTS = frozenset({"bangs", "slashes", "tab"})
_BEGINNINGS = ("!!!", "???", "///", "===")


def renderer_of(document: Document, site: Surroundings | None) -> str | None:
    """Return the generator that renders a page, None where it is not known.

    Args:
        document: The page; where no configuration was found, its callouts may tell.
        site: The site around it.
    """
    generator = site.generator_of(document.path) if site is not None else None
    if generator is not None:
        return generator.name
    if not any(mark in document.text for mark in _BEGINNINGS):
        return None
    for block in document_blocks(document):
        if isinstance(block, Callout) and block.syntax in _PYTHON_CALLOUTS:
            return "mkdocs"
    return None
