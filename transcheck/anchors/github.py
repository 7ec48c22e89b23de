r"""GitHub's ids, and those of the programs that imitate them.

Sources: ``TableOfContentsFilter`` of the gem html-pipeline (``[^\p{Word}\- ]`` goes,
spaces become hyphens); the npm package github-slugger 2.0, whose table of what stays
was compared for every code point: letters, marks, decimal digits, letter numbers,
connectors, and the letters in circles and squares; ``rehype-collect-headings`` of
Astro, which takes hyphens off the ends; ``generate_gfm_header_id`` of the gem
kramdown-parser-gfm and ``generate_id`` of kramdown 2.
"""

from __future__ import annotations

import unicodedata

from transcheck.anchors.style import Style
from transcheck.anchors.title import Title
from transcheck.patterns import late_regex

_KEPT = frozenset({"Nd", "Nl", "Pc"})
_ENCLOSED = late_regex(
    "[\u24b6-\u24e9\U0001f130-\U0001f149\U0001f150-\U0001f169\U0001f170-\U0001f189]"
)
_SPACES = late_regex("[\u00a0\u2007\u202f]")
_HYPHENS = late_regex(r"-{2,}")
_NOT_IN_LATIN_ID = late_regex(r"[^a-zA-Z0-9 -]+")
_BEFORE_LATIN_LETTER = late_regex(r"^[^a-zA-Z]+")


def github_slug(text: str) -> str:
    """Return the id that GitHub makes of a text."""
    return "".join(filter(_stays, text.lower())).replace(" ", "-")


def _stays(character: str) -> bool:
    if character in " -":
        return True
    category = unicodedata.category(character)
    return (
        category[0] in "LM"
        or category in _KEPT
        or _ENCLOSED.match(character) is not None
    )


def _of_text(title: Title) -> str:
    return github_slug(title.text)


def _of_description(title: Title) -> str:
    return github_slug(title.described)


def _of_spaced_text(title: Title) -> str:
    return github_slug(_SPACES.sub(" ", title.text))


def _of_latin(title: Title) -> str:
    slug = _NOT_IN_LATIN_ID.sub("", _BEFORE_LATIN_LETTER.sub("", title.source))
    return slug.replace(" ", "-").lower() or "section"


def _cut_last_hyphen(slug: str) -> str:
    return slug.removesuffix("-")


def _cut_hyphens(slug: str) -> str:
    return _HYPHENS.sub("-", slug).strip("-")


GITHUB = Style(name="github", slug=_of_text, folds=True)
# Docusaurus lets a heading have the id that another one was given by hand.
DOCUSAURUS = Style(name="docusaurus", slug=_of_description, reserves=False)
ASTRO = Style(name="astro", slug=_of_spaced_text, finish=_cut_hyphens, reserves=False)
ASTRO_5 = Style(name="astro-5", slug=_of_text, finish=_cut_last_hyphen, reserves=False)
KRAMDOWN_GFM = Style(name="kramdown-gfm", slug=_of_text, reserves=False)
KRAMDOWN = Style(name="kramdown", slug=_of_latin, reserves=False)
