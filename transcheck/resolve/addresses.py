"""What a target names within the site, before anything is looked up."""

from __future__ import annotations

import unicodedata
from urllib.parse import unquote, urlsplit

from msgspec import Struct

# What only a program can tell: templates anywhere, short names of folders in front.
_TEMPLATES = ("{{", "{%", "<%", "${")
_SHORT_NAMES = ("@", "~")


class Address(Struct, frozen=True):
    """What a target names within the site.

    Args:
        path: Percent signs decoded, without query and fragment.
        absolute: It counts from the root of the site, not from the document.
    """

    path: str
    absolute: bool


def read_address(target: str, host: str = "") -> Address | None:
    """Return what a target names within the site, None where it leads elsewhere.

    A place in the document itself is elsewhere too, and so is what only a program can
    resolve.

    Args:
        target: As the document gives it.
        host: The host of the site itself, "" where it is not known.
    """
    target = target.strip().replace("&amp;", "&")
    if any(map(str.isspace, target)) or any(mark in target for mark in _TEMPLATES):
        return None
    try:
        parts = urlsplit(target)
    except ValueError:  # brackets that are no IPv6 address
        return None
    path = unicodedata.normalize("NFC", unquote(parts.path))
    if parts.netloc:
        own = parts.scheme in {"", "http", "https"} and parts.netloc == host
        return Address(path or "/", absolute=True) if own else None
    if parts.scheme or not path or path.startswith((*_SHORT_NAMES, "www.")):
        return None
    return Address(path, absolute=path.startswith("/"))
