"""What stands in a line: text, links, code spans and so on."""

from __future__ import annotations

from dataclasses import dataclass

from transcheck.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Inline:
    """A piece of a line: text, a link, a code span and so on."""

    span: Span
    children: tuple[Inline, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Text(Inline):
    """Prose within one line.

    Args:
        value: What the reader sees. It is the source itself, so that offset
            ``span.start + n`` is character n, except for a backslash escape, which
            is a node of its own with one character of value and two of span.
    """

    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Break(Inline):
    """A line end within a paragraph, with the indent of the next line.

    Args:
        hard: The line was broken on purpose.
    """

    hard: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeSpan(Inline):
    """Inline code; its span includes the backticks.

    Args:
        value: The code, as CommonMark 6.1 strips it.
    """

    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Emphasis(Inline):
    """Emphasised, strong or struck text; its span includes the delimiters.

    Args:
        marker: The opening delimiter: ``*``, ``_``, ``**``, ``__`` or ``~~``.
    """

    marker: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Link(Inline):
    """A link, its text in `children`.

    Args:
        target: Where it leads, as it is written, backslash escapes and entities
            resolved, percent signs as they are.
        target_span: The target in the source, without angle brackets; for a
            reference, in its definition.
        title: The title, None when there is none.
        form: ``inline``, ``reference``, ``autolink`` or ``html``.
        label: The label of a reference as it is written, None for other forms.
    """

    target: str
    target_span: Span | None
    title: str | None = None
    form: str = "inline"
    label: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Image(Inline):
    """An image, its alternative text in `children` (and in `alt`).

    Args:
        target: As in `Link`.
        target_span: As in `Link`.
        alt: The alternative text without markup.
        title: The title, None when there is none.
        form: ``inline``, ``reference`` or ``html``.
        label: As in `Link`.
    """

    target: str
    target_span: Span | None
    alt: str = ""
    title: str | None = None
    form: str = "inline"
    label: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FootnoteReference(Inline):
    """A footnote's mark in the text.

    Args:
        label: The label between ``[^`` and ``]``.
    """

    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InlineMarkup(Inline):
    """Markup that is not prose: HTML, a shortcode, an expression, math.

    Markup of several lines is a node for each line.

    Args:
        form: ``html``, ``comment``, ``shortcode``, ``template``, ``expression``,
            ``math``, ``attributes`` or ``include``.
        value: The source.
    """

    form: str
    value: str
