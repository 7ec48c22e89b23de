"""What stands in a line: text, links, code spans and so on."""

from __future__ import annotations

from msgspec import Struct

from transcheck.text import Span


class Inline(Struct, frozen=True, kw_only=True, gc=False):
    """A piece of a line: text, a link, a code span and so on."""

    span: Span
    children: tuple[Inline, ...] = ()


class Text(Inline, frozen=True, kw_only=True):
    """Prose within one line.

    Args:
        value: What the reader sees. It is the source itself, so that offset
            ``span.start + n`` is character n, except for a backslash escape, which
            is a node of its own with one character of value and two of span.
    """

    value: str


class MarkupText(Inline, frozen=True, kw_only=True):
    """Words that readers meet in the parameters of markup: a tooltip, a caption.

    It is not running text, so it is no inline of a block: markup has it in `texts`.

    Args:
        name: The parameter, as it is written: ``alt``, ``title``, ``aria-label``; in
            an expression of JSX the key of an object: ``text``.
        value: The source without quotes; of several lines where it has them.
    """

    name: str
    value: str


class Break(Inline, frozen=True, kw_only=True):
    """A line end within a paragraph, with the indent of the next line.

    In a block of HTML also the tags that end one piece of text and begin another.

    Args:
        hard: The line was broken on purpose.
    """

    hard: bool


class CodeSpan(Inline, frozen=True, kw_only=True):
    """Inline code; its span includes the backticks.

    Args:
        value: The code, as CommonMark 6.1 strips it.
    """

    value: str


class Emphasis(Inline, frozen=True, kw_only=True):
    """Emphasised, strong or struck text; its span includes the delimiters.

    Args:
        marker: The opening delimiter: ``*``, ``_``, ``**``, ``__``, ``~~``, ``==``
            (marked) or ``^^`` (inserted).
    """

    marker: str


class Link(Inline, frozen=True, kw_only=True):
    """A link, its text in `children`.

    Args:
        target: Where it leads, as it is written, backslash escapes and entities
            resolved, percent signs as they are.
        target_span: The target in the source, without angle brackets; for a
            reference, in its definition.
        title: The title, None when there is none.
        title_span: The title in the source, without quotes; for a reference, in its
            definition; None for HTML.
        form: ``inline``, ``reference``, ``autolink`` (``<https://…>``) or ``html``.
        label: The label of a reference as it is written, None for other forms.
        texts: Of HTML, the words in its parameters.
    """

    target: str
    target_span: Span | None
    title: str | None = None
    title_span: Span | None = None
    form: str = "inline"
    label: str | None = None
    texts: tuple[MarkupText, ...] = ()


class Image(Inline, frozen=True, kw_only=True):
    """An image, its alternative text in `children` (and in `alt`).

    Args:
        target: As in `Link`.
        target_span: As in `Link`.
        alt: The alternative text without markup.
        title: The title, None when there is none.
        title_span: As in `Link`.
        form: ``inline``, ``reference`` or ``html``.
        label: As in `Link`.
        texts: As in `Link`, the alternative text among them.
    """

    target: str
    target_span: Span | None
    alt: str = ""
    title: str | None = None
    title_span: Span | None = None
    form: str = "inline"
    label: str | None = None
    texts: tuple[MarkupText, ...] = ()


class WikiLink(Inline, frozen=True, kw_only=True):
    """A link to a note by its name, ``[[note|text]]``.

    Its text is in `children`: without one of its own the note's name, and nothing
    where it is embedded. Its target is a name, not a path, so it is none of a
    document's `links`.

    Args:
        target: The note's name as it is written, a heading (``note#heading``) included.
        target_span: The same in the source.
        embedded: It stands for what the note holds: ``![[note]]``.
    """

    target: str
    target_span: Span
    embedded: bool = False


class FootnoteReference(Inline, frozen=True, kw_only=True):
    """A footnote's mark in the text.

    Args:
        label: The label between ``[^`` and ``]``.
    """

    label: str


class InlineMarkup(Inline, frozen=True, kw_only=True):
    """Markup that is not prose: HTML, a shortcode, an expression, math.

    Markup of several lines is a node for each line.

    Args:
        form: ``html``, ``comment`` (of MDX as well), ``shortcode`` (Hugo),
            ``template`` (Liquid, Jinja, Vue, KumaScript, blocks of Svelte),
            ``expression`` (MDX), ``math``, ``attributes``, ``include``, ``emoji``
            (``:tada:``) or ``keys`` (``++ctrl+c++``).
        value: The source.
        texts: Of HTML, JSX and shortcodes, the words in its parameters.
    """

    form: str
    value: str
    texts: tuple[MarkupText, ...] = ()
