"""Which link of a translation may be the one of its original, at another address."""

from __future__ import annotations

from itertools import zip_longest

from transcheck.compare.lead_reader import LeadReader
from transcheck.compare.mention import words
from transcheck.document import Image, Link
from transcheck.near_miss import differs_by
from transcheck.patterns import late_regex
from transcheck.targets import loose

_SPELLED = late_regex(r"[a-z0-9]{4,}")
# Markup and brackets that no address holds, and slashes that are doubled.
_NO_ADDRESS = late_regex(r"[\[\]<>`“”（）]|(?<!:)//")  # noqa: RUF001 - as written
_SEPARATOR = late_regex(r"[\W_]+")
# In shorter words a letter more or less makes another word.
_SHORTEST = 4


def is_another(before: Link | Image, after: Link | Image, reader: LeadReader) -> bool:
    """Tell whether a link is of something else, by a name that its address spells.

    `[Anna Leone](/anna-leone)` is no changed `[Boris Kimura](/boris-kimura)`; a text
    that says what the original's or its address says is no evidence.
    Nor is an address within the site that may be translated as its text is.
    """
    if isinstance(before, Image) or isinstance(after, Image):
        return False
    known = words(*before.children).casefold() + before.target.casefold()
    address = after.target.casefold()
    named = any(
        name in address and name not in known
        for name in _SPELLED.findall(words(*after.children).casefold())
    )
    if not named or reader.read(after.target).host:
        return named
    found = reader.resolve(after.target, reader.translation)
    page = found.page if found else None
    return page is not None and reader.original.tag in page.files


def may_be(before: Link | Image, after: Link | Image, reader: LeadReader) -> bool:
    """Tell whether a link that stands in the place of another may be that one.

    One within the site did not become one to another site that shares no name with it.
    """
    inside = not reader.read(before.target).host
    outside = inside and reader.read(after.target).host
    return not is_another(before, after, reader) and (
        not outside or _share_name(before, after, reader)
    )


def is_replaced(before: Link | Image, after: Link | Image, reader: LeadReader) -> bool:
    """Tell whether a link to another site was exchanged for one to a third."""
    first, second = reader.read(before.target), reader.read(after.target)
    return (
        bool(first.host)
        and _domain(first.host) != _domain(second.host)
        and not _share_name(before, after, reader)
    )


def is_mangled(before: Link | Image, after: Link | Image, reader: LeadReader) -> bool:
    """Tell whether an address can only be the other one, spelled wrongly.

    Markup got into it, or one of its names has other separators or a letter wrong.
    Numbers are never a slip, and what leads to something in the site is none.
    """
    if reader.resolve(after.target, reader.translation) is not None:
        return False
    if set(_NO_ADDRESS.findall(after.target)) - set(_NO_ADDRESS.findall(before.target)):
        return True
    first, second = reader.read(before.target), reader.read(after.target)
    if first.host != second.host or len(first.path) != len(second.path):
        return False
    pairs = zip(first.path, second.path, strict=True)
    slips = [_is_slip(one, other) for one, other in pairs if one != other]
    return len(slips) == 1 and all(slips)


def _is_slip(first: str, second: str) -> bool:
    """Tell whether two names differ in separators and case, or a letter of a word."""
    if loose(first) == loose(second):
        return True
    ours, theirs = (_SEPARATOR.split(name.casefold()) for name in (first, second))
    differ = [
        pair for pair in zip_longest(ours, theirs, fillvalue="") if len({*pair}) > 1
    ]
    one, other = differ[0]
    if len(differ) > 1 or max(len(one), len(other)) < _SHORTEST:
        return False
    return differs_by(one, other, 1)


def _share_name(before: Link | Image, after: Link | Image, reader: LeadReader) -> bool:
    """Tell whether the last name in the path of one target is in the other's."""
    first, second = (reader.read(one.target).path for one in (before, after))
    return any(name in second for name in first[-1:]) or any(
        name in first for name in second[-1:]
    )


def _domain(host: str) -> str:
    return ".".join(host.split(".")[-2:])
