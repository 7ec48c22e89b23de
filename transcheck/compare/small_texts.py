"""The short texts of a block that are read apart from it: of links, images, markup."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from transcheck.document import (
    Block,
    Component,
    Document,
    Image,
    Inline,
    InlineMarkup,
    Link,
    MarkupBlock,
    block_inlines,
    blocks_of,
    holders,
    markup_texts,
    prose,
)
from transcheck.language.scripts import base
from transcheck.patterns import late_regex
from transcheck.text import Span

_ALTERNATIVE = "alternative text"
# In a parameter so few words may be a sample, such as an answer to choose.
_FEW_WORDS = 7
_CODE = late_regex(r"<code>[^<>]*</code>|`[^`]*`")
_BETWEEN = late_regex(r"[/.?#]")
_TAG = late_regex(r"</?[A-Za-z][^<>]*>")


class SmallText(Struct, frozen=True):
    """A text of a link, an image or markup.

    Args:
        kind: What messages call it.
        text: What is read.
        span: Where it is, without the markup around it.
        target: Where the link leads that it is the text of, "" for other texts.
        may_stay: It may be meant to be in the original's language: a short sample, or
            an alternative text, which many sites translate nowhere.
    """

    kind: str
    text: str
    span: Span
    target: str = ""
    may_stay: bool = False


def small_texts(document: Document, block: Block) -> tuple[SmallText, ...]:
    """Return the short texts of one block itself, in the order of the file.

    Left out are the texts of links to other sites, which are titles there.

    Args:
        document: The document.
        block: A block of it.
    """
    return document.once(small_texts_by_block).get(id(block), ())


def small_texts_by_block(document: Document) -> dict[int, tuple[SmallText, ...]]:
    """Return the texts by the ``id()`` of their block, of blocks that have any.

    To be asked for by `Document.once`.
    """
    blocks = (
        *holders(document, Link, Image, InlineMarkup),
        *blocks_of(document, Component),
        *blocks_of(document, MarkupBlock),
    )
    found = ((id(one), tuple(_of(one))) for one in blocks)
    return {block: texts for block, texts in found if texts}


def _of(block: Block) -> Iterator[SmallText]:
    for inline in block_inlines(block):
        if isinstance(inline, Link) and inline.form != "autolink":
            if "://" not in inline.target:
                yield from _within(inline, "text of a link", target=inline.target)
                yield from _title(inline, "title of a link")
        elif isinstance(inline, Image) and inline.form != "html":
            yield from _within(inline, _ALTERNATIVE, may_stay=True)
            yield from _title(inline, "title of an image")
    for text in markup_texts(block):
        value = _read(text.value)
        is_alternative = text.name.lower() == "alt"
        yield SmallText(
            _ALTERNATIVE if is_alternative else f"'{text.name}'",
            value,
            text.span,
            may_stay=is_alternative or len(value.split()) <= _FEW_WORDS,
        )


def leads_to(text: SmallText, language: str) -> bool:
    """Tell whether a text is of a link to a page in a language: its title, if anything.

    Args:
        text: The text.
        language: A BCP 47 tag.
    """
    name = base(language)
    return any(
        part == name or part.startswith((f"{name}-", f"{name}_"))
        for part in _BETWEEN.split(text.target.lower())
    )


def _within(
    inline: Inline, kind: str, *, target: str = "", may_stay: bool = False
) -> Iterator[SmallText]:
    if inline.children:
        span = Span(inline.children[0].span.start, inline.children[-1].span.end)
        yield SmallText(kind, prose(*inline.children), span, target, may_stay)


def _read(value: str) -> str:
    """Return what is read of the source of a text in a parameter, as `prose` does."""
    return _TAG.sub("", _CODE.sub("\ufffc", value))


def _title(inline: Link | Image, kind: str) -> Iterator[SmallText]:
    if inline.title and inline.title_span is not None:
        yield SmallText(kind, inline.title, inline.title_span)
