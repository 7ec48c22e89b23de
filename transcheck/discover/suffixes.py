"""Layouts with the language at the end of the file name: ``{path}.{lang}.md``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct, field

from transcheck.discover.context import Context, language_of
from transcheck.discover.drafts import Draft, Layout
from transcheck.discover.mixed import languages_within
from transcheck.discover.paths import COMMUNITY, split, stem
from transcheck.discover.root import join
from transcheck.discover.samples import Verdict, same_language
from transcheck.discover.tags import Strength, Tag, read_tag

_SEPARATORS = ".-_"


class _Suffixed(Struct, frozen=True):
    """A file whose name ends in a language."""

    path: str
    separator: str
    tag: Tag


class _Group(Struct):
    """Files of one folder whose names differ in the language alone."""

    folder: str
    name: str
    marked: list[_Suffixed] = field(default_factory=list)
    unmarked: list[str] = field(default_factory=list)

    @property
    def is_community(self) -> bool:
        return self.name.lower() in COMMUNITY

    def has_company(self, one: _Suffixed) -> bool:
        """Tell whether a file of a plain language stands beside another."""
        return any(
            other.separator == one.separator
            and other.tag.spelling != one.tag.spelling
            and other.tag.strength >= Strength.PLAIN
            for other in self.marked
        )


def find_suffixes(files: Iterable[str], context: Context) -> list[Layout]:
    """Return the layouts with suffixes: one for each separator and original language.

    Args:
        files: Content files that no other layout has, relative to the root.
        context: Where to ask for their texts.
    """
    groups = _groups(sorted(files))
    trusted = _trusted(groups, context)
    for group in groups:
        group.marked = [one for one in group.marked if _key(one) in trusted]
        if group.is_community:  # a README in two languages is no original of a third
            group.unmarked = [
                path
                for path in group.unmarked
                if not languages_within(context.samples.text(path))
            ]
    groups = [group for group in groups if group.marked]
    kinds: dict[tuple[str, str], list[_Group]] = {}
    for separator, tag, group in _with_tags(groups, context):
        kinds.setdefault((separator, tag), []).append(group)
    return [_layout(*kind, kinds[kind]) for kind in sorted(kinds)]


def read_suffix(path: str) -> tuple[str, str, Tag] | None:
    """Return the stem, separator and tag of a path that ends in a language.

    The leftmost separator wins, so that ``index.zh-hant-tw`` is not ``tw``.
    """
    folder, name = split(stem(path))
    for index, character in enumerate(name):
        if index and character in _SEPARATORS:
            tag = read_tag(name[index + 1 :])
            if tag is not None:
                return join(folder, name[:index]), character, tag
    return None


def read_prefix(name: str) -> tuple[str, str, Tag] | None:
    """Return the rest, separator and tag of a folder that begins with a language.

    The rightmost separator wins, so that ``zh-hans.garden.dev`` is not ``zh``.
    """
    for index in range(len(name) - 2, 0, -1):
        if name[index] in _SEPARATORS:
            tag = read_tag(name[:index])
            if tag is not None:
                return name[index + 1 :], name[index], tag
    return None


def find_readmes(files: Iterable[str]) -> frozenset[str]:
    """Return the READMEs in a language folder that translate one above that folder.

    ``docs/ja/README-ja.md`` names its language twice: it is no page of ``docs/ja``, but
    the translation of ``README.md``. So with all files that repositories have.
    """
    paths = set(files)
    plain: dict[tuple[str, str], list[str]] = {}
    for path in paths:
        folder, name = split(stem(path))
        if name.lower() in COMMUNITY:
            plain.setdefault((folder, name.lower()), []).append(path)
    names = tuple({name for _, name in plain})
    return frozenset(
        path
        for path in paths
        if path.rpartition("/")[2].lower().startswith(names)
        and _is_readme_from_above(path, plain)
    )


def _is_readme_from_above(
    path: str, plain: Mapping[tuple[str, str], list[str]]
) -> bool:
    found = read_suffix(path)
    if found is None:
        return False
    folder, name = split(found[0])
    tag = read_tag(split(folder)[1])
    return (
        tag is not None
        and tag.language == found[2].language
        and (folder, name.lower()) not in plain
        and _above((folder, name.lower()), plain) is not None
    )


def _groups(files: Iterable[str]) -> list[_Group]:
    groups: dict[tuple[str, str], _Group] = {}
    plain: dict[tuple[str, str], list[str]] = {}
    for path in files:
        found = read_suffix(path)
        if found is None:
            folder, name = split(stem(path))
            plain.setdefault((folder, name.lower()), []).append(path)
            continue
        folder, name = split(found[0])
        key = folder, name.lower()
        group = groups.setdefault(key, _Group(folder, name))
        group.marked.append(_Suffixed(path, found[1], found[2]))
    for key in sorted(groups):
        groups[key].unmarked = plain.get(key, [])
        above = None if groups[key].unmarked else _above(key, plain)
        if above:
            group = groups.pop(key)
            first = _Group(*split(stem(plain[above][0])), unmarked=plain[above])
            groups.setdefault(above, first).marked += group.marked
    return [groups[key] for key in sorted(groups)]


def _above(
    key: tuple[str, str], plain: Mapping[tuple[str, str], list[str]]
) -> tuple[str, str] | None:
    """Return where the README above a folder of translated READMEs is."""
    folder, name = key
    while folder and name in COMMUNITY:
        folder = split(folder)[0]
        if (folder, name) in plain:
            return folder, name
    return None


# --- which suffixes are languages -------------------------------------------------


def _key(one: _Suffixed) -> tuple[str, str]:
    return one.separator, one.tag.spelling


def _trusted(groups: Iterable[_Group], context: Context) -> set[tuple[str, str]]:
    """Return the suffixes, with their separators, that are languages on this site.

    A suffix is trusted by its path alone where it cannot be much else; otherwise by
    the texts of its files. `ibmcloud-ks` is a product, `x_lt` a comparison.
    """
    uses: dict[tuple[str, str], list[tuple[_Group, _Suffixed]]] = {}
    for group in groups:
        for one in group.marked:
            uses.setdefault(_key(one), []).append((group, one))
    return {key for key, used in uses.items() if _is_language(used, context)}


def _is_language(used: list[tuple[_Group, _Suffixed]], context: Context) -> bool:
    answered = [
        (group, one)
        for group, one in used
        if group.unmarked or len({other.tag for other in group.marked}) > 1
    ]
    if not answered:
        return False
    if any(_is_sure(group, one) for group, one in answered):
        return True
    tag = used[0][1].tag
    verdict = context.samples.verdict(tag, [one.path for _, one in answered])
    if verdict is not Verdict.NO_OPINION:
        return verdict is Verdict.CONFIRMED
    return any(_is_likely(group, one) for group, one in answered)


def _is_sure(group: _Group, one: _Suffixed) -> bool:
    """Tell whether a suffix is a language whatever the text says."""
    strength = one.tag.strength
    if strength is Strength.DOUBTFUL:
        return one.separator == "." and group.has_company(one)
    return one.separator == "." or group.is_community or strength is Strength.SURE


def _is_likely(group: _Group, one: _Suffixed) -> bool:
    """Tell whether a suffix is a language where the texts are too short to say."""
    if one.tag.strength is Strength.DOUBTFUL:
        return bool(group.unmarked) and (one.separator == "." or group.is_community)
    return bool(group.unmarked) or group.has_company(one)


# --- the layout -------------------------------------------------------------------


def _with_tags(
    groups: list[_Group], context: Context
) -> Iterator[tuple[str, str, _Group]]:
    """Yield each group with its separator and the tag of its unmarked file.

    Most originals of a site are in one language. A group that has a translation into
    that one may be the exception, and its own text decides.
    """
    plain = [group.unmarked[0] for group in groups if group.unmarked]
    languages = {one.tag.language for group in groups for one in group.marked}
    usual = context.unmarked_tag(plain, languages) if plain else ""
    for group in groups:
        tag = usual
        if group.unmarked and _has(group, usual):
            own = {one.tag.language for one in group.marked}
            tag = context.unmarked_tag(group.unmarked, own)
        yield group.marked[0].separator, tag, group


def _has(group: _Group, tag: str) -> bool:
    language = language_of(tag)
    return any(same_language(one.tag.language, language) for one in group.marked)


def _layout(separator: str, unmarked_tag: str, groups: list[_Group]) -> Layout:
    duplicates: dict[str, str] = {}
    pages = [_page(group, unmarked_tag, duplicates) for group in groups]
    return Layout(
        template="{path}" + separator + "{lang}",
        pages=tuple(pages),
        duplicates=duplicates,
        unmarked_tag=unmarked_tag if any(page.unmarked for page in pages) else None,
    )


def _page(group: _Group, unmarked_tag: str, duplicates: dict[str, str]) -> Draft:
    marked: dict[str, str] = {}
    for one in sorted(group.marked, key=lambda one: (one.tag.spelling, one.path)):
        if one.tag.spelling in marked:
            duplicates[one.path] = marked[one.tag.spelling]
        else:
            marked[one.tag.spelling] = one.path
    unmarked = None
    if group.unmarked:
        first, *others = group.unmarked
        duplicates.update(dict.fromkeys(others, first))
        same = [tag for tag in marked if same_language(language_of(tag), unmarked_tag)]
        if same:
            duplicates[first] = marked[same[0]]
        else:
            unmarked = first
    name = join(group.folder, group.name)
    return Draft(name=name, marked=marked, unmarked=unmarked)
