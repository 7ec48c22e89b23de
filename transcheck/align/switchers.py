"""Language switchers: rows of links to the other language versions of a page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from transcheck.align.versions import (
    Versions,
    letters_in,
    link_text,
    names_language,
    target_in_any_language,
)
from transcheck.document import (
    Block,
    Break,
    Component,
    Document,
    Emphasis,
    Heading,
    Image,
    Inline,
    InlineMarkup,
    Link,
    ListBlock,
    ListItem,
    MarkupBlock,
    Paragraph,
    Quote,
    Table,
    TableCell,
    TableRow,
    Text,
)
from transcheck.patterns import late_regex

# A switcher says little besides the names of languages: "Read this in other
# languages". One link alone must say nothing, or a sentence that mentions the
# original would be one.
_MOST_LETTERS, _MOST_LETTERS_ALONE = 80, 24
_MOST_LINKS = 200
_KINDS = (Component, ListBlock, MarkupBlock, Paragraph, Quote, Table)
_INNER = (*_KINDS, Heading, ListItem, TableRow, TableCell)
_TAG = late_regex(r"<[^<>]*>")
_ALT = late_regex(r"""\balt\s*=\s*["']([^"'<>]*)["']""", re.IGNORECASE)
_SEPARATOR = late_regex(r"[|/,;·•‧・、:：\s]+|\s[-–—]\s")  # noqa: RUF001 - wide ones


def is_switcher(block: Block, document: Document, versions: Versions) -> bool:
    """Tell whether a block is made of links to other languages' versions of a page.

    Args:
        block: A block of the document.
        document: The document.
        versions: Tells which links lead to such a version.
    """
    is_heading = isinstance(block, Heading)
    if not is_heading and not isinstance(block, _KINDS):
        return False
    links: list[tuple[Link, str]] = []
    rest: list[str] = []
    for part in _parts(block, document):
        if part is None or len(links) > _MOST_LINKS:
            return False
        if isinstance(part, str):
            rest.append(part)
        else:
            # A title may lead to the page itself.
            if is_heading and not names_language(part[1]):
                return False
            links.append(part)
    most = _MOST_LETTERS if len(links) > 1 else _MOST_LETTERS_ALONE
    if not links:
        return False
    return _lead_to_versions(links, versions) and not _says_more(rest, most)


def _lead_to_versions(links: list[tuple[Link, str]], versions: Versions) -> bool:
    """Tell whether links lead to a page in other languages."""
    # The first link that is no such version settles most blocks.
    if all(versions.is_version(link, text) for link, text in links) and any(
        versions.is_other(link, text) for link, text in links
    ):
        return True
    if not _differ_in_language(links):
        return False
    # Some lead to versions that are not there, in languages that have no known name.
    known = sum(versions.is_version(link, text) for link, text in links)
    return known > 1 or all(names_language(text) for _, text in links)


def _differ_in_language(links: list[tuple[Link, str]]) -> bool:
    """Tell whether links lead to one place but for marks of languages."""
    places = {target_in_any_language(link) for link, _ in links}
    written = {link.target for link, _ in links}
    return len(places) == 1 < len(written) == len(links)


def _says_more(texts: list[str], most: int) -> bool:
    """Tell whether texts have more letters than that besides names of languages."""
    letters = 0
    for text in texts:
        if not names_language(text):
            for word in _SEPARATOR.split(text):
                if not names_language(word):
                    letters += letters_in(word)
                    if letters > most:
                        return True
    return False


def _parts(block: Block, document: Document) -> Iterator[tuple[Link, str] | str | None]:
    """Yield the links of a block, each with its text, and the text around them.

    None stands for what no switcher has: code, a formula.
    """
    if isinstance(block, MarkupBlock):
        yield from _parts_of_markup(block, document)
        return
    if not isinstance(block, _INNER):
        yield None
    yield from _parts_of_line(*block.inlines)
    for below in block.blocks:
        yield from _parts(below, document)


def _parts_of_line(*inlines: Inline) -> Iterator[tuple[Link, str] | str | None]:
    for inline in inlines:
        if isinstance(inline, Link):
            yield inline, link_text(inline)
        elif isinstance(inline, Text):
            yield inline.value
        elif isinstance(inline, Emphasis):
            yield from _parts_of_line(*inline.children)
        elif not isinstance(inline, (Break, Image, InlineMarkup)):
            yield None


def _parts_of_markup(
    block: MarkupBlock, document: Document
) -> Iterator[tuple[Link, str] | str | None]:
    if block.form != "html":
        yield None if block.form != "comment" else ""
        return
    place = block.span.start
    for inline in block.inlines:
        if not isinstance(inline, Link):
            continue
        yield _TAG.sub(" ", document.text[place : inline.span.start])
        close = document.text.find("</a", inline.span.end, block.span.end)
        place = close if close >= 0 else block.span.end
        source = document.text[inline.span.end : place]
        yield inline, " ".join((_TAG.sub(" ", source), *_ALT.findall(source))).strip()
    yield _TAG.sub(" ", document.text[place : block.span.end])
