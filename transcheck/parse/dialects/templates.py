"""Tags of Liquid, Jinja and Nunjucks: ``{% %}``, ``{{ }}``, ``{# #}``.

``{* path *}``, which includes a file in some MkDocs sites, is one of them.
"""

from __future__ import annotations

import re

from transcheck.parse.masks import Dialect

# The bounds keep an opening that is never closed cheap.
_TAG = re.compile(
    r"\{%[^\r\n]{0,1000}?%\}|\{\{(?:[^{}\r\n]|\{[^{}\r\n]*\}){0,1000}\}\}"
    r"|\{#[ \t][^\r\n]{0,1000}?#\}"
)
_INCLUDE = re.compile(r"\{\*[^\r\n]{0,1000}?\*\}")


def _measure_tag(text: str, at: int) -> int | None:
    match = _TAG.match(text, at)
    return match.end() if match else None


def _measure_include(text: str, at: int) -> int | None:
    match = _INCLUDE.match(text, at)
    return match.end() if match else None


TAGS = Dialect("template", "{", _measure_tag)
INCLUDES = Dialect("include", "{", _measure_include)
