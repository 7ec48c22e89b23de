"""Which site generators make a site of the files, and where it will be.

Their configurations are programs as often as data, so they are searched, never run or
parsed: a setting counts where it is written as a plain string on a line of its own.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from transcheck.discover.generators import HUGO_ENDS, SCRIPT_ENDS, setting
from transcheck.discover.paths import split
from transcheck.discover.root import git_top
from transcheck.patterns import late_regex
from transcheck.site import Generator

# File to generator, for the names that belong to one alone. These are the names that
# the generators' manuals give; so are those below.
_PROGRAMS: dict[str, str] = {
    **{
        f"{program}.config.{end}": program
        for program in ("docusaurus", "eleventy", "nuxt", "rspress")
        for end in SCRIPT_ENDS
    },
    **{f"gatsby-config.{end}": "gatsby" for end in SCRIPT_ENDS},
    **{f"hugo.{end}": "hugo" for end in HUGO_ENDS},
    ".eleventy.js": "eleventy",
    "book.toml": "mdbook",
    "LANGS.md": "honkit",
    "mint.json": "mintlify",
    "mkdocs.yml": "mkdocs",
    "mkdocs.yaml": "mkdocs",
    "zensical.toml": "zensical",
    "zola.toml": "zola",
}

# What tells the generators apart whose configurations have one name; None is all else.
_Choices = tuple[tuple[re.Pattern[str] | None, str], ...]
_HUGO_OWN = setting("baseURL|defaultContentLanguage|languageCode", r"[^\"'\s]*")
_ZOLA_OWN = setting("base_url", r"[^\"'\s]*")
_HEXO_OWN = late_regex(r"^(?:new_post_name|skip_render|source_dir):", re.MULTILINE)
_SPHINX_OWN = late_regex(r"\bsphinx\b|^extensions\s*=", re.MULTILINE)
_SHARED: dict[str, _Choices] = {
    **{
        f"astro.config.{end}": ((late_regex("starlight"), "starlight"), (None, "astro"))
        for end in SCRIPT_ENDS
    },
    **{
        f"next.config.{end}": ((late_regex("nextra"), "nextra"), (None, "next"))
        for end in SCRIPT_ENDS
    },
    **{
        f"config.{end}": ((_HUGO_OWN, "hugo"), (_ZOLA_OWN, "zola")) for end in HUGO_ENDS
    },
    "_config.yml": ((_HEXO_OWN, "hexo"), (None, "jekyll")),
    "conf.py": ((_SPHINX_OWN, "sphinx"),),
    "docs.json": ((late_regex("mintlify"), "mintlify"),),
}

# Hidden folders with the configuration of the folder that they are in.
_HIDDEN = {".vitepress": "vitepress", ".vuepress": "vuepress"}
_IN_HIDDEN = tuple(
    f"{name}.{end}" for name in ("config", "config/index") for end in SCRIPT_ENDS
)

# Hugo's configuration may be in this folder of the site.
_HUGO_FOLDER = "config/_default"

# The keys of a site's address, and of the path below it where that is apart.
_ADDRESS_KEYS: dict[str, tuple[str, str]] = {
    "astro": ("site", "base"),
    "docusaurus": ("url", "baseUrl"),
    "eleventy": ("", "pathPrefix"),
    "gatsby": ("siteUrl", "pathPrefix"),
    "hexo": ("url", "root"),
    "hugo": ("baseURL", ""),
    "jekyll": ("url", "baseurl"),
    "mdbook": ("", "site-url"),
    "mkdocs": ("site_url", ""),
    "next": ("", "basePath"),
    "nextra": ("", "basePath"),
    "nuxt": ("url", "baseURL"),
    "rspress": ("", "base"),
    "sphinx": ("html_baseurl", ""),
    "starlight": ("site", "base"),
    "vitepress": ("hostname", "base"),
    "vuepress": ("hostname", "base"),
    "zensical": ("site_url", ""),
    "zola": ("base_url", ""),
}
_ADDRESS = r"https?://[^\"'\s,]+"
_PATH = r"/[^\"'\s,]*"
_ADDRESSES = {
    program: tuple(
        setting(keys, value) if keys else None
        for keys, value in zip(both, (_ADDRESS, _PATH), strict=True)
    )
    for program, both in _ADDRESS_KEYS.items()
}


def is_configuration(name: str) -> bool:
    """Tell whether a file's name is one of a generator's configuration."""
    return name in _PROGRAMS or name in _SHARED


def hidden_configuration(folder: Path) -> str | None:
    """Return the configuration in a hidden folder, relative to it, None for none.

    Args:
        folder: The hidden folder; any but a generator's own is not looked into.
    """
    if folder.name not in _HIDDEN:
        return None
    return next((name for name in _IN_HIDDEN if (folder / name).is_file()), None)


def configurations_above(folder: Path) -> list[str]:
    """Return the configurations above a folder, relative to it, the nearest first.

    They are looked for up to the top level of its repository, nowhere without one.
    """
    top = git_top(folder)
    found: list[str] = []
    for up, parent in enumerate(folder.parents, start=1):
        if top is None or not parent.is_relative_to(top):
            break
        ways = "../" * up
        found += [ways + name for name in _names(parent)]
    return found


def read_generator(path: str, read: Callable[[], str]) -> Generator | None:
    """Return the site generator that a configuration is of, None when it is of none.

    Args:
        path: The configuration, as paths are printed.
        read: Gives its text; called only where the path may be a configuration's.
    """
    folder, name = split(path)
    choices = _SHARED.get(name, ())
    if name in _PROGRAMS:
        choices = ((None, _PROGRAMS[name]),)
    if folder.endswith(_HUGO_FOLDER):
        folder = folder.removesuffix(_HUGO_FOLDER).rstrip("/")
    for hidden, program in _HIDDEN.items():
        before, _, after = f"/{path}".partition(f"/{hidden}/")
        if after in _IN_HIDDEN:
            folder, choices = before[1:], ((None, program),)
    text = read() if choices else ""
    for mark, program in choices:
        if mark is None or mark.search(text):
            return Generator(program, folder, path, _url(program, text))
    return None


def _names(folder: Path) -> Iterator[str]:
    try:
        entries = sorted(os.listdir(folder))  # noqa: PTH208 - names alone
    except OSError:
        return
    for name in entries:
        if is_configuration(name):
            yield name
        elif name in _HIDDEN and (found := hidden_configuration(folder / name)):
            yield f"{name}/{found}"


def _url(program: str, text: str) -> str:
    """Return the address of the site, with its path, as a configuration gives it."""
    found = []
    for pattern in _ADDRESSES.get(program, ()):
        match = pattern.search(text) if pattern else None
        found.append(match[1] if match else "")
    address, path = found or ("", "")
    return address.rstrip("/") + path if path else address
