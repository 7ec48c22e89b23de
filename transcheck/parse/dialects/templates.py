"""Tags of template languages.

``{% %}``, ``{{ }}`` and ``{# #}`` of Liquid, Jinja, Nunjucks, Markdoc, Vue and
KumaScript; ``{#if}``, ``{:else}`` and ``{/if}`` of Svelte.
"""

from __future__ import annotations

from transcheck.parse.masks import Dialect
from transcheck.patterns import late_regex

# The bounds keep an opening that is never closed cheap.
_TAG = late_regex(
    r"\{%(?:[^\r\n%]|%(?!\})|(?:\r\n?|\n)(?![ \t]*[\r\n])){0,1000}%\}"
    r"|\{\{(?:[^{}\r\n]|\{[^{}\r\n]*\}){0,1000}\}\}"
    r"|\{#[ \t][^\r\n]{0,1000}?#\}"
)
_BLOCK = late_regex(
    r"\{(?:#(?:if|each|await|key|snippet)[ \t]+[^{}\r\n]{1,500}"
    r"|:(?:else|then|catch)(?:[ \t]+[^{}\r\n]{0,500})?"
    r"|/(?:if|each|await|key|snippet)[ \t]*)\}"
)


def _measure_tag(text: str, at: int) -> int | None:
    match = _TAG.match(text, at)
    return match.end() if match else None


def _measure_block(text: str, at: int) -> int | None:
    match = _BLOCK.match(text, at)
    return match.end() if match else None


TAGS = Dialect("template", "{", _measure_tag)
BLOCKS = Dialect("template", "{", _measure_block)
