"""The ids of a page, and whether a fragment leads to one of them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from enum import Enum
from functools import cached_property
from urllib.parse import unquote

from transcheck.anchors.generators import ANY, EVERY_STYLE, SLUGGERS
from transcheck.anchors.outline import Outline
from transcheck.anchors.style import Style
from transcheck.patterns import late_regex
from transcheck.targets import loose

# Places that every page has, or that a renderer makes: the top, footnotes, lines of
# code, tabs; Starlight calls the title `_top`.
_ALWAYS = late_regex(
    r"(?:_?top|(?:user-content-)?fn(?:ref)?[:\d_-].*|L\d+(?:[-:].*)?|__.*)",
    re.IGNORECASE | re.DOTALL,
)


class Match(Enum):
    """How surely a fragment leads to a place in a page."""

    SURE = "sure"
    LOOSE = "loose"
    NONE = "none"


def read_fragment(target: str) -> str | None:
    """Return the fragment of a link's target as browsers compare it with ids.

    Args:
        target: The target as a document gives it.

    Returns:
        What follows ``#``, percent signs decoded, in Unicode's form NFC. None where
        there is none or it is no id: marked words (``:~:text=``), the path of a hash
        router, a parameter, a block of Obsidian, a tab of DocFX (``#tab/linux``), part
        of a template.
    """
    written = target.partition("#")[2].partition(":~:")[0]
    if not written or written.startswith(("/", "!", "^", "tab/")):
        return None
    if any(mark in written for mark in "={}<>"):
        return None
    return normalize_id(unquote(written))


def normalize_id(text: str) -> str:
    """Return an id in the form in which ids are compared, NFC."""
    return unicodedata.normalize("NFC", text)


class Anchors:
    """The ids that a site generator gives the headings and other places of a page.

    Args:
        outline: What of the page can be a target.
        slugger: A key of `SLUGGERS`, or `ANY`.
    """

    def __init__(self, outline: Outline, slugger: str = ANY) -> None:
        self.outline = outline
        self._styles = SLUGGERS.get(slugger, EVERY_STYLE)
        self._ids: tuple[tuple[str, ...], ...] = tuple(
            tuple(map(normalize_id, row))
            for row in zip(
                *(style.ids(outline.titles) for style in self._styles), strict=True
            )
        )
        self._by_style = [
            _index(style, [row[number] for row in self._ids])
            for number, style in enumerate(self._styles)
        ]
        self._others = frozenset(map(normalize_id, outline.ids))

    def find(self, fragment: str) -> Match:
        """Tell whether a fragment leads to a place in the page.

        Args:
            fragment: As `read_fragment` gives it.

        Returns:
            `Match.LOOSE` where it has the letters and digits of a heading, and no
            known way to make ids makes it of that.
        """
        if fragment in self._others or _ALWAYS.fullmatch(fragment):
            return Match.SURE
        if self._heading(fragment) is not None:
            return Match.SURE
        letters = loose(fragment)
        if letters and (letters in self._letters or letters in self.outline.words):
            return Match.LOOSE
        return Match.NONE

    def heading(self, fragment: str) -> int | None:
        """Return which heading a fragment leads to, None where to none."""
        at = self._heading(fragment)
        return self._letters.get(loose(fragment)) if at is None else at

    def id_of(self, number: int) -> str | None:
        """Return the id of a heading, None where it may have several, or none."""
        ids = set(self._ids[number])
        return ids.pop() or None if len(ids) == 1 else None

    def ids_of(self, number: int) -> frozenset[str]:
        """Return the ids that a heading may have."""
        return frozenset(self._ids[number]) - {""}

    def default_id_of(self, number: int) -> str | None:
        """Return the id that a heading has by default, None where it has none."""
        return self._ids[number][0] or None

    def _heading(self, fragment: str) -> int | None:
        for style, index in zip(self._styles, self._by_style, strict=True):
            for read in (fragment, normalize_id(style.read(fragment))):
                if read and (at := index.get(_fold(style, read))) is not None:
                    return at
        return None

    @cached_property
    def _letters(self) -> dict[str, int]:
        letters: dict[str, int] = {}
        for number, title in enumerate(self.outline.titles):
            for text in (title.text, title.described, _plain(title.text)):
                if found := loose(text):
                    letters.setdefault(found, number)
        return letters


def _index(style: Style, ids: Iterable[str]) -> dict[str, int]:
    index: dict[str, int] = {}
    for number, one in enumerate(ids):
        if one:
            index.setdefault(_fold(style, one), number)
    return index


def _fold(style: Style, text: str) -> str:
    return text.casefold() if style.folds else text


def _plain(text: str) -> str:
    """Return a text without accents, as many programs write it in ids."""
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(one for one in decomposed if not unicodedata.combining(one))
