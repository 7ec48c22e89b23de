"""From language folders to pages: which unmarked files belong to them."""

from __future__ import annotations

from collections.abc import Mapping

from transcheck.discover.context import Context
from transcheck.discover.drafts import Draft, Layout
from transcheck.discover.root import join
from transcheck.discover.samples import UNDETERMINED, same_language
from transcheck.discover.siblings import Folders, read

# Unmarked files beside siblings belong to them when they answer this share.
_BESIDE_SIBLINGS = 0.4


def make_layout(folders: Folders, context: Context, *, siblings: bool) -> Layout | None:
    """Return the pages of some language folders, None when they are none after all.

    Args:
        folders: What was judged to be languages.
        context: Where to ask for texts.
        siblings: They have files in common, and need no unmarked ones.
    """
    unmarked, unmarked_tag = _choose_unmarked(folders, context, siblings=siblings)
    if not siblings and not unmarked:
        return None
    duplicates: dict[str, str] = {}
    drafts = []
    for residual in sorted(folders.counts):
        marked = {}
        for tag in sorted(folders.tags):
            paths = folders.tags[tag].get(residual)
            if paths:
                marked[tag] = _first(paths, duplicates)
        plain = unmarked.get(residual)
        drafts.append(
            Draft(
                name=folders.original(residual)
                if unmarked
                else join(folders.place, residual),
                marked=marked,
                unmarked=_first(plain, duplicates) if plain else None,
            )
        )
    drafts, copies = _without_copies(drafts, unmarked_tag)
    return Layout(
        template=join(folders.place, "{lang}/{path}"),
        pages=tuple(drafts),
        duplicates={**duplicates, **copies},
        unmarked_tag=unmarked_tag,
    )


def _choose_unmarked(
    folders: Folders, context: Context, *, siblings: bool
) -> tuple[Mapping[str, list[str]], str | None]:
    """Decide whether the unmarked files belong to these folders, and their tag.

    Where a sibling has their language they are another site, or pages of the
    repository: all but a container's siblings, which hold translations.
    """
    none: tuple[Mapping[str, list[str]], None] = ({}, None)
    if not folders.unmarked:
        return none
    if siblings and folders.coverage < _BESIDE_SIBLINGS:
        return none
    paths = [paths[0] for paths in folders.unmarked.values()]
    tag = context.unmarked_tag(paths, folders.languages())
    if siblings and tag == UNDETERMINED:
        return none
    contained = folders.is_contained and siblings
    if not contained and any(same_language(tag, name) for name in folders.languages()):
        return none
    return folders.unmarked, tag


def _without_copies(
    drafts: list[Draft], unmarked_tag: str | None
) -> tuple[list[Draft], dict[str, str]]:
    """Take out files that are marked with the language of their unmarked original."""
    if unmarked_tag is None:
        return drafts, {}
    kept = []
    copies = {}
    for draft in drafts:
        same = {
            tag: path
            for tag, path in draft.marked.items()
            if draft.unmarked and same_language(read(tag).language, unmarked_tag)
        }
        copies.update(dict.fromkeys(same.values(), draft.unmarked or ""))
        marked = {tag: path for tag, path in draft.marked.items() if tag not in same}
        kept.append(Draft(name=draft.name, marked=marked, unmarked=draft.unmarked))
    return [draft for draft in kept if draft.marked], copies


def _first(paths: list[str], duplicates: dict[str, str]) -> str:
    duplicates.update(dict.fromkeys(paths[1:], paths[0]))
    return paths[0]
