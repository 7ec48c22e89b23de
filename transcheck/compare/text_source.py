"""The source of a text in which only what readers see as text is left."""

from __future__ import annotations

from transcheck.document import (
    Break,
    CodeSpan,
    Document,
    Emphasis,
    Inline,
    Link,
    Text,
)

# What stands for a delimiter that opens or closes emphasis, for code, for an escaped
# character, and for other markup: one for each character of source.
OPENING, CLOSING, CODE, ESCAPED, MARKUP = (
    "\ufdd0",
    "\ufdd1",
    "\ufdd2",
    "\ufdd3",
    "\ufdd4",
)

# Links whose text is their address, where stars and underscores are no markup.
_BARE = frozenset({"autolink", "bare"})


def text_source(document: Document, inlines: tuple[Inline, ...]) -> str:
    """Return the source of some text, its length kept, with markup covered.

    Text stays, in links and emphasis too; a line end is a newline and spaces.

    Args:
        document: The document.
        inlines: All inlines of one block, not empty.
    """
    start = inlines[0].span.start
    characters = list(document.text[start : inlines[-1].span.end])

    def cover(first: int, last: int, mark: str) -> None:
        characters[first - start : last - start] = mark * (last - first)

    waiting = [*inlines]
    while waiting:
        node = waiting.pop()
        first, last = node.span.start, node.span.end
        if isinstance(node, Text):
            if len(node.value) != last - first:
                cover(first, last, ESCAPED)
        elif isinstance(node, Break):
            characters[first - start : last - start] = "\n".ljust(last - first)[
                : last - first
            ]
        elif isinstance(node, Emphasis):
            width = len(node.marker)
            cover(first, first + width, OPENING)
            cover(last - width, last, CLOSING)
            waiting += node.children
        elif isinstance(node, Link) and node.children and node.form not in _BARE:
            cover(first, node.children[0].span.start, MARKUP)
            cover(node.children[-1].span.end, last, MARKUP)
            waiting += node.children
        else:
            cover(first, last, CODE if isinstance(node, CodeSpan) else MARKUP)
    return "".join(characters)
