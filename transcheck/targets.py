"""Whether two links lead to the same place, as far as their spelling tells.

A translation may rightly write a target in another way than the original: with its
own language in the path, the host or the query, with more or fewer ``../``, without
an extension or a trailing slash. A `Target` holds what is left when all of that is
taken away; two links with equal targets lead to the same place.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import SplitResult, unquote, urlsplit

from msgspec import Struct

from transcheck.patterns import late_regex

PAGE_EXTENSION = late_regex(r"\.(?:mdx?|markdown|html?)$", re.IGNORECASE)
"""What the name of a page's file, or of what is rendered of it, ends with."""

# The country that stands for the language in paths, where people confuse the two.
_COUNTRIES = {
    "cs": ("cz",),
    "da": ("dk",),
    "el": ("gr",),
    "en": ("gb", "uk", "us"),
    "et": ("ee",),
    "ja": ("jp",),
    "ko": ("kr",),
    "pt": ("br",),
    "sv": ("se",),
    "uk": ("ua",),
    "vi": ("vn",),
    "zh": ("cn", "hk", "tw"),
}
_WEB = frozenset({"", "http", "https"})
_LOCALE_PARAMETERS = frozenset({"hl", "lang", "language", "locale", "setlang"})
_TAG = late_regex(r"([a-z]{2,3})(?:-(?:[a-z]{2}|[a-z]{4}|[0-9]{3})){0,2}")
_GLUED = late_regex(r"[a-z]{2}[A-Z]{2}")
_ASSET = late_regex(r"\.[A-Za-z0-9]{1,5}$")
_AFFIX = late_regex(r"(?<=.)[._-](?=[A-Za-z0-9_-]{2,11}$)")
# What names a page of the site: `ref` of Hugo, `link` and `post_url` of Jekyll.
_REFERENCE = late_regex(
    r"(?:\{\{[<%]\s*(?:rel)?ref\s+[\"`](?P<hugo>[^\"`]+)[\"`]\s*[>%]\}\}"
    r"|\{%-?\s*(?:link|post_url)\s+(?P<jekyll>[^\s{}%]+)\s*-?%\})"
    r"(?P<fragment>#\S*)?"
)
_INDEX = frozenset({"index", "_index", "README", "readme"})
_FIRST = frozenset({"1", "01", "intro", "introduction", "overview"})
_HOST_LABELS = 3


class Locales(Struct, frozen=True):
    """The languages whose marks in a target mean nothing.

    Args:
        names: Lower-case tags, languages and the countries that stand for them, as
            they occur in paths, ``_`` as ``-``.
        every: Everything that has the shape of a language is one.
    """

    names: frozenset[str]
    every: bool = False

    def __contains__(self, word: str) -> bool:
        """Tell whether a word of a path names one of the languages."""
        name = word.lower().replace("_", "-")
        if name in self.names:
            return True
        if _GLUED.fullmatch(word):
            return self.every or name[:2] in self.names
        match = _TAG.fullmatch(name)
        return match is not None and (self.every or match[1] in self.names)


ANY_LOCALE = Locales(frozenset(), every=True)
NO_LOCALE = Locales(frozenset())


class Target(Struct, frozen=True):
    """What a link leads to, its spelling taken away.

    Args:
        host: The host without ``www.`` and language, "" for a place in the site; for
            what is no web address (``mailto:``), its scheme and a colon.
        path: The folders and the name, without language, extension and dots.
        query: The query without the parameters that choose a language.
        fragment: What follows ``#``, percent signs decoded.
    """

    host: str
    path: tuple[str, ...]
    query: str = ""
    fragment: str = ""

    @property
    def key(self) -> tuple[str, tuple[str, ...], str]:
        """Return what two links to the same page have in common."""
        return self.host, self.path, self.query

    @property
    def in_page(self) -> bool:
        """Tell whether it is a place in the same page."""
        return not (self.host or self.path or self.query)


def locales(tags: Iterable[str | None]) -> Locales:
    """Return the languages that links between some documents may carry.

    English is always one: a link to the English page of a site is what a translator
    takes where there is none in their language.

    Args:
        tags: Tags as paths spell them and BCP 47 languages; None is passed over.
    """
    names = {"en", *_COUNTRIES["en"]}
    for tag in tags:
        if tag:
            name = tag.lower().replace("_", "-")
            primary, *rest = name.split("-")
            names.update((name, primary), _COUNTRIES.get(primary, ()))
            names.update(part for part in rest if len(part) == 2)  # noqa: PLR2004 - a region
    return Locales(frozenset(names))


class _Address(Struct, frozen=True):
    """A target before the marks of languages are taken away.

    Args:
        labels: The host's, without ``www``.
        segments: Those of the path, without dots.
        query: As in `Target`.
        fragment: As in `Target`.
        routed: The segments of a path in the fragment, None where it is no path.
    """

    labels: tuple[str, ...]
    segments: tuple[str, ...]
    query: str
    fragment: str
    routed: tuple[str, ...] | None


@lru_cache(maxsize=4096)
def normalize(target: str, known: Locales) -> Target:
    """Take the spelling of a link or image target away.

    Args:
        target: The target as a document gives it.
        known: The languages whose marks mean nothing.
    """
    read = _read(target)
    if isinstance(read, Target):
        return read
    path = _path(read.segments, known)
    if read.routed is not None:
        path = (*path, "#", *_path(read.routed, known))
    return Target(_host(read.labels, known), path, read.query, read.fragment)


