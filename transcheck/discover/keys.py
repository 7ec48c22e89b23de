"""Layouts whose file names are translated: pages by a key in the frontmatter.

Only what no path tells is read: files that no layout has, and pages that are alone in
a layout; another page only where one of these has a key and may belong to it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from transcheck.discover.context import Context, language_of
from transcheck.discover.drafts import Draft, Layout
from transcheck.discover.metadata import PAGE_KEYS, Metadata, read_metadata
from transcheck.discover.paths import stem
from transcheck.discover.root import join
from transcheck.discover.samples import Samples, Verdict, same_language
from transcheck.discover.suffixes import read_suffix
from transcheck.discover.tags import Strength, Tag, read_tag

_UNMARKED = ""  # the tag of a file whose language nothing tells


class _Member(Struct, frozen=True):
    """A file, or the files of a page of a layout, that may belong to a page.

    Args:
        name: As a page that has no other member would be named.
        files: Tag to file.
        keys: As in `Metadata`.
    """

    name: str
    files: Mapping[str, str]
    keys: Mapping[str, str]


_Page = Sequence[_Member]


def find_by_keys(
    layouts: Sequence[Layout], free: Iterable[str], context: Context
) -> list[Layout]:
    """Return the layouts with the pages that the frontmatter tells.

    Args:
        layouts: What the paths tell.
        free: Content files that no layout has, relative to the root.
        context: Where to ask for their texts.
    """
    samples = context.samples
    free = sorted(free)
    members = list(_free_members(free, samples))
    alone = [
        member
        for layout in layouts
        if members or _may_lack_each_other(layout)
        for member in _members(_alone(layout), samples)
    ]
    members += alone
    tags = {tag for member in members for tag in member.files}
    for layout in layouts:
        members += _members(_may_lack(layout, tags), samples)
    pages = _verified(_join(members), context)
    found = _layout(pages, _companions(pages, free), context)
    if not found.pages:
        return [*layouts]
    moved = found.files()
    left = [_without(layout, moved) for layout in layouts]
    duplicates = {
        path: first
        for layout in layouts
        for path, first in layout.duplicates.items()
        if first in moved
    }
    return [
        *(layout for layout in left if layout.pages),
        replace(found, duplicates=duplicates),
    ]


# --- what may belong to a page ----------------------------------------------------


def _free_members(free: Iterable[str], samples: Samples) -> Iterator[_Member]:
    for path in free:
        found = read_metadata(samples.head(path))
        if found.keys:
            tag = _tag(path, found)
            yield _Member(_name(path, tag), {tag: path}, dict(found.keys))


def _members(drafts: Iterable[Draft], samples: Samples) -> Iterator[_Member]:
    for draft in drafts:
        files = _tagged(draft)
        found = read_metadata(samples.head(next(iter(files.values()))))
        if found.keys:
            yield _Member(draft.name, files, dict(found.keys))


def _tagged(draft: Draft) -> dict[str, str]:
    unmarked = {} if draft.unmarked is None else {_UNMARKED: draft.unmarked}
    return {**unmarked, **draft.marked}


def _alone(layout: Layout) -> list[Draft]:
    return [draft for draft in layout.pages if draft.size == 1]


def _may_lack_each_other(layout: Layout) -> bool:
    """Tell whether pages that are alone may belong to other pages of the layout."""
    tags = {tag for draft in _alone(layout) for tag in _tagged(draft)}
    return len(tags) > 1 or bool(_may_lack(layout, tags))


def _may_lack(layout: Layout, tags: Iterable[str]) -> list[Draft]:
    """Return the pages of several files that have no file in one of some languages."""
    wanted = set(tags)
    if layout.unmarked_tag is None:
        wanted.discard(_UNMARKED)
    return [
        draft
        for draft in layout.pages
        if draft.size > 1 and not wanted <= _tagged(draft).keys()
    ]


def _tag(path: str, found: Metadata) -> str:
    """Return the tag of a file, spelled as its path does if that agrees."""
    marks = _marks(path)
    if found.language is None:
        return next((mark.spelling for mark in marks), _UNMARKED)
    language = language_of(found.language)
    same = (mark.spelling for mark in marks if mark.language == language)
    return next(same, found.language)


def _name(path: str, tag: str) -> str:
    """Return a path without its language and extension."""
    suffix = read_suffix(path)
    name = suffix[0] if suffix and suffix[2].spelling == tag else stem(path)
    return "/".join(part for part in name.split("/") if part != tag)


def _marks(path: str) -> list[Tag]:
    """Return what in a path can be read as its language, the folders first."""
    found = [read_tag(part) for part in path.split("/")[:-1]]
    suffix = read_suffix(path)
    if suffix is not None and suffix[1] == ".":
        found.append(suffix[2])
    return [tag for tag in found if tag and tag.strength >= Strength.PLAIN]


# --- joining ----------------------------------------------------------------------


def _join(members: Sequence[_Member]) -> list[_Page]:
    """Join the members with one value of a key, the most telling key first.

    A value that two files of one language have is no page's.
    """
    pages: list[_Page] = []
    left = [*members]
    for key in PAGE_KEYS:
        by_value: dict[str, list[_Member]] = defaultdict(list)
        for member in left:
            if key in member.keys:
                by_value[member.keys[key]].append(member)
        found = [page for page in by_value.values() if _is_page(page)]
        joined = {id(member) for page in found for member in page}
        left = [member for member in left if id(member) not in joined]
        pages += found
    return pages


def _is_page(page: _Page) -> bool:
    tags = Counter(tag for member in page for tag in member.files)
    return len(page) > 1 and max(tags.values()) == 1


def _verified(pages: Sequence[_Page], context: Context) -> Sequence[_Page]:
    """Return the pages unless their texts deny that the tags are languages.

    ``lang: ts`` and ``lang: cs`` are programming languages as well.
    """
    paths: dict[str, list[str]] = defaultdict(list)
    for page in pages:
        for tag, path in _files(page).items():
            paths[tag].append(path)
    verdicts = {
        context.samples.verdict(known, paths[tag])
        for tag in paths
        if (known := read_tag(tag)) is not None
    }
    denied = Verdict.CONTRADICTED in verdicts and Verdict.CONFIRMED not in verdicts
    return [] if denied else pages


def _files(page: _Page) -> dict[str, str]:
    return {tag: path for member in page for tag, path in member.files.items()}


def _companions(pages: Iterable[_Page], free: Iterable[str]) -> list[_Page]:
    """Return the pages of files in folders that the keys show to be of languages.

    ``content/fr/_index.md`` needs no key beside ``content/en/_index.md``.
    """
    files = [item for page in pages for item in _files(page).items()]
    taken = {path for _, path in files}
    tags: dict[str, set[str]] = defaultdict(set)
    for tag, path in files:
        for place, folder, _ in _places(path):
            if folder == tag:
                tags[place].add(tag)
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for path in free:
        for place, folder, rest in _places(path):
            if path not in taken and folder in tags[place] and len(tags[place]) > 1:
                found[join(place, rest)].setdefault(folder, path)
    return [[_Member(name, found[name], {})] for name in sorted(found)]


def _places(path: str) -> Iterator[tuple[str, str, str]]:
    """Yield every folder of a path with what is above and, without extension, below."""
    parts = stem(path).split("/")
    for index, part in enumerate(parts[:-1]):
        yield "/".join(parts[:index]), part, "/".join(parts[index + 1 :])


# --- the layouts ------------------------------------------------------------------


def _without(layout: Layout, moved: set[str]) -> Layout:
    left = (draft for draft in layout.pages if moved.isdisjoint(draft.files()))
    return replace(layout, pages=tuple(left))


def _layout(found: Sequence[_Page], rest: Sequence[_Page], context: Context) -> Layout:
    """Return the pages as a layout, each named by the file of its widest language."""
    pages = [*found, *rest] if found else []
    held = Counter(tag for page in pages for tag in _files(page))
    default = context.default and language_of(context.default.tag)

    def rank(member: _Member) -> tuple[bool, bool, int, str]:
        languages = {language_of(tag) for tag in member.files}
        most = max(held[tag] for tag in member.files)
        return (
            _UNMARKED not in member.files,
            default not in languages,
            -most,
            member.name,
        )

    plain = [files[_UNMARKED] for files in map(_files, pages) if _UNMARKED in files]
    languages = {language_of(tag) for tag in held if tag}
    plain_tag = context.unmarked_tag(plain, languages) if plain else None
    drafts = []
    for page in pages:
        files = dict(sorted(_files(page).items()))
        unmarked = files.pop(_UNMARKED, None)
        # An unmarked file beside one in its own language is no translation of it.
        if unmarked is None or plain_tag is None or not _holds(files, plain_tag):
            name = min(page, key=rank).name
            drafts.append(Draft(name=name, marked=files, unmarked=unmarked))
    return Layout(
        template="by frontmatter",
        pages=tuple(sorted(drafts, key=lambda draft: draft.name)),
        unmarked_tag=plain_tag,
    )


def _holds(files: Iterable[str], tag: str) -> bool:
    language = language_of(tag)
    return any(same_language(language_of(other), language) for other in files)
