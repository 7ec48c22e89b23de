"""Which site generator makes ids in which ways."""

from __future__ import annotations

from transcheck.anchors.github import (
    ASTRO,
    ASTRO_5,
    DOCUSAURUS,
    GITHUB,
    KRAMDOWN,
    KRAMDOWN_GFM,
)
from transcheck.anchors.hugo import BLACKFRIDAY, HUGO, HUGO_ASCII
from transcheck.anchors.mdbook import MDBOOK, MDBOOK_4
from transcheck.anchors.mintlify import MINTLIFY, MINTLIFY_PLAIN
from transcheck.anchors.mkdocs import (
    PYMDOWNX,
    PYMDOWNX_CASED,
    PYTHON_MARKDOWN,
    PYTHON_MARKDOWN_UNICODE,
)
from transcheck.anchors.style import Style
from transcheck.anchors.vitepress import VITEPRESS

SLUGGERS: dict[str, tuple[Style, ...]] = {
    "docusaurus": (DOCUSAURUS,),
    "github": (GITHUB,),
    "hugo": (HUGO, HUGO_ASCII, BLACKFRIDAY),
    "jekyll": (KRAMDOWN_GFM, KRAMDOWN, GITHUB),
    "mdbook": (MDBOOK, MDBOOK_4),
    "mintlify": (MINTLIFY, MINTLIFY_PLAIN),
    "mkdocs": (PYTHON_MARKDOWN, PYTHON_MARKDOWN_UNICODE, PYMDOWNX, PYMDOWNX_CASED),
    "starlight": (ASTRO, ASTRO_5),
    "vitepress": (VITEPRESS,),
}
"""Name to the ways a generator makes ids, its default first."""

_SAME = {
    "astro": "starlight",
    "gatsby": "docusaurus",
    "nextra": "docusaurus",
    "rspress": "docusaurus",
    "vuepress": "vitepress",
    "zensical": "mkdocs",
}

ANY = "any"
"""The slugger where nothing is known: all of them together."""

EVERY_STYLE: tuple[Style, ...] = tuple(
    dict.fromkeys(style for styles in SLUGGERS.values() for style in styles)
)


def slugger_of(generator: str | None) -> str:
    """Return the slugger that a site generator uses.

    Args:
        generator: A name as in `transcheck.site.Generator`, None where none was found.

    Returns:
        A key of `SLUGGERS`, or `ANY`.
    """
    if generator is None:
        return ANY
    name = _SAME.get(generator, generator)
    return name if name in SLUGGERS else ANY
