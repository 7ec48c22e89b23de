"""Hugo's shortcodes: ``{{< name >}}`` and ``{{% name %}}``."""

from __future__ import annotations

from transcheck.document import MarkupText
from transcheck.parse.expressions import holds_words
from transcheck.parse.masks import Dialect
from transcheck.patterns import late_regex
from transcheck.text import Span

# A quoted argument may hold the closing characters; nothing holds another shortcode.
# The bounds keep an opening that is never closed cheap.
_BRACE = r"\{(?!\{[<%])"
_ARGUMENT = rf"\"(?:[^\"{{]|{_BRACE}){{0,2000}}\"|`[^`]{{0,2000}}`"
_SHORTCODE = late_regex(
    rf"\{{\{{(?:<(?:{_ARGUMENT}|[^\"`>{{]|>(?!\}}\}})|{_BRACE}){{0,2000}}>"
    rf"|%(?:{_ARGUMENT}|[^\"`%{{]|%(?!\}}\}})|{_BRACE}){{0,2000}}%)\}}\}}"
)


_PARAMETER = late_regex(
    r"(?<![\w-])(?P<name>[A-Za-z][\w-]*)=(?:\"(?P<double>[^\"]*)\"|`(?P<back>[^`]*)`)"
)


def texts_of(source: str, start: int) -> tuple[MarkupText, ...]:
    """Return the words in the parameters of a tag of a template.

    Args:
        source: The tag.
        start: Where it stands in the file.
    """
    texts: list[MarkupText] = []
    for match in _PARAMETER.finditer(source):
        group = match.lastgroup or ""
        value = match[group]
        if holds_words(match["name"], value):
            place = Span(start + match.start(group), start + match.end(group))
            texts.append(MarkupText(span=place, name=match["name"], value=value))
    return tuple(texts)


def _measure(text: str, at: int) -> int | None:
    match = _SHORTCODE.match(text, at)
    return match.end() if match else None


DIALECT = Dialect("shortcode", "{", _measure)
