"""The layout that the user wrote down: ``--layout 'docs/{lang}/{path}'``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from transcheck.discover.context import Context, language_of
from transcheck.discover.drafts import Draft, Layout
from transcheck.discover.paths import by_stem, stem
from transcheck.discover.samples import same_language
from transcheck.discover.siblings import CONTAINERS
from transcheck.discover.tags import canonical, read_tag
from transcheck.errors import InputError
from transcheck.patterns import late_regex

_PIECE = late_regex(r"\{([^{}]*)\}|\*\*/|\*")
_BORDER = late_regex(r"[/._-]")
_LEFT_OVER = late_regex(r"[._-]+(?=/|$)|(?:(?<=/)|^)[.-]+")
_LANGUAGE = "\0"  # stands for the language in a path; no path can have it
_PARTS = 4  # of the longest tag or name: bahasa-indonesia, zh-Hant-TW
_EXTENSION = late_regex(r"\.(md|mdx|markdown|txt)$", re.IGNORECASE)


def find_by_template(
    template: str, files: Iterable[str], bases: Sequence[str], context: Context
) -> list[Layout]:
    """Return the pages that a template tells.

    ``{lang}`` is a language, ``{path}`` the rest of the path, ``*`` any one folder and
    ``**/`` any number of them. The extension may be left out. An original may stand
    at the path without ``{lang}``, with or without the template's other folders.

    Args:
        template: As the user wrote it.
        files: Content files, relative to the root.
        bases: How paths begin, seen from where the user may have looked.
        context: Where to ask for their texts.

    Raises:
        InputError: The template lacks ``{lang}`` or ``{path}``, or has one twice.
    """
    template = _checked(template)
    paths = sorted(files)
    pattern = _compile(template)
    for base in bases:
        pages, duplicates = _marked_pages(pattern, paths, base)
        if pages:
            return [_layout(template, pages, duplicates, (paths, base), context)]
    return []


def _checked(template: str) -> str:
    names = re.findall(r"\{([^{}]*)\}", template)
    if sorted(names) != ["lang", "path"]:
        raise InputError(
            f"layout '{template}' must have {{lang}} and {{path}}, each once,"
            " as in docs/{lang}/{path}"
        )
    return _EXTENSION.sub("", template.replace("\\", "/").removeprefix("./").strip("/"))


def _compile(template: str) -> re.Pattern[str]:
    """Return the template as a pattern of a path whose language is a NUL."""
    pattern = ""
    end = 0
    for piece in _PIECE.finditer(template):
        pattern += re.escape(template[end : piece.start()])
        if piece[1] == "lang":
            pattern += _LANGUAGE
        elif piece[1] == "path":
            pattern += "(?P<path>.+)"
        else:
            pattern += "(?:[^/]+/)*" if piece[0] == "**/" else "[^/]+"
        end = piece.end()
    return re.compile(pattern + re.escape(template[end:]))


def _match(pattern: re.Pattern[str], path: str) -> tuple[str, _Key] | None:
    """Return the tag in a path and the page's key, the leftmost and longest tag first.

    What no table has, but a person may have meant, comes last: ``haw``.
    """
    spans = list(_tokens(path))
    for known in (read_tag, canonical):
        for start, end in spans:
            token = path[start:end]
            if known(token) is None:
                continue
            found = pattern.fullmatch(f"{path[:start]}{_LANGUAGE}{path[end:]}")
            if found is not None:
                return token, _Key(path[:start] + path[end:], found["path"])
    return None


def _tokens(path: str) -> Iterator[tuple[int, int]]:
    """Yield what stands between separators and may be a language, within a folder."""
    borders = [found.start() for found in _BORDER.finditer(path)] + [len(path)]
    start = 0
    for index, border in enumerate(borders):
        for end in reversed(borders[index : index + _PARTS]):
            if start < end and "/" not in path[start:end]:
                yield start, end
        start = border + 1


class _Key(NamedTuple):
    """A page: its path with the language taken out, and what ``{path}`` stands for."""

    whole: str
    path: str


_Pages = dict[_Key, dict[str, str]]


def _marked_pages(
    pattern: re.Pattern[str], paths: Iterable[str], base: str
) -> tuple[_Pages, dict[str, str]]:
    pages: _Pages = {}
    duplicates: dict[str, str] = {}
    for path in paths:
        found = _match(pattern, base + stem(path))
        if found is None:
            continue
        tag, key = found
        files = pages.setdefault(key, {})
        if tag in files:
            duplicates[path] = files[tag]
        else:
            files[tag] = path
    return pages, duplicates


def _layout(
    template: str,
    pages: _Pages,
    duplicates: dict[str, str],
    where: tuple[Sequence[str], str],
    context: Context,
) -> Layout:
    paths, base = where
    taken = {path for files in pages.values() for path in files.values()}
    free = [path for path in paths if path not in taken and path not in duplicates]
    unmarked, tag = _unmarked(pages, free, base, context)
    drafts = []
    for key in sorted(pages):
        found = unmarked.get(key)
        name = stem(found) if found else _name(key, base)
        marked = dict(sorted(pages[key].items()))
        drafts.append(Draft(name=name, marked=marked, unmarked=found))
    return Layout(
        template=template,
        pages=tuple(sorted(drafts, key=lambda draft: draft.name)),
        duplicates=duplicates,
        unmarked_tag=tag,
    )


def _name(key: _Key, base: str) -> str:
    return _tidy(key.whole).removeprefix(base)


def _tidy(path: str) -> str:
    """Remove what is left around a language that was taken out."""
    path = _LEFT_OVER.sub("", path)
    return re.sub("//+", "/", path).strip("/")


def _unmarked(
    pages: _Pages, free: Sequence[str], base: str, context: Context
) -> tuple[dict[_Key, str], str | None]:
    """Find the originals at the paths without language, in the best of three ways."""
    stems = by_stem(base + path for path in free)
    best: dict[_Key, str] = {}
    for form in (_name_in_place, _name_above, _name_alone):
        found = {key: stems[form(key)][0] for key in pages if form(key) in stems}
        if len(found) > len(best):
            best = found
    if not best:
        return {}, None
    best = {key: path[len(base) :] for key, path in best.items()}
    languages = {language_of(tag) for files in pages.values() for tag in files}
    tag = context.unmarked_tag(sorted(best.values()), languages)
    if any(same_language(language_of(tag), language) for language in languages):
        return {}, None
    return best, tag


def _name_in_place(key: _Key) -> str:
    return _tidy(key.whole)


def _name_above(key: _Key) -> str:
    """Return the path without a container such as ``i18n/`` before the language."""
    parts = _name_in_place(key).split("/")
    return "/".join(part for part in parts if part.lower() not in CONTAINERS)


def _name_alone(key: _Key) -> str:
    """Return what ``{path}`` stands for, alone."""
    return key.path
