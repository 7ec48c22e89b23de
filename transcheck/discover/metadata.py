"""What the frontmatter of a file says: its language, and which page it is.

Sites whose translations have translated file names say so themselves: Hugo with
``translationKey``, Jekyll with ``ref``, jekyll-polyglot with ``page_id``, Obsidian
Publish with ``permalink``. It is searched line by line, not parsed: a key counts where
it has a plain value on its own line.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from transcheck.discover.tags import Strength, read_tag
from transcheck.patterns import late_regex

# The keys that say which page a file is, those that say nothing else first.
PAGE_KEYS = (
    "translationKey",
    "translation_key",
    "translation_id",
    "page_id",
    "lang-ref",
    "lang_ref",
    "ref",
    "permalink",
)
_LANGUAGE_KEYS = ("lang", "locale", "language")

_BLOCK = late_regex(r"\s*(---|\+\+\+)[ \t]*\n(.*?)^\1[ \t]*$", re.DOTALL | re.MULTILINE)
_LINE = late_regex(
    rf"^[\"']?({'|'.join((*PAGE_KEYS, *_LANGUAGE_KEYS))})[\"']?[ \t]*[:=][ \t]*"
    r"(?:\"([^\"\n]*)\"|'([^'\n]*)'|([^\s\"'#\[{|>&*][^#\n]*))",
    re.MULTILINE,
)
# Words for a way to make permalinks; so is whatever has a variable, `:title`.
_STYLES = frozenset(["date", "none", "ordinal", "pretty", "weekdate"])


class Metadata(NamedTuple):
    """What tells which page a file is.

    Args:
        language: The tag of its language as the frontmatter spells it, None for none.
        keys: Key and value of all that tell the page, the most telling first.
    """

    language: str | None
    keys: tuple[tuple[str, str], ...]


NOTHING = Metadata(None, ())


def read_metadata(head: str) -> Metadata:
    r"""Return what the frontmatter at the beginning of a text says.

    Args:
        head: The text, line ends as ``\n``.
    """
    block = _BLOCK.match(head)
    if block is None:
        return NOTHING
    values: dict[str, str] = {}
    for key, *quoted in _LINE.findall(block[2]):
        values.setdefault(key, "".join(quoted).strip())
    tags = [values[key] for key in _LANGUAGE_KEYS if read_tag(values.get(key, ""))]
    keys = ((key, _page(values[key])) for key in PAGE_KEYS if key in values)
    return Metadata(
        tags[0] if tags else None,
        tuple((key, value) for key, value in keys if value),
    )


def _page(value: str) -> str:
    """Return a value without language, "" for one that names no page."""
    if ":" in value or value in _STYLES:
        return ""
    parts = [part for part in value.split("/") if part and not _is_language(part)]
    home = "/" if value.startswith("/") else ""
    return "/".join(parts) or home


def _is_language(part: str) -> bool:
    tag = read_tag(part)
    return tag is not None and tag.strength >= Strength.PLAIN
