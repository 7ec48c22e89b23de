"""Components that a translation uses, and imports no longer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from transcheck.align.model import Pair
from transcheck.compare.elements import read_components
from transcheck.document import Document, MarkupBlock, blocks_of
from transcheck.patterns import late_regex
from transcheck.text import Span

_IMPORT = late_regex(
    r"^import[ \t]+(?P<names>[^'\"]{1,2000}?)\s*\bfrom\b", re.MULTILINE
)
_NAME = late_regex(r"(?:[\w$*]+\s+as\s+)?(?P<name>[A-Z][\w$]*)")
# Code of a module up to its first string, be it read as such or not.
_MODULE_CODE = late_regex(r"^[ \t]*(?:import|export)\b[^'\"`]*", re.MULTILINE)


class LostImport(Struct, frozen=True):
    """A component without its import.

    Args:
        name: What the original imports.
        imported: Where it does.
        used: The name of the first such component in the translation.
    """

    name: str
    imported: Span
    used: Span


def lost_imports(pair: Pair) -> Iterator[LostImport]:
    """Yield what an original imports and its translation uses without an import.

    Args:
        pair: The documents.
    """
    imports = pair.original.once(_imports)
    if not imports:
        return
    code = " ".join(_MODULE_CODE.findall(pair.translation.text))
    known = set(re.findall(r"[\w$]+", code))
    for tag in read_components(pair.translation):
        name = tag.name.partition(".")[0]
        if name in imports and name not in known and not tag.closes:
            known.add(name)
            start = tag.name_span.start
            yield LostImport(name, imports[name], Span(start, start + len(name)))


def _imports(document: Document) -> dict[str, Span]:
    """Return the names of the components that a document imports, and where."""
    return {
        name["name"]: Span(*name.span("name"))
        for block in blocks_of(document, MarkupBlock)
        if block.form == "module"
        for found in _IMPORT.finditer(document.text, block.span.start, block.span.end)
        for name in _NAME.finditer(document.text, *found.span("names"))
    }
