"""The ids of MkDocs: those of Python-Markdown, and the Unicode ones of pymdownx.

Sources: ``slugify``, ``slugify_unicode`` and ``unique`` in
``markdown/extensions/toc.py`` of Python-Markdown 3; ``pymdownx/slugs.py`` of
pymdown-extensions 10.
"""

from __future__ import annotations

import re
import unicodedata

from transcheck.anchors.style import Style, Taken
from transcheck.anchors.title import Title
from transcheck.patterns import late_regex

_NOT_IN_ID = late_regex(r"[^\w\s-]")
_SEPARATORS = late_regex(r"[-\s]+")
_NOT_IN_SLUG = late_regex(r"[^\w\- ]")
_NUMBERED = late_regex(r"(.*)_([0-9]+)", re.DOTALL)


def _toc(text: str) -> str:
    return _SEPARATORS.sub("-", _NOT_IN_ID.sub("", text).strip().lower())


def _ascii(title: Title) -> str:
    plain = unicodedata.normalize("NFKD", title.text)
    return _toc(plain.encode("ascii", "ignore").decode("ascii"))


def _unicode(title: Title) -> str:
    return _toc(title.text)


def _cased(title: Title) -> str:
    text = unicodedata.normalize("NFC", title.text).strip()
    return _NOT_IN_SLUG.sub("", text).replace(" ", "-")


def _lower(title: Title) -> str:
    text = unicodedata.normalize("NFC", title.text).strip().lower()
    return _NOT_IN_SLUG.sub("", text).replace(" ", "-")


def number_with_underscores(slug: str, taken: Taken) -> str:
    """Return ``slug``, ``slug_1``, ``slug_2``: the first that is free, and take it.

    Of a heading of which nothing is left, the id is ``_1``.
    """
    if slug and slug not in taken:
        taken[slug] = 0
        return slug
    numbered = _NUMBERED.fullmatch(slug)
    base, number = (numbered[1], int(numbered[2])) if numbered else (slug, 0)
    number = max(number, taken.get(slug, 0)) + 1
    while f"{base}_{number}" in taken:
        number += 1
    taken[slug] = number
    taken.setdefault(f"{base}_{number}", 0)
    return f"{base}_{number}"


PYTHON_MARKDOWN = Style(
    name="python-markdown", slug=_ascii, number=number_with_underscores
)
PYTHON_MARKDOWN_UNICODE = Style(
    name="python-markdown-unicode", slug=_unicode, number=number_with_underscores
)
PYMDOWNX = Style(name="pymdownx", slug=_lower, number=number_with_underscores)
PYMDOWNX_CASED = Style(
    name="pymdownx-cased", slug=_cased, number=number_with_underscores
)
