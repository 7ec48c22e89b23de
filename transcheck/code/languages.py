"""The language of a code block, and what splits code of it into tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transcheck.patterns import late_regex

if TYPE_CHECKING:
    from pygments.lexer import Lexer

# Pygments has no lexer for these, or one that takes the text for code.
_RELATED = {
    "astro": "html",
    "ejs": "rhtml",
    "erb": "rhtml",
    "go-html-template": "html+handlebars",
    "handlebars": "html+handlebars",
    "hbs": "html+handlebars",
    "hugo": "html+handlebars",
    "jinja2": "jinja",
    "jsx": "javascript",
    "liquid": "html+jinja",
    "markdoc": "html+jinja",
    "njk": "html+jinja",
    "nunjucks": "html+jinja",
    "svelte": "html",
    "tsx": "typescript",
    "vue": "html",
}
_LANGUAGE = late_regex(r"[\s{.]*([A-Za-z0-9_+#-]+)(?![A-Za-z0-9_+#-]|\s*=)")


def code_language(info: str) -> str:
    """Return the language of a fence's info string, lower case, "" when it has none.

    It knows ``python title="x"``, ``rust,ignore``, ``{ .dockerfile .annotate }``,
    ``{r}`` and ``hl_lines="4"``, which names none.
    """
    match = _LANGUAGE.match(info)
    return match[1].lower() if match else ""


def same_language(first: str, second: str) -> bool:
    """Tell whether two names are one language: ``py`` and ``Python``."""
    if first == second:
        return True
    if not (first and second):
        return False
    one, other = find_lexer(first), find_lexer(second)
    return one is not None and other is not None and one.name == other.name


def find_lexer(language: str) -> Lexer | None:
    """Return what splits code of a language into tokens, None where nothing does."""
    # Start-up counts, and most runs compare no differing code.
    from pygments.lexers import get_lexer_by_name  # noqa: PLC0415
    from pygments.util import ClassNotFound  # noqa: PLC0415

    try:
        found: Lexer = get_lexer_by_name(
            _RELATED.get(language, language), stripnl=False
        )
    except ClassNotFound:
        return None
    return found
