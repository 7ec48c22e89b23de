"""The rule invisible-character."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from msgspec import Struct

from transcheck.characters.invisible import (
    JOINING_SCRIPTS,
    OVERRIDES,
    Invisible,
    Kind,
    find_invisible,
    has_right_to_left,
    is_balanced,
    name,
)
from transcheck.compare.mention import place
from transcheck.compare.regions import Region, Regions
from transcheck.compare.spots import Spot, report_spots
from transcheck.language.scripts import base, scripts_of
from transcheck.rule import AlignedPage, Document, Finding, PageRule, Severity, Span
from transcheck.text import Lines

_RIGHT_TO_LEFT = frozenset({"Arab", "Hebr", "Syrc", "Thaa", "Nkoo"})
# Languages without spaces between words, whose lines break at a zero-width space.
_UNSPACED = frozenset({"th", "lo", "km", "my", "bo", "dz", "jv", "ban", "shn"})
# Beside one of these an author keeps markup or an address from being one.
_MARKUP = frozenset("`*_{}[]()<>@#~$|\\/:.")
_LOST = frozenset({Kind.PLACEHOLDER, Kind.FILLER, Kind.TAGS})


class InvisibleCharacter(PageRule, frozen=True):
    """No character that nobody sees stands where no script needs it."""

    id: ClassVar[str] = "invisible-character"
    category: ClassVar[str] = "characters"
    fixable: ClassVar[bool] = True
    voting: ClassVar[bool] = False

    def check(self, page: AlignedPage) -> Iterator[Finding]:
        """Report invisible characters, one finding for each block and character."""

        def search(document: Document) -> Iterator[Spot]:
            return _search(document, is_own=document is page.original)

        yield from report_spots(page, search, "take it away")
        yield from _marked(page)


def _search(document: Document, *, is_own: bool) -> Iterator[Spot]:
    """Yield what is wrong in one document.

    Args:
        document: The document.
        is_own: It is the original, whose author may mean what looks odd.
    """
    text = document.text
    around: _Surroundings | None = None
    for found in find_invisible(text):
        around = around or _Surroundings(document)
        region, span = around.regions.find(found.start)
        if not around.is_needed(found, region, span):
            removed = "" if found.kind is not Kind.SEPARATOR else " "
            grave = found.kind is Kind.TAGS or found.character in OVERRIDES
            controls = found.kind is Kind.DIRECTION
            yield Spot(
                Span(found.start, found.end),
                "direction" if controls else f"{ord(found.character):04X}",
                f"{name(found, text)} in {region.value}",
                removed,
                safe=_is_safe(found, region, is_own=is_own),
                meant=is_own and around.is_meant(found, region),
                severity=(
                    Severity.ERROR
                    if grave or (controls and region is Region.CODE)
                    else None
                ),
            )


def _is_safe(found: Invisible, region: Region, *, is_own: bool) -> bool:
    """Tell whether a text is surely right without an invisible character."""
    if region is Region.MARKUP or (is_own and region is Region.CODE):
        return False
    unsure = _LOST | {Kind.DIRECTION, Kind.SEPARATOR}
    return found.kind not in unsure and found.character != "\u200d"


class _Line(Struct, frozen=True):
    """What is known of the directions in a line."""

    has_right_to_left: bool
    is_balanced: bool


class _Surroundings:
    """What is around the invisible characters of a document."""

    def __init__(self, document: Document) -> None:
        language = document.language or ""
        self._text = document.text
        self._lines = Lines(document.text)
        self._read: dict[tuple[int, int], _Line] = {}
        self._is_right_to_left = bool(
            language and scripts_of(language) & _RIGHT_TO_LEFT
        )
        self._is_joining = bool(language and scripts_of(language) & JOINING_SCRIPTS)
        self._is_unspaced = bool(language) and base(language) in _UNSPACED
        self.regions = Regions(document)

    def is_needed(self, found: Invisible, region: Region, span: Span | None) -> bool:
        """Tell whether a character does what it is for."""
        if found.kind is Kind.TYPOGRAPHIC:
            in_prose = region in (Region.TEXT, Region.FRONTMATTER, Region.MARKUP)
            return in_prose and not self._is_at_end(found)
        if found.kind is Kind.MARK:
            in_prose = region not in (Region.CODE, Region.TARGET)
            needed = in_prose and self._is_right_to_left
            return needed or self._line(found, span).has_right_to_left
        if found.kind is Kind.DIRECTION:
            if region is Region.CODE or found.character in OVERRIDES:
                return False
            line = self._line(found, span)
            needed = self._is_right_to_left or line.has_right_to_left
            return needed and line.is_balanced
        if found.character in "\u200c\u200d":
            return self._is_joining and region is Region.TEXT
        return (
            found.character == "\u200b"
            and self._is_unspaced
            and region is not Region.TARGET
        )

    def is_meant(self, found: Invisible, region: Region) -> bool:
        """Tell whether an author keeps something from being markup or an address."""
        if found.character != "\u200b" or region is Region.TARGET:
            return False
        before = self._text[max(0, found.start - 1) : found.start]
        after = self._text[found.end : found.end + 1]
        return before in _MARKUP or (after in _MARKUP and not before.isspace())

    def _line(self, found: Invisible, span: Span | None) -> _Line:
        """Return the line around a character, of code or an address nothing else."""
        number = self._lines.index(found.start)
        start, end = self._lines.starts[number], self._lines.ends[number]
        if span is not None:
            start, end = max(start, span.start), min(end, span.end)
        if (start, end) not in self._read:
            line = self._text[start:end]
            self._read[start, end] = _Line(has_right_to_left(line), is_balanced(line))
        return self._read[start, end]

    def _is_at_end(self, found: Invisible) -> bool:
        """Tell whether a soft hyphen has no letter after it to break before."""
        following = self._text[found.end : found.end + 1]
        return found.character == "\u00ad" and (not following or following.isspace())


def _marked(page: AlignedPage) -> Iterator[Finding]:
    """Yield files whose frontmatter stands after a byte order mark."""
    if page.original is None or page.original.byte_order_mark:
        return
    for document in page.documents:
        if document.byte_order_mark and document.frontmatter is not None:
            yield Finding(
                place(document, None),
                "byte order mark (U+FEFF) before the frontmatter",
                cause=("byte order mark",),
                help="save the file as UTF-8 without a byte order mark",
            )
