"""Which language a site was written in, and why.

In this order: what the user says; the unmarked root or file; the default language of
the site generator; the language that holds nearly every page and has pages of its own;
the language that alone has every page; the language that the pages' names are in; else
none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from transcheck.discover.context import Context, language_of
from transcheck.discover.drafts import Draft, Layout
from transcheck.discover.paths import split
from transcheck.discover.samples import Samples, same_language, spread
from transcheck.patterns import late_regex

# "Nearly every page" of those in two languages or more.
_NEARLY = 0.8
# A layout where half of the pages have an unmarked file has unmarked originals.
_HALF = 0.5

# So many pages are read for the language of their names, and so few tell nothing.
_PAGES = 30
_LEAST_PAGES = 5


class Choice(Struct, frozen=True):
    """The original of a site.

    Args:
        originals: For each layout, in their order, the tag of its originals, None
            where there is none.
        reason: Which and why, a sentence.
    """

    originals: tuple[str | None, ...]
    reason: str


def choose(layouts: Sequence[Layout], context: Context) -> Choice:
    """Choose the original of every layout of a site.

    Args:
        layouts: What was found.
        context: Where to ask for texts, and what the user said.
    """
    if context.original:
        reason = f"{context.original}, as the settings say"
        return Choice((context.original,) * len(layouts), reason)
    unmarked = [_unmarked(layout) for layout in layouts]
    siblings = [
        page
        for layout, tag in zip(layouts, unmarked, strict=True)
        if tag is None
        for page in layout.pages
    ]
    whole = sum(len(layout.pages) for layout in layouts)
    plain = [tag for layout in layouts if (tag := layout.unmarked_tag)]
    if not siblings:
        return Choice(tuple(unmarked), _unmarked_reason(unmarked))
    if plain and len(siblings) < _HALF * whole and _occurs(plain[0], siblings):
        tag, reason = plain[0], _unmarked_reason(plain)
    else:
        tag, reason = _among_siblings(siblings, context, plain)
    if plain and any(unmarked):
        reason = "; ".join(dict.fromkeys((_unmarked_reason(unmarked), reason)))
    return Choice(tuple(found or tag for found in unmarked), reason)


def original_tag(
    files: Mapping[str, str], unmarked: str | None, wanted: str | None
) -> str | None:
    """Return which tag of a page is its original, None when the page lacks it.

    Args:
        files: Tag to file, the unmarked one included.
        unmarked: The tag of the unmarked file, None when the page has none.
        wanted: The tag that was chosen for the page's layout.
    """
    if wanted is None:
        return unmarked
    if wanted in files:
        return wanted
    language = language_of(wanted)
    same = [tag for tag in files if same_language(language_of(tag), language)]
    return min(same) if same else None


def _unmarked(layout: Layout) -> str | None:
    """Return the tag of a layout's unmarked originals, None when it has few or none."""
    several = [page for page in layout.pages if page.size > 1]
    plain = sum(page.unmarked is not None for page in layout.pages)
    return layout.unmarked_tag if plain >= _HALF * max(len(several), 1) else None


def _unmarked_reason(tags: Iterable[str | None]) -> str:
    names = ", ".join(sorted({tag for tag in tags if tag}))
    return f"{names}, the language of the files whose paths tell none"


def _among_siblings(
    pages: Sequence[Draft], context: Context, plain: Sequence[str]
) -> tuple[str | None, str]:
    default = context.default
    if default and _occurs(default.tag, pages):
        return default.tag, f"{default.tag}, the default language in {default.file}"
    if tag := _widest(pages):
        return tag, f"{tag}, which has nearly every page and pages of its own"
    if tag := _only_complete(pages):
        return tag, f"{tag}, which alone has every page"
    if tag := _language_of_names(pages, context.samples):
        return tag, f"{tag}, the language that the names of the pages are in"
    for tag in plain:
        if _occurs(tag, pages):
            return tag, _unmarked_reason([tag])
    return None, "none: no language has nearly every page and pages of its own"


def _occurs(tag: str, pages: Iterable[Draft]) -> bool:
    language = language_of(tag)
    tags = {name for page in pages for name in page.marked}
    return any(same_language(language_of(name), language) for name in tags)


def _widest(pages: Sequence[Draft]) -> str | None:
    """Return the language that has nearly every page, and pages that no other has."""
    several = [page for page in pages if page.size > 1]
    held = Counter(tag for page in several for tag in page.marked)
    own = Counter(tag for page in pages if page.size == 1 for tag in page.marked)
    wide = [tag for tag in held if held[tag] >= _NEARLY * len(several) and own[tag]]
    most = max((own[tag] for tag in wide), default=0)
    first = [tag for tag in wide if own[tag] == most]
    return first[0] if len(first) == 1 else None


def _only_complete(pages: Sequence[Draft]) -> str | None:
    """Return the language that has every one of some pages, where no other has."""
    several = [page.marked.keys() for page in pages if page.size > 1]
    if len(several) < _LEAST_PAGES:
        return None
    complete = set(several[0]).intersection(*several)
    return complete.pop() if len(complete) == 1 else None


# --- the language of the names ----------------------------------------------------

_TITLE = late_regex(r"^#[ \t]+([^{\n]+)|^title:[ \t]*(.+)$", re.MULTILINE)
_WORD = late_regex(r"[A-Z]?[a-z]{3,}|[A-Z]{3,}|[^\W\d_a-zA-Z]{2,}")


def _language_of_names(pages: Sequence[Draft], samples: Samples) -> str | None:
    """Return the language whose titles have the words that the pages are named by.

    A page is named once, in the language it is written in: ``ImageBlur`` is "Blur
    Image" in English and in no translation.
    """
    several = {page.name: page for page in pages if page.size > 1}
    chosen = [several[name] for name in spread(several, _PAGES)]
    hits: Counter[str] = Counter()
    held: Counter[str] = Counter()
    for page in chosen:
        titles = {tag: _title_words(path, samples) for tag, path in page.marked.items()}
        common = set[str]().union(*titles.values()) & _words(split(page.name)[1])
        # A product's name, the same in every language, tells nothing.
        telling = {
            word
            for word in common
            if sum(word in words for words in titles.values()) < _HALF * len(titles) + 1
        }
        if telling:
            held.update(titles.keys())
            hits.update(tag for tag in titles if telling <= titles[tag])
    if not hits:
        return None
    (first, most), *others = sorted(hits.items(), key=lambda hit: (-hit[1], hit[0]))
    second = others[0][1] if others else 0
    enough = most >= _LEAST_PAGES and most >= _NEARLY * held[first]
    return first if enough and second <= _HALF * most else None


def _title_words(path: str, samples: Samples) -> set[str]:
    return {
        word
        for title in _TITLE.findall(samples.head(path))[:2]
        for word in _words(" ".join(title))
    }


def _words(text: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(text)}
