"""What the keys of frontmatter mean to a program, and what two pages have in common."""

from __future__ import annotations

from collections.abc import Iterator

from transcheck.align.model import Pair
from transcheck.discover.tags import canonical
from transcheck.document import Document, Entry, Frontmatter, Image, Link

# What tells a site generator what to do with a page, by the names that Hugo, Jekyll,
# Docusaurus, Starlight, VitePress, Eleventy and Mintlify document.
STRUCTURAL = (
    "cascade",
    "class",
    "content_type",
    "displayed_sidebar",
    "draft",
    "engine",
    "hide_table_of_contents",
    "icon",
    "id",
    "layout",
    "mode",
    "nav_order",
    "order",
    "outline",
    "page-type",
    "pagination_next",
    "pagination_prev",
    "position",
    "sidebar_class_name",
    "sidebar_position",
    "template",
    "toc",
    "type",
    "weight",
)
# With another value of these a page is not built, not found, or not itself.
BREAKING = frozenset({"draft", "engine", "id", "layout", "template", "type"})
# Without these it is not built at all; without `draft` it is, and is published.
NEEDED = BREAKING - {"draft"}
# What says in which language the page is.
LANGUAGE_KEYS = frozenset({"lang", "language", "locale"})
# What leads to another page or file, by the names that the same generators document.
_LINKS = frozenset({"href", "link", "next", "prev", "previous", "to"})
_IMAGES = frozenset(
    {"banner", "cover", "image", "images", "img", "logo", "poster", "src", "thumbnail"}
)


def shared_entries(pair: Pair) -> Iterator[tuple[Entry, Entry]]:
    """Yield the entries with values that both documents have."""
    first, second = _read(pair.original.frontmatter), pair.translation.frontmatter
    for path, entry in _read(second).items():
        if path in first:
            yield first[path], entry


def wrong_language(pair: Pair, first: Entry, second: Entry) -> str | None:
    """Return what a value should be that says in which language a page is.

    Args:
        pair: The documents.
        first: The entry of the original.
        second: The same of the translation.

    Returns:
        The translation's tag; None where the value is right, or where the original's
        says something else: ``language: python`` is about something else.
    """
    if len(first.path) > 1 or first.path[0] not in LANGUAGE_KEYS or not first.value:
        return None
    languages = [side.language for side in (pair.original, pair.translation)]
    known = canonical(second.value or "")
    if None in languages or known is None:
        return None
    theirs, ours = (_base(language or "") for language in languages)
    about = canonical(first.value)
    if about is None or _base(about) != theirs or theirs == ours:
        return None
    return None if _base(known) == ours else pair.translation.tag


def find_language_key(pair: Pair, missing: Entry, strange: list[Entry]) -> Entry | None:
    """Return the key that says in which language a page is instead of a missing one.

    Args:
        pair: The documents.
        missing: An entry of the original that the translation does not have.
        strange: The entries that the translation alone has.
    """
    if len(missing.path) > 1 or missing.path[0] not in LANGUAGE_KEYS:
        return None
    if not _says_language(missing, pair.original):
        return None
    return next(
        (
            entry
            for entry in strange
            if len(entry.path) == 1 and _says_language(entry, pair.translation)
        ),
        None,
    )


def _says_language(entry: Entry, document: Document) -> bool:
    tag = canonical(entry.value or "")
    return tag is not None and _base(tag) == _base(document.language or "")


def link_entries(document: Document) -> list[Link | Image]:
    """Return what the frontmatter leads to, as links and images without a text."""
    found: list[Link | Image] = []
    for entry in document.frontmatter.entries if document.frontmatter else ():
        if entry.kind != "string" or not entry.value:
            continue
        name = next((key for key in entry.path[::-1] if not key.isdigit()), "")
        span = entry.value_span
        if name in _LINKS:
            link = Link(span=span, children=(), target=entry.value, target_span=span)
            found.append(link)
        elif name in _IMAGES:
            found.append(
                Image(span=span, children=(), target=entry.value, target_span=span)
            )
    return found


def _base(language: str) -> str:
    return language.partition("-")[0]


def _read(matter: Frontmatter | None) -> dict[tuple[str, ...], Entry]:
    if matter is None or matter.error is not None:
        return {}
    twice = {one.path for one in matter.duplicates}  # which of them counts?
    return {
        one.path: one
        for one in matter.entries
        if one.value is not None and one.path not in twice
    }
