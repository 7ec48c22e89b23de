"""Links of a translation that lead to pages in another language than its own."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from msgspec import Struct

from transcheck.align.model import Pair
from transcheck.compare.frontmatter import link_entries
from transcheck.document import Document, Link
from transcheck.resolve import resolver_of
from transcheck.targets import is_own_page

# So many links of a page that were given its language show that all should be.
_LEAST_GIVEN = 2


class ForeignLink(Struct, frozen=True):
    """A link of a translation that leads to a page in another language.

    Args:
        link: The link.
        tag: The language that its target names; None where it names none.
        file: The page in the translation's language, None where no site is known.
    """

    link: Link
    tag: str | None
    file: str | None


def foreign_links(pair: Pair) -> Iterator[ForeignLink]:
    """Yield the links that lead to another language though their page is in this one.

    Links to the page itself in another language are left out. An address that names
    no language leads to the original's where others of the text were given their
    language. Where the site is not known, an address is judged that begins with the
    original's language, as in the original.
    """
    if pair.translation.tag is None:
        return
    if pair.surroundings is not None:
        yield from _on_the_site(pair)
    else:
        yield from _by_the_addresses(pair)


def names_own_language(document: Document) -> bool:
    """Tell whether an address in a document begins with the document's language."""
    own = _names(document)
    return any(_first(link) in own for link in document.links)


def _on_the_site(pair: Pair) -> Iterator[ForeignLink]:
    site, document = pair.surroundings, pair.translation
    if site is None:
        return
    links = _links(document)
    if not links:
        return
    resolver = resolver_of(document, site)
    here = site.pages.get(document.path)
    bare: list[ForeignLink] = []
    given = 0
    for link in links:
        found = resolver.resolve(link.target)
        if found is None or found.page is None or document.tag is None:
            continue
        absolute = link.target.startswith("/")
        given += absolute and found.tag == document.tag
        file = found.page.files.get(document.tag)
        if file is None or (here is not None and found.page is here.page):
            continue
        if found.tag not in (None, document.tag) and not _is_stem(found.path, file):
            yield ForeignLink(link, found.tag, file)
        elif found.tag is None and absolute:
            bare.append(ForeignLink(link, None, file))
    if given >= _LEAST_GIVEN * max(1, len(bare)):
        yield from bare


def _links(document: Document) -> list[Link]:
    """Return the links of a document, those of its frontmatter among them."""
    entries = (one for one in link_entries(document) if "/" in one.target)
    return [*document.links, *(one for one in entries if isinstance(one, Link))]


def _is_stem(path: str, file: str) -> bool:
    """Tell whether a file is another but for a language in the name: ``a.pl.md``.

    Site generators that look for languages there find the one they need.
    """
    stem, extension = posixpath.splitext(path)
    return file.endswith(extension) and file.startswith((f"{stem}.", f"{stem}_"))


def _by_the_addresses(pair: Pair) -> Iterator[ForeignLink]:
    document, original = pair.translation, pair.original
    own, theirs = _names(document), _names(original)
    if own & theirs:
        return
    addresses = {link.target for link in _links(original)}
    for link in _links(document):
        first = _first(link)
        kept = first in theirs and link.target in addresses
        if kept and not is_own_page(link.target, document.path):
            yield ForeignLink(link, first, None)


def _names(document: Document) -> frozenset[str]:
    """Return what the first folder of an address in a document's language may be."""
    known = [name for name in (document.tag, document.language) if name]
    names = {name.lower().replace("_", "-") for name in known}
    return frozenset(names | {name.partition("-")[0] for name in names})


def _first(link: Link) -> str | None:
    """Return the first folder of an address that counts from the root of the site."""
    target = link.target
    if not target.startswith("/") or target.startswith("//"):
        return None
    return (
        re.split("[/?#]", target[1:], maxsplit=1)[0].lower().replace("_", "-") or None
    )
