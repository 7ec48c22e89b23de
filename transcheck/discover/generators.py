"""The default language that a site generator's configuration names, and settings.

The files are programs as often as data, so they are searched, never run or parsed:
a setting counts where it is written as a plain string on a line of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from transcheck.discover.root import git_top
from transcheck.discover.tags import canonical
from transcheck.patterns import late_regex

_BYTES = 262144
SCRIPT_ENDS = ("js", "ts", "mjs", "mts", "cjs", "cts")
HUGO_ENDS = ("toml", "yaml", "yml", "json")


class Default(NamedTuple):
    """A default language and the file that names it."""

    tag: str
    file: str


def setting(keys: str, value: str = r"[\w-]+") -> re.Pattern[str]:
    """Match a key and its string in JavaScript, TOML, YAML or JSON.

    Args:
        keys: A pattern for the key.
        value: A pattern for the string; it is the match's only group.
    """
    return late_regex(
        rf"^[^#/\n]*?(?<![\w$-])[\"']?(?:{keys})[\"']?\s*[:=]\s*[\"']?({value})[\"']?"
        r"\s*(?:[,;}#]|//|$)",
        re.MULTILINE,
    )


_LOCALE = setting("defaultLocale")
_MKDOCS_ITEM = late_regex(r"^[ \t]*-[ \t]", re.MULTILINE)
_MKDOCS_DEFAULT = late_regex(r"^[ \t]*default:[ \t]*true\b", re.MULTILINE)
_MKDOCS_LOCALE = setting("locale")
_HUGO_LANGUAGE = setting("defaultContentLanguage")

# The folder of the first language that GitBook and HonKit list.
_FIRST_LISTED = late_regex(r"\A[^\[]*\[[^\]\n]*\]\((?:\./)?([\w-]+)(?:/[^)\s]*)?\)")

# Docusaurus, Astro and Starlight, Next.js, Nuxt; Rspress; Hugo; Zola; Jekyll with
# polyglot; MkDocs with static-i18n; GitBook. The names of the files are those of their
# manuals.
_SETTINGS: dict[str, tuple[re.Pattern[str], ...]] = {
    **{
        f"{program}.config.{end}": (_LOCALE,)
        for program in ("docusaurus", "astro", "next", "nuxt")
        for end in SCRIPT_ENDS
    },
    **{f"rspress.config.{end}": (setting("lang"),) for end in SCRIPT_ENDS},
    **{f"hugo.{end}": (_HUGO_LANGUAGE,) for end in HUGO_ENDS},
    **{f"config.{end}": (_HUGO_LANGUAGE,) for end in HUGO_ENDS},
    "config.toml": (_HUGO_LANGUAGE, setting("default_language")),
    "zola.toml": (setting("default_language"),),
    "_config.yml": (setting("default_lang|default_locale"),),
    "mkdocs.yml": (setting("default_language"),),
    "mkdocs.yaml": (setting("default_language"),),
    "LANGS.md": (_FIRST_LISTED,),
}

FILE_NAMES = frozenset(_SETTINGS)


def find_default(folder: Path, below: Iterable[str]) -> Default | None:
    """Return the default language of a site, None when no configuration names one.

    Args:
        folder: The root of the site; configurations above it count as well, up to the
            top level of its repository.
        below: The configurations below it, relative to it.
    """
    known = (path for path in below if path.rpartition("/")[2] in FILE_NAMES)
    nearest = sorted(known, key=lambda path: (path.count("/"), path))
    paths = [folder / path for path in nearest]
    top = git_top(folder)
    if top is not None:
        above = [parent for parent in folder.parents if parent.is_relative_to(top)]
        paths += [parent / name for parent in above for name in sorted(FILE_NAMES)]
    return next((found for path in paths for found in _defaults(path)), None)


def _defaults(path: Path) -> Iterator[Default]:
    text = read_head(path)
    named = [tag for pattern in _SETTINGS[path.name] for tag in pattern.findall(text)]
    if path.name.startswith("mkdocs."):
        named += _mkdocs_items(text)
    for tag in named:
        if canonical(tag):  # Starlight's `root` is none
            yield Default(tag, path.name)


def _mkdocs_items(text: str) -> list[str]:
    """Return the locales of the languages that are `default: true` in their list."""
    return [
        locale
        for item in _MKDOCS_ITEM.split(text)
        if _MKDOCS_DEFAULT.search(item)
        for locale in _MKDOCS_LOCALE.findall(item)
    ]


def read_head(path: Path) -> str:
    """Return the text of a configuration, "" where it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(_BYTES).decode("utf-8", "replace")
    except OSError:
        return ""
