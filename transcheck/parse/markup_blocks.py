"""Blocks that are markup: HTML, shortcodes, directives, and what is in their tags."""

from __future__ import annotations

import re
from collections.abc import Sequence

from transcheck.document import (
    Break,
    Image,
    Inline,
    InlineMarkup,
    Link,
    MarkupBlock,
    MarkupText,
    Text,
)
from transcheck.parse.dialects import includes, shortcodes
from transcheck.parse.html import find_tags, targets_of, texts_of
from transcheck.parse.html_text import read_html
from transcheck.parse.inline_tree import InlineBuilder
from transcheck.patterns import late_regex
from transcheck.text import Span

# Of Hugging Face's documentation, of Python-Markdown, of VitePress and of GitLab.
_DIRECTIVE = late_regex(
    r"\[\[(?:open-in-colab|autodoc|toc|_toc_|tableofcontents)\]\](?=\s|\Z)|\[TOC\]\s*\Z",
    re.IGNORECASE,
)
_LEAF_LABEL = late_regex(r"::[A-Za-z][\w-]*\[([^\]\n]+)\]")


def build_html(text: str, span: Span, inlines: InlineBuilder) -> MarkupBlock:
    """Build a block of HTML.

    Args:
        text: The file.
        span: The block.
        inlines: Builds the inlines of the file.
    """
    value = span.cut(text)
    if value.startswith("<!--") and value.find("-->") == len(value) - 3:
        form = "include" if includes.is_comment(value) else "comment"
        return MarkupBlock(span=span, form=form, value=value)
    seen, texts = read_html(text, span, inlines)
    return MarkupBlock(span=span, form="html", value=value, inlines=seen, texts=texts)


def build_markup(text: str, span: Span, form: str) -> MarkupBlock:
    """Build a block of a dialect's markup, whose form is known."""
    value = span.cut(text)
    texts: tuple[MarkupText, ...] = ()
    if form in {"shortcode", "template"}:
        texts = shortcodes.texts_of(value, span.start)
    elif form == "directive" and (label := _LEAF_LABEL.match(value)):
        # The words in the brackets of `::name[words]{…}`.
        place = Span(span.start + label.start(1), span.start + label.end(1))
        texts = (MarkupText(span=place, name="label", value=label[1]),)
    return MarkupBlock(span=span, form=form, value=value, texts=texts)


def build_lone_markup(
    text: str, span: Span, inlines: Sequence[Inline]
) -> MarkupBlock | None:
    """Build a block of a paragraph that is markup and nothing else, None where not.

    Args:
        text: The file.
        span: The paragraph.
        inlines: What is in it.
    """
    markup: list[InlineMarkup] = []
    for inline in inlines:
        if type(inline) is Text:
            if inline.value.strip():
                return None
        elif type(inline) is InlineMarkup:
            markup.append(inline)
        elif type(inline) is not Break:
            return None
    if not markup:
        return None
    return MarkupBlock(
        span=span,
        form=markup[0].form,
        value=span.cut(text),
        texts=tuple(words for one in markup for words in one.texts),
    )


def is_directive(source: str) -> bool:
    """Tell whether a paragraph asks a tool to put something there: ``[TOC]``."""
    return source.startswith("[") and _DIRECTIVE.match(source) is not None


def read_opening(
    text: str, span: Span
) -> tuple[tuple[Link | Image, ...], tuple[MarkupText, ...]]:
    """Return the links and images, and the words, in the opening tag of an element."""
    targets: tuple[Link | Image, ...] = ()
    texts: tuple[MarkupText, ...] = ()
    for tag in find_tags(text, span):
        targets += targets_of(text, tag)
        texts += texts_of(text, tag)
    return targets, texts
