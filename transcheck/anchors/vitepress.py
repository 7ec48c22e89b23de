"""The ids of VitePress and VuePress.

Sources: ``slugify`` of the npm package @mdit-vue/shared 3, which markdown-it-anchor
numbers; ``normalizeHash`` in VitePress's ``plugins/link.ts``, which does the same to
the fragments of links.
"""

from __future__ import annotations

import unicodedata

from transcheck.anchors.style import Style
from transcheck.anchors.title import Title
from transcheck.patterns import late_regex

_ACCENTS = late_regex("[\u0300-\u036f]")
_CONTROLS = late_regex("[\u0000-\u001f]")
_SPECIALS = late_regex(
    "[\\s~`!@#$%^&*()\\-_+=\\[\\]{}|\\\\;:\"'\u201c\u201d\u2018\u2019<>,.?/]+"
)
_FIRST_DIGIT = late_regex(r"^(?=[0-9])")


def vue_slug(text: str) -> str:
    """Return the id that VitePress makes of a text, and of a link's fragment."""
    plain = _ACCENTS.sub("", unicodedata.normalize("NFKD", text))
    slug = _SPECIALS.sub("-", _CONTROLS.sub("", plain)).strip("-")
    return _FIRST_DIGIT.sub("_", slug).lower()


def _of_description(title: Title) -> str:
    return vue_slug(title.described)


VITEPRESS = Style(name="vitepress", slug=_of_description, read=vue_slug)