@lru_cache(maxsize=4096)  # translations of one page are asked for the same targets
def _read(target: str) -> Target | _Address:
    """Read a target; what can have no mark of a language is returned as it is."""
    target = target.strip().replace("&amp;", "&")
    if "{{" in target or "{%" in target:
        named = _REFERENCE.fullmatch(target)
        if named is None:  # only its generator can tell
            return Target("", ("".join(target.split()),))
        target = (named["hugo"] or named["jekyll"]) + (named["fragment"] or "")
    parts = _split(target)
    if parts is None:
        return Target("", (target,))
    fragment = _words(parts.fragment)
    if parts.scheme not in _WEB:
        rest = _words(parts.path).casefold()
        return Target(f"{parts.scheme}:{parts.netloc.casefold()}", (rest,), parts.query)
    labels = _labels(parts.netloc)
    if labels[-2:] == ("wikipedia", "org"):
        # Another language has the article by another name.
        return Target("wikipedia.org", ())
    routed = None
    if fragment.startswith(("/", "!/")):  # the path of a hash router
        routed, fragment = _segments(fragment), ""
    elif fragment.startswith(":~:"):  # marks words of the page's text
        fragment = ""
    segments, query = _segments(parts.path), _query(parts.query)
    if segments or routed is not None or len(labels) >= _HOST_LABELS:
        return _Address(labels, segments, query, fragment, routed)
    return Target(".".join(labels), (), query, fragment)


def same_place(first: Target, second: Target) -> bool:
    """Tell whether two targets lead to one page, fragments aside.

    Besides equal targets these are the paths of one site from different folders, and
    a folder and its first page: ``../chapter2/1`` and ``/course/chapter2``.
    """
    if first.key == second.key:
        return True
    if first.host or second.host or first.query != second.query:
        return False
    folders = [
        path[:-1] if len(path) > 1 and path[-1] in _FIRST else path
        for path in (first.path, second.path)
    ]
    short, long = sorted(folders, key=len)
    return bool(short) and long[-len(short) :] == short


def is_in_language(target: str, tag: str | None, language: str | None) -> bool:
    """Tell whether a web address is of a site, or of a part of one, in a language.

    The host's first or last label says so (``pl.wikipedia.org``, ``example.pl``), or a
    folder of the path, or a parameter of the query.

    Args:
        target: The target as a document gives it.
        tag: The language as the document's path spells it.
        language: The same as BCP 47.
    """
    names = {name.lower().replace("_", "-") for name in (tag, language) if name}
    names |= {name.partition("-")[0] for name in names}
    names |= {place for name in names for place in _COUNTRIES.get(name, ())}
    parts = _split(target.strip())
    if parts is None or not parts.netloc:
        return False
    labels = parts.netloc.casefold().split(".")
    queries = (part.partition("=") for part in parts.query.split("&"))
    marks = [
        labels[0],
        labels[-1],
        *parts.path.split("/"),
        *(value for name, _, value in queries if name.lower() in _LOCALE_PARAMETERS),
    ]
    return any(mark.lower().replace("_", "-") in names for mark in marks)


def is_own_page(target: str, path: str) -> bool:
    """Tell whether a target is a language version of the page it stands in.

    Args:
        target: The target as the document gives it.
        path: The document's path.
    """
    lead = normalize(target, ANY_LOCALE)
    own = normalize(path, ANY_LOCALE).path
    if not lead.path:
        return False
    name = path.rpartition("/")[2].partition(".")[0]
    if lead.path[-1] == name and name in _INDEX:  # alone, an index keeps its name
        own = (*own, name)
    if lead.host:
        return len(own) > 1 and lead.path[-len(own) :] == own
    return own[-len(lead.path) :] == lead.path


def loose(text: str) -> str:
    """Return the letters and digits of a text, case folded.

    Every known way to make an anchor of a heading keeps these, so a fragment belongs
    to a heading only if they are equal.
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(filter(str.isalnum, folded))


def _split(target: str) -> SplitResult | None:
    if any(map(str.isspace, target)):  # urlsplit would pass over tabs and line ends
        return None
    try:
        return urlsplit(target)
    except ValueError:  # brackets that are no IPv6 address
        return None


def _words(text: str) -> str:
    return unicodedata.normalize("NFC", unquote(text))


def _labels(netloc: str) -> tuple[str, ...]:
    host = netloc.rpartition("@")[2].casefold()
    host = host.removesuffix(":80").removesuffix(":443").removeprefix("www.")
    return tuple(host.split("."))


def _host(labels: tuple[str, ...], known: Locales) -> str:
    if len(labels) >= _HOST_LABELS and labels[0] in known:
        labels = labels[1:]
    return ".".join(labels)


def _segments(path: str) -> tuple[str, ...]:
    parts = _words(path).split("/")
    return tuple([part for part in parts if part not in ("", ".", "..")])


def _path(segments: tuple[str, ...], known: Locales) -> tuple[str, ...]:
    if not segments:
        return ()
    *folders, name = segments
    kept = [part for part in (*folders, _stem(name, known)) if part not in known]
    if kept and kept[-1] in _INDEX and (len(kept) > 1 or kept[-1].endswith("index")):
        kept.pop()
    return tuple(kept)


def _stem(name: str, known: Locales) -> str:
    """Return a file's name without a page's extension and without a language."""
    name = PAGE_EXTENSION.sub("", name)
    asset = _ASSET.search(name)
    extension = asset[0] if asset and asset[0][1:] not in known else ""
    stem = name.removesuffix(extension) if extension else name
    for mark in _AFFIX.finditer(stem):
        if stem[mark.end() :] in known:
            return stem[: mark.start()] + extension
    return name


def _query(query: str) -> str:
    kept = [
        part
        for part in query.split("&")
        if part.partition("=")[0].lower() not in _LOCALE_PARAMETERS
    ]
    return _words("&".join(kept))
