"""Links to the other language versions of the page they stand in."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from posixpath import basename, dirname, join, normpath
from urllib.parse import unquote

from transcheck.document import Document, Image, Inline, Link, Text
from transcheck.language.known_names import NAMES
from transcheck.language.names import AUTONYMS
from transcheck.patterns import late_regex
from transcheck.targets import (
    ANY_LOCALE,
    PAGE_EXTENSION,
    Target,
    is_own_page,
    normalize,
)

_INDEX = frozenset({"index", "_index", "readme"})
# What may stand around the name of a language: a flag, a region, a separator.
_IN_BRACKETS = late_regex(r"[(（\[【][^()（）\[\]【】]*[)）\]】]")  # noqa: RUF001 - wide ones
_NOT_LETTERS = late_regex(r"[^\w\u0900-\u109f]+")
_TAG = late_regex(r"[a-z]{2,3}(?:[-_](?:[a-z]{2}|[a-z]{4}))?", re.IGNORECASE)
_LETTERS_ONLY = late_regex(r"[\W\d_]+")
_MAX_WORDS = 3  # "中文 simplified chinese"
_FLAG = late_regex("[\U0001f1e6-\U0001f1ff]")  # regional indicators: two are a flag


class Versions:
    """Tells which links of a document lead to another language version of it.

    Args:
        document: The document.
        paths: Those of all documents of its page.
    """

    def __init__(self, document: Document, paths: Collection[str]) -> None:
        self._document = document
        self._places = {
            place for path in paths if path != document.path for place in _places(path)
        }
        self._names = {basename(path).lower() for path in paths}
        self._own = frozenset(_places(document.path))

    def is_other(self, link: Link, text: str) -> bool:
        """Tell whether a link leads to this page in another language.

        Args:
            link: A link of the document.
            text: What is read of it.
        """
        return self._place(link) not in self._own and self.is_version(link, text)

    def is_version(self, link: Link, text: str) -> bool:
        """Tell whether a link leads to this page, in its own language or another.

        Args:
            link: A link of the document.
            text: What is read of it.
        """
        target = link.target.strip()
        if not target or "#" in target:
            return False
        place = self._place(link)
        if place in self._places:
            return True
        # Where the path alone does not tell, what the link is called does.
        if not names_language(text):
            return False
        if place in self._own or is_own_page(target, self._document.path):
            return True
        name = basename(target.partition("?")[0]).lower()
        return "://" in target and name in self._names

    def _place(self, link: Link) -> str:
        """Return the path that a relative link leads to, from the working folder."""
        path = unquote(link.target.strip().partition("?")[0])
        return normpath(join(dirname(self._document.path), path))


def target_in_any_language(link: Link) -> Target:
    """Return where a link leads, all marks of languages taken away."""
    return normalize(link.target, ANY_LOCALE)


def names_language(text: str) -> bool:
    """Tell whether a text is the name, the tag or the flag of a language."""
    if _FLAG.search(text):
        return len(_NOT_LETTERS.sub(" ", text).split()) <= _MAX_WORDS
    name = _NOT_LETTERS.sub("-", _IN_BRACKETS.sub("", text)).strip("-_").casefold()
    if name in NAMES or _TAG.fullmatch(name):
        return True
    words = name.split("-")
    return len(words) <= _MAX_WORDS and any(
        word in NAMES or word in AUTONYMS or word.removesuffix("版") in AUTONYMS
        for word in words
    )


def link_text(link: Link) -> str:
    """Return what a link is called: its text, and what stands for its images."""
    return " ".join(_texts(link)).strip()


def letters_in(text: str) -> int:
    """Return how many letters a text has."""
    return len(_LETTERS_ONLY.sub("", text))


def _texts(inline: Inline) -> Iterator[str]:
    for child in inline.children:
        if isinstance(child, Text):
            yield child.value
        elif isinstance(child, Image):
            yield child.alt
        else:
            yield from _texts(child)


@lru_cache(maxsize=256)
def _places(path: str) -> tuple[str, ...]:
    """Return what a link to a file may be written as, from the working folder."""
    path = normpath(path)
    bare = PAGE_EXTENSION.sub("", path)
    folder = (dirname(bare) or ".",) if basename(bare).lower() in _INDEX else ()
    return path, bare, f"{bare}.html", *folder
