"""Notices about the translation itself: who or what made it, where the original is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from transcheck.align.versions import Versions, letters_in, link_text
from transcheck.document import (
    Block,
    Callout,
    Component,
    Document,
    Emphasis,
    Inline,
    Link,
    MarkupBlock,
    Paragraph,
    Quote,
    Text,
    block_inlines,
    block_prose,
    walk_blocks,
)
from transcheck.language.notices import Spoken
from transcheck.patterns import late_regex

_PROSE = (Callout, Component, Paragraph, Quote)
_INNER = (*_PROSE, MarkupBlock)
# A notice is a few sentences; one that nothing sets apart is one or two.
_LONGEST, _LONGEST_PLAIN = 1200, 160  # characters
# Where a reader can mend a translation, or read how it is made.
_GUIDE = late_regex(
    r"translat|traduc|i18n|l10n|locali[sz]|crowdin|weblate|transifex|lokalise|/edit/"
    r"|contribut",
    re.IGNORECASE,
)
_NAMED = late_regex(
    r"(?:<|\{\{[<%]?|\{%-?\s*include|--8<--|\{!)[^\n>}]*?"
    r"(?:translat|machine|ai[-_]?generated|i18n|l10n|not[-_]?localized|fallback[-_]?notice)",
    re.IGNORECASE,
)
_LABEL_LETTERS = 24


def is_notice(block: Block, document: Document, versions: Versions) -> bool:
    """Tell whether a block at an end of a page reads like a notice.

    It does where it speaks of a translation and of a machine or an original, or leads
    to where a translation is mended or to the page in another language. Whether it is
    one is for the alignment to tell: a notice has no counterpart.

    Args:
        block: A block at the head or the foot of the document.
        document: The document.
        versions: Tells which links lead to another language's version.
    """
    named = _NAMED.match(document.text, block.span.start, block.span.end)
    if named and (isinstance(block, Component) or not block_prose(block).strip()):
        return True
    if not isinstance(block, _PROSE):
        return False
    parts = list(walk_blocks(block))
    if not all(isinstance(part, _INNER) for part in parts):
        return False
    text = " ".join(map(block_prose, parts))
    apart = not isinstance(block, Paragraph) or _is_set_apart(block)
    links = [
        inline
        for part in parts
        for inline in block_inlines(part)
        if isinstance(inline, Link)
    ]
    if len(text) > _LONGEST or not (apart or links or len(text) <= _LONGEST_PLAIN):
        return False
    leads = any(versions.is_version(link, link_text(link)) for link in links)
    guides = leads or any(_GUIDE.search(link.target) for link in links)
    spoken = Spoken(text)
    if spoken.translation:
        return spoken.machine or leads or (apart and (guides or spoken.original))
    return (guides and spoken.machine) or (leads and apart)


def is_label(block: Block) -> bool:
    """Tell whether a paragraph is no more than the name of what follows it."""
    text = block_prose(block).strip()
    return (
        isinstance(block, Paragraph)
        and 0 < letters_in(text) <= _LABEL_LETTERS
        and (text.endswith((":", "：")) or _is_set_apart(block))  # noqa: RUF001 - a wide colon
    )


def _is_set_apart(block: Block) -> bool:
    """Tell whether a paragraph is emphasised, or begins with what is, or a sign."""
    first = next(_told(block.inlines), None)
    if isinstance(first, Text):
        sign = first.value.lstrip()[:1]
        return sign > "⁀" and not sign.isalnum() and letters_in(sign) == 0
    return isinstance(first, Emphasis)


def _told(inlines: tuple[Inline, ...]) -> Iterator[Inline]:
    return (
        inline
        for inline in inlines
        if not isinstance(inline, Text) or inline.value.strip()
    )
